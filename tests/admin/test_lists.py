"""The lists of the desk: found by address, tagged in one go, never slower for being long."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements import workflow
from statements.catalogue import store
from statements.models import Recommendation, Statement, TagChange, Voice
from tests.admin.filling import filled, row
from tests.cast import SHELTER, recommend

STATEMENTS = "/admin/statements/statement/"
RECOMMENDATIONS = "/admin/statements/recommendation/"


@pytest.fixture
def another(contributor):
    statement = Statement(title="Another", text="Words.")
    workflow.create(statement, by=contributor)
    return statement


class SearchTests:
    @pytest.mark.parametrize(
        "pasted",
        [
            "https://on-record.example/statements/iraq-on-shelter/",
            "/statements/iraq-on-shelter/?page=2",
            "/fr/statements/iraq-on-shelter/",
            "/statements/iraq-on-shelter/#r{one}",
            "https://on-record.example/recommendations/{one}/",
            " {one} ",
            "{statement}",
            "shelter conditions",
            "Ms. A",
        ],
    )
    def test_finds_a_statement_by_address_reference_or_words(
        self, at_desk, editor, live, another, pasted
    ):
        one = live.recommendations.first()
        typed = pasted.format(one=one.ref, statement=live.ref)

        page = at_desk(editor).get(STATEMENTS, {"q": typed})

        assert list(page.context["cl"].queryset) == [live]

    def test_finds_it_by_an_address_it_gave_up(self, at_desk, publisher, live, another):
        live.slug = "renamed"
        workflow.edit(live, by=publisher, seen=1)

        page = at_desk(publisher).get(STATEMENTS, {"q": "/statements/iraq-on-shelter/"})

        assert list(page.context["cl"].queryset) == [live]

    def test_finds_one_recommendation_by_its_address(self, at_desk, editor, live):
        one = live.recommendations.first()

        page = at_desk(editor).get(RECOMMENDATIONS, {"q": f"/recommendations/{one.ref}/"})

        assert list(page.context["cl"].queryset) == [one]


class QueryTests:
    @pytest.fixture
    def grow(self, draft, contributor):
        actor = draft.voices.get().actor

        def make(count):
            for number in range(count):
                statement = Statement(title=f"Number {number}", text=draft.text)
                statement.delivered_on, statement.delivered_precision = "2017-01-01", "day"
                workflow.create(statement, by=contributor)
                Voice.objects.create(statement=statement, actor=actor)
                recommend(statement, SHELTER, addressees=[actor])

        return make

    @pytest.mark.parametrize(
        ("address", "queries"),
        [
            # The session and its user; whether they use codes; rights of groups and of the user
            # (2); the rows counted; the rows, with who changed them last and how many
            # recommendations they have; their voices, with actors and people; the first and last
            # day, and the months between (2).
            (STATEMENTS, 10),
            # The session and its user; whether they use codes; rights (2); the themes and the tags
            # to filter by (2); the rows counted; the rows, with statement and passage; their
            # addressees; their tags.
            (RECOMMENDATIONS, 11),
        ],
    )
    def test_are_as_many_for_a_hundred_rows_as_for_five(
        self, at_desk, editor, grow, address, queries
    ):
        client = at_desk(editor)
        grow(5)
        with CaptureQueriesContext(connection) as few:
            client.get(address)
        grow(95)

        with CaptureQueriesContext(connection) as many:
            client.get(address)

        assert (len(few), len(many)) == (queries, queries)


class TagsInTheFormTests:
    def test_go_through_the_workflow_and_make_no_version(
        self, at_desk, contributor, form_of, draft
    ):
        client = at_desk(contributor)
        data = filled(client.get(form_of(draft)))
        data["recommendations-0-tag_names"] = ["Shelter now, Forced labour"]

        client.post(form_of(draft), data)

        draft.refresh_from_db()
        one = Recommendation.objects.get(passage__exact=SHELTER)
        assert sorted(one.tags.names()) == ["Forced labour", "Shelter now"]
        assert draft.version == 1
        assert TagChange.objects.filter(recommendation_ref=one.ref, by=contributor).count() == 2

    def test_say_of_a_new_one_that_another_may_mean_the_same(
        self, at_desk, contributor, form_of, draft
    ):
        workflow.tag(draft.recommendations.all()[1:], by=contributor, add=["shelter"])
        client = at_desk(contributor)
        data = filled(client.get(form_of(draft)))
        data["recommendations-0-tag_names"] = ["shelters"]

        page = client.post(form_of(draft), data, follow=True).content.decode()

        assert "“shelters” is a new tag. “shelter” was there already" in page

    def test_can_be_given_to_a_row_of_the_same_save(self, at_desk, contributor, form_of, draft):
        client = at_desk(contributor)
        data = filled(client.get(form_of(draft)))
        row(data, words="Trafficking is a crime.", tag_names="New")

        client.post(form_of(draft), data)

        one = Recommendation.objects.get(passage__exact="Trafficking is a crime.")
        assert list(one.tags.names()) == ["New"]

    def test_are_read_only_on_live_ones_without_the_right(
        self, at_desk, contributor, form_of, live
    ):
        client = at_desk(contributor)
        data = filled(client.get(form_of(live)))
        data["recommendations-0-tag_names"] = ["Smuggled in"]

        client.post(form_of(live), data)

        assert not TagChange.objects.exists()

    def test_go_live_at_once_with_the_right(self, at_desk, editor, form_of, live):
        client = at_desk(editor)
        data = filled(client.get(form_of(live)))
        data["recommendations-0-tag_names"] = ["Shelter now"]

        client.post(form_of(live), data)

        assert store.refers_to("tag", "shelter-now")
        assert Statement.objects.get(pk=live.pk).is_public_as_it_stands()
