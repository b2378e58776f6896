"""Translations: of which original, and when the public is told."""

from django.utils.translation import gettext as _

from statements.catalogue import store
from statements.choices import Public
from statements.models import Statement, User
from statements.workflow.errors import Refusal
from statements.workflow.records import carrying


def trouble(statement: Statement) -> str:
    """Say why a statement is no translation of what it says it is, "" where it is one."""
    original = statement.translation_of
    if original is None:
        return ""
    if original.pk == statement.pk:
        return _("A statement is no translation of itself.")
    if original.translation_of_id is not None:
        message = _("“%(title)s” is a translation itself: choose its original.")
        return message % {"title": original.title}
    if statement.pk and Statement.objects.filter(translation_of=statement.pk).exists():
        return _("Other statements are translations of this one, so it is an original.")
    if original.language == statement.language:
        message = _("Both texts are in one language, as the desk has it: %(language)s.")
        return message % {"language": original.get_language_display()}
    return ""


def refuse(statement: Statement) -> None:
    """Raise Refusal where a statement is no translation of what it says it is."""
    if why := trouble(statement):
        raise Refusal(why)


def follow(original: Statement, *, was: str, by: User) -> None:
    """Let original and translations name one another, after the original became public.

    `was` says where the public stood with it before: never public, its translations could not
    name it; withdrawn, it could not name them.
    """
    if was == Public.NEVER:
        translations = Statement.objects.filter(translation_of=original)
        carrying.carry(translations, by=by, note=_("Its original became public."))
    elif was == Public.WITHDRAWN:
        store.tell_originals([original.ref])
