"""What “Paste a story” asks first: the text, and the published piece that it comes from, if it is known."""

from django import forms
from django.core.exceptions import ValidationError

from articles.admin.evidence_form import SourceForm
from articles.plaintext import NotReadable, decode

LONGEST = 250_000  # characters; a long feature has 60,000
TOO_LONG = "These are {:,} characters, and a story may have {:,}: paste the story alone. All of it is still in the box."


class PasteForm(SourceForm):
    """Text that is pasted, or a file; what the file holds stands in the box from then on."""

    text = forms.CharField(
        required=False,
        strip=False,
        label="The text",
        widget=forms.Textarea(attrs={"rows": 18, "class": "wide", "spellcheck": "true"}),
        error_messages={
            "null_characters_not_allowed": "This is not plain text: paste the words of the story."
        },
    )
    file = forms.FileField(
        required=False,
        allow_empty_file=True,
        label="Or a file",
        widget=forms.FileInput(attrs={"accept": ".txt,.text,.md,.html,.htm,text/plain,text/html"}),
        help_text="Plain text or HTML in UTF-8.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs["autofocus"] = not self.is_bound
        self.fields["outlet"].widget.attrs["list"] = "outlets"
        for name in ("title", "url"):
            self.fields[name].widget.attrs["class"] = "wide"
        self.fields["outlet_kind"].help_text = "Where the desk does not have the outlet yet."
        del self.fields["source"]

    def clean_file(self):
        file = self.cleaned_data["file"]
        return self._readable(file.read(), "file") if file else ""

    def clean(self):
        self.cleaned_data["source"] = None
        super().clean()
        if self.errors:
            return
        text = self.cleaned_data["file"] or self._readable(self.cleaned_data["text"].encode(), "text")
        if text and len(text) > LONGEST:
            self.add_error("text", TOO_LONG.format(len(text), LONGEST))
        self.data = self.data.copy()
        self.data["text"] = self.cleaned_data["text"] = text

    def _readable(self, data: bytes, field: str) -> str:
        try:
            return decode(data)
        except NotReadable as error:
            raise ValidationError({field: str(error)} if field == "text" else str(error)) from error

    @property
    def is_from_a_source(self) -> bool:
        return any(self[name].value() for name in ("outlet", "title", "url", "published_on"))
