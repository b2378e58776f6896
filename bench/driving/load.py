"""Eight readers at once, in processes of their own so that they do not wait for each other.

`python -m bench.driving.load PORT SECONDS READERS`, with the paths on standard input.
"""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import cycle
from threading import Thread

from bench.driving import client
from bench.serving.servers import ROOT, stop

PROCESSES, READERS = 2, 4


def rate(port: int, paths: Sequence[str], seconds: float) -> float:
    """Return how many requests a second are answered to eight readers.

    Raises RuntimeError where an answer was not 200.
    """
    command = [sys.executable, "-m", "bench.driving.load", str(port), str(seconds), str(READERS)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    processes = [
        subprocess.Popen(command, cwd=ROOT, text=True, **pipes)  # type: ignore[call-overload]
        for _ in range(PROCESSES)
    ]
    try:
        said = [process.communicate("\n".join(paths))[0] for process in processes]
    finally:
        for process in processes:
            stop(process)
    done = [json.loads(line) for line in said]
    if failed := sum(one["failed"] for one in done):
        raise RuntimeError(f"{failed} answers under load were no success")
    return float(sum(one["answered"] / one["seconds"] for one in done))


def main() -> None:
    port, seconds, readers = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
    paths = sys.stdin.read().split("\n")
    answered, failed = [0] * readers, [0] * readers
    started = time.perf_counter()

    def read(n: int) -> None:
        for path in cycle(paths[n % len(paths) :] + paths[: n % len(paths)]):
            if time.perf_counter() - started >= seconds:
                return
            ok = client.get(port, path).status == 200
            answered[n] += ok
            failed[n] += not ok

    threads = [Thread(target=read, args=[n]) for n in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - started
    counts = {"answered": sum(answered), "failed": sum(failed), "seconds": took}
    sys.stdout.write(json.dumps(counts))


if __name__ == "__main__":
    main()
