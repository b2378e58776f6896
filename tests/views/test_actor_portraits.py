"""What the portrait of an actor that is no State says, against what the records hold."""

import datetime as dt
import re

import pytest

from statements import workflow
from statements.catalogue import store
from statements.catalogue.records import Recommendation, Tombstone
from statements.models import Actor
from statements.workflow import references
from tests.catalogue import build
from tests.views import corpus, exchange
from tests.views.test_portrait_answers import listing, read, section


def shown(part: str) -> list[str]:
    """Return the references of the recommendations that a part of a page links to."""
    return re.findall(r'href="/recommendations/([\w-]+)/"', part)


@pytest.fixture
def made(on_record: None) -> list[Recommendation]:
    return exchange.publish()


class ActorTests:
    @pytest.fixture
    def heard(self, made):
        """Let UNODC ask and promise, and be asked, beside what States do."""
        unodc, council = build.voice("unodc"), build.addressee("council")
        store.put(build.actor("council", name="The Council"))
        mine = [
            build.recommendation(f"by-{n}", askers=(unodc,), themes=(theme,), addressees=to)
            for n, (theme, to) in enumerate(
                [("shelter", (council,)), ("visas", ()), ("visas", (council,))]
            )
        ]
        promise = build.recommendation("own", kind="commitment", askers=(unodc,))
        pakistan, itself = build.voice("pakistan", "pk"), build.addressee("unodc")
        theirs = [
            build.recommendation("to-0", askers=(pakistan,), addressees=(itself,)),
            build.recommendation("to-1", askers=(pakistan, unodc), addressees=(itself, council)),
        ]
        said = corpus.speech("mine", voices=(unodc,), recommendations=(*mine, promise, *theirs))
        store.put_all([said, *said.recommendations])
        return said

    def test_tells_what_it_asked_from_what_it_was_asked(self, client, heard):
        page = read(client, "/actors/slug-unodc/")

        assert {*shown(section(page, "What it asked"))} == {"by-0", "by-1", "by-2", "to-1"}
        assert shown(section(page, "What it promised")) == ["own"]
        assert {*shown(section(page, "What was asked of it"))} == {"to-0", "to-1"}
        assert "4 things were asked. 1 promise was made." in page
        assert "2 recommendations ask something of UNODC." in page

    def test_counts_whom_it_asks_and_who_asks_it(self, client, heard):
        page = read(client, "/actors/slug-unodc/")

        assert listing(page, "Whom it asks") == {"The Council": 3, "UNODC": 1}
        assert listing(page, "Who asks it") == {"Pakistan": 2, "UNODC": 1}
        assert listing(page, "Themes of what it asked") == {"Visas": 2, "Shelter": 1}

    def test_leads_from_each_count_to_its_list(self, client, heard):
        page = read(client, "/actors/slug-unodc/")

        for title in ("Whom it asks", "Who asks it", "Themes of what it asked"):
            links = re.findall(r'<a href="([^"]+)">.*?class="n">([0-9]+)<', section(page, title))
            assert links
            for address, n in links:
                listed = client.get(address.replace("&amp;", "&"))
                assert listed.context["results"].total == int(n), address

    def test_links_to_the_whole_list(self, client, made):
        page = read(client, "/actors/all-states/")

        n = len([one for one in made if one.kind == "ask" and _asks_all(one)])
        assert n > len(shown(section(page, "What was asked of it")))
        link = f'<a href="/recommendations/?kind=ask&amp;to=all-states">All {n} of them<'
        assert link in section(page, "What was asked of it")
        assert "Nothing that it asked is on record yet." in page
        assert f"{n} recommendations ask something of All States." in page

    def test_names_the_actor_on_the_list_in_the_language_of_the_reader(self, client, made):
        names = {"en": "All States", "fr": "Tous les États"}
        store.put(build.actor("all", kind="collective", slug="all-states", names=names))

        page = read(client, "/fr/recommendations/?to=all-states")

        assert "Tous les États<" in page.split('class="chips"')[1].split("</ul>")[0]

    def test_keeps_nothing_of_what_is_withdrawn(self, client, heard):
        for one in heard.recommendations:
            store.withdraw("recommendation", _tombstone(one.ref))
        store.withdraw("statement", _tombstone("mine"))

        page = read(client, "/actors/slug-unodc/")

        assert not shown(page)
        assert "Who asks it" not in page


class DraftTests:
    """The same of drafts, of what is published, and of edits that are not."""

    def _asked(self, client, actor: str) -> int | None:
        listed = client.get(f"/recommendations/?to={actor}")
        return listed.context["results"].total if listed.status_code == 200 else None

    def test_shows_nothing_of_a_draft(self, client, draft):
        assert self._asked(client, "security-council") is None

    def test_shows_nothing_of_edits_that_are_not_published(self, client, live, contributor, keeper):
        eu = Actor(slug="eu", kind="regional_organization", name="European Union", show=True)
        references.save_actor(eu, by=keeper)
        workflow.edit(live, by=contributor, seen=live.version)
        live.recommendations.get(addressees__slug="security-council").addressees.set([eu])

        assert self._asked(client, "security-council") == 1
        assert self._asked(client, "eu") == 0

    def test_shows_nothing_of_what_is_withdrawn(self, client, live, publisher):
        workflow.withdraw(live, by=publisher, reason="A reason.")

        assert not self._asked(client, "security-council")


def _asks_all(one: Recommendation) -> bool:
    return "all" in {to.actor for to in one.addressees}


def _tombstone(ref: str) -> Tombstone:
    return Tombstone(ref=ref, on=dt.date(2026, 1, 1), reason="R", successor="")
