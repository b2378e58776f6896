"""Whom a call names."""

import pytest

from tests.ingest.drafting.asks.found import all_in


class AddresseeTests:
    @pytest.mark.parametrize(
        ("sentence", "language", "expected"),
        [
            ("We call on the Council to act.", "en", "Council"),
            ("We urge Mali and its neighbours to talk.", "en", "Mali and its neighbours"),
            ("We call on the XKP not to shoot.", "en", "XKP"),
            ("All Member States must ratify it.", "en", "All Member States"),
            ("We believe that the Security Council should meet.", "en", "Security Council"),
            ("Haiti must hold elections.", "en", "Haiti"),
            ("It is vital that Governments listen.", "en", "Governments"),
            ("It is up to the General Assembly to decide.", "en", "General Assembly"),
            ("We praise States, and we call on them to go on.", "en", "States"),
            ("The role of the Council must grow.", "en", ""),
            ("We must act.", "en", ""),
            ("Norway calls for an inquiry.", "en", ""),
            ("Nous exhortons les autorités locales à agir.", "fr", "autorités locales"),
            ("Il appartient au Conseil de décider.", "fr", "Conseil"),
            ("Instamos a los Estados a actuar.", "es", "Estados"),
            ("La comunidad internacional debe actuar.", "es", "comunidad internacional"),
        ],
    )
    def test_is_named_as_in_the_text(self, sentence, language, expected):
        (ask,) = all_in(sentence, language)

        assert ask.addressee == expected

    def test_is_part_of_the_reason(self):
        (ask,) = all_in("We call on the Council to act.")

        assert str(ask.why.words) == "“call on” + “Council”"
