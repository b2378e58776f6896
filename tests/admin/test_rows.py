"""The rows of recommendations: anchored by their words, never moved in silence."""

import pytest

from statements import workflow
from statements.models import Recommendation, Statement
from tests.admin.filling import filled, row
from tests.cast import DATA, SHELTER

ADD = "/admin/statements/statement/add/"


class RecommendationRowTests:
    @pytest.fixture
    def client(self, at_desk, contributor):
        return at_desk(contributor)

    @pytest.fixture
    def data(self, client, form_of, draft):
        return filled(client.get(form_of(draft)))

    def test_needs_only_its_words(self, client, form_of, draft, data):
        row(data, words="Trafficking is a crime.")

        client.post(form_of(draft), data)

        one = Recommendation.objects.get(passage__exact="Trafficking is a crime.")
        assert one.passage.start == draft.text.index("Trafficking")

    def test_is_refused_where_its_words_are_not_in_the_text(self, client, form_of, draft, data):
        row(data, words="Nobody ever said this.")

        answer = client.post(form_of(draft), data)

        page = answer.content.decode()
        assert "These words are not in the text: “Nobody ever said this.”" in page
        assert '<a href="#id_recommendations-2-words">Exact words: These words' in page
        assert draft.recommendations.count() == 2

    def test_takes_askers_addressees_and_pillar_from_around_it(
        self, client, form_of, draft, data, council
    ):
        row(data, words="Trafficking is a crime.")

        client.post(form_of(draft), data)

        one = Recommendation.objects.get(passage__exact="Trafficking is a crime.")
        assert list(one.askers.all()) == list(draft.voices.all())
        assert list(one.addressees.all()) == [council]
        assert one.pillar == "partnership"

    def test_keeps_what_was_given_in_place_of_that(self, client, form_of, draft, data):
        row(data, words="Trafficking is a crime.", pillar="prosecution")

        client.post(form_of(draft), data)

        one = Recommendation.objects.get(passage__exact="Trafficking is a crime.")
        assert one.pillar == "prosecution"

    def test_is_found_in_a_text_of_the_same_save_with_a_voice_of_the_same_save(
        self, client, council
    ):
        data = filled(client.get(ADD))
        data["title"], data["text"] = ["New"], ["Shelter is needed."]
        data["voices-0-actor"] = [str(council.pk)]
        data["recommendations-0-words"] = ["Shelter is needed."]

        client.post(ADD, data)

        one = Statement.objects.get().recommendations.get()
        assert one.passage.exact == "Shelter is needed."
        assert one.askers.get().actor == council

    def test_keeps_its_lead_in_and_drops_it_when_it_is_emptied(self, client, form_of, draft, data):
        data["recommendations-0-lead_in_words"] = ["Trafficking is a crime."]
        client.post(form_of(draft), data)
        led = draft.recommendations.get(passage__exact=SHELTER).lead_in.exact
        data = filled(client.get(form_of(draft)))
        data["recommendations-0-lead_in_words"] = [""]

        client.post(form_of(draft), data)

        assert led == "Trafficking is a crime."
        assert draft.recommendations.get(passage__exact=SHELTER).lead_in is None
        assert draft.passages.count() == 2

    def test_may_be_one_of_very_many(self, client, form_of, draft, data):
        for _number in range(80):
            row(data, words=SHELTER)

        answer = client.post(form_of(draft), data)

        assert answer.status_code == 302
        assert draft.recommendations.count() == 82

    def test_that_was_never_public_can_be_deleted(self, client, form_of, draft, data):
        data["recommendations-0-DELETE"] = ["on"]

        client.post(form_of(draft), data)

        assert draft.recommendations.count() == 1
        assert draft.passages.count() == 1

    def test_that_was_public_has_no_box_to_delete_it(self, client, form_of, live):
        page = client.get(form_of(live))
        data = filled(page)
        data["recommendations-0-DELETE"] = ["on"]

        client.post(form_of(live), data)

        assert "Delete this recommendation" not in page.content.decode()
        assert live.recommendations.count() == 2


class AmbiguousWordsTests:
    TEXT = "We ask for shelter in the north. We ask for shelter in the south."

    @pytest.fixture
    def client(self, at_desk, contributor):
        return at_desk(contributor)

    @pytest.fixture
    def statement(self, contributor):
        statement = Statement(title="Twice", text=self.TEXT)
        workflow.create(statement, by=contributor)
        return statement

    def test_offer_each_place_with_what_stands_around_it(self, client, form_of, statement):
        data = filled(client.get(form_of(statement)))
        row(data, words="We ask for shelter")

        page = client.post(form_of(statement), data).content.decode()

        assert "stand in the text 2 times" in page
        assert "<mark>We ask for shelter</mark> in the south." in page
        assert not statement.recommendations.exists()

    def test_are_anchored_where_the_person_says(self, client, form_of, statement):
        data = filled(client.get(form_of(statement)))
        second = self.TEXT.rindex("We ask")
        row(data, words="We ask for shelter", place=second)

        client.post(form_of(statement), data)

        assert statement.recommendations.get().passage.start == second

    def test_keep_their_place_in_a_save_without_a_change(self, client, form_of, statement):
        self.test_are_anchored_where_the_person_says(client, form_of, statement)
        statement.refresh_from_db()

        client.post(form_of(statement), filled(client.get(form_of(statement))))

        again = Statement.objects.get(pk=statement.pk)
        assert again.version == statement.version
        assert again.recommendations.get().passage.start == self.TEXT.rindex("We ask")


class ChangedTextTests:
    def test_carries_its_passages_along(self, at_desk, contributor, form_of, draft):
        client = at_desk(contributor)
        data = filled(client.get(form_of(draft)))
        data["text"] = [f"A line more.\r\n\r\n{data['text'][0]}"]

        client.post(form_of(draft), data)

        draft.refresh_from_db()
        places = {one.passage.exact: one.passage.start for one in draft.recommendations.all()}
        assert places == {words: draft.text.index(words) for words in (SHELTER, DATA)}

    def test_flags_the_words_it_lost_and_still_saves(self, at_desk, contributor, form_of, draft):
        client = at_desk(contributor)
        data = filled(client.get(form_of(draft)))
        data["text"] = [data["text"][0].replace("without conditions", "at once")]

        answer = client.post(form_of(draft), data, follow=True)

        draft.refresh_from_db()
        page = client.get(form_of(draft)).content.decode()
        assert "at once" in draft.text
        assert "The words of 1 passage changed" in answer.content.decode()
        assert "Words changed: please check" in page
        assert [one.words_lost for one in lost(draft)] == [SHELTER]

    def test_never_moves_lost_words_by_itself(self, at_desk, contributor, form_of, draft):
        client = at_desk(contributor)
        data = filled(client.get(form_of(draft)))
        data["text"] = [data["text"][0].replace(SHELTER, f"{SHELTER} {SHELTER}").upper()]
        client.post(form_of(draft), data)

        client.post(form_of(draft), filled(client.get(form_of(draft))))

        assert len(lost(draft)) == 2

    def test_offers_the_places_of_words_that_now_stand_twice(
        self, at_desk, contributor, form_of, draft
    ):
        client = at_desk(contributor)
        data = filled(client.get(form_of(draft)))
        data["text"] = [f"Twice: {DATA}\n\nTwice: {DATA}"]
        client.post(form_of(draft), data)
        page = client.get(form_of(draft))
        data = filled(page)
        row_of = next(name.removesuffix("words") for name, value in data.items() if value == [DATA])
        second = str(Statement.objects.get(pk=draft.pk).text.rindex(DATA))
        data[f"{row_of}place"] = [second]

        client.post(form_of(draft), data)

        again = Recommendation.objects.get(passage__exact=DATA)
        assert f'value="{second}"' in page.content.decode()
        assert (again.passage.start, again.passage.orphaned) == (int(second), False)

    def test_lets_the_lost_words_be_copied_again(self, at_desk, contributor, form_of, draft):
        client = at_desk(contributor)
        data = filled(client.get(form_of(draft)))
        data["text"] = [data["text"][0].replace("without conditions", "at once")]
        client.post(form_of(draft), data)
        data = filled(client.get(form_of(draft)))
        data["recommendations-0-words"] = [SHELTER.replace("without conditions", "at once")]

        client.post(form_of(draft), data)

        assert lost(draft) == []


def lost(statement):
    found = Recommendation.objects.orphaned().filter(statement=statement)
    for one in found:
        one.words_lost = one.passage.exact
    return list(found)
