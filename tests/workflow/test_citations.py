"""Instruments and citations on the way from the desk to the catalogue."""

import pytest
from django.urls import reverse

from statements import workflow
from statements.catalogue import records, store
from statements.models import Citation, Instrument, InstrumentAlias, Statement, User
from statements.text import passages
from statements.workflow import references
from statements.workflow.records import compile
from tests.cast import DATA, SHELTER


@pytest.fixture
def protocol(keeper: User) -> Instrument:
    instrument = Instrument(
        slug="protocol", name="Palermo Protocol", kind="treaty", name_fr="Le P."
    )
    references.save_instrument(instrument, by=keeper)
    return instrument


def cite(statement: Statement, words: str, instrument: Instrument | None) -> Citation:
    place = passages.find(statement.text, words)[0]
    passage = workflow.anchor(statement, place)
    return Citation.objects.create(statement=statement, passage=passage, instrument=instrument)


def publish(draft: Statement, contributor: User, publisher: User) -> None:
    workflow.submit(draft, by=contributor)
    workflow.approve(draft, by=publisher)
    workflow.publish(draft, by=publisher)


class CompileTests:
    def test_a_recommendation_has_those_its_words_cite_else_its_statement_s(self, draft, protocol):
        law = Instrument.objects.create(slug="law", name="Law", kind="national_law")
        cite(draft, "each victim of trafficking", protocol)
        cite(draft, "a crime", law)

        record = compile.statement(draft.pk)

        held = {one.passage.exact: one.instruments for one in record.recommendations}
        assert held == {SHELTER: (protocol.ref,), DATA: (law.ref, protocol.ref)}
        assert record.instruments == (law.ref, protocol.ref)
        assert [one.passage.exact for one in record.citations] == [
            "a crime",
            "each victim of trafficking",
        ]

    def test_a_mention_of_what_nobody_knows_yet_is_not_public(self, draft):
        cite(draft, "a crime", None)

        record = compile.statement(draft.pk)

        assert (record.instruments, record.citations) == ((), ())


class PublicTests:
    def test_is_public_while_a_live_statement_cites_it(
        self, draft, protocol, contributor, publisher
    ):
        cite(draft, "a crime", protocol)
        before = store.state("instrument", protocol.ref)

        publish(draft, contributor, publisher)
        while_live = store.state("instrument", protocol.ref)
        workflow.withdraw(draft, by=publisher, reason="A person asked for it.")

        assert (before, while_live) == ("never", "live")
        assert store.state("instrument", protocol.ref) == "never"

    def test_is_public_where_an_editor_shows_it(self, protocol, keeper):
        protocol.show = True
        references.save_instrument(protocol, by=keeper)

        record = store.get("instrument", "protocol").record

        assert record.names == {"en": "Palermo Protocol", "fr": "Le P."}

    def test_another_name_finds_it_at_once(self, protocol, keeper):
        protocol.show = True
        references.save_instrument(protocol, by=keeper)
        InstrumentAlias.objects.create(instrument=protocol, name="TIP Protocol")
        references.show_names(protocol)

        assert store.get("instrument", "protocol").record.also == ("TIP Protocol",)

    def test_its_page_has_what_cites_it(self, draft, protocol, contributor, publisher, client):
        cite(draft, "a crime", protocol)
        publish(draft, contributor, publisher)

        page = client.get(reverse("instrument-detail", args=["protocol"])).content.decode()
        statement = client.get(reverse("statement-detail", args=[draft.slug])).content.decode()
        found = client.get(reverse("statement-list"), {"instrument": "protocol"})

        assert "Iraq on shelter" in page
        assert '<a href="/instruments/protocol/">Palermo Protocol</a>' in statement
        assert '<a href="#p2">paragraph 2</a>' in statement
        assert found.context["results"].total == 1


class TextTests:
    def test_a_citation_follows_the_text(self, draft, protocol, contributor):
        cited = cite(draft, "a crime", protocol)
        draft.text = "Ladies and gentlemen, " + draft.text

        workflow.edit(draft, by=contributor, seen=draft.version)

        cited.passage.refresh_from_db()
        assert draft.text[cited.passage.start : cited.passage.end] == "a crime"

    def test_a_citation_whose_words_changed_is_in_the_way_of_publishing(
        self, draft, protocol, contributor
    ):
        cite(draft, "a crime", protocol)
        draft.text = draft.text.replace("a crime", "an evil")
        workflow.edit(draft, by=contributor, seen=draft.version)

        problems = workflow.missing(draft)

        assert [one.field for one in problems] == ["citations"]


class WithholdingTests:
    def test_withheld_words_are_in_no_citation(self, draft, protocol, contributor, publisher):
        cite(draft, "a crime", protocol)
        cite(draft, "better data", protocol)
        publish(draft, contributor, publisher)

        workflow.withhold(draft, by=publisher, words="crime", reason="It names somebody.")

        record = store.get("statement", draft.slug).record
        [kept] = record.citations
        assert "crime" not in records.dump(record)
        assert record.text[kept.passage.start : kept.passage.end] == "better data"
        assert compile.statement(draft.pk).citations == record.citations


class RightTests:
    def test_editors_keep_instruments_and_contributors_cite_them(self, editor, contributor):
        assert editor.has_perm("statements.change_instrument")
        assert contributor.has_perm("statements.add_citation")

        with pytest.raises(workflow.NotAllowed):
            references.save_instrument(
                Instrument(slug="own", name="Own", kind="treaty"), by=contributor
            )
