"""What makes a new build: anything a page is made by, or the site's own name."""

import pytest

from advocacy.answers import build

MADE_BY = (
    "advocacy/settings.py",
    "statements/views/home.py",
    "statements/charts/world/shapes.json",
    "statements/locale/ar/LC_MESSAGES/django.mo",
    "templates/base.html",
    "templates/sitemap.xml",
    "requirements.txt",
    "static-root/staticfiles.json",
)


class RunningTests:
    @pytest.fixture(autouse=True)
    def _settled_build(self):
        """Not the build of the other tests: this is about the real one."""

    @pytest.fixture
    def site(self, settings, tmp_path):
        settings.BASE_DIR, settings.STATIC_ROOT = tmp_path, tmp_path / "static-root"
        for path in (*MADE_BY, "statements/static/a.txt", "var/secret_key", "tests/a.py"):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text("before")
        return tmp_path

    def tag(self) -> str:
        return build.running.__wrapped__().tag

    def test_is_the_same_for_the_same(self, site):
        assert self.tag() == self.tag()

    @pytest.mark.parametrize("path", MADE_BY)
    def test_is_another_for_other_code_words_or_files(self, site, path):
        before = self.tag()

        (site / path).write_text("after!")

        assert self.tag() != before

    @pytest.mark.parametrize("path", ["statements/static/a.txt", "var/secret_key", "tests/a.py"])
    def test_is_not_another_for_what_makes_no_page(self, site, path):
        before = self.tag()

        (site / path).write_text("after!")

        assert self.tag() == before

    @pytest.mark.parametrize("name", ["SITE_NAME", "SITE_URL", "CONTACT_EMAIL"])
    def test_is_another_for_another_name(self, site, settings, name):
        before = self.tag()

        setattr(settings, name, "https://other.example")

        assert self.tag() != before

    def test_can_be_told_of_the_real_site(self):
        assert len(self.tag()) == 16
