"""Whether a text speaks or reports."""

import pytest

from statements.ingest.drafting.asks.voice import tells


class TellsTests:
    @pytest.mark.parametrize(
        "words",
        [
            "The ministers met in Lima. They discussed trade. They urged both sides to talk.",
            'The agency spoke up on Monday. "We are tired and we must act", said its head. '
            "It urged donors to give.",
            "We met in Lima. We discussed trade. We noted progress. We urged both sides to talk.",
            "Our region was discussed, and our shared border. The ministers urged both to talk.",
        ],
    )
    def test_a_report(self, words):
        assert tells(words)

    @pytest.mark.parametrize(
        "words",
        [
            "We thank the Council. In May it urged both sides to talk. We need a new start.",
            "Mr. President, the Assembly urged both sides to talk.",
            "Hablamos en Lima. El Consejo instó a las partes a hablar.",
        ],
    )
    def test_no_report(self, words):
        assert not tells(words)
