"""What a first view weighs: little, on a phone in a corridor."""

import pytest

from bench.weights import weighing

# Bytes as they are sent, without fonts; and those of the fonts.
FIRST_VIEW, FONTS = 60_000, 150_000


@pytest.mark.usefixtures("on_record")
class WeightTests:
    def test_of_each_kind_of_page_is_little(self):
        weighed = [weighing.weigh(address) for address in weighing.addresses()]

        assert len(weighed) > 15
        assert all(one.files for one in weighed)
        assert [one for one in weighed if one.first_view > FIRST_VIEW] == []
        assert [one for one in weighed if one.fonts > FONTS] == []
