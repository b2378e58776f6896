"""“This looks like …” on the form of something, while it is entered and once it is saved."""

import pytest

from statements import workflow
from statements.models import Actor, Person, Statement, ToldApart
from tests.admin.filling import filled, voice
from tests.cast import TEXT

DESK = "/admin/statements"
SAYS = "This looks like something that is here already"


@pytest.fixture
def twin(draft, contributor):
    one = Statement(title="Pasted twice", text=TEXT)
    workflow.create(one, by=contributor)
    return one


class FormTests:
    def test_says_what_is_alike_with_links(self, at_desk, contributor, form_of, draft, twin):
        page = at_desk(contributor).get(form_of(twin)).content.decode()

        assert SAYS in page
        assert f'href="{form_of(draft)}"' in page
        assert "the same text" in page
        assert f'href="{DESK}/statement/{twin.pk}/alike/{draft.ref}/"' in page

    def test_says_nothing_where_nothing_is_alike(self, at_desk, contributor, form_of, draft):
        assert SAYS not in at_desk(contributor).get(form_of(draft)).content.decode()

    def test_says_nothing_to_who_may_only_read(self, at_desk, campaigner, form_of, draft, twin):
        assert SAYS not in at_desk(campaigner).get(form_of(twin)).content.decode()

    def test_hinders_no_save(self, at_desk, contributor, draft):
        client = at_desk(contributor)
        data = filled(client.get(f"{DESK}/statement/add/"))
        voice(data, name="Ms. B")

        client.post(f"{DESK}/statement/add/", data | {"title": ["Again"], "text": [TEXT]})

        assert Statement.objects.filter(text=TEXT).count() == 2


class EnteringTests:
    def test_a_text_is_told_what_is_alike_before_it_is_saved(self, at_desk, contributor, draft):
        typed = {"text": TEXT.replace("\n", "\r\n"), "source_url": "", "source_note": ""}

        answer = at_desk(contributor).post(f"{DESK}/statement/alike/", typed)

        assert "the same text" in answer.content.decode()
        assert "Compare" not in answer.content.decode()

    def test_a_name_is_told_its_namesakes(self, at_desk, editor, council):
        Person.objects.create(name="Nobody")
        typed = {"name": "", "aliases-0-name": "Securty Council", "country": "x"}

        answer = at_desk(editor).post(f"{DESK}/actor/alike/", typed)

        assert "nearly the same name" in answer.content.decode()

    def test_an_event_of_another_year_is_another(self, at_desk, editor):
        client = at_desk(editor)
        data = filled(client.get(f"{DESK}/event/add/"), "event_form")
        data |= {"title": ["World Day"], "slug": ["day"], "kind": ["launch"], "starts": ["2016"]}
        client.post(f"{DESK}/event/add/", data)

        said = {
            year: client.post(f"{DESK}/event/alike/", {"title": "World day", "starts": year})
            for year in ("2016", "May 2017", "nonsense")
        }

        told = {year: "the same name" in one.content.decode() for year, one in said.items()}
        assert told == {"2016": True, "May 2017": False, "nonsense": True}

    @pytest.mark.parametrize("typed", [{}, {"text": "\x00", "voices-0-actor": "9" * 30}])
    def test_takes_anything(self, at_desk, contributor, draft, typed):
        assert at_desk(contributor).post(f"{DESK}/statement/alike/", typed).status_code == 200


class CompareTests:
    @pytest.fixture
    def address(self, draft, twin):
        return f"{DESK}/statement/{twin.pk}/alike/{draft.ref}/"

    def test_shows_where_two_differ(self, at_desk, contributor, address):
        page = " ".join(at_desk(contributor).get(address).content.decode().split())

        assert "<dt>Title</dt>" in page
        assert "<del>Pasted twice</del><ins>Iraq on shelter</ins>" in page

    def test_remembers_that_they_are_not_the_same(
        self, at_desk, contributor, form_of, address, twin
    ):
        client = at_desk(contributor)

        client.post(address)

        assert ToldApart.objects.get().by == contributor
        assert SAYS not in client.get(form_of(twin)).content.decode()

    def test_of_one_with_itself_is_not_there(self, at_desk, contributor, draft):
        address = f"{DESK}/statement/{draft.pk}/alike/{draft.ref}/"

        assert at_desk(contributor).get(address).status_code == 404

    def test_of_actors_says_their_country(self, at_desk, editor, council, make_state):
        iraq = make_state("iq", "Iraq")

        page = at_desk(editor).get(f"{DESK}/actor/{council.pk}/alike/{iraq.ref}/").content.decode()

        assert "<ins>Iraq</ins>" in page
        assert Actor.objects.count() == 2
