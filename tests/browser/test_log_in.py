"""A publisher comes in with a password and the code of a telephone, by the keyboard alone."""

import pytest
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import expect

from tests.admin.entry.conftest import shown

pytestmark = pytest.mark.django_db(transaction=True)


class LogInTests:
    def test_asks_for_the_code_and_lets_in(self, visitor, publisher):
        device = TOTPDevice.objects.create(user=publisher, name="telephone")
        officer = visitor()
        officer.open("/admin/login/")
        keyboard = officer.page.keyboard

        expect(officer.page.get_by_label("Username")).to_be_focused()
        keyboard.type("publisher")
        keyboard.press("Tab")
        keyboard.type("secret-of-the-cast")
        keyboard.press("Enter")
        expect(officer.page.get_by_label("Code")).to_be_focused()
        officer.open("/admin/statements/statement/")
        assert "/admin/code/" in officer.page.url
        keyboard.type(shown(device.key))
        keyboard.press("Enter")

        expect(officer.page.get_by_role("heading", name="Statements")).to_be_visible()
        assert officer.page.url.endswith("/admin/statements/statement/")
