"""The static files as production serves them: by hashed names, each link in them resolved."""

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command


class CollectStaticTests:
    def test_finds_every_file_that_a_style_sheet_or_script_names(self, settings, tmp_path):
        hashed = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
        settings.STORAGES = settings.STORAGES | {"staticfiles": hashed}
        settings.STATIC_ROOT = tmp_path

        call_command("collectstatic", interactive=False, verbosity=0)

        url = staticfiles_storage.url("admin/css/base.css")
        assert url != "/static/admin/css/base.css"
        assert (tmp_path / url.removeprefix("/static/")).exists()
