"""Actors are public while something public names them; terms at once."""

import pytest

from statements import workflow
from statements.catalogue import store, vocabulary
from statements.models import Actor, Country, Region, Theme
from statements.workflow import references


class ActorTests:
    def test_is_not_public_while_nothing_names_it(self, council):
        assert store.state("actor", council.ref) == "never"

    def test_is_public_once_something_names_it(self, live, council):
        assert store.get("actor", "security-council").record.name == "Security Council"

    def test_an_edit_follows_at_once(self, live, council, keeper):
        council.name = "UN Security Council"

        references.save_actor(council, by=keeper)

        assert store.get("actor", "security-council").record.name == "UN Security Council"

    def test_is_shown_when_an_editor_says_so(self, council, keeper):
        council.show = True
        references.save_actor(council, by=keeper)
        shown = store.state("actor", council.ref)
        council.show = False
        references.save_actor(council, by=keeper)

        assert (shown, store.state("actor", council.ref)) == ("live", "never")

    def test_is_found_by_its_other_names_as_they_are_now(self, live, council, keeper):
        council.aliases.create(name="UNSC")
        references.show_names(council)
        shown = store.get("actor", "security-council").record.also
        council.aliases.all().delete()
        references.show_names(council)

        assert shown == ("UNSC",)
        assert store.get("actor", "security-council").record.also == ()

    def test_is_not_shown_by_its_names_alone(self, council):
        council.aliases.create(name="UNSC")

        references.show_names(council)

        assert store.state("actor", council.ref) == "never"

    def test_note_for_the_desk_is_never_published(self, live, council, keeper):
        council.note = "Their driver is a survivor."
        references.save_actor(council, by=keeper)

        record = store.get("actor", "security-council").record

        assert "survivor" not in repr(record)

    def test_cannot_take_an_address_that_was_another_s(self, live, council, keeper):
        council.slug = "council"
        references.save_actor(council, by=keeper)
        other = Actor(slug="security-council", kind="un_organ", name="Another")

        with pytest.raises(workflow.Refusal, match="belonged to another page"):
            references.save_actor(other, by=keeper)

    def test_cannot_be_part_of_itself(self, council, keeper):
        council.parent = council

        with pytest.raises(workflow.Refusal, match="part of itself"):
            references.save_actor(council, by=keeper)


class ThemeTests:
    def test_is_public_at_once(self, shelter):
        record = store.get("term", "theme/shelter").record

        assert (record.labels, record.broader) == ({"en": "Shelter"}, ("protection",))

    def test_is_found_by_its_other_names(self, shelter, make_country):
        shelter.synonyms.create(name="safe houses")
        references.show_names(shelter)
        pakistan = make_country("pk", "Pakistan")
        pakistan.aliases.create(name="Pakistani")
        references.show_names(pakistan)

        assert store.get("term", "theme/shelter").record.also == ("safe houses",)
        assert store.get("term", "country/pk").record.also == (pakistan.iso3, "Pakistani")

    def test_a_renamed_theme_needs_no_publishing(self, live, shelter, keeper):
        shelter.label = "Shelter and accommodation"

        references.save_term(shelter, by=keeper)

        assert store.get("term", "theme/shelter").record.labels["en"] == shelter.label

    def test_a_moved_theme_files_its_records_anew(self, live, shelter, keeper):
        elsewhere = Theme(code="elsewhere", label="Elsewhere")
        references.save_term(elsewhere, by=keeper)
        shelter.parent = elsewhere

        references.save_term(shelter, by=keeper)

        assert store.found_by("statement", "theme", "elsewhere") == [live.ref]
        assert store.found_by("statement", "theme", "protection") == []

    def test_cannot_stand_under_itself(self, shelter, keeper):
        protection = shelter.parent
        protection.parent = shelter

        with pytest.raises(workflow.Refusal, match="cannot stand under itself"):
            references.save_term(protection, by=keeper)

        assert Theme.objects.get(pk=protection.pk).parent is None

    def test_is_saved_by_administrators_alone(self, shelter, stranger, editor):
        for person in (stranger, editor):
            with pytest.raises(workflow.NotAllowed):
                references.save_term(Theme(code="new", label="New"), by=person)

        assert store.state("term", "theme/new") == "never"


class RegionTests:
    def test_moved_takes_its_countries_along(self, make_country, keeper):
        asia, world = (Region(code=code, label=code) for code in ("142", "001"))
        for region in (asia, world):
            references.save_term(region, by=keeper)
        iraq = make_country("iq", "Iraq")
        iraq.region = asia
        references.save_term(iraq, by=keeper)
        asia.parent = world

        references.save_term(asia, by=keeper)

        assert store.get("term", "country/iq").record.broader == ("142", "001")


class CountryTests:
    def test_renamed_renames_its_state(self, live, keeper):
        iraq = Country.objects.get(iso2="iq")
        iraq.name_en, iraq.name_fr = "Republic of Iraq", "République d’Iraq"

        references.save_term(iraq, by=keeper)

        record = store.get("actor", "state-iq").record
        assert (record.name, record.names["fr"]) == ("Republic of Iraq", "République d’Iraq")
        label = vocabulary.labels([("actor", record.ref)])["actor", record.ref]
        assert (label.kind, label.title) == ("country", "Republic of Iraq")

    def test_carries_its_names_and_is_known_before_it_is_used(self, make_country):
        make_country("fr", "France")

        assert store.get("term", "country/fr").record.labels["fr"] == "France"
        assert not Actor.objects.filter(country__iso2="fr").exists()
