"""What a text says in terms: words folded and stemmed, so that each is found by its like.

`stream` is for an index, `tokens` for marking what was found, `looked_for` for what is typed.
"""

from statements.text.analysis.analyser import Stream, Token, stream, tokens
from statements.text.analysis.typed import Looked, beginning, looked_for, together

__all__ = ["Looked", "Stream", "Token", "beginning", "looked_for", "stream", "together", "tokens"]
