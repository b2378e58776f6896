"""The second of two saves: what was saved meanwhile and what was typed, joined on purpose."""

import pytest

from statements import workflow
from statements.admin.forms import opening
from statements.models import Actor, Country, Event, Recommendation, Statement
from statements.workflow import gatherings
from tests.admin.filling import filled, row, voice
from tests.admin.together.pages import MEANWHILE, words
from tests.cast import DATA, SHELTER, TEXT, recommend


class JoinTests:
    def test_saves_nothing_by_itself(self, client, form_of, draft, meanwhile, join):
        data = filled(client.get(form_of(draft))) | {"source_note": ["Typed"]}
        meanwhile(title="Saved")

        answer = join(data)

        assert "Both are together below." in words(answer)
        assert Statement.objects.get(pk=draft.pk).source_note == ""

    def test_has_what_each_changed_alone(self, client, form_of, draft, meanwhile, join):
        data = filled(client.get(form_of(draft))) | {"source_note": ["Typed"]}
        meanwhile(title="Saved")

        client.post(form_of(draft), filled(join(data)))

        draft.refresh_from_db()
        assert (draft.title, draft.source_note, draft.version) == ("Saved", "Typed", 3)

    def test_has_both_changes_of_one_text(self, client, form_of, draft, meanwhile, join):
        typed = TEXT.replace("I thank you.", "I thank you all.").replace("\n", "\r\n")
        data = filled(client.get(form_of(draft))) | {"text": [typed]}
        meanwhile(text=TEXT.replace("Mr. President", "Madam President"))

        client.post(form_of(draft), filled(join(data)))

        draft.refresh_from_db()
        assert draft.text == TEXT.replace("Mr.", "Madam").replace("you.", "you all.")
        assert not draft.passages.filter(orphaned=True).exists()

    @pytest.mark.parametrize(("kept", "title"), [("mine", "Typed"), ("theirs", "Saved")])
    def test_keeps_of_a_field_of_both_what_was_chosen(
        self, client, form_of, draft, meanwhile, join, kept, title
    ):
        data = filled(client.get(form_of(draft))) | {"title": ["Typed"]}
        meanwhile(title="Saved")

        client.post(form_of(draft), filled(join(data, **{"keep---title": kept})))

        draft.refresh_from_db()
        assert draft.title == title

    def test_has_the_choices_of_both_in_one_set(
        self, client, form_of, draft, meanwhile, join, make_country
    ):
        mine, theirs = make_country("ir", "Iran"), make_country("sy", "Syria")
        data = filled(client.get(form_of(draft))) | {"countries": [str(mine.pk)]}
        draft.countries.add(theirs)
        meanwhile()

        client.post(form_of(draft), filled(join(data)))

        assert set(Statement.objects.get().countries.values_list("iso2", flat=True)) == {"ir", "sy"}

    def test_has_the_rows_of_both(self, client, form_of, draft, meanwhile, join, council):
        first, _second = draft.recommendations.order_by("passage__start")
        data = filled(client.get(form_of(draft)))
        data["recommendations-1-short_form"] = ["Typed in the second"]
        row(data, words="Mr. President,", short_form="Typed as new")
        voice(data, name="Mr. Typed")
        recommend(draft, "Trafficking is a crime.", short_form="Added meanwhile")
        Recommendation.objects.filter(pk=first.pk).update(short_form="Changed meanwhile")
        meanwhile()

        answer = client.post(form_of(draft), filled(join(data)))

        assert answer.status_code == 302
        held = dict(draft.recommendations.values_list("passage__exact", "short_form"))
        assert held == {
            SHELTER: "Changed meanwhile",
            DATA: "Typed in the second",
            "Trafficking is a crime.": "Added meanwhile",
            "Mr. President,": "Typed as new",
        }
        assert set(draft.voices.values_list("name", flat=True)) == {"Ms. A", "Mr. Typed"}

    def test_keeps_what_was_typed_into_a_row_that_is_gone(
        self, client, form_of, draft, meanwhile, join
    ):
        first, second = draft.recommendations.order_by("passage__start")
        data = filled(client.get(form_of(draft)))
        data["recommendations-1-short_form"] = ["Typed"]
        first.delete()
        second.delete()
        meanwhile()

        answer = client.post(form_of(draft), filled(join(data)))

        assert answer.status_code == 302
        (kept,) = draft.recommendations.all()
        assert (kept.passage.exact, kept.short_form) == (DATA, "Typed")
        assert kept.ref != second.ref

    def test_removes_a_row_that_only_one_removed(self, client, form_of, draft, meanwhile, join):
        data = filled(client.get(form_of(draft))) | {"recommendations-0-DELETE": ["on"]}
        meanwhile(title="Saved")

        client.post(form_of(draft), filled(join(data)))

        assert [one.passage.exact for one in draft.recommendations.all()] == [DATA]

    @pytest.mark.parametrize(("kept", "left"), [("", [DATA]), ("theirs", [SHELTER, DATA])])
    def test_asks_about_a_row_that_one_removed_and_the_other_changed(
        self, client, form_of, draft, meanwhile, join, kept, left
    ):
        first = draft.recommendations.order_by("passage__start")[0]
        data = filled(client.get(form_of(draft))) | {"recommendations-0-DELETE": ["on"]}
        Recommendation.objects.filter(pk=first.pk).update(short_form="Changed meanwhile")
        meanwhile()

        client.post(
            form_of(draft), filled(join(data, **{f"keep-recommendations-{first.pk}": kept}))
        )

        rows = draft.recommendations.order_by("passage__start")
        assert [one.passage.exact for one in rows] == left

    def test_keeps_tags_given_meanwhile_and_typed(
        self, client, form_of, draft, meanwhile, join, campaigner
    ):
        one = draft.recommendations.get(passage__exact=SHELTER)
        workflow.tag([one], by=campaigner, add=["Old", "Shown"])
        data = filled(client.get(form_of(draft))) | {"recommendations-0-tag_names": ["Shown, New"]}
        workflow.tag([one], by=campaigner, add=["Meanwhile"])
        meanwhile(title="Saved")

        client.post(form_of(draft), filled(join(data)))

        assert sorted(one.tags.names()) == ["Meanwhile", "New", "Shown"]

    def test_does_not_join_what_nobody_looked_at(self, client, form_of, draft, meanwhile):
        data = filled(client.get(form_of(draft))) | {"source_note": ["Typed"]}
        looked_at = meanwhile(title="Saved")
        again = filled(client.post(form_of(draft), data)) | {"_join": [str(looked_at)]}
        meanwhile(title="Saved again")

        answer = client.post(form_of(draft), again)

        assert MEANWHILE in words(answer)
        assert "Both are together" not in words(answer)

    def test_tells_of_what_was_saved_after_joining(self, client, form_of, draft, meanwhile, join):
        data = filled(client.get(form_of(draft))) | {"source_note": ["Typed"]}
        meanwhile(title="Saved")
        together = filled(join(data))
        meanwhile(title="Saved again")

        answer = client.post(form_of(draft), together)

        assert MEANWHILE in words(answer)
        assert filled(answer)["source_note"] == ["Typed"]


class UnopenedRowTests:
    """Of many rows only the first have fields until they are opened."""

    @pytest.fixture
    def many(self, draft, monkeypatch):
        monkeypatch.setattr(opening, "READY", 1)
        return draft

    def test_are_not_in_the_way(self, client, form_of, many, meanwhile, join):
        Recommendation.objects.filter(passage__exact=DATA).update(short_form="As it was")
        data = filled(client.get(form_of(many))) | {"source_note": ["Typed"]}
        Recommendation.objects.filter(passage__exact=DATA).update(short_form="Changed meanwhile")
        meanwhile()

        page = words(client.post(form_of(many), data))
        client.post(form_of(many), filled(join(data)))

        assert "<del>As it was</del><ins>Changed meanwhile</ins>" in page
        assert Statement.objects.get().source_note == "Typed"
        assert many.recommendations.get(passage__exact=DATA).short_form == "Changed meanwhile"

    def test_that_were_opened_later_are_known_as_they_were(
        self, client, form_of, many, meanwhile, join
    ):
        data = filled(client.get(form_of(many)))
        opened_later = filled(client.get(f"{form_of(many)}?row={data['recommendations-1-id'][0]}"))
        data |= {name: given for name, given in opened_later.items() if name not in data}
        data |= {"recommendations-1-short_form": ["Typed"]}
        Recommendation.objects.filter(passage__exact=DATA).update(addressed_as="Meanwhile")
        meanwhile()

        page = words(client.post(form_of(many), data))
        client.post(form_of(many), filled(join(data)))

        assert "Saved meanwhile, not changed by you" in page
        assert "Changed there and by you" not in page
        one = many.recommendations.get(passage__exact=DATA)
        assert (one.short_form, one.addressed_as) == ("Typed", "Meanwhile")


class OverwriteTests:
    def test_keeps_rows_that_were_added_meanwhile(self, client, form_of, draft, meanwhile):
        data = filled(client.get(form_of(draft))) | {"title": ["Typed"]}
        recommend(draft, "Trafficking is a crime.", short_form="Added meanwhile")
        version = meanwhile(title="Saved")
        again = filled(client.post(form_of(draft), data)) | {"take_over": [str(version)]}

        client.post(form_of(draft), again)

        draft.refresh_from_db()
        assert draft.title == "Typed"
        assert draft.recommendations.count() == 3

    def test_is_possible_where_a_row_is_gone(self, client, form_of, draft, meanwhile):
        data = filled(client.get(form_of(draft))) | {"recommendations-1-short_form": ["Typed"]}
        draft.recommendations.all().delete()
        version = meanwhile()
        again = filled(client.post(form_of(draft), data)) | {"take_over": [str(version)]}

        answer = client.post(form_of(draft), again)

        assert answer.status_code == 302
        assert [one.short_form for one in draft.recommendations.all()] == ["Typed"]


class OtherNounTests:
    def test_actors_join_their_other_names(self, at_desk, editor, council):
        client = at_desk(editor)
        address = f"/admin/statements/actor/{council.pk}/change/"
        data = filled(client.get(address), "actor_form") | {"short_name": ["UNSC"]}
        council.aliases.create(name="Le Conseil")
        Actor.objects.filter(pk=council.pk).update(version=7, name="The Security Council")
        again = filled(client.post(address, data), "actor_form") | {"_join": ["7"]}

        client.post(address, filled(client.post(address, again), "actor_form"))

        council.refresh_from_db()
        assert (council.name, council.short_name) == ("The Security Council", "UNSC")
        assert [alias.name for alias in council.aliases.all()] == ["Le Conseil"]

    def test_countries_join_their_names(self, at_desk, keeper, make_country):
        country = make_country("ir", "Iran")
        client = at_desk(keeper)
        address = f"/admin/statements/country/{country.pk}/change/"
        data = filled(client.get(address), "country_form") | {"name_fr": ["L'Iran"]}
        Country.objects.filter(pk=country.pk).update(version=5, name_es="Irán")
        again = filled(client.post(address, data), "country_form") | {"_join": ["5"]}

        client.post(address, filled(client.post(address, again), "country_form"))

        country.refresh_from_db()
        assert (country.name_fr, country.name_es) == ("L'Iran", "Irán")


def test_gatherings_are_saved_once_looked_at(at_desk, editor, publisher):
    client = at_desk(editor)
    client.post(
        "/admin/statements/event/add/", {"title": "A debate", "slug": "a", "kind": "launch"}
    )
    noun = Event.objects.get()
    address = f"/admin/statements/event/{noun.pk}/change/"
    data = filled(client.get(address), "event_form") | {"place": ["Geneva"]}
    noun.title = "Another name"
    gatherings.save(noun, by=publisher)
    again = filled(client.post(address, data), "event_form") | {"_join": [str(noun.version)]}

    client.post(address, filled(client.post(address, again), "event_form"))

    noun.refresh_from_db()
    assert (noun.title, noun.place) == ("Another name", "Geneva")
