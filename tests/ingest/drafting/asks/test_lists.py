"""The items of a list are calls where the stem before it calls."""

from tests.ingest.drafting.asks.found import all_in, calls, promises

LIST = """\
The coalition urges the Ministry of Labour to:
• open a shelter in each district
• train its inspectors, and
• publish what it finds.

The Ministry answered in May.
"""


class ListTests:
    def test_items_are_calls_without_the_stem(self):
        assert calls(LIST) == [
            "open a shelter in each district",
            "train its inspectors, and",
            "publish what it finds.",
        ]

    def test_items_have_the_stem_as_lead_in_and_its_addressee(self):
        for ask in all_in(LIST):
            assert ask.lead_in is not None
            assert LIST[slice(*ask.lead_in)].startswith("The coalition urges")
            assert ask.addressee == "Ministry of Labour"

    def test_items_below_a_promise_are_promises(self):
        text = LIST.replace("The coalition urges the Ministry of Labour to", "We will")

        assert calls(text) == []
        assert len(promises(text)) == 3

    def test_items_below_a_stem_that_tells_are_none(self):
        text = LIST.replace("The coalition urges the Ministry of Labour to", "The aims were")

        assert calls(text) == []

    def test_numbered_lines_are_items(self):
        text = "We call on all parties to:\n\n(a) free the hostages;\n\n(b) open the roads.\n"

        assert calls(text) == ["free the hostages;", "open the roads."]
