"""The tools of a page of words: how it is cited, sent, and what is wrong in it told."""

import html
import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import translation

from statements.catalogue import store
from statements.citing.styles import STYLES
from statements.views import citations
from statements.views.names import Names
from tests.catalogue import build
from tests.views import corpus

pytestmark = pytest.mark.usefixtures("on_record")
SPEECH, ASK = "/statements/slug-speech/", "/recommendations/speech-ask/"


def cited(page: str) -> dict[str, str]:
    found = re.findall(
        r"<dt>([^<]*)</dt>\s*<dd>\s*<p class=\"citation\"[^>]*>(.*?)</p>", page, re.S
    )
    return {name: html.unescape(re.sub(r"<[^>]*>", "", words)) for name, words in found}


def read(client, address: str) -> str:
    response = client.get(address)

    assert response.status_code == 200
    page: str = response.content.decode()
    return page


class CitationTests:
    def test_of_a_statement_stand_in_every_style(self, client, settings):
        found = cited(read(client, SPEECH))

        assert list(found) == [style.name for style in STYLES]
        assert found["United Nations"] == (
            "Pakistan, “Speech speech”, speech delivered by Ms. Aa, Minister, The meeting, "
            f"New York, 27 September 2017. Available at {settings.SITE_URL}{SPEECH}."
        )

    def test_of_a_recommendation_quote_its_words_at_their_place(self, client, settings):
        found = cited(read(client, ASK))

        assert f"“{corpus.CALL}”" in found["APA, 7th edition"]
        assert found["APA, 7th edition"].endswith(f"{settings.SITE_URL}{SPEECH}#rspeech-ask")

    def test_of_a_recommendation_name_its_paragraph(self, client):
        text = f"1. {corpus.PROMISE}\n\n2. {corpus.LEAD_IN} {corpus.CALL}\n\n3. I thank you."
        statement = corpus.speech(text=text)
        ask, promise = statement.recommendations
        ask = replace(ask, passage=corpus.passage(corpus.CALL, text))
        corpus.publish(replace(statement, recommendations=(ask, promise)))

        found = cited(read(client, ASK))

        assert f", para. 2: “{corpus.CALL.rstrip('.')}”." in found["United Nations"]
        assert f"“{corpus.CALL.rstrip('.')}” (para. 2)." in found["APA, 7th edition"]
        assert f", para. 2, “{corpus.CALL.rstrip('.')},”" in found["Chicago, 17th edition"]

    def test_leave_the_day_of_access_to_the_clock_of_the_reader(self, client):
        page = read(client, SPEECH)

        assert 'data-accessed=" (accessed on {day})" data-locale="en-GB"></span>' in page

    def test_of_what_was_said_nowhere_name_no_place(self, client):
        corpus.publish(replace(corpus.speech(), event=None))

        assert "New York" not in cited(read(client, SPEECH))["United Nations"]

    def test_name_actors_in_english_for_every_reader(self):
        names = {"en": "Pakistan", "fr": "Le Pakistan"}
        store.put(build.actor("pakistan", kind="state", name="Pakistan", country="pk", names=names))

        with translation.override("fr"):
            shown = Names([("actor", "pakistan")])
            work = citations.of_statement(corpus.speech(), None, shown)

        assert [label.title for label in shown.labels.values()] == ["Le Pakistan"]
        assert work.authors == ("Pakistan",)


class ToolTests:
    def links(self, page: str) -> dict[str, str]:
        tools = re.search(r'<ul class="tools".*?</ul>', page, re.S)
        assert tools
        found = re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', tools[0])
        return {name: html.unescape(address) for address, name in found}

    def test_lead_to_what_is_on_the_page(self, client):
        page = read(client, SPEECH)

        assert self.links(page)["Cite"] == "#cite"
        assert 'id="cite"' in page

    def test_send_the_permanent_link_by_the_mail_of_the_reader(self, client, settings):
        address = self.links(read(client, SPEECH))["Send by e-mail"]

        mail = urlsplit(address)
        assert (mail.scheme, mail.path) == ("mailto", "")
        assert parse_qs(mail.query) == {
            "subject": ["Speech speech"],
            "body": [f"{settings.SITE_URL}{SPEECH}"],
        }

    def test_offer_to_report_an_error_where_somebody_reads_it(self, client, settings):
        settings.CONTACT_EMAIL = "desk@on-record.example"

        mail = urlsplit(self.links(read(client, ASK))["Report an error"])

        assert mail.path == "desk@on-record.example"
        assert parse_qs(mail.query)["subject"] == ["Error in “Give every victim a bed”"]

    def test_offer_no_report_that_nobody_would_read(self, client):
        assert "Report an error" not in read(client, SPEECH)

    def test_need_a_script_for_printing_and_say_so_to_nobody(self, client):
        page = read(client, SPEECH)

        assert re.search(r"<li data-scripted hidden>\s*<button[^>]*data-print>", page)
