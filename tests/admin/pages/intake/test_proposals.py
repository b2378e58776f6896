"""What was read from a text is decided beside the text, each with its reason."""

from typing import Any

import pytest

from statements import workflow
from statements.admin.pages.intake import proposals
from statements.choices import ProposedField
from statements.models import Proposal, Recommendation, Statement
from statements.workflow import proposing
from tests.cast import DATA


@pytest.fixture
def waiting(draft):
    """A draft in which a title, a recommendation and a country wait."""
    first, second = draft.recommendations.all()
    rows: list[tuple[str, str]] = [
        (ProposedField.TITLE, ""),
        (ProposedField.RECOMMENDATION, first.ref),
        (ProposedField.RECOMMENDATION, second.ref),
        (ProposedField.VOICE, draft.voices.get().ref),
    ]
    proposing.propose(
        draft, [Proposal(field=what, row=row, why="it says so") for what, row in rows]
    )
    return draft


@pytest.fixture
def address(waiting):
    return f"/admin/statements/statement/{waiting.pk}/proposals/"


def sent(statement, **decided):
    """Give what the form sends where nothing was touched, but for what is decided."""
    data: dict[str, Any] = {"version": statement.version, "shown": []}
    for one in statement.proposals.all():
        prefix = f"p{one.pk}"
        data["shown"].append(one.pk)
        match one.field:
            case "title":
                data[f"{prefix}-value"] = statement.title
            case "recommendation":
                row = Recommendation.objects.get(ref=one.row)
                data |= {
                    f"{prefix}-kind": row.kind,
                    f"{prefix}-addressed_as": row.addressed_as,
                    f"{prefix}-addressees": [actor.pk for actor in row.addressees.all()],
                    f"{prefix}-pillar": row.pillar,
                    f"{prefix}-strength": row.strength,
                    f"{prefix}-short_form": row.short_form,
                }
            case "voice":
                voice = statement.voices.get(ref=one.row)
                data |= {
                    f"{prefix}-name": voice.name,
                    f"{prefix}-role": voice.role,
                    f"{prefix}-capacity": voice.capacity,
                    f"{prefix}-actor": voice.actor_id,
                }
    return data | {name.replace("__", "-"): value for name, value in decided.items()}


def pk(statement, what, at=0):
    return statement.proposals.filter(field=what)[at].pk


class PageTests:
    def test_shows_each_with_its_reason_and_marks_it_in_the_text(
        self, at_desk, contributor, waiting, address
    ):
        page = at_desk(contributor).get(address).content.decode()

        assert page.count('class="proposal ') == 4
        assert page.count("Because: it says so") == 4
        assert f'data-rows="p{pk(waiting, "recommendation", 1)}"' in page

    def test_keeps_one_and_leaves_the_others(self, at_desk, contributor, waiting, address):
        title = pk(waiting, "title")
        answer = at_desk(contributor).post(
            address, sent(waiting, **{f"p{title}__decision": "keep"})
        )

        assert answer.url == address
        assert Proposal.objects.get(pk=title).decision == "kept"
        assert len(proposing.undecided(waiting)) == 3

    def test_keeps_all_the_rest(self, at_desk, contributor, waiting, address):
        refused = pk(waiting, "recommendation", 1)
        decided = {f"p{refused}__decision": "refuse", "_keep_rest": "1"}
        answer = at_desk(contributor).post(address, sent(waiting, **decided))

        assert answer.url.endswith("/change/")
        assert not Recommendation.objects.filter(passage__exact=DATA).exists()
        assert waiting.recommendations.count() == 1
        assert proposing.undecided(waiting) == []

    def test_changes_a_value(self, at_desk, contributor, waiting, address):
        title = pk(waiting, "title")
        data = sent(waiting, **{f"p{title}__value": "A better title"})
        at_desk(contributor).post(address, data)

        assert Statement.objects.get(pk=waiting.pk).title == "A better title"
        assert Proposal.objects.get(pk=title).decision == "changed"

    def test_says_that_somebody_saved_meanwhile_and_keeps_what_was_typed(
        self, at_desk, contributor, waiting, address
    ):
        title = pk(waiting, "title")
        data = sent(waiting, **{f"p{title}__value": "A better title", "version": 99})
        page = at_desk(contributor).post(address, data).content.decode()

        assert 'role="alert"' in page
        assert "A better title" in page
        assert Statement.objects.get(pk=waiting.pk).title == waiting.title

    def test_asks_for_a_decision(self, at_desk, contributor, waiting, address):
        page = at_desk(contributor).post(address, sent(waiting)).content.decode()

        assert "Nothing was decided yet" in page

    def test_lets_others_look_and_not_decide(self, at_desk, other_contributor, waiting, address):
        desk = at_desk(other_contributor)
        title = pk(waiting, "title")

        assert "_keep_rest" not in desk.get(address).content.decode()
        answer = desk.post(address, sent(waiting, **{f"p{title}__decision": "keep"}))
        assert answer.status_code == 403

    def test_leads_on_within_the_document(self, at_desk, contributor, waiting, address):
        other = Statement.objects.create(
            title="The next speaker",
            slug="next",
            text="Thank you.",
            created_by=contributor,
            source_document=waiting.source_document,
        )
        proposing.propose(other, [Proposal(field="title", why="it says so")])
        desk = at_desk(contributor)
        page = desk.get(address).content.decode()
        decided = {f"p{pk(waiting, 'title')}__decision": "keep", "_next": "1"}

        assert "next: The next speaker" in page
        assert desk.post(address, sent(waiting, **decided)).url.endswith(f"/{other.pk}/proposals/")

    def test_withheld_words_are_for_who_may_read_them(
        self, at_desk, contributor, other_contributor, waiting, address
    ):
        workflow.withhold(waiting, by=contributor, words="Trafficking", reason="To try.")

        assert at_desk(contributor).get(address).status_code == 200
        assert at_desk(other_contributor).get(address).status_code == 403


class TogetherTests:
    """Two people may have the page open at once."""

    def test_says_what_was_decided_meanwhile(self, at_desk, contributor, waiting, address):
        title, voice = pk(waiting, "title"), pk(waiting, "voice")
        stale = sent(waiting, **{f"p{title}__decision": "refuse", f"p{voice}__decision": "keep"})
        desk = at_desk(contributor)
        desk.post(address, sent(waiting, **{f"p{title}__decision": "keep"}))

        page = desk.post(address, stale).content.decode()

        assert "decided meanwhile" in page
        assert Proposal.objects.get(pk=title).decision == "kept"
        assert Proposal.objects.get(pk=voice).decision == "open"

    def test_shows_what_is_left_where_a_row_was_deleted(
        self, at_desk, contributor, waiting, address
    ):
        waiting.voices.all().delete()

        assert at_desk(contributor).get(address).content.decode().count('name="shown"') == 3


class ManyTests:
    @pytest.fixture(autouse=True)
    def _three_at_once(self, monkeypatch):
        monkeypatch.setattr(proposals, "AT_ONCE", 3)

    def test_come_by_and_by(self, at_desk, contributor, waiting, address):
        page = at_desk(contributor).get(address).content.decode()

        assert page.count('class="proposal ') == 3
        assert "1 more comes after these" in page
        assert "Keep the rest of these" in page

    def test_keep_the_rest_keeps_what_was_shown(self, at_desk, contributor, waiting, address):
        last = pk(waiting, "recommendation", 1)
        data = sent(waiting, _keep_rest="1")
        data["shown"].remove(last)
        answer = at_desk(contributor).post(address, data)

        assert answer.url == address
        assert [one.pk for one in proposing.undecided(waiting)] == [last]


class OddTests:
    """What no browser sends is refused like any other fault."""

    @pytest.mark.parametrize("value", ["abc", "-1", "\x00", "9" * 30, "9" * 5000])
    @pytest.mark.parametrize("field", ["actor", "capacity", "name"])
    def test_fields(self, at_desk, contributor, waiting, address, field, value):
        voice = pk(waiting, "voice")
        decided = {f"p{voice}__{field}": value, f"p{voice}__decision": "keep"}

        assert at_desk(contributor).post(address, sent(waiting, **decided)).status_code in {
            200,
            302,
        }

    @pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30, "9" * 5000])
    def test_versions(self, at_desk, contributor, waiting, address, version):
        title = pk(waiting, "title")
        decided = {f"p{title}__value": "Better", "version": version}
        at_desk(contributor).post(address, sent(waiting, **decided))

        assert Statement.objects.get(pk=waiting.pk).title == waiting.title

    def test_several_of_a_relation(self, at_desk, contributor, waiting, address):
        ask = pk(waiting, "recommendation")
        decided = {f"p{ask}__addressees": ["abc", "9" * 30], f"p{ask}__decision": "keep"}
        answer = at_desk(contributor).post(address, sent(waiting, **decided))

        assert "Something below needs another look" in answer.content.decode()
