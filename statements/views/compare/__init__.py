"""Two or three countries or actors side by side, theme by theme."""

from statements.views.compare.page import Compare

__all__ = ["Compare"]
