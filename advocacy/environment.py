"""Read settings from the environment; a wrong value stops the start with one sentence."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"", "0", "false", "no", "off"})

# A new database has pages of 8 kB, not of 4: most records then lie in one, and 7 in 100
# statements more are published in bulk in the same time. One made before keeps its own.
# Every 4000 pages, not every 1000, what was written is brought over into the database file: the
# publication that has to do it comes four times as rarely, and 95 of 100 publications take less
# time for it (with pages of 4 kB, on a busy machine, 19 to 23 ms in place of 30 to 34). A larger
# cache or a memory map gained nothing. After a long reading the journal shrinks back to 64 MB.
SQLITE_OPTIONS: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
        "PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864;"
    ),
}

# Pages in each process, then the least used go: some 20 MB of them, 300 MB at the very worst.
IN_PROCESS: dict[str, Any] = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "TIMEOUT": 60 * 60,
    "OPTIONS": {"MAX_ENTRIES": 500},
}
# A shared cache that does not answer at once is done without. A page that was withdrawn is never
# read from there again, but lies there until its time is over.
IN_REDIS: dict[str, Any] = {
    "BACKEND": "django.core.cache.backends.redis.RedisCache",
    "TIMEOUT": 60 * 60,
    "KEY_PREFIX": "on-record",
    "OPTIONS": {
        "serializer": "advocacy.answers.entry.Serializer",
        "socket_connect_timeout": 0.5,
        "socket_timeout": 0.5,
    },
}
NOWHERE: dict[str, Any] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def flag(name: str, *, default: bool = False) -> bool:
    """Return a yes-or-no setting.

    Raises ImproperlyConfigured for any other word.
    """
    value = os.environ.get(name, "1" if default else "0").strip().lower()
    if value not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} must be yes or no, not {value!r}.")
    return value in TRUE


def number(name: str, default: int = 0) -> int:
    """Return a whole number, 0 or more.

    Raises ImproperlyConfigured for anything else.
    """
    value = text(name) or str(default)
    if not (value.isascii() and value.isdecimal()):
        raise ImproperlyConfigured(f"{name} must be a whole number such as 0 or 1, not {value!r}.")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    """Return a folder that exists, made if need be.

    Raises ImproperlyConfigured where it cannot be made.
    """
    path = Path(text(name) or default).expanduser().resolve()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"{name} cannot be used as a folder: {error}.") from error
    return path


def address(name: str, default: str) -> SplitResult:
    """Return an absolute http or https address without a path."""
    url = urlsplit(text(name, default).rstrip("/"))
    if url.scheme not in {"http", "https"} or not url.hostname or url.path or url.query:
        raise ImproperlyConfigured(
            f"{name} must look like https://example.org, not {url.geturl()!r}."
        )
    return url


def secret_key(data_dir: Path) -> str:
    """Return SECRET_KEY, the contents of SECRET_KEY_FILE, or a key made once under `data_dir`."""
    if key := text("SECRET_KEY"):
        return key
    if path := text("SECRET_KEY_FILE"):
        try:
            return Path(path).read_text("utf-8").strip()
        except OSError as error:
            raise ImproperlyConfigured(f"SECRET_KEY_FILE cannot be read: {error}.") from error
    return _kept_key(data_dir / "secret_key")


def _kept_key(path: Path) -> str:
    made = path.with_name(f"{path.name}.{os.getpid()}")
    if not path.exists():
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(50), "utf-8")
        try:
            os.link(made, path)
        except FileExistsError:
            pass  # another process was first: its key counts
        finally:
            made.unlink()
    return path.read_text("utf-8").strip()


def database(data_dir: Path) -> Mapping[str, Any]:
    """Return Django's settings for DATABASE_URL, an SQLite file under `data_dir` by default.

    Raises ImproperlyConfigured for an address it cannot read and for any engine
    other than SQLite and PostgreSQL.
    """
    url = text("DATABASE_URL") or f"sqlite:///{data_dir / 'db.sqlite3'}"
    try:
        settings: dict[str, Any] = dict(
            dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
        )
    except (ValueError, KeyError) as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}.") from error
    if settings["ENGINE"].endswith("sqlite3"):
        settings["OPTIONS"] = SQLITE_OPTIONS
    elif not settings["ENGINE"].endswith("postgresql"):
        raise ImproperlyConfigured("DATABASE_URL must name an SQLite or a PostgreSQL database.")
    return settings


def caches() -> dict[str, Any]:
    """Return Django's settings for CACHE_URL, a cache in each process by default.

    Raises ImproperlyConfigured for an address that names no cache we know.
    """
    url = urlsplit(text("CACHE_URL") or "locmem://")
    if url.scheme in {"redis", "rediss"} and _is_of_redis(url):
        return {"default": IN_PROCESS, "shared": IN_REDIS | {"LOCATION": url.geturl()}}
    if url.scheme in {"locmem", "dummy"} and not url.netloc + url.path:
        return {"default": IN_PROCESS if url.scheme == "locmem" else NOWHERE}
    # Not as it was given: it may hold a password.
    raise ImproperlyConfigured(
        "CACHE_URL must look like redis://host:6379/0 or rediss://host:6379/0, "
        "or be locmem:// or dummy://."
    )


def _is_of_redis(url: SplitResult) -> bool:
    try:
        has_port = url.port is None or url.port > 0
    except ValueError:
        return False
    number = url.path.removeprefix("/")
    return bool(url.hostname) and has_port and (number.isdecimal() or not number)


def mailbox(name: str) -> str:
    """Return an address of e-mail, or "" where none is set.

    Raises ImproperlyConfigured for what is none.
    """
    address = text(name)
    try:
        if address:
            validate_email(address)
    except ValidationError:
        raise ImproperlyConfigured(f"{name} must be one address, such as a@b.example.") from None
    return address


def email() -> dict[str, Any]:
    """Return Django's settings for EMAIL_URL; none where it is not set: then no e-mail is sent.

    Raises ImproperlyConfigured for an address that names no mail server.
    """
    if not text("EMAIL_URL"):
        return {}
    ports = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
    url = urlsplit(text("EMAIL_URL"))
    try:
        port = url.port
    except ValueError:
        port = 0
    if url.scheme not in ports or not url.hostname or port == 0:
        # Not as it was given: it may hold a password.
        raise ImproperlyConfigured(
            "EMAIL_URL must look like smtp+tls://user:password@host:587, smtps://… or smtp://…"
        )
    return {
        "EMAIL_HOST": url.hostname,
        "EMAIL_PORT": port or ports[url.scheme],
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_TLS": url.scheme == "smtp+tls",
        "EMAIL_USE_SSL": url.scheme == "smtps",
        "EMAIL_TIMEOUT": 10,
    }
