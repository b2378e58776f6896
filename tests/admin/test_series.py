"""Event series at the desk."""

from statements.models import Series
from tests.admin.filling import filled


class SeriesTests:
    def test_is_added_and_published(self, at_desk, publisher):
        client = at_desk(publisher)
        data = filled(client.get("/admin/statements/series/add/"), "series_form")
        data |= {"title": ["Open debates"], "slug": ["open-debates"], "_move": ["publish"]}

        page = client.post("/admin/statements/series/add/", data, follow=True)
        version = filled(page, "move_form")["version"] if b"move_form" in page.content else ["1"]
        client.post(page.request["PATH_INFO"], {"version": version})

        held = Series.objects.get()
        assert (held.title, held.public) == ("Open debates", "live")

    def test_is_chosen_for_an_event(self, at_desk, editor):
        client = at_desk(editor)
        series = Series.objects.create(title="Open debates", slug="open-debates")
        data = filled(client.get("/admin/statements/event/add/"), "event_form")
        data |= {"title": ["Debate"], "slug": ["debate"], "series": [str(series.pk)]}
        data["kind"] = ["launch"]

        client.post("/admin/statements/event/add/", data)

        assert series.events.get().title == "Debate"
