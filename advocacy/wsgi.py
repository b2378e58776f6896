"""The door of the web server: gunicorn advocacy.wsgi."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "advocacy.settings")

site = get_wsgi_application()

# Only now: what follows needs the settings.
from django.conf import settings  # noqa: E402

from advocacy.answers.front import Front  # noqa: E402

# Who works on the templates wants to see each change at once.
application = site if settings.DEBUG else Front(site)
