"""From the desk to the record: what goes along, and what never does."""

from statements import workflow
from statements.models import Person
from statements.text import passages
from statements.workflow.records import compile
from tests.cast import SHELTER, recommend


class StatementTests:
    def test_quotes_its_strongest_recommendation(self, draft):
        draft.recommendations.filter(pillar="partnership").update(strength=5)

        record = compile.statement(draft.pk)

        assert record.quote
        assert record.quote.exact.startswith("We call on the Council")
        assert (record.asks, record.commitments) == (2, 0)

    def test_quotes_with_the_words_that_lead_in(self, draft):
        stem = passages.find(draft.text, "Trafficking is a crime.")[0]
        led = draft.recommendations.get(pillar="partnership")
        led.strength, led.lead_in = 5, workflow.lead_in(draft, stem)
        led.save()

        record = compile.statement(draft.pk)

        assert record.quote
        assert record.quote.lead_in == "Trafficking is a crime."

    def test_tells_commitments_apart(self, draft):
        draft.recommendations.filter(pillar="partnership").update(kind="commitment", strength=5)

        record = compile.statement(draft.pk)

        assert (record.asks, record.commitments) == (1, 1)
        assert record.quote
        assert record.quote.exact == SHELTER

    def test_numbers_recommendations_as_they_stand_in_the_text(self, draft):
        recommend(draft, "Trafficking is a crime.")

        record = compile.statement(draft.pk)

        starts = [one.passage.start for one in record.recommendations]
        assert [one.number for one in record.recommendations] == [1, 2, 3]
        assert starts == sorted(starts)

    def test_passages_stand_where_they_say(self, draft):
        record = compile.statement(draft.pk)

        for one in record.recommendations:
            assert record.text[one.passage.start : one.passage.end] == one.passage.exact

    def test_leaves_out_what_editors_left_out(self, draft):
        draft.recommendations.filter(pillar="partnership").update(left_out=True)

        assert [one.pillar for one in compile.statement(draft.pk).recommendations] == ["protection"]

    def test_a_withheld_name_is_nowhere(self, draft):
        voice = draft.voices.get()
        voice.name_is_public = False
        voice.save()

        record = repr(compile.statement(draft.pk))

        assert "Ms. A" not in record

    def test_a_person_is_named_as_the_voice_is_not_as_the_desk_knows_them(self, draft):
        voice = draft.voices.get()
        voice.person = Person.objects.create(name="Amal Example")
        voice.save()

        assert [voice.name for voice in compile.statement(draft.pk).voices] == ["Ms. A"]

    def test_takes_as_many_queries_for_ten_recommendations_as_for_two(
        self, draft, django_assert_num_queries
    ):
        words = [f"Ask number {number} stands here." for number in range(8)]
        draft.text += "\n\n" + "\n\n".join(words)
        draft.save()
        for one in words:
            recommend(draft, one)

        # The statement; its voices, countries, their other names and its themes; recommendations
        # with passage and lead-in, who asks, who is asked, their themes, their tags; what is
        # cited; what is withheld; what was put right or marked [sic].
        with django_assert_num_queries(13):
            record = compile.statement(draft.pk)

        assert len(record.recommendations) == 10

    def test_names_countries_inside_a_passage_only_if_confirmed(self, draft, make_country):
        draft.text += "\n\nWe ask Libya and Niger for help."
        draft.save()
        draft.countries.add(make_country("ly", "Libya"))
        make_country("ne", "Niger")
        recommend(draft, "We ask Libya and Niger for help.")

        assert compile.statement(draft.pk).recommendations[2].countries == ("ly",)


class TagsTests:
    def test_are_no_part_of_the_frozen_record(self, draft, contributor):
        workflow.tag(draft.recommendations.all(), by=contributor, add=["help"])

        assert "help" not in repr(compile.statement(draft.pk))
