"""Why a move was refused, each with a sentence for the person who tried it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


class Refusal(Exception):
    """A move that was not made; its text is for the person who asked for it."""


class NotAllowed(Refusal):
    """The person has not the right."""


class WrongStage(Refusal):
    """The move does not start from where the statement stands."""


class ReasonOwed(Refusal):
    """The move needs a reason and none was given."""


class Conflict(Refusal):
    """Somebody else saved first; nothing of theirs was overwritten."""

    def __init__(self, saved_by: str) -> None:
        super().__init__(
            _("%(who)s saved this while you were working on it.")
            % {"who": saved_by or _("Somebody")}
        )
        self.saved_by = saved_by


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a publication still needs: `field` of the statement or of a recommendation."""

    field: str
    message: str
    recommendation: str = ""


class NotReady(Refusal):
    """The statement lacks what a publication needs; `problems` lists it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(" ".join(problem.message for problem in problems))
        self.problems = problems
