"""Who may not read withheld words reads on the desk what the public reads."""

import pytest

from statements import workflow
from statements.models import Statement
from statements.text.withholding import token
from statements.workflow import remarks

# In the middle of a recommendation, so its row, its mark in the text and its list hold it too.
NAME, OTHER = "victim of trafficking", "data"
REASON = "It tells who she is."
WITHOUT = ("contributor", "other_contributor", "campaigner")
WITH = ("editor", "publisher", "administrator")


@pytest.fixture
def named(live, editor):
    """Published, then withheld: what it names stands in a row and in lines beside it too."""
    live.refresh_from_db()
    workflow.mark_words_sic(live, by=editor, start=live.text.index(NAME), words=NAME)
    live.refresh_from_db()
    live.title, live.source_url = f"The {NAME}", "https://example.org/victim-of-trafficking"
    workflow.edit(live, by=editor, seen=live.version)
    live.voices.update(role=f"Friend of the {NAME}")
    one = live.recommendations.get(pillar="protection")
    one.addressed_as = NAME
    one.save()
    remarks.write(live, by=editor, text=f"Take care of the {NAME}.")
    for words in (NAME, OTHER):
        workflow.withhold(live, by=editor, words=words, reason=f"{REASON} {NAME}")
    return Statement.objects.get(pk=live.pk)


def addresses(statement: Statement) -> list[str]:
    form = f"/admin/statements/statement/{statement.pk}"
    row = statement.recommendations.get(pillar="protection")
    held = statement.withheld.earliest("pk")
    return [
        f"{form}/change/",
        f"{form}/rows/recommendations/{row.pk}/?at=0",
        f"{form}/rows/withheld/{held.pk}/?at=0",
        f"{form}/remarks/",
        f"{form}/check/",
        f"{form}/history/",
        f"{form}/versions/1/",
        "/admin/statements/recommendation/",
    ]


class CoveredTests:
    @pytest.mark.parametrize("role", WITHOUT)
    def test_reads_the_public_wording(self, at_desk, named, role, request):
        client = at_desk(request.getfixturevalue(role))

        for address in addresses(named):
            answer = client.get(address)
            page = answer.content.decode()
            assert answer.status_code == 200, address
            assert NAME not in page, address
            assert "victim-of-trafficking" not in page, address
        form = client.get(addresses(named)[0]).content.decode()
        assert f"shelter to each {token('en')} without conditions" in form
        assert "You read the text as the public does" in form

    @pytest.mark.parametrize("role", WITH)
    def test_reads_all_with_the_right_to(self, at_desk, named, role, request):
        form, row, *_others, lists = addresses(named)
        client = at_desk(request.getfixturevalue(role))

        assert all(NAME in client.get(page).content.decode() for page in (form, row, lists))

    def test_has_its_marks_at_the_words_that_are_shown(self, at_desk, named, campaigner):
        page = at_desk(campaigner).get(addresses(named)[0]).content.decode()

        withheld = named.withheld.order_by("passage__start").first()
        mark = page.partition(f'id="at-withheld-row-withheld-{withheld.pk}"')[2]
        assert mark.partition("</mark>")[0].endswith(token("en"))

    def test_shows_no_word_where_nobody_can_tell_which_are_meant(
        self, at_desk, named, editor, campaigner
    ):
        named.text = named.text.replace(NAME, "victim of traffick1ng")
        workflow.edit(named, by=editor, seen=named.version)
        form, *_rows, lists = addresses(named)

        client = at_desk(campaigner)

        for page in (form, lists):
            assert "traffick1ng" not in client.get(page).content.decode()
        assert client.get(f"{form.removesuffix('change/')}check/").status_code == 403

    @pytest.mark.parametrize("page", ["repairs", "withhold"])
    def test_is_refused_pages_that_are_about_the_words(self, at_desk, named, campaigner, page):
        address = addresses(named)[0].replace("/change/", f"/{page}/")

        assert at_desk(campaigner).get(address).status_code == 403

    def test_cannot_change_what_it_cannot_read(self, at_desk, named, contributor, editor):
        named.text = "Another text."

        with pytest.raises(workflow.NotAllowed):
            workflow.edit(named, by=contributor, seen=named.version)
        workflow.edit(named, by=editor, seen=named.version)

        assert at_desk(contributor).post(addresses(named)[0], {}).status_code == 403

    def test_is_changed_in_what_is_shown_alone(self, at_desk, named, campaigner):
        before = Statement.objects.values().get(pk=named.pk), list(named.passages.values())

        at_desk(campaigner).get(addresses(named)[0])

        after = Statement.objects.values().get(pk=named.pk), list(named.passages.values())
        assert after == before


class DraftTests:
    def test_is_the_author_s_to_read(self, at_desk, draft, contributor, other_contributor, form_of):
        workflow.withhold(draft, by=contributor, words=NAME, reason=REASON)

        own = at_desk(contributor).get(form_of(draft)).content.decode()
        others = at_desk(other_contributor).get(form_of(draft)).content.decode()

        assert NAME in own
        assert NAME not in others
