"""Plain text: cleaning, addresses and keys."""

import re
import secrets
import string
import unicodedata

from django.core.validators import RegexValidator
from django.utils.text import slugify

KEY = r"[a-z0-9-]{3,64}"
valid_key = RegexValidator(rf"\A{KEY}\Z", "A key has 3 to 64 of a-z, 0-9 and the hyphen.")

# Controls but tab and newline, and the marks that turn the direction of what follows them.
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def clean(text: str) -> str:
    """The text in NFC without control and direction marks, line ends as newlines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", text))


def line(text: str) -> str:
    """One clean line, its spaces folded."""
    return " ".join(clean(text).split())


def slug_of(text: str, longest: int = 80) -> str:
    """An address made of words: ASCII, lower case, cut at a word; `item` where nothing of it is left.

    Django's slugify empties a Hangul title: whoever calls this should ask for an address in that case.
    """
    slug = slugify(text.replace("_", " "))
    if len(slug) > longest:
        slug = slug[: longest + 1].rpartition("-")[0] or slug[:longest]
    return slug.strip("-") or "item"


def new_key() -> str:
    """Ten random letters."""
    return "".join(secrets.choice(string.ascii_lowercase) for _ in range(10))


def sentence(parts: list[str], joint: str = "and") -> str:
    """a, b and c."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {joint} {parts[-1]}" if parts else ""
