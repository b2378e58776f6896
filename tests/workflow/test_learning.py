"""A name that a person put right in a draft is known in the next document, and only there."""

from statements import workflow
from statements.catalogue.models import Record
from statements.choices import ProposedField
from statements.models import Actor, Citation, Instrument
from statements.text import passages
from statements.workflow import references
from statements.workflow.proposing import Choice
from tests.workflow.proposed import decide, propose


class LearnTests:
    def choose(self, statement, by, actor):
        voice = statement.voices.get()
        one = propose(statement, ProposedField.VOICE, voice.ref, value="Mesopotamia")
        decide(statement, by, Choice(one, keep=True, values={"actor": actor}))

    def test_knows_the_new_name_of_an_actor(self, draft, editor, council):
        self.choose(draft, editor, council)

        assert [one.name for one in council.aliases.all()] == ["Mesopotamia"]

    def test_tells_the_public_nothing_of_it(self, draft, editor, council):
        council.show = True
        references.save_actor(council, by=editor)

        self.choose(draft, editor, council)
        references.show_names(council)

        assert "Mesopotamia" not in Record.objects.get(kind="actor", ref=council.ref).body

    def test_tells_the_public_nothing_of_an_instrument(self, draft, editor):
        treaty = Instrument(slug="treaty", kind="treaty", name="A treaty", show=True)
        references.save_instrument(treaty, by=editor)
        place = workflow.anchor(draft, passages.find(draft.text, "a crime")[0])
        cited = Citation.objects.create(statement=draft, passage=place)
        one = propose(draft, ProposedField.CITATION, str(cited.pk), value="a crime")

        decide(draft, editor, Choice(one, keep=True, values={"instrument": treaty}))
        references.show_names(treaty)

        assert [alias.name for alias in treaty.aliases.all()] == ["a crime"]
        assert "a crime" not in Record.objects.get(kind="instrument", ref=treaty.ref).body

    def test_takes_it_from_nobody_else(self, draft, contributor, council):
        self.choose(draft, contributor, council)

        assert draft.voices.get().actor == council
        assert not council.aliases.exists()

    def test_says_nothing_twice(self, draft, editor):
        iraq = Actor.objects.get(slug="state-iq")
        voice = draft.voices.get()
        one = propose(draft, ProposedField.VOICE, voice.ref, value="iraq")
        decide(draft, editor, Choice(one, keep=True, values={"actor": iraq}))

        assert not iraq.aliases.exists()

    def test_refuses_a_citation(self, draft, editor):
        place = workflow.anchor(draft, passages.find(draft.text, "a crime")[0])
        cited = Citation.objects.create(statement=draft, passage=place)
        one = propose(draft, ProposedField.CITATION, str(cited.pk))

        decide(draft, editor, Choice(one, keep=False))

        assert not Citation.objects.exists()
