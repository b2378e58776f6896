"""A tag that names somebody goes with the statement that it stands on, where that is chosen."""

import json

import pytest

from statements import workflow
from statements.models import Batch, Tag, TagChange
from statements.workflow.tags import tag_names, tagging
from statements.workflow.withheld import erasing, erasing_tags
from tests.cast import DATA, recommend
from tests.tables import holding

NAME = "zqvictimqz"


@pytest.fixture
def tagged(live, editor, publisher):
    """Public, with a tag of a name that stands in its text, renamed once, and a plain one."""
    live.refresh_from_db()
    live.text = f"{live.text}\n\nWe heard {NAME.title()}."
    workflow.edit(live, by=editor, seen=live.version)
    workflow.submit(live, by=editor)
    workflow.approve(live, by=publisher)
    workflow.publish(live, by=publisher, reason="Added.")
    one = live.recommendations.first()
    workflow.tag([one], by=publisher, add=[f"for {NAME}", "working list"])
    tag = Tag.objects.get(name=f"for {NAME}")
    tag.name = f"About {NAME}"
    tagging.save_tag(tag, by=publisher)
    told = {"lines": [{"field": "tags", "what": f"About {NAME}"}], "left_out": []}
    Batch.objects.create(told=json.dumps(told, separators=(",", ":")), by=publisher)
    live.refresh_from_db()
    return live


def erase(statement, by, tags):
    return workflow.erase(statement, by=by, reason="In danger.", confirmed=statement.ref, tags=tags)


class NamingTests:
    def test_are_those_whose_words_stand_in_it(self, tagged):
        assert [tag.name for tag in erasing.going(tagged).tags] == [f"About {NAME}"]

    def test_are_none_that_stand_elsewhere_too(self, tagged, make_draft, other_contributor):
        other = make_draft_of(tagged, other_contributor)
        tagging.put(
            [(other.pk, Tag.objects.get(name=f"About {NAME}").pk)], [], by=tagged.created_by
        )

        assert erasing.going(tagged).tags == ()


def make_draft_of(tagged, by):
    other = type(tagged)(title="Another", text=DATA)
    workflow.create(other, by=by)
    return recommend(other, DATA)


class EraseTests:
    def test_leaves_no_word_of_them_anywhere(self, tagged, administrator):
        before = holding(NAME)
        tags = erasing.going(tagged).tags

        erasure = erase(tagged, administrator, tags)

        assert "catalogue_record.body" in before
        assert "statements_transition.ref" in before
        assert "statements_tagchange.tag_name" in before
        assert "statements_tagalias.name" in before
        assert holding(NAME) == []
        assert erasure.tags == str(tags[0].pk)
        assert [tag.name for tag in Tag.objects.all()] == ["working list"]

    def test_leaves_those_that_nobody_chose(self, tagged, administrator):
        erase(tagged, administrator, [])

        assert Tag.objects.filter(name=f"About {NAME}").exists()

    def test_leaves_those_that_may_name_nobody(self, tagged, administrator):
        plain = Tag.objects.get(name="working list")

        erase(tagged, administrator, [plain])

        assert Tag.objects.filter(pk=plain.pk).exists()

    def test_takes_them_off_what_an_older_state_has(self, tagged, administrator, contributor):
        tag = Tag.objects.get(name=f"About {NAME}")
        other = make_draft_of(tagged, contributor)
        tagging.put([(other.pk, tag.pk)], [], by=contributor)

        erasing_tags.erase([tag.pk], by=administrator)

        assert not other.tags.exists()
        assert not TagChange.objects.filter(tag_name__icontains=NAME).exists()
        assert tag_names.found([f"About {NAME}"]) == []
