"""Lists, searches and offers of the desk keep withheld words from who may not read them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements import workflow
from statements.admin import told, wording
from statements.models import Citation, Statement
from statements.text import passages
from statements.text.withholding import token
from statements.workflow import batches
from statements.workflow.batches import Wanted
from tests import canaries_of_files
from tests.cast import SHELTER, recommend

NAME = "Wanda Doe"
TITLE = f"{NAME} was heard"
TEXT = f"We heard {NAME}. {SHELTER}"
DESK = "/admin/statements"
LISTS = [f"{DESK}/{noun}/" for noun in ("statement", "recommendation", "citation", "transition")]
OFFER = "app_label=statements&model_name=statement&field_name=translation_of&term=heard"
WITHOUT = ("contributor", "campaigner")


@pytest.fixture
def named(draft, publisher, shelter) -> Statement:
    """Live, returned with a reason once, and withheld since: its titles and rows name somebody."""
    draft.title, draft.text = TITLE, f"We heard {NAME}. {draft.text}"
    workflow.edit(draft, by=publisher, seen=draft.version)
    draft.voices.update(role=f"For {NAME}", name=f"Friend of {NAME}")
    one = draft.recommendations.first()
    one.short_form, one.addressed_as = f"Shelter {NAME}", NAME
    one.save()
    held = workflow.anchor(draft, passages.find(draft.text, f"heard {NAME}")[0])
    Citation.objects.create(statement=draft, passage=held)
    workflow.submit(draft, by=publisher, reason=f"{NAME} is named.")
    workflow.approve(draft, by=publisher)
    workflow.publish(draft, by=publisher)
    workflow.withhold(draft, by=publisher, words=NAME, reason=f"{NAME} asks.")
    return Statement.objects.get(pk=draft.pk)


def translation(of: Statement, by) -> Statement:
    one = Statement(title="In Arabic", text="قال المتحدث.", language="ar", translation_of=of)
    workflow.create(one, by=by)
    return one


def choices(client, term: str) -> list[str]:
    answer = client.get(f"/admin/autocomplete/?{OFFER.removesuffix('heard')}{term}")
    return [one["text"] for one in answer.json()["results"]]


class ListTests:
    @pytest.mark.parametrize("role", WITHOUT)
    def test_tell_no_withheld_word(self, at_desk, named, role, request):
        client = at_desk(request.getfixturevalue(role))

        for address in ("/admin/", *LISTS):
            answer = client.get(address)
            assert answer.status_code == 200, address
            assert "Wanda" not in answer.content.decode(), address
        assert f"{token('en')} was heard" in client.get(LISTS[0]).content.decode()

    def test_tell_all_with_the_right_to(self, at_desk, named, editor):
        client = at_desk(editor)

        assert all(NAME in client.get(address).content.decode() for address in ("/admin/", *LISTS))

    @pytest.mark.parametrize(
        "address", [LISTS[0], f"{LISTS[0]}?q=heard", "/admin/", f"/admin/autocomplete/?{OFFER}"]
    )
    def test_ask_the_same_for_many(self, at_desk, contributor, campaigner, address):
        client = at_desk(campaigner)

        def more(count: int) -> int:
            for number in range(count):
                one = Statement(title=f"{TITLE} {number}", text=TEXT)
                workflow.create(one, by=contributor)
                workflow.withhold(one, by=contributor, words=NAME, reason="Harm")
            with CaptureQueriesContext(connection) as queries:
                page = client.get(address).content.decode()
            assert "Wanda" not in page
            return len(queries)

        assert more(2) == more(4)

    def test_leave_authors_their_own_drafts(self, at_desk, contributor, other_contributor):
        one = Statement(title=TITLE, text=TEXT)
        workflow.create(one, by=contributor)
        workflow.withhold(one, by=contributor, words=NAME, reason="Harm")

        assert TITLE in at_desk(contributor).get("/admin/").content.decode()
        assert TITLE in at_desk(contributor).get(LISTS[0]).content.decode()
        assert "Wanda" not in at_desk(other_contributor).get(LISTS[0]).content.decode()

    @pytest.mark.parametrize("role", [*WITHOUT, "editor", "administrator", "other_contributor"])
    def test_agree_with_the_form_about_who_may_read(self, named, contributor, role, request):
        by = request.getfixturevalue(role)
        own = Statement(title=TITLE, text=TEXT)
        workflow.create(own, by=contributor)
        workflow.withhold(own, by=contributor, words=NAME, reason="Harm")

        for one in (named, own):
            unread = Statement.objects.filter(wording.unread_by(by), pk=one.pk).exists()
            assert unread == (not workflow.may_read_withheld(by, one))


class SearchTests:
    @pytest.mark.parametrize("address", LISTS)
    @pytest.mark.parametrize("term", ["Wanda", f'"{NAME}"', "wanda heard"])
    def test_finds_nothing_by_withheld_words(
        self, at_desk, named, campaigner, editor, address, term
    ):
        found = at_desk(campaigner).get(address, {"q": term}).context["cl"]

        assert found.result_count == 0
        if term == "Wanda":
            assert at_desk(editor).get(address, {"q": term}).context["cl"].result_count

    def test_finds_by_what_is_public_and_by_the_others_words(
        self, at_desk, named, contributor, campaigner
    ):
        other = Statement(title="Another was heard", text="Words.")
        workflow.create(other, by=contributor)

        found = at_desk(campaigner).get(LISTS[0], {"q": "was heard"}).context["cl"]
        asked = at_desk(campaigner).get(LISTS[1], {"q": "shelter victim"}).context["cl"]

        assert {one.pk for one in found.result_list} == {named.pk, other.pk}
        assert [one.statement_id for one in asked.result_list] == [named.pk]

    @pytest.mark.parametrize(
        "asked", ["title__icontains=Wanda", "text__contains=Wanda", "voices__name__contains=Wanda"]
    )
    def test_answers_no_question_put_into_the_address(self, at_desk, named, campaigner, asked):
        assert at_desk(campaigner).get(f"{LISTS[0]}?{asked}").status_code == 400
        assert at_desk(campaigner).get(f"{LISTS[0]}?stage__exact=draft").status_code == 200
        assert at_desk(campaigner).get(f"{LISTS[2]}?resolved=no").status_code == 200


class OfferTests:
    def test_of_an_original_has_the_public_title(self, at_desk, named, other_contributor, editor):
        assert choices(at_desk(other_contributor), "heard") == [f"{token('en')} was heard"]
        assert choices(at_desk(other_contributor), "Wanda") == []
        assert choices(at_desk(editor), "Wanda") == [TITLE]

    def test_that_was_chosen_has_it_too(self, at_desk, named, other_contributor, form_of):
        form = at_desk(other_contributor).get(form_of(translation(named, other_contributor)))
        read = at_desk(other_contributor).get(form_of(translation(named, named.created_by)))

        for page in (form, read):
            assert "Wanda" not in page.content.decode()
            assert f"{token('en')} was heard" in page.content.decode()

    def test_of_what_is_alike_has_it_too(self, at_desk, named, other_contributor):
        other = Statement(title="The same", text=named.text.replace(NAME, "somebody"))
        workflow.create(other, by=other_contributor)
        client = at_desk(other_contributor)
        offer = client.post(f"{DESK}/statement/alike/", {"text": other.text})
        both = client.get(f"{DESK}/statement/{other.pk}/alike/{named.ref}/")

        for page in (offer, both):
            assert page.status_code == 200
            assert "was heard" in page.content.decode()
            assert "Wanda" not in page.content.decode()


class ProposalTests:
    """What was read from a text holds its words, and so what is withheld of it since."""

    @pytest.fixture
    def brought(self, other_contributor, contributor):
        one = canaries_of_files.brought_in(other_contributor)
        workflow.withhold(one, by=other_contributor, words="Xanadu", reason="Harm")
        return Statement.objects.get(pk=one.pk)

    @pytest.mark.parametrize("role", WITHOUT)
    def test_are_on_no_page_for_who_may_not_read_them(self, at_desk, brought, role, request):
        client = at_desk(request.getfixturevalue(role))
        form = f"{DESK}/statement/{brought.pk}"
        refused = [f"{form}/proposals/", f"{DESK}/statement/?proposals__words__icontains=Xanadu"]
        refused += [f"{form}/as-received/?file=1"]
        refused += [f"{DESK}/statement/?source_document__text__icontains=Xanadu"]
        pages = [f"{form}/{page}/" for page in ("change", "history", "remarks", "as-received")]

        for address in (*refused, *pages, "/admin/", *LISTS):
            answer = client.get(address)
            assert (answer.status_code in {400, 403}) == (address in refused), address
            assert "xanadu" not in answer.content.decode().casefold(), address

    def test_are_hidden_beside_another_part_of_the_file_too(
        self, at_desk, brought, contributor, other_contributor, editor
    ):
        other = Statement(title="Part", text=SHELTER, source_document=brought.source_document)
        workflow.create(other, by=contributor)
        address = f"{DESK}/statement/{other.pk}/as-received/"

        read = at_desk(contributor).get(address).content.decode()

        assert "xanadu" not in read.casefold()
        assert f'<mark id="slice">{SHELTER}</mark>' in read
        assert token("en") in read
        assert "Xanadu speech.txt" in at_desk(editor).get(address).content.decode()

    def test_are_the_author_s_to_decide(self, at_desk, brought, other_contributor):
        page = at_desk(other_contributor).get(f"{DESK}/statement/{brought.pk}/proposals/")

        assert "Xanadu" in page.content.decode()


class BulkTests:
    def test_hides_a_name_that_would_be_cut(self, draft, publisher, campaigner):
        words = f"Give shelter{' and care' * 20} to {NAME}."
        assert words.index(NAME) < 200 < words.index(NAME) + len(NAME)
        draft.text = f"{draft.text} {words}"
        workflow.edit(draft, by=publisher, seen=draft.version)
        one = recommend(draft, words)
        workflow.withhold(draft, by=publisher, words=NAME, reason="Harm")
        plan = batches.plan([one.pk], Wanted(add_tags=("a list",)), by=campaigner)

        (row,) = told.rows(plan, 20, campaigner)

        assert "Wan" not in row.words
        assert row.words.startswith("Give shelter")
