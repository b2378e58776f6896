"""Publishing that failed is told as wrong, never as met."""

from argparse import Namespace

from bench import report, trial
from bench.figures import Run
from bench.filling.bar import Bar


class Failed:
    """A site whose publishing ends at once, with nothing published."""

    returncode = 1

    def publish(self, *part: str) -> "Failed":
        return self

    def communicate(self) -> tuple[str, str]:
        return "", ""


def test_is_wrong_and_has_no_figures():
    run = Run("sqlite", 10, 40)

    trial._publish_singles(
        Failed(),  # type: ignore[arg-type]
        Namespace(publish=6),
        run,
        11,
        Bar(),
    )

    assert run.problems() == ["Publishing single statements failed: see above."]
    assert "create to publish" not in "\n".join(report._of_publishing(run))
