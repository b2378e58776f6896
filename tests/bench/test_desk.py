"""The desk of a benchmark: working copies of what is published, a form as a browser sends it."""

import pytest

from bench.desk import filling, long
from statements.catalogue import store
from statements.models import Mark, Recommendation, Statement

FORM = """
<form><input name="outside" value="no"></form>
<form id="statement_form"><input type="hidden" name="seen" value="a &amp; b">
<input type="checkbox" name="ticked" checked><input type="checkbox" name="empty">
<textarea name="text">
One</textarea><select name="kind" multiple><option value="a" selected>A</option>
<option value="b">B</option><option value="c" selected>C</option></select>
<input type="submit" name="_save" value="Save"></form>
"""


@pytest.mark.django_db
class FillTests:
    def test_makes_a_working_copy_of_what_is_published_once(self, keeper, live):
        record = store.get("statement", live.slug).record
        Recommendation.objects.all().delete()
        Mark.objects.all().delete()
        live.delete()

        first = filling.fill(keeper, lambda n: None)
        again = filling.fill(keeper, lambda n: None)

        assert first == again == Statement.objects.count() == 1
        one = Statement.objects.get(ref=record.ref)
        assert (one.title, one.text, one.public) == (record.title, record.text, "live")
        held = Recommendation.objects.filter(statement=one).select_related("passage")
        assert {row.ref: row.passage.exact for row in held} == {
            row.ref: row.passage.exact for row in record.recommendations
        }
        assert Mark.objects.filter(kind="statement", ref=one.ref).exists()


class ControlsTests:
    def test_are_what_a_browser_sends(self):
        assert long.controls(FORM) == {
            "seen": ["a & b"],
            "ticked": ["on"],
            "text": ["One"],
            "kind": ["a", "c"],
        }
