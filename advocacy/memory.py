"""How often a worker looks for memory that nobody needs any more."""

import gc
from typing import Final

# A page makes thousands of objects and lets go of nearly all of them by itself. To look for the few
# that hold on to each other after every 700, as Python does, took a twentieth of a page.
YOUNG: Final = 10_000
# So often among the younger before it is looked for among the elder.
ELDER: Final = 20


def settle() -> None:
    """Let a worker look for lost objects seldom, and never among what was there at its start."""
    gc.freeze()
    gc.set_threshold(YOUNG, ELDER, ELDER)
