"""A statement with more recommendations than anybody changes at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements import workflow
from statements.admin.forms.opening import READY
from statements.models import Recommendation, Statement, Voice
from tests.admin.filling import filled
from tests.cast import recommend

FOLDED = READY + 2


@pytest.fixture
def make_long(contributor, shelter, council):
    """Make a statement that asks so many things, of the Council, by one voice."""

    def make(number: int) -> Statement:
        asks = [f"We ask for thing {n:03}, at once and for all of us." for n in range(number)]
        statement = Statement(title="Long", text="\n\n".join(asks))
        workflow.create(statement, by=contributor)
        Voice.objects.create(statement=statement, actor=council)
        for ask in asks:
            recommend(statement, ask, addressees=[council], themes=[shelter]).tags.add("Shelter")
        return statement

    return make


@pytest.fixture
def client(at_desk, contributor):
    return at_desk(contributor)


@pytest.fixture
def long(make_long):
    return make_long(FOLDED + 1)


def last(statement):
    return statement.recommendations.order_by("passage__start").last()


def address_of(statement, row):
    return f"/admin/statements/statement/{statement.pk}/rows/recommendations/{row.pk}/?at={FOLDED}"


def counted(ask):
    with CaptureQueriesContext(connection) as queries:
        ask()
    return len(queries)


class FoldedRowTests:
    def test_stays_as_it_is_where_nobody_opened_it(self, client, form_of, long):
        before = list(Recommendation.objects.values())
        data = filled(client.get(form_of(long)))
        data["title"] = ["Longer"]

        client.post(form_of(long), data)

        assert f"recommendations-{FOLDED}-words" not in data
        assert Statement.objects.get().title == "Longer"
        assert list(Recommendation.objects.values()) == before
        assert {str(tag) for tag in last(long).tags.all()} == {"Shelter"}

    def test_gives_its_fields_to_who_opens_it(self, client, form_of, long):
        fields = client.get(address_of(long, last(long))).content.decode()

        assert f'name="recommendations-{FOLDED}-words"' in fields
        assert f"thing {FOLDED:03}" in fields
        assert "Security Council" in fields

    def test_is_changed_by_the_fields_it_gave(self, client, form_of, long):
        row = last(long)
        data = filled(client.get(form_of(long)))
        answer = client.get(address_of(long, row))
        answer.content = b'<form id="statement_form">' + answer.content + b"</form>"
        data |= filled(answer) | {f"recommendations-{FOLDED}-short_form": ["Mine"]}

        client.post(form_of(long), data)

        row.refresh_from_db()
        assert (row.short_form, row.passage.exact[:21]) == (
            "Mine",
            f"We ask for thing {FOLDED:03},",
        )
        assert row.addressees.exists()

    def test_opens_by_its_link_where_there_are_no_scripts(self, client, form_of, long):
        data = filled(client.get(f"{form_of(long)}?row={last(long).pk}"))

        assert f"recommendations-{FOLDED}-words" in data

    def test_is_unknown_of_another_statement(self, client, long, draft):
        assert client.get(address_of(draft, last(long))).status_code == 404

    def test_is_not_deleted_where_it_was_ever_public(self, client, form_of, live):
        one = live.recommendations.first()
        data = filled(client.get(form_of(live)))
        folded = {name: sent for name, sent in data.items() if "recommendations-0-" not in name}
        folded |= {"recommendations-0-id": [str(one.pk)], "recommendations-0-DELETE": ["on"]}

        saved = client.post(form_of(live), {**folded, "title": ["Another title"]})

        assert saved.status_code == 302
        assert live.recommendations.filter(pk=one.pk).exists()

    @pytest.mark.parametrize("at", ["x", "9" * 30, "9" * 5000])
    def test_takes_no_nonsense_for_its_place(self, client, live, at):
        one = live.recommendations.first()
        address = f"/admin/statements/statement/{live.pk}/rows/recommendations/{one.pk}/"

        assert client.get(address, {"at": at}).status_code == 200

    def test_is_hidden_from_who_may_not_see_statements(self, at_desk, stranger, long):
        stranger.is_staff = True
        stranger.save()

        assert at_desk(stranger).get(address_of(long, last(long))).status_code == 403

    def test_shows_no_field_to_who_may_not_change_it(self, at_desk, other_contributor, long):
        shown = at_desk(other_contributor).get(address_of(long, last(long))).content.decode()

        assert f"thing {FOLDED:03}" in shown
        assert "<textarea" not in shown


class NewRowTests:
    def test_takes_after_the_row_above_though_nobody_touched_that(
        self, client, form_of, long, council
    ):
        row = last(long)
        row.pillar, row.addressed_as = "protection", "the Council"
        row.save()
        data = filled(client.get(form_of(long)))
        new = int(data["recommendations-TOTAL_FORMS"][0]) - 1
        data[f"recommendations-{new}-words"] = ["for all of us"]
        data[f"recommendations-{new}-place"] = [str(long.text.index("for all of us"))]

        client.post(form_of(long), data)

        one = Recommendation.objects.get(passage__exact="for all of us")
        assert (one.pillar, one.addressed_as) == ("protection", "the Council")
        assert list(one.addressees.all()) == [council]


class QueryCountTests:
    def test_of_the_form_does_not_grow_with_its_rows(self, client, form_of, make_long):
        few, many = make_long(READY + 1), make_long(READY + 12)
        client.get(form_of(few))

        assert counted(lambda: client.get(form_of(many))) == counted(
            lambda: client.get(form_of(few))
        )

    def test_of_a_row_is_that_of_its_choices(self, client, form_of, make_long):
        few, many = make_long(1), make_long(READY)
        client.get(form_of(few))

        assert counted(lambda: client.get(form_of(many))) == counted(
            lambda: client.get(form_of(few))
        )

    def test_of_a_save_does_not_grow_with_its_rows(self, client, form_of, make_long):
        def save(statement):
            data = filled(client.get(form_of(statement)))
            data["text"] = [f"Moved.\r\n\r\n{data['text'][0]}"]
            return lambda: client.post(form_of(statement), data)

        few, many = save(make_long(READY + 1)), save(make_long(READY + 12))

        assert counted(many) == counted(few)
