"""What a reader can do with a page: cite it, keep it, send it, say what is wrong in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from statements.templatetags import stencils
from statements.templatetags.drawing import NOTHING, Drawn, comma, escaped
from statements.text.characters import on_one_line


@dataclass(frozen=True, slots=True)
class _Tools(Drawn):
    """`original` is there where the page has the text before repairs."""

    template: ClassVar[str] = "includes/tools.html"
    original: SafeString
    files: SafeString
    mail: SafeString
    report: SafeString


def tools(
    reader: str, title: str, address: str, files: Iterable[tuple[str, str]], *, is_repaired: bool
) -> SafeString:
    """Return the row of tools of a page with a permanent address; files by name and address."""
    links = [f'<a href="{escaped(of)}" rel="nofollow">{escaped(name)}</a>' for name, of in files]
    shown = _Tools(
        original=SafeString("#original") if is_repaired else NOTHING,
        files=SafeString(comma(reader).join(links)),
        mail=escaped(mail(title, address)),
        report=escaped(error_report(title, address)),
    )
    return stencils.drawn(reader, [shown])


def mail(subject: str, body: str, to: str = "") -> str:
    """Return the address (RFC 6068) that opens a mail which the reader may change and send."""
    return f"mailto:{quote(to, safe='@')}?subject={quote(on_one_line(subject))}&body={quote(body)}"


def error_report(title: str, address: str) -> str:
    """Return the address of a mail to those who keep the site, or "" where they gave none."""
    if not settings.CONTACT_EMAIL:
        return ""
    subject = _("Error in “%(title)s”") % {"title": title}
    return mail(subject, address, to=settings.CONTACT_EMAIL)
