"""How far a campaign has come, against the recommendations that it gathers."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from statements.catalogue import store
from statements.catalogue.records import Recommendation, Tombstone
from tests.catalogue import build
from tests.views import corpus, exchange
from tests.views.test_portrait_answers import read, section

CAMPAIGN = "/campaigns/slug-shelter-for-all/"
TITLE = "How far it has come"
NAMES = {"iraq": "Iraq", "pakistan": "Pakistan", "all": "All States"}


@pytest.fixture
def made(on_record: None) -> list[Recommendation]:
    return exchange.publish()


def rows(page: str) -> dict[str, list[str]]:
    """Return what stands beside each name."""
    part = section(page, TITLE).split("<tbody>")[1]
    found = {}
    for row in part.split("<tr>")[1:]:
        name, *cells = [re.sub("<[^>]+>", "", one) for one in re.findall(r"<t[hd].*?</t[hd]>", row)]
        found[name] = cells
    return found


def expected(made: list[Recommendation], actor: str) -> list[str]:
    asked = [
        one for one in made if one.kind == "ask" and actor in {to.actor for to in one.addressees}
    ]
    years = sorted({str(one.date.on.year) for one in asked if one.date})
    promised = [one for one in made if one.kind != "ask" and one.askers[0].actor == actor]
    when = years[0] if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
    return [
        str(len(asked)),
        str(len({one.askers[0].actor for one in asked})),
        when,
        str(len(promised)),
    ]


class ProgressTests:
    def test_tells_of_each_who_is_asked_what_the_records_say(self, client, made):
        found = rows(read(client, CAMPAIGN))

        assert found == {name: expected(made, actor) for actor, name in NAMES.items()}
        assert {cells[-1] for cells in found.values()} > {"0"}

    def test_leads_from_each_name_and_promise_to_the_list(self, client, made):
        page = section(read(client, CAMPAIGN), TITLE)

        links = re.findall(r'<a href="([^"]+)">([^<]+)</a>', page)
        counts = {name: int(cells[0]) for name, cells in rows(read(client, CAMPAIGN)).items()}
        assert len(links) > len(counts)
        for address, words in links:
            listed = client.get(address.replace("&amp;", "&"))
            n = counts[words] if words in counts else int(words)
            assert listed.context["results"].total == n, address

    def test_leaves_out_what_is_gathered_elsewhere_and_what_is_withdrawn(self, client, made):
        council = (build.addressee("council"),)
        store.put(build.actor("council", name="The Council"))
        store.put(build.recommendation("elsewhere", addressees=council))
        for one in made:
            if "all" in {to.actor for to in one.addressees}:
                stone = Tombstone(ref=one.ref, on=dt.date(2026, 1, 1), reason="R", successor="")
                store.withdraw("recommendation", stone)

        assert set(rows(read(client, CAMPAIGN))) == {"Iraq", "Pakistan"}

    def test_says_nothing_where_one_alone_is_asked(self, client, on_record):
        assert corpus.LIVE.campaigns == ("shelter-for-all",)
        assert TITLE not in read(client, CAMPAIGN)

    def test_leaves_open_by_how_many_where_nobody_who_asks_is_named(self, client, made):
        store.put(build.actor("council", name="The Council"))
        voices = (build.voice(name="Ms. Bb"),)
        speech = corpus.speech("unnamed", voices=voices)
        ask = replace(
            speech.recommendations[0], askers=voices, addressees=(build.addressee("council"),)
        )
        corpus.publish(replace(speech, recommendations=(ask,)))

        page = read(client, CAMPAIGN)

        assert rows(page)["The Council"] == ["1", "", "2017", "0"]
        assert '<th scope="col">Named askers</th>' in section(page, TITLE)

    def test_says_the_language_of_a_name_that_is_not_the_readers(self, client, made):
        page = client.get(f"/fr{CAMPAIGN}").text

        table = page.split('<div class="scroll">')[1].split("</table>")[0]
        assert '"><bdi lang="en" dir="ltr">All States</bdi></a></th>' in table

    def test_has_no_stop_of_the_keyboard_of_its_own(self, client, made):
        assert "tabindex" not in section(read(client, CAMPAIGN), TITLE)

    def test_says_what_is_not_on_record(self, client, made):
        assert "whether promises were kept is not" in section(read(client, CAMPAIGN), TITLE)
