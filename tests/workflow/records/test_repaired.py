"""What a publication says of repairs: the words of before and after, and never withheld ones."""

import pytest

from statements import workflow
from statements.catalogue import records
from statements.workflow.withheld import withholding
from tests.workflow.repairs import TEXT, accept, undo
from tests.workflow.texts.test_sic import publish

WORDS = [("S/2017/l98", "S/2017/198"), ("ofhuman", "of human")]


def words(record):
    return [(one.before, one.after) for one in record.repairs if one.after.strip()]


def source(record):
    text = record.text
    for one in reversed(record.repairs):
        assert text[one.start : one.end] == one.after
        text = text[: one.start] + one.before + text[one.end :]
    return text


class PublishedTests:
    def test_say_what_was_put_right(self, broken, contributor, publisher):
        accept(broken, contributor)

        record = publish(broken, contributor, publisher)

        assert words(record) == WORDS
        assert source(record) == TEXT

    def test_say_nothing_of_what_was_undone_or_edited(self, broken, contributor, publisher):
        broken.recommendations.all().delete()
        accept(broken, contributor)
        undo(broken, contributor, "symbol")
        broken.text = broken.text.replace("of human", "of all human")
        workflow.edit(broken, by=contributor, seen=broken.version)

        assert words(publish(broken, contributor, publisher)) == []

    def test_are_on_the_page_and_in_the_files(self, broken, contributor, publisher, client):
        accept(broken, contributor)
        publish(broken, contributor, publisher)

        page = " ".join(client.get(f"/statements/{broken.slug}/").content.decode().split())
        file = client.get("/statements.json").getvalue().decode()

        assert "2 words were put right from the source" in page
        assert ">S/2017/<del>l</del>98</bdi> · here: <bdi" in page
        assert ">S/2017/<ins>1</ins>98</bdi>" in page
        assert '<a href="#p2">paragraph 2</a>' in page
        assert "In 4 places broken lines or doubled spaces of the source were joined." in page
        assert '"before":"S/2017/l98","after":"S/2017/198"' in file

    def test_are_not_told_before_a_publication(self, broken, contributor, publisher, client):
        publish(broken, contributor, publisher)
        accept(broken, contributor)

        assert b"put right" not in client.get(f"/statements/{broken.slug}/").content


class WithheldTests:
    """A repair that overlaps withheld words is left out, whenever they were withheld."""

    @pytest.mark.parametrize("withheld", ["(S/2017/198)", "of human rights", "Jane Doe"])
    @pytest.mark.parametrize("is_live", [False, True])
    def test_words_are_never_told(self, broken, contributor, publisher, withheld, is_live):
        broken.recommendations.all().delete()
        accept(broken, contributor)
        if is_live:
            publish(broken, contributor, publisher)
        workflow.withhold(broken, by=publisher, words=withheld, reason="It tells who.")
        broken.refresh_from_db()
        record = (
            withholding.last_published(broken)
            if is_live
            else publish(broken, contributor, publisher)
        )

        told = records.dump(record)
        assert withheld not in told
        for before, after in WORDS:
            assert (f'"{before}"' in told) == (after not in withheld)
        assert withheld not in source(record)
