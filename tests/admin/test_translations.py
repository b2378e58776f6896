"""Of which statement another is the translation, on its form."""

from statements import workflow
from statements.models import Statement
from tests.admin.filling import filled


class OriginalTests:
    def saved(self, client, address, **fields):
        data = filled(client.get(address))
        data |= {name: [str(value)] for name, value in fields.items()}
        return client.post(address, data)

    def test_is_chosen(self, at_desk, contributor, form_of, draft):
        other = Statement(title="Arabic", text="شكرا", language="ar")
        workflow.create(other, by=contributor)

        self.saved(at_desk(contributor), form_of(other), translation_of=draft.pk)

        other.refresh_from_db()
        assert other.translation_of == draft

    def test_is_refused_at_its_field(self, at_desk, contributor, form_of, draft):
        other = Statement(title="English", text="Thanks", language="en")
        workflow.create(other, by=contributor)
        client = at_desk(contributor)

        same = self.saved(client, form_of(other), translation_of=draft.pk)
        itself = self.saved(client, form_of(other), translation_of=other.pk, language="fr")

        errors = [page.context["adminform"].form.errors for page in (same, itself)]
        assert [list(one) for one in errors] == [["translation_of"]] * 2
        assert "Both texts are in one language" in same.content.decode()
        assert "A statement is no translation of itself." in itself.content.decode()
        other.refresh_from_db()
        assert (other.translation_of, other.version) == (None, 1)

    def test_is_looked_for_by_its_words(self, at_desk, contributor, draft):
        asked = {"app_label": "statements", "model_name": "statement"}
        asked |= {"field_name": "translation_of", "term": "Iraq"}

        found = at_desk(contributor).get("/admin/autocomplete/", asked).json()["results"]

        assert [one["text"] for one in found] == ["Iraq on shelter"]
