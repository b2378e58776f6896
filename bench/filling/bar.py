"""What somebody who waits sees: a line that moves on a terminal, nothing in a pipe."""

import sys


class Bar:
    def __init__(self) -> None:
        self.is_shown = sys.stderr.isatty()

    def say(self, line: str) -> None:
        """Show a line in place of the one before."""
        if self.is_shown:
            sys.stderr.write(f"\r\x1b[K{line[:100]}")
            sys.stderr.flush()

    def progress(self, done: int, wanted: int, told: str) -> None:
        """Show how far it is, and what else is told of it."""
        drawn = "#" * int(30 * done / max(1, wanted))
        self.say(f"[{drawn:<30}] {done:,} of {wanted:,} statements, {told}")
