#!/usr/bin/env python3
"""Entry point for everything: `python3 manage.py demo`, `test` and Django's own commands."""

# This file alone also has to parse on an old Python, to say that it is too old.
import os
import sys

if sys.version_info < (3, 11):
    sys.exit(
        "On Record needs Python 3.11 or newer, and this is Python {}.{}; "
        "start it with a newer one, for example: python3.11 manage.py".format(*sys.version_info[:2])
    )


def main():  # type: () -> None
    """Enter an environment that meets the requirements, then hand over to Django."""
    # Not at the top: none can be imported before what precedes it here has run.
    from advocacy import bootstrap

    bootstrap.enter(sys.argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "advocacy.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
