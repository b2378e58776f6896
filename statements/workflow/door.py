"""The way of a record into the catalogue, where its address may turn out to be taken."""

from django.utils.translation import gettext as _

from statements.catalogue import store
from statements.catalogue.records import AnyRecord
from statements.workflow.errors import Refusal


def put(record: AnyRecord) -> None:
    """Make a record public. Raises Refusal where its address is, or ever was, another's."""
    try:
        store.put(record)
    except store.SlugTaken as taken:
        message = _("The address “%(slug)s” belonged to another page: choose a new one.")
        raise Refusal(message % {"slug": taken.slug}) from taken
