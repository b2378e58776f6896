"""`python -m bench.weights`: what each kind of page of the site in `DATA_DIR` weighs and asks."""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "advocacy.settings")
django.setup()
# What reads the catalogue can be imported only now.
from django.conf import settings  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from bench.weights import weighing  # noqa: E402

setup_test_environment()
# Files by their own names, wherever they were collected.
plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
sys.stdout.write(f"{weighing.HEAD}\n")
for address in weighing.addresses():
    sys.stdout.write(f"{weighing.weigh(address)}\n")
