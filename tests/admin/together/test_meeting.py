"""What is shown to whoever saves second, and a form that is only looked at."""

from statements import workflow
from statements.models import Recommendation, Statement
from tests.admin.filling import filled
from tests.admin.together.pages import MEANWHILE, words
from tests.cast import recommend


class DifferenceTests:
    def test_shows_what_was_saved_meanwhile_and_not_typed_over(
        self, client, form_of, draft, meanwhile
    ):
        data = filled(client.get(form_of(draft))) | {"source_note": ["Typed"]}
        meanwhile(title="Iraq on many shelters")

        page = words(client.post(form_of(draft), data))

        assert MEANWHILE in page
        assert "<h4>Title</h4>" in page
        assert "Iraq on<del> shelter</del><ins> many shelters</ins>" in page
        assert "<li>Source</li>" in page
        assert "errornote" not in page

    def test_shows_both_where_both_changed_a_field(self, client, form_of, draft, meanwhile):
        data = filled(client.get(form_of(draft))) | {"title": ["Iraq on safe shelter"]}
        meanwhile(title="Iraq on shelter now")

        page = words(client.post(form_of(draft), data))

        assert "Iraq on<ins> safe</ins> shelter </dd>" in page
        assert "Iraq on shelter<ins> now</ins> </dd>" in page
        assert 'name="keep---title" value="mine" checked' in page

    def test_shows_rows_that_were_added_changed_and_removed(
        self, client, form_of, draft, shelter, meanwhile
    ):
        first, second = draft.recommendations.order_by("passage__start")
        data = filled(client.get(form_of(draft)))
        recommend(draft, "Trafficking is a crime.", short_form="Added meanwhile")
        Recommendation.objects.filter(pk=first.pk).update(short_form="Changed meanwhile")
        second.delete()
        meanwhile()

        page = words(client.post(form_of(draft), data | {"title": ["Typed"]}))

        assert "Recommendation: added" in page
        assert "Trafficking is a crime." in page
        assert "Short form</h4>" in page
        assert "Changed meanwhile" in page
        assert "Recommendation: removed" in page

    def test_names_what_was_chosen_by_its_name(self, client, form_of, draft, make_country):
        iran = make_country("ir", "Iran")
        data = filled(client.get(form_of(draft)))
        draft.countries.add(iran)
        Statement.objects.filter(pk=draft.pk).update(version=2)

        page = words(client.post(form_of(draft), data))

        assert "Countries named" in page
        assert "<ins>Iran</ins>" in page

    def test_trusts_no_beginning_that_was_made_up(self, client, form_of, draft, meanwhile):
        data = filled(client.get(form_of(draft))) | {"opened": ["made:up"]}
        meanwhile(title="Saved")

        page = words(client.post(form_of(draft), data))

        assert MEANWHILE in page
        assert 'name="keep---title" value="mine" checked' in page

    def test_trusts_no_beginning_of_another(
        self, client, form_of, draft, meanwhile, make_draft, contributor, shelter
    ):
        other = Statement(title="Another", text="Other words.")
        workflow.create(other, by=contributor)
        data = filled(client.get(form_of(draft)))
        data["opened"] = filled(client.get(form_of(other)))["opened"]
        meanwhile(title="Saved")

        page = words(client.post(form_of(draft), data))

        assert 'name="keep---title" value="mine" checked' in page


class LookTests:
    def test_shows_a_form_again_and_saves_nothing(self, client, form_of, draft):
        data = filled(client.get(form_of(draft))) | {"title": ["Typed"], "_look": ["1"]}

        answer = client.post(form_of(draft), data)

        assert "It is not saved yet" in words(answer)
        assert filled(answer)["title"] == ["Typed"]
        assert Statement.objects.get().title == "Iraq on shelter"

    def test_shows_a_new_one_too(self, client, draft):
        address = "/admin/statements/statement/add/"
        data = filled(client.get(address)) | {"title": ["Typed"], "text": ["Words."]}

        answer = client.post(address, data | {"_look": ["1"]})

        assert "It is not saved yet" in words(answer)
        assert filled(answer)["title"] == ["Typed"]
        assert Statement.objects.count() == 1

    def test_gives_no_look_to_who_may_not_change_it(
        self, at_desk, other_contributor, form_of, draft
    ):
        answer = at_desk(other_contributor).post(form_of(draft), {"_look": "1", "version": "0"})

        assert answer.status_code == 403


class CostTests:
    def test_of_opening_asks_nothing_for_what_it_was_opened_with(
        self, client, form_of, draft, django_assert_max_num_queries
    ):
        client.get(form_of(draft))
        for words_ in ("Trafficking is a crime.", "Mr. President,", "I thank you."):
            recommend(draft, words_)

        with django_assert_max_num_queries(60):
            client.get(form_of(draft))
