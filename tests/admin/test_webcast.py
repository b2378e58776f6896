"""The webcast on the form of a statement, and its way into the record."""

import pytest

from statements.workflow.records import compile
from tests.admin.filling import filled


def saved(client, address, **fields):
    data = filled(client.get(address))
    for name, value in fields.items():
        data[name] = [value]
    return client.post(address, data)


class WebcastTests:
    def test_begins_where_the_source_says(self, at_desk, contributor, form_of, draft):
        client = at_desk(contributor)

        saved(client, form_of(draft), webcast_from="2hr and 17min")

        draft.refresh_from_db()
        assert draft.webcast_offset == 8220
        assert filled(client.get(form_of(draft)))["webcast_from"] == ["2:17:00"]
        webcast = compile.statement(draft.pk).webcast
        assert webcast
        assert (webcast.url, webcast.offset) == ("", 8220)

    def test_is_taken_away_again(self, at_desk, contributor, form_of, draft):
        client = at_desk(contributor)
        saved(client, form_of(draft), webcast_from="2:17", webcast_url="https://media.un.org/x")

        saved(client, form_of(draft), webcast_from="", webcast_url="")

        draft.refresh_from_db()
        assert (draft.webcast_offset, draft.webcast_url) == (None, "")
        assert compile.statement(draft.pk).webcast is None

    @pytest.mark.parametrize("typed", ["137", "2:75", "soon", "25:00"])
    def test_says_how_to_write_where_it_begins(self, at_desk, contributor, form_of, draft, typed):
        answer = saved(at_desk(contributor), form_of(draft), webcast_from=typed)

        draft.refresh_from_db()
        assert "Write it as 2:17:00" in answer.content.decode()
        assert f'value="{typed}"' in answer.content.decode()
        assert draft.webcast_offset is None

    def test_is_no_change_where_it_is_left_alone(self, at_desk, contributor, form_of, draft):
        client = at_desk(contributor)
        saved(client, form_of(draft), webcast_from="2:17")
        draft.refresh_from_db()

        saved(client, form_of(draft))

        assert type(draft).objects.get(pk=draft.pk).version == draft.version

    def test_is_read_by_those_who_may_not_change_it(self, at_desk, campaigner, form_of, draft):
        type(draft).objects.filter(pk=draft.pk).update(webcast_offset=8220)

        page = at_desk(campaigner).get(form_of(draft)).content.decode()

        assert "2:17:00" in page
