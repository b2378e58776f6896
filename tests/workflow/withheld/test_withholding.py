"""Words that are withheld are in nothing that the public reads, of any version."""

import pytest

from statements import workflow
from statements.catalogue import store
from statements.models import Publication, Statement, Voice
from statements.text import passages
from statements.text.withholding import token
from statements.workflow.records import compile
from tests.cast import DATA, SHELTER, recommend

NAME = "Zamira Qadir"
EN = token("en")
REASON = "She is in danger."


@pytest.fixture
def named(draft, contributor):
    """A draft that names somebody twice, once in capitals, before its recommendations."""
    draft.text = f"We heard {NAME} today. ZAMIRA QADIR is safe.\n\n{draft.text}"
    workflow.edit(draft, by=contributor, seen=draft.version)
    return draft


@pytest.fixture
def public(named, contributor, publisher):
    workflow.submit(named, by=contributor)
    workflow.approve(named, by=publisher)
    workflow.publish(named, by=publisher)
    return named


def fresh(statement: Statement) -> Statement:
    held: Statement = Statement.objects.get(pk=statement.pk)
    return held


def record(statement: Statement):
    return store.get("statement", fresh(statement).slug).record


def publish(statement: Statement, author, publisher) -> None:
    statement.refresh_from_db()
    workflow.submit(statement, by=author)
    workflow.approve(statement, by=publisher)
    workflow.publish(statement, by=publisher)


class DraftTests:
    def test_keeps_the_words_out_of_the_record_wherever_they_stand(self, named, contributor):
        done = workflow.withhold(named, by=contributor, words=NAME, reason=REASON)

        compiled = compile.statement(named.pk)
        assert (done.places, done.public_places) == (2, 0)
        assert compiled.text.startswith(f"We heard {EN} today. {EN} is safe.")
        assert "zamira" not in repr(compiled).casefold()

    def test_anchors_every_passage_on_the_public_text(self, named, contributor):
        first = recommend(named, "We heard", strength=3)
        workflow.withhold(named, by=contributor, words=NAME, reason=REASON)

        compiled = compile.statement(named.pk)

        for one in compiled.recommendations:
            at = one.passage
            assert compiled.text[at.start : at.end] == at.exact
            assert compiled.text[: at.start].endswith(at.prefix)
            assert compiled.text[at.end :].startswith(at.suffix)
        assert compiled.recommendations[0].ref == first.ref

    def test_is_a_new_version_and_voids_an_approval(self, named, contributor, publisher):
        workflow.submit(named, by=contributor)
        workflow.approve(named, by=publisher)

        workflow.withhold(named, by=publisher, words=NAME, reason=REASON)

        assert fresh(named).version == named.version + 1
        assert fresh(named).stage == "draft"

    def test_needs_a_reason_and_words_that_are_there(self, named, contributor):
        with pytest.raises(workflow.ReasonOwed):
            workflow.withhold(named, by=contributor, words=NAME, reason=" ")
        with pytest.raises(workflow.Refusal, match="not in the text"):
            workflow.withhold(named, by=contributor, words="Nobody", reason=REASON)

    def test_refuses_words_that_cross_withheld_ones(self, named, contributor):
        workflow.withhold(named, by=contributor, words=NAME, reason=REASON)

        with pytest.raises(workflow.Refusal, match="all of them or none"):
            workflow.withhold(named, by=contributor, words="Qadir today", reason=REASON)

    def test_is_for_its_author_and_editors(self, named, other_contributor, campaigner, editor):
        for person in (other_contributor, campaigner):
            with pytest.raises(workflow.NotAllowed):
                workflow.withhold(named, by=person, words=NAME, reason=REASON)

        workflow.withhold(named, by=editor, words=NAME, reason=REASON)

        assert named.withheld.count() == 2


class ReadinessTests:
    def problems(self, statement):
        return {(one.field, one.recommendation) for one in workflow.missing(statement)}

    def test_refuses_a_recommendation_until_it_is_narrowed(self, draft, contributor):
        one = draft.recommendations.get(pillar="protection")
        workflow.withhold(draft, by=contributor, words="without conditions", reason=REASON)
        found = self.problems(draft)

        place = passages.find(draft.text, SHELTER.partition(" without")[0])[0]
        workflow.anchor(draft, place, one.passage)

        assert found == {("words", one.ref)}
        assert self.problems(draft) == set()

    def test_says_so_in_plain_words(self, draft, contributor, publisher):
        workflow.withhold(draft, by=contributor, words="without conditions", reason=REASON)
        draft.refresh_from_db()
        workflow.submit(draft, by=contributor)

        with pytest.raises(workflow.NotReady, match="Narrow the recommendation"):
            workflow.approve(draft, by=publisher)

    def test_refuses_withheld_words_that_an_edit_changed(self, named, contributor):
        workflow.withhold(named, by=contributor, words=NAME, reason=REASON)
        named.refresh_from_db()
        named.text = named.text.replace(NAME, "Zamira Q.")
        workflow.edit(named, by=contributor, seen=named.version)

        assert ("withheld", "") in self.problems(named)

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("title", f"{NAME} speaks"),
            ("source_note", f"Record of {NAME}"),
            ("slug", "speech-of-zamira-qadir"),
            ("delivered_source", NAME),
        ],
    )
    def test_refuses_withheld_words_beside_the_text(self, named, contributor, field, value):
        workflow.withhold(named, by=contributor, words=NAME, reason=REASON)
        Statement.objects.filter(pk=named.pk).update(**{field: value})

        assert self.problems(fresh(named)) == {(field, "")}

    def test_refuses_withheld_words_of_a_recommendation(self, named, contributor):
        workflow.withhold(named, by=contributor, words=NAME, reason=REASON)
        one = named.recommendations.get(pillar="protection")
        one.short_form = f"Shelter {NAME}"
        one.save()

        assert self.problems(named) == {("short_form", one.ref)}

    def test_refuses_a_voice_by_a_withheld_name_that_is_shown(self, named, contributor):
        workflow.withhold(named, by=contributor, words=NAME, reason=REASON)
        voice = Voice.objects.create(statement=named, name=NAME)
        shown = self.problems(named)

        voice.name_is_public = False
        voice.save()

        assert shown == {("voices", "")}
        assert self.problems(named) == set()


class LiveTests:
    def test_is_at_once_and_alone(self, public, editor):
        done = workflow.withhold(public, by=editor, words=NAME, reason=REASON)

        assert done.public_places == 2
        assert record(public).text.startswith(f"We heard {EN} today. {EN} is safe.")
        assert fresh(public).is_public_as_it_stands()
        assert fresh(public).stage == "approved"

    def test_publishes_no_other_edit(self, public, contributor, editor):
        public.refresh_from_db()
        public.title, public.text = "Another title", public.text + " More."
        workflow.edit(public, by=contributor, seen=public.version)

        workflow.withhold(public, by=editor, words=NAME, reason=REASON)

        held = record(public)
        assert held.title == "Iraq on shelter"
        assert "More." not in held.text
        assert "Zamira" not in held.text
        assert not fresh(public).is_public_as_it_stands()
        assert fresh(public).title == "Another title"

    def test_takes_words_out_that_only_the_public_still_reads(self, public, contributor, editor):
        public.refresh_from_db()
        public.text = public.text.replace(NAME, "a woman").replace("ZAMIRA QADIR", "She")
        workflow.edit(public, by=contributor, seen=public.version)

        done = workflow.withhold(public, by=editor, words=NAME, reason=REASON)

        assert (done.places, done.public_places) == (0, 2)
        assert "zamira" not in repr(record(public)).casefold()

    def test_withholds_more_around_what_is_withheld(self, public, editor):
        workflow.withhold(public, by=editor, words=NAME, reason=REASON)

        workflow.withhold(public, by=editor, words=f"heard {NAME} today", reason=REASON)

        assert record(public).text.startswith(f"We {EN}. {EN} is safe.")
        assert compile.statement(public.pk).text == record(public).text

    def test_takes_out_a_recommendation_that_held_the_words(self, public, editor):
        one = public.recommendations.get(pillar="protection")

        done = workflow.withhold(public, by=editor, words="without conditions", reason=REASON)

        assert done.left_out == (one.ref,)
        with pytest.raises(store.Withdrawn):
            store.get("recommendation", one.ref)
        assert [each.passage.exact for each in record(public).recommendations] == [DATA]
        assert not fresh(public).is_public_as_it_stands()

    def test_takes_the_words_out_of_title_and_address(self, draft, contributor, publisher):
        draft.text, draft.title, draft.slug = f"{NAME} spoke. {draft.text}", NAME, "zamira-qadir"
        workflow.edit(draft, by=contributor, seen=draft.version)
        publish(draft, contributor, publisher)

        workflow.withhold(draft, by=publisher, words=NAME, reason=REASON)

        held = store.get("statement", draft.ref).record
        assert (held.title, held.slug) == (EN, draft.ref)
        assert "zamira" not in repr(held).casefold()

    def test_is_refused_without_the_right(self, public, contributor, campaigner, administrator):
        for person in (contributor, campaigner, administrator):
            with pytest.raises(workflow.NotAllowed):
                workflow.withhold(public, by=person, words=NAME, reason=REASON)

        assert NAME in record(public).text

    def test_keeps_who_when_and_why_on_the_desk(self, public, editor):
        workflow.withhold(public, by=editor, words=NAME, reason=REASON)

        last, first = Publication.objects.about("statement", public.ref)
        one = public.withheld.first()
        assert one is not None
        assert (one.by, one.reason) == (editor, REASON)
        assert (last.by, NAME in last.record, NAME in first.record) == (editor, False, True)

    def test_a_later_publication_withholds_them_too(self, public, editor, publisher):
        workflow.withhold(public, by=editor, words=NAME, reason=REASON)
        public.refresh_from_db()
        public.title = "Another title"
        workflow.edit(public, by=editor, seen=public.version)

        publish(public, editor, publisher)

        assert record(public).title == "Another title"
        assert "zamira" not in repr(record(public)).casefold()


class WithdrawnTests:
    def test_comes_back_without_words_that_are_withheld_since(self, public, publisher):
        workflow.withdraw(fresh(public), by=publisher, reason="It did harm.")
        workflow.withhold(public, by=publisher, words=NAME, reason=REASON)

        workflow.bring_back(fresh(public), by=publisher, reason="It is safe now.")

        assert "zamira" not in repr(record(public)).casefold()
