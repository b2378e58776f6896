"""Actors are public while something public names them; terms at once."""

from statements.catalogue import store
from statements.models import Actor, Theme
from statements.workflow import references


class ActorTests:
    def test_is_not_public_while_nothing_names_it(self, council):
        assert store.state("actor", council.ref) == "never"

    def test_is_public_once_something_names_it(self, live, council):
        assert store.get("actor", "security-council").record.name == "Security Council"

    def test_an_edit_follows_at_once(self, live, council, editor):
        council.name = "UN Security Council"

        references.save_actor(council, by=editor)

        assert store.get("actor", "security-council").record.name == "UN Security Council"

    def test_is_shown_when_an_editor_says_so(self, council, editor):
        council.show = True
        references.save_actor(council, by=editor)
        shown = store.state("actor", council.ref)
        council.show = False
        references.save_actor(council, by=editor)

        assert (shown, store.state("actor", council.ref)) == ("live", "never")

    def test_note_for_the_desk_is_never_published(self, live, council, editor):
        council.note = "Their driver is a survivor."
        references.save_actor(council, by=editor)

        record = store.get("actor", "security-council").record

        assert "survivor" not in repr(record)


class ThemeTests:
    def test_is_public_at_once(self, shelter):
        record = store.get("term", "theme/shelter").record

        assert (record.labels, record.broader) == ({"en": "Shelter"}, ("protection",))

    def test_a_renamed_theme_needs_no_publishing(self, live, shelter, administrator):
        shelter.label = "Shelter and accommodation"

        references.save_term(shelter, by=administrator)

        assert store.get("term", "theme/shelter").record.labels["en"] == shelter.label

    def test_a_moved_theme_files_its_records_anew(self, live, shelter, administrator):
        elsewhere = Theme(code="elsewhere", label="Elsewhere")
        references.save_term(elsewhere, by=administrator)
        shelter.parent = elsewhere

        references.save_term(shelter, by=administrator)

        assert store.found_by("statement", "theme", "elsewhere") == [live.ref]
        assert store.found_by("statement", "theme", "protection") == []


class CountryTests:
    def test_carries_its_names_and_is_known_before_it_is_used(self, make_country):
        make_country("fr", "France")

        assert store.get("term", "country/fr").record.labels["fr"] == "France"
        assert not Actor.objects.filter(country__iso2="fr").exists()
