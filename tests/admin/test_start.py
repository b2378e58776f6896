"""The start page: what waits for whom, in a number of queries that does not grow."""

import importlib
import pkgutil

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext

import statements.admin
from statements import workflow
from statements.admin import registry
from statements.models import Citation, Instrument, Statement
from statements.text import passages
from tests.cast import TEXT


def sections(client):
    """Return the start page's headings of work."""
    context = client.get("/admin/").context
    shown = {
        "add": context["may_add"],
        "review": context["may_review"] or context["to_review_count"],
        "drafts": context["may_add"],
        "returned": context["returned"],
        "lost": context["lost"],
        "recent": context["recent"],
    }
    return {name for name, is_shown in shown.items() if is_shown}


class StartPageTests:
    @pytest.mark.parametrize(
        ("role", "expected"),
        [
            ("contributor", {"add", "drafts", "recent"}),
            ("editor", {"add", "review", "drafts", "recent"}),
            ("publisher", {"add", "review", "drafts", "recent"}),
            ("campaigner", {"recent"}),
            ("administrator", {"recent"}),
        ],
    )
    def test_shows_each_role_its_own_work(self, request, role, expected, at_desk, live):
        client = at_desk(request.getfixturevalue(role))

        assert sections(client) == expected

    def test_lists_what_waits_for_a_review(self, at_desk, draft, contributor, publisher):
        workflow.submit(draft, by=contributor, reason="Please look at the title.")

        page = at_desk(publisher).get("/admin/").content.decode()

        assert "To review (1)" in page
        assert "Iraq on shelter" in page
        assert "Please look at the title." in page

    def test_shows_authors_what_of_theirs_waits(
        self, at_desk, draft, contributor, other_contributor
    ):
        workflow.submit(draft, by=contributor)

        pages = [at_desk(one).get("/admin/") for one in (contributor, other_contributor)]

        assert "Yours, waiting for a review (1)" in pages[0].content.decode()
        assert [page.context["to_review_count"] for page in pages] == [1, 0]

    def test_says_why_a_draft_came_back(self, at_desk, draft, contributor, publisher):
        workflow.submit(draft, by=contributor)
        workflow.send_back(draft, by=publisher, reason="The date is missing.")

        context = at_desk(contributor).get("/admin/").context

        assert [one.moved_why for one in context["returned"]] == ["The date is missing."]
        assert context["drafts"] == []

    def test_keeps_saying_so_while_it_is_being_mended(self, at_desk, draft, contributor, publisher):
        workflow.submit(draft, by=contributor)
        workflow.send_back(draft, by=publisher, reason="The date is missing.")
        workflow.edit(draft, by=contributor, seen=1)

        context = at_desk(contributor).get("/admin/").context

        assert context["returned"] == [draft]

    def test_names_where_words_changed(self, at_desk, draft, contributor, other_contributor):
        draft.text = "All is new."
        workflow.edit(draft, by=contributor, seen=1)

        [(one, number, _shown)] = at_desk(contributor).get("/admin/").context["lost"]
        assert (one, number) == (draft, 2)
        assert at_desk(other_contributor).get("/admin/").context["lost"] == []

    def test_gives_a_publisher_what_is_approved(self, at_desk, draft, contributor, publisher):
        workflow.submit(draft, by=contributor)
        workflow.approve(draft, by=publisher)

        assert at_desk(publisher).get("/admin/").context["approved"] == [draft]

    def test_does_not_take_what_was_withdrawn_or_brought_back_for_a_draft(
        self, at_desk, live, contributor, publisher
    ):
        client, found = at_desk(contributor), []

        workflow.withdraw(live, by=publisher, reason="Wrong text.")
        found.append(client.get("/admin/").context["drafts"])
        workflow.bring_back(live, by=publisher, reason="It was right.")
        found.append(client.get("/admin/").context["drafts"])

        assert found == [[], []]

    def test_does_not_let_strangers_in(self, client, stranger):
        client.force_login(stranger)

        assert client.get("/admin/").status_code == 302

    def test_costs_the_same_with_many_drafts(self, at_desk, publisher, draft):
        client = at_desk(publisher)
        client.get("/admin/")
        with CaptureQueriesContext(connection) as few:
            client.get("/admin/")
        for number in range(30):
            workflow.create(Statement(title=f"Number {number}", text=TEXT), by=publisher)

        with CaptureQueriesContext(connection) as many:
            client.get("/admin/")

        # The session and its user; whether they use codes; rights (2); the statements to review and
        # their number; own drafts, with what came back; what is approved; what is scheduled;
        # which changes of many wait; whose words changed; remarks; mentions; what is published.
        assert (len(few), len(many)) == (15, 15)


class SiteTests:
    def test_holds_every_noun_of_the_folder(self):
        modules = [
            importlib.import_module(f"statements.admin.{module.name}")
            for module in pkgutil.iter_modules(statements.admin.__path__)
        ]
        nouns = {
            thing
            for module in modules
            for thing in vars(module).values()
            if isinstance(thing, type) and issubclass(thing, admin.ModelAdmin)
        }
        left_out = nouns - set(registry.NOUNS.values())

        # What is left are the bases.
        assert all(
            any(issubclass(noun, base) for noun in registry.NOUNS.values()) for base in left_out
        )

    @pytest.mark.parametrize("path", ["taggit/tag/", "taggit/tag/merge-tags/", "auth/group/"])
    def test_shows_no_page_that_another_app_brings(self, admin_client, path):
        assert admin_client.get(f"/admin/{path}").status_code == 404


class MentionTests:
    def test_of_instruments_are_counted_until_they_are_known(self, at_desk, contributor, draft):
        passage = workflow.anchor(draft, passages.find(draft.text, "the Council")[0])
        one = Citation.objects.create(statement=draft, passage=passage)
        client = at_desk(contributor)

        page = client.get("/admin/").content.decode()
        assert "Mentions of instruments, not known yet (1)" in page.replace("</a>", "")
        assert client.get("/admin/statements/citation/?resolved=no").context["cl"].result_count == 1

        one.instrument = Instrument.objects.create(slug="law", name="The law", kind="treaty")
        one.save()
        assert "Mentions of instruments" not in client.get("/admin/").content.decode()

    def test_are_not_for_who_writes_none(self, at_desk, campaigner):
        assert at_desk(campaigner).get("/admin/").context["mentions"] == 0
