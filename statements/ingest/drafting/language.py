"""In which of the six languages of the United Nations a text is written."""

import re

from django.utils.translation import gettext_lazy as _

from statements.ingest.drafting.draft import Proposal, Why
from statements.text import languages

ENGLISH = "en"
# Letters of an address are of no language.
_ADDRESS = re.compile(r"https?://\S+|www\.\S+")


def find(text: str) -> Proposal[str]:
    """Propose a language, English where nothing tells."""
    text = _ADDRESS.sub(" ", text)
    if language := languages.by_script(text):
        return Proposal(language, Why("script", _("most letters are of its script")))
    if language := languages.by_small_words(text):
        return Proposal(language, Why("small-words", _("its small words are the most frequent")))
    return Proposal(ENGLISH, Why("language-unknown", _("nothing tells the language")))
