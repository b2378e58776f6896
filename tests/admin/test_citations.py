"""The rows of citations, and the list of mentions that nobody resolved yet."""

import pytest

from statements import workflow
from statements.models import Citation, Instrument
from statements.text import passages
from statements.workflow import references
from tests.admin.filling import filled

WORKLIST = "/admin/statements/citation/?resolved=no"


@pytest.fixture
def protocol(keeper):
    instrument = Instrument(slug="protocol", name="Palermo Protocol", kind="treaty")
    references.save_instrument(instrument, by=keeper)
    return instrument


@pytest.fixture
def mention(draft):
    passage = workflow.anchor(draft, passages.find(draft.text, "a crime")[0])
    return Citation.objects.create(statement=draft, passage=passage)


class CitationRowTests:
    @pytest.fixture
    def client(self, at_desk, contributor):
        return at_desk(contributor)

    @pytest.fixture
    def data(self, client, form_of, draft):
        return filled(client.get(form_of(draft))) | {"citations-TOTAL_FORMS": ["1"]}

    def test_is_anchored_by_its_words(self, client, form_of, draft, protocol, data):
        data |= {"citations-0-words": ["a crime"], "citations-0-instrument": [str(protocol.pk)]}

        client.post(form_of(draft), data)

        [cited] = draft.citations.all()
        place = draft.text.index("a crime")
        assert (cited.passage.start, cited.instrument) == (place, protocol)

    def test_is_refused_where_its_words_are_not_in_the_text(self, client, form_of, draft, data):
        data["citations-0-words"] = ["Nobody ever said this."]

        answer = client.post(form_of(draft), data)

        assert "These words are not in the text" in answer.content.decode()
        assert not draft.citations.exists()

    def test_leaves_no_passage_behind(self, client, form_of, draft, mention):
        data = filled(client.get(form_of(draft))) | {"citations-0-DELETE": ["on"]}

        client.post(form_of(draft), data)

        assert not draft.citations.exists()
        assert not draft.passages.filter(exact="a crime").exists()


class WorklistTests:
    def test_has_a_mention_until_somebody_says_what_it_is(
        self, at_desk, editor, form_of, draft, protocol, mention
    ):
        client = at_desk(editor)
        before = client.get(WORKLIST).content.decode()
        data = filled(client.get(form_of(draft)))

        client.post(form_of(draft), data | {"citations-0-instrument": [str(protocol.pk)]})

        assert ">a crime</a>" in before
        assert ">a crime</a>" not in client.get(WORKLIST).content.decode()
