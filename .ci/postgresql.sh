# A PostgreSQL for one run of the gate: the server on loopback, where it lets us in, else a cluster
# of our own. `start_postgresql` sets postgresql_url; `stop_postgresql` leaves nothing behind.

postgresql_url=""
postgresql_cluster=""
postgresql_role="on_record_$$"

start_postgresql() {
  if [[ $(as_superuser 127.0.0.1 5432 -c "show server_encoding" 2>/dev/null) == UTF8 ]]; then
    echo "Using the server on 127.0.0.1:5432."
    postgresql_port=5432
  else
    start_cluster
  fi
  as_superuser 127.0.0.1 "$postgresql_port" \
    -c "create role $postgresql_role login createdb password '$postgresql_role'" \
    -c "create database $postgresql_role owner $postgresql_role"
  local account="$postgresql_role:$postgresql_role"
  postgresql_url="postgres://$account@127.0.0.1:$postgresql_port/$postgresql_role"
}

stop_postgresql() {
  if [[ -n $postgresql_cluster ]]; then
    as_ordinary_user "$postgresql_bin/pg_ctl" -D "$postgresql_cluster/data" -m immediate stop >/dev/null
    rm -rf "$postgresql_cluster"
  elif [[ -n $postgresql_url ]]; then
    # The tests' own databases too, should they have been killed.
    as_superuser 127.0.0.1 5432 -c "select format('drop database %I with (force);', datname)
      from pg_database where datdba = '$postgresql_role'::regrole" |
      as_superuser 127.0.0.1 5432
    as_superuser 127.0.0.1 5432 -c "drop role $postgresql_role"
  fi
  postgresql_cluster="" postgresql_url=""
}

# as_superuser HOST PORT PSQL-ARGUMENTS...: never asks for a password, stops at the first error.
as_superuser() {
  local server="host=$1 port=$2 user=postgres dbname=postgres connect_timeout=5"
  shift 2
  psql "$server" --no-psqlrc --no-password --quiet --tuples-only --no-align \
    --set ON_ERROR_STOP=1 "$@"
}

# initdb and pg_ctl refuse root, so the account of Debian's package runs them, in a folder that it
# may enter.
as_ordinary_user() {
  if [[ $EUID -eq 0 ]]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

start_cluster() {
  postgresql_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  [[ -n $postgresql_bin ]] || postgresql_bin=$(dirname "$(command -v initdb)") || {
    echo "No PostgreSQL here to test on; as root: apt-get install postgresql" >&2
    return 1
  }
  echo "Using a cluster of our own from $postgresql_bin."
  postgresql_port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  postgresql_cluster=$(mktemp -d)
  if [[ $EUID -eq 0 ]]; then chown postgres "$postgresql_cluster"; fi
  local data="$postgresql_cluster/data"
  as_ordinary_user "$postgresql_bin/initdb" -D "$data" -U postgres -A trust -E UTF8 \
    --locale=C.UTF-8 >/dev/null
  as_ordinary_user "$postgresql_bin/pg_ctl" -D "$data" -l "$postgresql_cluster/log" -w start \
    -o "-p $postgresql_port -k $postgresql_cluster -c listen_addresses=127.0.0.1 -c fsync=off" \
    >/dev/null
}
