"""Publishes what is scheduled while the site is served, so that no other service is needed."""

import logging
from collections.abc import Callable
from threading import Event, Thread

from django.conf import settings
from django.db import connections
from django.utils import timezone

from statements import workflow

logger = logging.getLogger(__name__)

# Seconds between two looks: nothing is late by more than a minute.
EVERY = 20.0


class Timekeeper(Thread):
    """Looks every so often whether an hour has come. Each worker has one; one of them publishes."""

    def __init__(self, look: Callable[[], object], *, every: float = EVERY) -> None:
        super().__init__(name="timekeeper", daemon=True)
        self.look, self.every = look, every
        self.stopped = Event()

    def run(self) -> None:
        while True:
            self.look()
            if self.stopped.wait(self.every):
                return


def look() -> None:
    """Publish what is due; whatever goes wrong, the next look comes."""
    try:
        workflow.publish_due(now=timezone.now())
    except Exception as error:
        # Its text may hold words of a draft.
        logger.error("What is scheduled could not be looked at: %s.", type(error).__name__)
    finally:
        connections.close_all()


def start() -> Timekeeper | None:
    """Start looking in this process, unless another service does."""
    if not settings.PUBLISH_ON_TIME:
        return None
    keeper = Timekeeper(look)
    keeper.start()
    return keeper
