"""The form that takes documents: a text that is pasted, or files."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.admin.forms.text import SourceText
from statements.choices import LANGUAGES, UN_LANGUAGES
from statements.ingest.documents import limits
from statements.ingest.documents.unfit import Reason
from statements.ingest.reading import sentences

# So many in one request; the page sends them one by one where it can.
AT_ONCE = 100


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class Files(forms.FileField):
    """Any number of files, in the order in which they were chosen."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> Any:
        files = [super(Files, self).clean(one, initial) for one in data or ()]
        if len(files) > AT_ONCE:
            message = _("Bring in at most %(number)d files at once, please.")
            raise ValidationError(message % {"number": AT_ONCE})
        return files


class PasteForm(forms.Form):
    text = SourceText(
        rows=14,
        required=False,
        label=gettext_lazy("Text"),
        help_text=gettext_lazy("Paste it with its heading, date and speaker, if it has them."),
    )
    documents = Files(
        required=False,
        allow_empty_file=True,
        label=gettext_lazy("Or files"),
        help_text=gettext_lazy(
            "PDF, Word (.docx), web pages, plain text, or a ZIP of them. You can drop them on the "
            "page."
        ),
    )
    language = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Language"),
        help_text=gettext_lazy("Left alone, it is told from the text."),
    )
    again = forms.BooleanField(
        required=False,
        label=gettext_lazy("Bring it in even if the very same is here already"),
        label_suffix="",
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        others = [code for code in LANGUAGES if code not in UN_LANGUAGES]
        named = [(code, LANGUAGES[code]) for code in (*UN_LANGUAGES, *others)]
        field: Any = self.fields["language"]
        field.choices = [("", _("Find out")), *named]

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if len(text) > limits.CHARACTERS:
            raise ValidationError(sentences.why(Reason.TOO_LONG))
        return text

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if not self.errors and not cleaned["text"].strip() and not cleaned["documents"]:
            raise ValidationError(_("Paste a text or choose a file, please."))
        return cleaned
