"""The buttons of a statement: who sees which, where they lead, what they do."""

import pytest

from statements import workflow
from statements.choices import Stage
from statements.models import Event, Statement
from statements.workflow import gatherings
from tests.admin.filling import filled

# Each role, and the buttons it has at each point of a statement's way.
BUTTONS: dict[str, dict[str, set[str]]] = {
    "contributor": {"draft": {"submit"}, "in_review": set(), "approved": set(), "live": set()},
    "other_contributor": {"draft": set(), "in_review": set(), "approved": set(), "live": set()},
    "campaigner": {"draft": set(), "in_review": set(), "approved": set(), "live": set()},
    "editor": {
        "draft": {"submit"},
        "in_review": {"return"},
        "approved": {"return"},
        "live": {"withdraw"},
    },
    "publisher": {
        "draft": {"submit"},
        "in_review": {"return", "approve"},
        "approved": {"return", "publish", "schedule"},
        "live": {"withdraw"},
    },
    "administrator": {"draft": set(), "in_review": set(), "approved": set(), "live": set()},
}
VERBS = (
    *("submit", "return", "approve", "publish", "schedule", "reschedule", "unschedule"),
    *("withdraw", "bring_back"),
)


def brought_to(point, draft, contributor, publisher):
    if point != "draft":
        workflow.submit(draft, by=contributor)
    if point in {"approved", "live"}:
        workflow.approve(draft, by=publisher)
    if point == "live":
        workflow.publish(draft, by=publisher)
    return draft


class ButtonTests:
    @pytest.mark.parametrize("point", ["draft", "in_review", "approved", "live"])
    @pytest.mark.parametrize("role", BUTTONS)
    def test_stands_there_for_those_who_may(
        self, request, role, point, at_desk, form_of, draft, contributor, publisher
    ):
        brought_to(point, draft, contributor, publisher)

        page = at_desk(request.getfixturevalue(role)).get(form_of(draft)).content.decode()

        shown = {verb for verb in VERBS if f'name="_move" value="{verb}"' in page}
        assert shown == BUTTONS[role][point]

    @pytest.mark.parametrize("role", ["campaigner", "administrator", "other_contributor"])
    @pytest.mark.parametrize("verb", VERBS)
    def test_leads_nowhere_for_those_who_may_not(self, request, role, verb, at_desk, live):
        client = at_desk(request.getfixturevalue(role))
        address = f"/admin/statements/statement/{live.pk}/move/{verb}/"

        answers = [client.get(address), client.post(address, {"version": 1, "reason": "x"})]

        assert [answer.status_code for answer in answers] == [403, 403]
        assert Statement.objects.get(pk=live.pk).public == "live"

    def test_saves_what_was_typed_before_it_leads_on(self, at_desk, contributor, form_of, draft):
        client = at_desk(contributor)
        data = filled(client.get(form_of(draft))) | {"title": ["Typed"], "_move": ["submit"]}

        answer = client.post(form_of(draft), data)

        draft.refresh_from_db()
        assert draft.title == "Typed"
        assert answer.headers["Location"].endswith(f"/{draft.pk}/move/submit/")


class MovePageTests:
    @pytest.fixture
    def address(self, draft):
        return f"/admin/statements/statement/{draft.pk}/move/{{}}/".format

    def test_leads_from_a_draft_to_the_public_and_back(
        self, at_desk, address, draft, contributor, publisher
    ):
        author, reviewer = at_desk(contributor), at_desk(publisher)
        steps = [
            (author, "submit", ""),
            (reviewer, "approve", ""),
            (reviewer, "publish", "First published."),
            (reviewer, "withdraw", "Wrong text."),
            (reviewer, "bring_back", "It was right."),
        ]

        publics = []
        for client, verb, reason in steps:
            page = client.get(address(verb))
            client.post(
                address(verb),
                {"version": page.context["form"]["version"].value()} | {"reason": reason},
            )
            draft.refresh_from_db()
            publics.append(draft.public)

        assert publics == ["never", "never", "live", "withdrawn", "live"]

    @pytest.mark.parametrize(("verb", "point"), [("return", "in_review"), ("withdraw", "live")])
    def test_asks_for_the_reason_it_owes(
        self, at_desk, address, draft, contributor, publisher, verb, point
    ):
        brought_to(point, draft, contributor, publisher)
        client = at_desk(publisher)

        answer = client.post(address(verb), {"version": 1, "reason": " "})

        assert "Give a reason, please." in answer.content.decode()
        assert Statement.objects.get(pk=draft.pk).stage == draft.stage

    def test_refuses_an_approval_by_the_only_author(self, at_desk, draft, publisher, address):
        Statement.objects.filter(pk=draft.pk).update(created_by=publisher)
        own = Statement(title="Own", text="Words", delivered_on="2017-01-01")
        own.delivered_precision = "day"
        workflow.create(own, by=publisher)
        own.themes.set(draft.themes.all())
        own.voices.create(name="Ms. A")
        workflow.submit(own, by=publisher)

        answer = at_desk(publisher).post(
            f"/admin/statements/statement/{own.pk}/move/approve/",
            {"version": 1, "reason": "Typed"},
        )

        page = answer.content.decode()
        assert "You wrote this version yourself: somebody else has to approve it." in page
        assert "Typed" in page
        assert Statement.objects.get(pk=own.pk).stage == Stage.IN_REVIEW

    def test_lists_what_is_missing_with_links_to_the_fields(
        self, at_desk, draft, contributor, publisher, address, form_of
    ):
        one = draft.recommendations.first()
        one.themes.clear()
        draft.themes.clear()
        workflow.submit(draft, by=contributor)

        page = at_desk(publisher).get(address("approve")).content.decode()

        assert f'href="{form_of(draft)}#id_themes"' in page
        assert f'href="{form_of(draft)}#row-{one.ref}"' in page
        assert 'type="submit" class="default"' not in page

    def test_refuses_a_version_that_was_not_seen(
        self, at_desk, draft, contributor, editor, publisher, address
    ):
        workflow.submit(draft, by=contributor)
        workflow.edit(Statement.objects.get(pk=draft.pk), by=editor, seen=1)
        workflow.submit(Statement.objects.get(pk=draft.pk), by=editor)

        answer = at_desk(publisher).post(address("approve"), {"version": 1, "reason": ""})

        assert "editor saved this while you were working on it." in answer.content.decode()
        assert Statement.objects.get(pk=draft.pk).stage == Stage.IN_REVIEW

    def test_says_so_where_it_is_too_early(self, at_desk, draft, publisher, address):
        answer = at_desk(publisher).get(address("publish"), follow=True)

        assert "“Publish” is not possible now. Draft." in answer.content.decode()

    def test_publishes_a_draft_event_too_where_that_is_wanted(
        self, at_desk, draft, contributor, editor, publisher, address
    ):
        event = Event(slug="debate", title="The debate", kind="launch")
        gatherings.save(event, by=editor)
        draft.event = event
        workflow.edit(draft, by=contributor, seen=1)
        brought_to("approved", draft, contributor, publisher)
        client = at_desk(publisher)

        page = client.get(address("publish")).content.decode()
        client.post(address("publish"), {"version": 2, "with_event": "on"})

        event.refresh_from_db()
        assert "Publish the event “The debate” too" in page
        assert event.public == "live"

    def test_does_not_offer_an_event_that_was_withdrawn(
        self, at_desk, draft, contributor, publisher, address
    ):
        event = Event(slug="debate", title="The debate", kind="launch")
        gatherings.save(event, by=publisher)
        gatherings.publish(event, by=publisher)
        gatherings.withdraw(event, by=publisher, reason="It was called off.")
        Statement.objects.update(event=event)
        brought_to("approved", draft, contributor, publisher)

        page = at_desk(publisher).get(address("publish")).content.decode()

        assert "with_event" not in page

    def test_asks_why_what_was_withdrawn_is_published_again(
        self, at_desk, live, contributor, publisher, address
    ):
        workflow.withdraw(live, by=publisher, reason="Wrong text.")
        brought_to("approved", live, contributor, publisher)
        client = at_desk(publisher)

        page = client.get(address("publish")).content.decode()
        bare = client.post(address("publish"), {"version": 1, "reason": ""})
        still = Statement.objects.get().public
        client.post(address("publish"), {"version": 1, "reason": "It was right."})

        assert "Give a reason, please." in bare.content.decode()
        assert "May stay empty." not in page
        assert (still, Statement.objects.get().public) == ("withdrawn", "live")

    def test_names_the_statement_that_replaces_a_withdrawn_one(
        self, at_desk, live, editor, address
    ):
        answer = at_desk(editor).post(
            address("withdraw"), {"version": 1, "reason": "Old", "successor": "/nowhere/"}
        )

        assert "This is not the public address of a statement." in answer.content.decode()


class DiscardTests:
    def address(self, statement):
        return f"/admin/statements/statement/{statement.pk}/delete/"

    def test_deletes_ones_own_draft_after_asking(self, at_desk, contributor, draft):
        client = at_desk(contributor)

        page = client.get(self.address(draft)).content.decode()
        client.post(self.address(draft))

        assert "This cannot be undone" in page
        assert not Statement.objects.exists()

    @pytest.mark.parametrize("role", ["contributor", "editor", "publisher", "administrator"])
    def test_is_refused_for_what_was_ever_public(self, request, role, at_desk, live):
        client = at_desk(request.getfixturevalue(role))

        answers = [client.get(self.address(live)), client.post(self.address(live))]

        assert [answer.status_code for answer in answers] == [403, 403]
        assert Statement.objects.exists()

    def test_is_refused_for_the_drafts_of_others(self, at_desk, other_contributor, draft):
        answer = at_desk(other_contributor).post(self.address(draft))

        assert answer.status_code == 403

    def test_has_no_button_on_what_was_public(self, at_desk, contributor, form_of, live):
        page = at_desk(contributor).get(form_of(live)).content.decode()

        assert "deletelink" not in page

    @pytest.mark.parametrize("noun", ["event", "campaign", "actor", "tag", "recommendation"])
    def test_is_no_action_of_any_list(self, at_desk, publisher, draft, noun):
        page = at_desk(publisher).get(f"/admin/statements/{noun}/").content.decode()

        assert "delete_selected" not in page
