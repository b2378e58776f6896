"""[sic]: what stays wrong as the source has it is marked, and the text stays its own."""

import pytest

from statements import workflow
from statements.models import Transition
from statements.workflow.texts import repairing
from statements.workflow.withheld import withholding
from tests.workflow.repairs import TEXT, accept, keys


def publish(statement, contributor, publisher):
    workflow.submit(statement, by=contributor)
    workflow.approve(statement, by=publisher)
    workflow.publish(statement, by=publisher)
    statement.refresh_from_db()
    return withholding.last_published(statement)


def mark(statement, by, words):
    workflow.mark_words_sic(statement, by=by, start=statement.text.index(words), words=words)
    statement.refresh_from_db()


def marked(record):
    return [record.text[one.start : one.end] for one in record.sic]


class MarkTests:
    def test_is_published_as_places_and_leaves_the_text(self, broken, contributor, publisher):
        chosen = keys(broken, "words", "symbol")
        workflow.mark_sic(broken, by=contributor, seen=broken.version, keys=chosen)
        broken.refresh_from_db()
        mark(broken, contributor, "put an end to")

        record = publish(broken, contributor, publisher)

        assert record.text == TEXT
        assert marked(record) == ["S/2017/l98", "put an end to", "ofhuman"]
        assert Transition.objects.about("statement", broken.ref).filter(verb="sic").count() == 2

    def test_is_shown_behind_the_words(self, broken, contributor, publisher, client):
        mark(broken, contributor, "ofhuman")
        publish(broken, contributor, publisher)

        page = client.get(f"/statements/{broken.slug}/").content.decode()

        assert 'ofhuman<small class="sic"> <bdi lang="la" dir="ltr">[sic]</bdi></small>' in page
        assert "stand like this in the source" in page

    def test_moves_with_repairs_and_edits_elsewhere(self, broken, contributor, publisher):
        mark(broken, contributor, "ofhuman")
        accept(broken, contributor, "lines", "symbol")
        broken.text = f"First of all: {broken.text}"
        workflow.edit(broken, by=contributor, seen=broken.version)

        assert marked(publish(broken, contributor, publisher)) == ["ofhuman"]

    def test_goes_with_words_that_are_put_right(self, broken, contributor, publisher):
        mark(broken, contributor, "ofhuman")
        accept(broken, contributor)

        assert marked(publish(broken, contributor, publisher)) == []

    def test_of_a_fault_is_proposed_no_more(self, broken, contributor):
        workflow.mark_sic(broken, by=contributor, seen=broken.version, keys=keys(broken, "symbol"))

        assert keys(broken, "symbol") == []

    def test_of_what_was_refused_before(self, broken, contributor):
        workflow.refuse_repairs(
            broken, by=contributor, seen=broken.version, keys=keys(broken, "words")
        )
        pks = [row.pk for row in repairing.desk(broken).refused]
        workflow.mark_sic(broken, by=contributor, seen=broken.version, pks=pks)

        held = repairing.desk(broken)
        assert ([row.pk for row in held.sic], held.refused) == (pks, [])

    def test_is_taken_away_again(self, broken, contributor, publisher):
        mark(broken, contributor, "ofhuman")
        pks = [row.pk for row in repairing.desk(broken).sic]
        version = broken.version
        workflow.undo_repairs(broken, by=contributor, seen=version, pks=pks)

        broken.refresh_from_db()
        assert broken.version == version + 1
        assert marked(publish(broken, contributor, publisher)) == []

    def test_voids_an_approval(self, broken, contributor, publisher):
        workflow.submit(broken, by=contributor)
        workflow.approve(broken, by=publisher)
        mark(broken, publisher, "ofhuman")

        assert (broken.stage, broken.approved_version) == ("draft", None)

    def test_is_refused(self, broken, contributor, other_contributor):
        with pytest.raises(workflow.NotAllowed):
            workflow.mark_words_sic(broken, by=other_contributor, start=0, words="The")
        with pytest.raises(workflow.NotAllowed):
            workflow.mark_sic(broken, by=other_contributor, seen=broken.version, keys=keys(broken))
        with pytest.raises(workflow.Conflict):
            workflow.mark_sic(broken, by=contributor, seen=broken.version - 1, keys=keys(broken))
        for start, words in ((0, "Nowhere"), (-3, "The"), (0, "  "), (10**6, "The")):
            with pytest.raises(workflow.Refusal):
                workflow.mark_words_sic(broken, by=contributor, start=start, words=words)
        for kind in ("lines", "spaces"):
            chosen = keys(broken, kind)
            with pytest.raises(workflow.Refusal):
                workflow.mark_sic(broken, by=contributor, seen=broken.version, keys=chosen)
        mark(broken, contributor, "ofhuman")
        with pytest.raises(workflow.Refusal):
            mark(broken, contributor, "ofhuman")


class WithheldTests:
    @pytest.mark.parametrize("is_live", [False, True])
    def test_words_are_not_marked(self, broken, contributor, publisher, is_live):
        mark(broken, contributor, "Jane  Doe")
        mark(broken, contributor, "ofhuman")
        if is_live:
            assert len(publish(broken, contributor, publisher).sic) == 2
        workflow.withhold(broken, by=publisher, words="Jane  Doe", reason="She asks for it.")
        broken.refresh_from_db()

        record = (
            withholding.last_published(broken)
            if is_live
            else publish(broken, contributor, publisher)
        )

        assert marked(record) == ["ofhuman"]
