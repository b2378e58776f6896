"""What stands on the desk already is found again: by text, address, document and name."""

from datetime import date

import pytest

from statements import workflow
from statements.models import Actor, Event, Mark, Person, Statement, Voice
from statements.workflow import gatherings, references
from statements.workflow.alike import likeness
from statements.workflow.alike.likeness import Sought
from tests.cast import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def reasons():
    """Say of what is looked for what is like it, and why."""

    def ask(noun):
        told = noun if isinstance(noun, Sought) else likeness.sought(noun)
        return {str(one.noun): one.reasons for one in likeness.alike(told)}

    return ask


@pytest.fixture
def another(draft, contributor):
    def make(**fields):
        one = Statement(**({"title": "Another", "text": "Other words."} | fields))
        workflow.create(one, by=contributor)
        return one

    return make


class StatementTests:
    def test_of_the_same_text_is_found_though_it_is_a_draft(self, another, reasons):
        same = another(text=TEXT.upper().replace("\n\n", "\n"))

        assert reasons(same) == {"Iraq on shelter": ("the same text",)}

    def test_of_nearly_the_same_text_is_found(self, another, reasons):
        near = another(text=TEXT.replace("I thank you.", "Thank you very much."))

        ((title, (reason,)),) = reasons(near).items()
        assert title == "Iraq on shelter"
        assert reason.endswith("% of the words are the same")

    def test_of_other_words_is_not_found(self, another, reasons):
        assert reasons(another()) == {}

    def test_is_found_before_it_is_saved(self, draft, reasons):
        assert reasons(Sought(kind="statement", text=TEXT)) == {
            "Iraq on shelter": ("the same text",)
        }

    def test_of_the_same_address_is_found(self, another, reasons):
        another(title="First", source_url="https://www.un.org/a/")
        second = another(title="Second", text="Words of its own.", source_url="http://un.org/a")

        assert reasons(second) == {"First": ("the same source address",)}

    def test_of_one_record_is_found_where_the_speaker_is_the_same(
        self, draft, another, reasons, council
    ):
        iraq = draft.voices.get().actor
        records = {
            name: another(title=name, text=f"Words of {name}.", source_note="Record S/PV.7898")
            for name in ("First", "Second", "Third")
        }
        for name, actor in (("First", iraq), ("Second", iraq), ("Third", council)):
            Voice.objects.create(statement=records[name], actor=actor)

        assert reasons(records["First"]) == {"Second": ("the same document, and the same speaker",)}

    def test_is_found_by_what_it_says_now(self, draft, another, reasons, contributor):
        one = another()
        one.text = TEXT
        workflow.edit(one, by=contributor, seen=1)

        assert reasons(draft) == {"Another": ("the same text",)}
        assert reasons(Sought(kind="statement", text="Other words.")) == {}

    def test_that_was_discarded_is_found_no_more(self, draft, reasons, contributor):
        workflow.discard(draft, by=contributor)

        assert not Mark.objects.filter(kind="statement").exists()
        assert reasons(Sought(kind="statement", text=TEXT)) == {}

    def test_asks_as_much_however_many_are_alike(
        self, another, reasons, django_assert_max_num_queries
    ):
        for number in range(12):
            another(title=f"Copy {number}", text=TEXT)

        with django_assert_max_num_queries(4):
            assert len(reasons(Sought(kind="statement", text=TEXT))) == likeness.SHOWN


class ActorTests:
    @pytest.fixture
    def save(self, keeper):
        def make(name, **fields):
            actor = Actor(slug=f"a-{Actor.objects.count()}", name=name, kind="un_organ", **fields)
            references.save_actor(actor, by=keeper)
            return actor

        return make

    def test_is_found_by_a_slip_and_by_another_name(self, save, council, reasons):
        council.aliases.create(name="Le Conseil de sécurité")
        references.show_names(council)

        assert reasons(save("Securty Council")) == {"Security Council": ("nearly the same name",)}
        assert reasons(save("Conseil de Securite")) == {"Security Council": ("the same name",)}

    def test_of_another_country_is_another(self, save, make_country, reasons):
        iran, iraq = make_country("ir", "Iran"), make_country("iq", "Iraq")
        save("Ministry of Justice", country=iran)

        assert reasons(save("Ministry of Justice", country=iraq)) == {}

    def test_told_apart_is_offered_no_more_from_either_side(self, save, council, reasons, editor):
        near = save("Securty Council")

        likeness.tell_apart(near, council, by=editor)
        likeness.tell_apart(council, near, by=editor)

        assert reasons(near) == reasons(council) == {}

    def test_is_told_apart_by_those_alone_who_may_change_it(self, save, council, contributor):
        near = save("Securty Council")

        with pytest.raises(workflow.NotAllowed):
            likeness.tell_apart(near, council, by=contributor)


class PersonTests:
    def test_is_found_by_the_name(self, keeper, reasons):
        for note in ("of Iraq", "of Iran"):
            references.save_person(Person(name="María Grazia", note=note), by=keeper)

        assert reasons(Sought(kind="person", names=("Maria Grazia",))) == {
            "María Grazia (of Iran)": ("the same name",),
            "María Grazia (of Iraq)": ("the same name",),
        }


class EventTests:
    def test_of_the_same_name_is_another_in_another_year(self, editor, reasons):
        for year in (2016, 2017):
            event = Event(slug=f"day-{year}", title="World Day", kind="launch")
            event.starts_on, event.starts_precision = date(year, 7, 30), "day"
            gatherings.save(event, by=editor)

        told = Sought(kind="event", names=("The World Day",), year=2017)

        assert [one.noun.slug for one in likeness.alike(told)] == ["day-2017"]

    def test_is_found_by_its_symbol(self, editor, reasons):
        gatherings.save(
            Event(slug="a", title="Open debate", kind="launch", symbol="S/PV.8111"), by=editor
        )

        assert reasons(Sought(kind="event", names=("Any",), source="S/PV.8111")) == {
            "Open debate": ("the same symbol",)
        }
