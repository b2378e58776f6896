"""Build and enter `.venv`: what lets `python3 manage.py` run on a machine with Python alone.

Standard library only, because it runs before anything is installed. An environment counts as
built when its stamp, written last, is the one that this checkout and this Python ask for, so one
that was killed half-way is built again.
"""

import fcntl
import hashlib
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME, DEVELOPMENT = "requirements.txt", "requirements-dev.txt"

NO_VENV = (
    "Python cannot make virtual environments here, because Debian keeps that apart; mend it with: "
    "apt install python3-venv"
)
NO_NETWORK = (
    "The packages could not be fetched, because this machine does not reach its package index; "
    "connect it to the network and start again."
)
NOT_INSTALLED = "The packages could not be installed; the lines above say why."

PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(?:\s*;\s*([^\\]+?))?\s*\\?$", re.MULTILINE)
MARKER = re.compile(r"^(\w+) (==|!=|<|>=) '([^']*)'$")
NETWORK_TROUBLE = re.compile(
    r"NewConnectionError|ConnectTimeout|Failed to establish|Temporary failure in name|dns error"
    r"|error sending request|Network is unreachable",
    re.IGNORECASE,
)


class SetUpError(Exception):
    """Something is missing; the message is one sentence for the person who started it."""


def enter(argv: list[str]) -> None:
    """Return inside an environment that meets the requirements of the command in `argv`.

    Start the same command again in `.venv`, built first where need be, unless the running
    environment will do. Where something is missing, leave with one sentence.
    """
    requirements = requirements_of(argv)
    if is_ready(requirements):
        return
    try:
        python = ready_python(requirements)
    except SetUpError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
    os.execv(python, [python, *argv])


def requirements_of(argv: list[str]) -> str:
    """Name the requirements file of a command: `test` and `bench` need what developers need."""
    return DEVELOPMENT if argv[1:2] in (["test"], ["bench"]) else RUNTIME


def is_ready(requirements: str, root: Path = ROOT) -> bool:
    """Say whether the running Python meets the requirements: our `.venv` by its stamp, an
    environment or image of somebody else's by what it holds."""
    venv = root / ".venv"
    if Path(sys.executable).parent.resolve() == venv / "bin":
        return is_built(venv, requirements, root)
    return is_met(root / requirements)


def ready_python(requirements: str, root: Path = ROOT) -> str:
    """Give the path of `.venv`'s Python, built first where need be; raise SetUpError."""
    venv = root / ".venv"
    if not is_built(venv, requirements, root):
        with only_one(root) as lock:
            if not is_built(venv, requirements, root):
                build(venv, DEVELOPMENT if is_developers(venv) else requirements, root, lock)
    return str(venv / "bin" / "python")


def is_met(requirements: Path) -> bool:
    """Say whether the running environment holds every pinned package at its version."""
    for name, version, marker in PIN.findall(requirements.read_text(encoding="utf-8")):
        try:
            found = metadata.version(name)
        except metadata.PackageNotFoundError:
            found = None
        if found != version and applies(marker):
            return False
    return True


def applies(marker: str) -> bool:
    """Say whether a requirement's marker (PEP 508) holds here; one not understood does.

    Knows the single comparisons that our compiled files use. To be wrong costs no more than an
    environment built without need.
    """
    parts = MARKER.match(marker.strip())
    if parts is None:
        return True
    variable, operator, value = parts.groups()
    if variable == "python_full_version":
        wanted = tuple(int(number) for number in value.split("."))
        newer = sys.version_info[:3] >= wanted
        return newer if operator == ">=" else not newer
    here = {
        "implementation_name": sys.implementation.name,
        "platform_python_implementation": platform.python_implementation(),
        "sys_platform": sys.platform,
    }
    if variable not in here:
        return True
    return (here[variable] == value) == (operator == "==")


def stamp(requirements: str, root: Path) -> str:
    """Describe the environment that this checkout and this Python ask for."""
    files = [RUNTIME] if requirements == RUNTIME else [RUNTIME, requirements]
    digest = hashlib.sha256(b"".join((root / name).read_bytes() for name in files)).hexdigest()
    return f"{requirements} {digest}\n{python_version()}\n{root}\n"


def python_version() -> str:
    """Name the running Python as far as installed packages depend on it."""
    return f"{sys.implementation.name} {sys.version_info.major}.{sys.version_info.minor}"


def is_built(venv: Path, requirements: str, root: Path) -> bool:
    """Say whether the environment is whole and right; one for developers serves both."""
    try:
        written = (venv / "stamp").read_text(encoding="utf-8")
    except OSError:
        return False
    wanted = {stamp(requirements, root), stamp(DEVELOPMENT, root)}
    return written in wanted and (venv / "bin" / "python").exists()


def is_developers(venv: Path) -> bool:
    """Say whether an environment, however old, was built for developers: then it stays theirs."""
    try:
        return (venv / "stamp").read_text(encoding="utf-8").startswith(DEVELOPMENT)
    except OSError:
        return False


@contextmanager
def only_one(root: Path) -> Iterator[int]:
    """Let one start at a time build; the others wait here. Gives the lock's file descriptor."""
    # The folder itself is locked: no file to make, and none to leave behind.
    lock = os.open(root, os.O_RDONLY)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another start is building the environment; waiting for it.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock
    finally:
        os.close(lock)


def build(venv: Path, requirements: str, root: Path, lock: int) -> None:
    """Make the environment and install into it, its stamp last; raise SetUpError if it fails.

    What developers need is added to a whole environment without a rebuild, so that a site which
    runs from it goes on running.
    """
    say(f"Setting up {venv.name} from {requirements}: needed once, takes a minute or two.")
    extend = is_built(venv, RUNTIME, root)
    (venv / "stamp").unlink(missing_ok=True)
    if not extend:
        shutil.rmtree(venv, ignore_errors=True)
    make, install = (with_uv if has_uv() else with_pip)(venv, root / requirements)
    # The children hold the lock too: should this process be killed, the next start waits for them.
    if not extend:
        run(make, NOT_INSTALLED, lock)
    run(install, NOT_INSTALLED, lock)
    (venv / "stamp").write_text(stamp(requirements, root), encoding="utf-8")


def has_uv() -> bool:
    """Say whether a uv is on the PATH that works (a version manager's shim may not)."""
    uv = shutil.which("uv")
    return uv is not None and not subprocess.run([uv, "--version"], capture_output=True).returncode


def with_uv(venv: Path, requirements: Path) -> tuple[list[str], list[str]]:
    """Give the two commands that make the environment and install into it, for uv."""
    make = ["uv", "venv", "--quiet", "--no-python-downloads", "--python", base_python()]
    install = ["uv", "pip", "install", "--quiet", "--python", str(venv / "bin" / "python")]
    return [*make, str(venv)], [*install, "--require-hashes", "--requirement", str(requirements)]


def with_pip(venv: Path, requirements: Path) -> tuple[list[str], list[str]]:
    """Give the same two for Python's own tools; raise SetUpError where Debian lacks them."""
    if importlib.util.find_spec("ensurepip") is None:
        raise SetUpError(NO_VENV)
    make = [base_python(), "-m", "venv"]
    install = [str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    install.append("--disable-pip-version-check")
    return [*make, str(venv)], [*install, "--require-hashes", "--requirement", str(requirements)]


def base_python() -> str:
    """Give the Python behind a virtual environment: `.venv` may be about to be removed."""
    return getattr(sys, "_base_executable", None) or sys.executable


def run(command: list[str], complaint: str, lock: int) -> None:
    """Run a command; when it fails, show the end of what it said and raise SetUpError."""
    done = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        pass_fds=(lock,),
    )
    if done.returncode == 0:
        return
    if NETWORK_TROUBLE.search(done.stdout):
        raise SetUpError(NO_NETWORK)
    say("\n".join(done.stdout.splitlines()[-15:]))
    raise SetUpError(complaint)


def say(line: str) -> None:
    """Tell the person who waits; on standard error, so that a command's output stays its own."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    # For the gate: `python3 -m advocacy.bootstrap` prints the Python that has the tools.
    try:
        print(sys.executable if is_ready(DEVELOPMENT) else ready_python(DEVELOPMENT))
    except SetUpError as problem:
        sys.exit(str(problem))
