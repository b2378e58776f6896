"""Which of the four Ps a call is about."""

import pytest

from statements.choices import Pillar
from statements.ingest.drafting.asks.pillars import pillar


class PillarTests:
    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("tackle poverty and raise awareness", Pillar.PREVENTION),
            ("open shelters and assist survivors", Pillar.PROTECTION),
            ("investigate and bring perpetrators to court", Pillar.PROSECUTION),
            ("cooperate and share data with partners", Pillar.PARTNERSHIP),
            ("lutter contre la pauvreté et prévenir ce fléau", Pillar.PREVENTION),
            ("proteger a las víctimas y asistirlas", Pillar.PROTECTION),
            ("come back on Tuesday", None),
        ],
    )
    def test_is_read_off_the_words(self, words, expected):
        assert pillar(words) == expected

    def test_what_is_asked_weighs_more_than_the_matter(self):
        words = "On victims, we call for an investigation"

        assert pillar(words, words.index("for")) == Pillar.PROSECUTION
