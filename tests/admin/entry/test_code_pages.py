"""Setting up codes: the secret as a picture and in letters, recovery codes shown once."""

import re
from base64 import b32decode

import pytest
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from statements.admin.entry import code_pages
from tests.admin.entry.conftest import shown

SET_UP = "/admin/codes/set-up/"


def secret_on(page) -> str:
    letters = re.search(r'class="secret"><code>([A-Z2-7 ]+)<', page.content.decode())
    assert letters is not None
    return b32decode(letters[1].replace(" ", "")).hex()


class SetUpTests:
    @pytest.fixture
    def client(self, at_desk, publisher, settings):
        settings.REQUIRE_CODES = True
        return at_desk(publisher)

    def test_takes_the_telephone_that_shows_the_code(self, client, publisher):
        secret = secret_on(client.get(SET_UP))

        page = client.post(SET_UP, {"code": shown(secret)})

        assert TOTPDevice.objects.get(user=publisher, confirmed=True).key == secret
        assert client.get("/admin/").status_code == 200
        assert "You see these codes only now" in page.content.decode()

    def test_shows_the_recovery_codes_that_work(self, client):
        page = client.post(SET_UP, {"code": shown(secret_on(client.get(SET_UP)))})

        said = re.findall(r"<li><code>([a-z2-7]{4}-[a-z2-7]{4})</code>", page.content.decode())
        kept = set(StaticToken.objects.values_list("token", flat=True))
        assert len(said) == 10
        assert {code.replace("-", "") for code in said} == kept

    def test_takes_no_wrong_code(self, client):
        secret = secret_on(client.get(SET_UP))

        again = client.post(SET_UP, {"code": "12345x"})

        assert "This is not the code of this secret" in again.content.decode()
        assert secret_on(again) == secret
        assert not TOTPDevice.objects.exists()

    def test_code_that_set_it_up_opens_nothing_again(self, client, at_desk, publisher):
        code = shown(secret_on(client.get(SET_UP)))
        client.post(SET_UP, {"code": code})
        other = at_desk(publisher)

        other.post("/admin/code/", {"code": code})

        assert other.get("/admin/").status_code == 302

    def test_replaces_the_telephone_before(self, client, publisher):
        client.post(SET_UP, {"code": shown(secret_on(client.get(SET_UP)))})

        secret = secret_on(client.get(SET_UP))
        client.post(SET_UP, {"code": shown(secret)})

        assert TOTPDevice.objects.get(user=publisher).key == secret
        assert client.get("/admin/").status_code == 200

    def test_is_for_staff(self, at_desk, stranger):
        answer = at_desk(stranger).get(SET_UP)

        assert answer.status_code == 302
        assert answer["Location"].startswith("/admin/login/")


class RecoveryTests:
    def test_new_ones_replace_those_before(self, at_desk, contributor):
        client = at_desk(contributor)
        client.post(SET_UP, {"code": shown(secret_on(client.get(SET_UP)))})
        before = set(StaticToken.objects.values_list("token", flat=True))

        client.post("/admin/codes/recovery/")

        after = set(StaticToken.objects.values_list("token", flat=True))
        assert len(after) == 10
        assert not before & after

    def test_are_made_by_a_form_alone(self, at_desk, contributor):
        client = at_desk(contributor)
        client.post(SET_UP, {"code": shown(secret_on(client.get(SET_UP)))})
        before = set(StaticToken.objects.values_list("token", flat=True))

        client.get("/admin/codes/recovery/")

        assert set(StaticToken.objects.values_list("token", flat=True)) == before


class DrawnTests:
    def test_needs_neither_style_nor_script(self):
        drawing = code_pages.drawn('otpauth://totp/a?secret=B&issuer="<script>')

        assert drawing.startswith("<svg")
        assert "style" not in drawing
        assert "script" not in drawing
        assert "<title>QR code of the secret</title>" in drawing
