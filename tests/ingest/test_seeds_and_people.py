"""The seeds loaded again on a site where people have worked: their work stands."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from statements import workflow
from statements.catalogue import store
from statements.models import (
    Actor,
    Campaign,
    CountryAlias,
    Publication,
    Recommendation,
    Tag,
    Theme,
    Transition,
)
from statements.workflow import gatherings, references
from statements.workflow.tags import tagging
from tests.ingest.folder import Folder

pytestmark = pytest.mark.django_db

Load = Callable[[], list[str]]
SHELTER = "shelter-for-all"
SHELTERED = "dpcfhmzs85"  # a recommendation with that tag alone


def left(lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith("left to people")]


def tags_of(ref: str) -> set[str]:
    return set(Recommendation.objects.get(ref=ref).tags.names())


class ActorTests:
    def test_a_state_keeps_the_address_that_an_editor_gave_it(self, load, editor):
        iraq = Actor.objects.get(kind="state", country__iso2="iq")
        iraq.slug = "iraq"
        references.save_actor(iraq, by=editor)
        before = Actor.objects.count()

        lines = load()

        iraq.refresh_from_db()
        assert (iraq.slug, Actor.objects.count()) == ("iraq", before)
        assert left(lines) == [f"left to people: actor {iraq.ref}: Iraq"]

    def test_an_actor_keeps_its_address_and_what_names_it(self, load, folder, statement, editor):
        slug = "un-network-on-migration-iraq"
        actor = Actor.objects.get(slug=slug)
        actor.slug = "network-in-iraq"
        references.save_actor(actor, by=editor)
        before = Actor.objects.count(), Publication.objects.count()

        load()

        assert (Actor.objects.count(), Publication.objects.count()) == before
        assert not Actor.objects.filter(slug=slug).exists()
        with folder.changed("events.json") as events:
            events[0]["summary"] = "Anew."
        load()
        assert statement.event.participants.get() == statement.voices.first().actor == actor

    def test_have_the_refs_of_the_file(self, load, folder):
        with folder.rows("actors") as rows:
            refs = {row["slug"]: row["ref"] for row in rows}

        held = Actor.objects.exclude(kind="state").values_list("slug", "ref")

        assert dict(held) == refs

    def test_one_that_somebody_made_before_the_list_had_it_is_not_made_twice(
        self, load, folder, editor
    ):
        actor = Actor(slug="new-office", kind="un_entity", name="Office")
        references.save_actor(actor, by=editor)
        with folder.rows("actors") as rows:
            rows.append(rows[0] | {"ref": "n" * 10, "slug": "new-office", "name": "New Office"})

        lines = load()

        assert Actor.objects.filter(slug="new-office").get().name == "Office"
        assert left(lines) == [f"left to people: actor {actor.ref}: Office"]


class OtherNameTests:
    def test_come_not_back_once_a_person_removed_them(self, load, administrator):
        alias = CountryAlias.objects.select_related("country")[0]
        country = alias.country
        alias.delete()
        references.save_term(country, by=administrator)

        lines = load()

        assert not country.aliases.filter(name=alias.name).exists()
        assert left(lines) == [f"left to people: country {country.iso2}: {country}"]

    def test_follow_the_file_where_nobody_touched_the_noun(self, load, folder):
        with folder.rows("themes") as rows:
            rows[0]["synonyms"] = "Heading it off"
            code = rows[0]["code"]

        load()

        theme = Theme.objects.get(code=code)
        assert theme.synonyms.filter(name="Heading it off").exists()
        assert "Heading it off" in store.get("term", f"theme/{code}").record.also

    @pytest.mark.parametrize("kind", ["theme", "country", "actor"])
    def test_are_shown_where_the_record_is_from_before_there_were_any(self, load, kind):
        addresses = {
            "theme": lambda: f"theme/{Theme.objects.filter(synonyms__isnull=False)[0].code}",
            "country": lambda: f"country/{CountryAlias.objects.all()[0].country.iso2}",
            "actor": lambda: Actor.objects.get(slug="un-network-on-migration-iraq").slug,
        }
        key = ("actor" if kind == "actor" else "term", addresses[kind]())
        full = store.get(*key).record
        store.put(replace(full, also=()))

        load()

        assert full.also
        assert store.get(*key).record == full


class CampaignTests:
    def test_keeps_its_tag_under_a_new_name(self, load, folder, campaigner):
        tag = Tag.objects.get(slug=SHELTER)
        tag.name = "Shelter for everybody"
        tagging.save_tag(tag, by=campaigner)
        gathered = store.found_by("recommendation", "tag", SHELTER)
        with folder.statement() as said:
            said["title"] = "A better title"

        load()

        assert Campaign.objects.get(tag=tag).tag.slug == SHELTER
        assert Tag.objects.filter(name__icontains="shelter").get() == tag
        assert store.found_by("recommendation", "tag", SHELTER) == gathered
        assert SHELTERED in gathered

    def test_is_made_with_its_tag_which_is_written_down(self, load):
        tag = Campaign.objects.get(slug="reduce-demand").tag

        made = Transition.objects.about("tag", tag.slug).get()

        assert (made.verb, made.by.username) == ("create", "seed-writer")

    def test_that_people_gave_another_tag_brings_no_tag_back(self, load, campaigner):
        campaign = Campaign.objects.get(slug="reduce-demand")
        gone, campaign.tag = campaign.tag, Tag.objects.get(slug=SHELTER)
        gatherings.save(campaign, by=campaigner)
        gone.delete()

        load()

        assert not Tag.objects.filter(slug="reduce-demand").exists()


class TagTests:
    @pytest.fixture(autouse=True)
    def with_another_title(self, load: Load, folder: Folder) -> None:
        with folder.statement() as said:
            said["title"] = "A better title"

    def test_that_a_person_put_on_stay(self, load, campaigner):
        one = Recommendation.objects.get(ref=SHELTERED)
        workflow.tag([one], by=campaigner, add=["Urgent"])

        load()

        assert tags_of(SHELTERED) == {SHELTER, "Urgent"}

    def test_that_a_person_took_off_stay_off(self, load, campaigner):
        one = Recommendation.objects.get(ref=SHELTERED)
        workflow.tag([one], by=campaigner, remove=[SHELTER])

        load()

        assert tags_of(SHELTERED) == set()

    def test_follow_the_last_word_of_a_person(self, load, campaigner):
        one = Recommendation.objects.get(ref=SHELTERED)
        workflow.tag([one], by=campaigner, add=["Urgent"], remove=[SHELTER])
        workflow.tag([one], by=campaigner, add=[SHELTER], remove=["Urgent"])

        load()

        assert tags_of(SHELTERED) == {SHELTER}

    def test_follow_the_file_where_no_person_said_a_word(self, load, folder, statement):
        with folder.statement() as said:
            for one in said["recommendations"]:
                if one["ref"] == SHELTERED:
                    one["tags"] = ["non-punishment", "Anew"]

        load()

        assert tags_of(SHELTERED) == {"non-punishment", "Anew"}

    def test_alone_make_no_new_version(self, load, folder, statement):
        load()
        with folder.statement() as said:
            said["recommendations"][0]["tags"] = ["Anew"]

        lines = load()

        version = store.get("statement", statement.slug).record.version
        assert (version, tags_of(said["recommendations"][0]["ref"])) == (2, {"Anew"})
        assert "statement     0 made,    1 changed,    0 left to people,    0 the same" in lines
