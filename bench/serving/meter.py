"""What processes cost: CPU time to the microsecond where the system tells it, and memory."""

from pathlib import Path

import psutil
import psycopg


class Meter:
    """Reads the processes that answer: gunicorn's workers, and PostgreSQL's backends for them."""

    def __init__(self, server: int, database: str = "") -> None:
        self.server = psutil.Process(server)
        self.database = database
        self._watched: tuple[int, ...] = ()
        self._is_whole = False

    def workers(self) -> list[int]:
        return [child.pid for child in self.server.children(recursive=True)]

    def backends(self) -> list[int]:
        """Return the backends of the database on this machine, but not the one that is asking."""
        if not self.database:
            return []
        with psycopg.connect(self.database) as connection:
            rows = connection.execute(
                "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
            ).fetchall()
        return [pid for (pid,) in rows if _is_postgres(pid)]

    def renew(self) -> None:
        """Look anew for the processes that answer.

        Not before each request: it takes longer than most pages, and whoever has waited so long
        takes longer to answer.
        """
        workers, backends = self.workers(), self.backends()
        self._watched = (*workers, *backends)
        # One without a backend would have another that nobody watches.
        self._is_whole = not self.database or len(backends) >= len(workers)

    def spent(self) -> float | None:
        """Return the milliseconds of CPU that they have had.

        None where one of them has ended, or a worker had no backend when they were looked for.
        """
        if not self._is_whole:
            return None
        spent = 0.0
        for pid in self._watched:
            cpu = _cpu_of(pid)
            if cpu is None:
                return None
            spent += cpu
        return spent

    def memory(self) -> int:
        """Return the proportional share of memory of the workers, in bytes."""
        return sum(_share(pid) for pid in self.workers())


def _cpu_of(pid: int) -> float | None:
    """Return the milliseconds of CPU that a process has had, None of one that has ended."""
    try:
        return sum(_precise(task) for task in Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        pass  # no Linux, or a kernel without schedstat: psutil tells hundredths of a second
    try:
        times = psutil.Process(pid).cpu_times()
    except psutil.NoSuchProcess:
        return None
    return float(times.user + times.system) * 1000


def _precise(task: Path) -> float:
    return int((task / "schedstat").read_text().split()[0]) / 1e6


def _is_postgres(pid: int) -> bool:
    try:
        return "postgres" in psutil.Process(pid).name()
    except psutil.NoSuchProcess:
        return False


def _share(pid: int) -> int:
    try:
        process = psutil.Process(pid)
        full = process.memory_full_info()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0
    return int(getattr(full, "pss", 0) or full.uss)
