"""What the seeds withhold of their texts."""

from tests.seeds.test_statements import CONFERENCE, STATEMENTS, body


class WithheldTests:
    def test_the_release_names_no_press_contact(self) -> None:
        release = STATEMENTS[CONFERENCE]
        (contact,) = (one["exact"] for one in release["withheld"])

        assert body(release).count(contact) == 1
        assert "Gilani" not in body(release).replace(contact, "")

    def test_says_why(self) -> None:
        held = [one for seed in STATEMENTS.values() for one in seed.get("withheld", ())]

        assert all(one["reason"] for one in held)
