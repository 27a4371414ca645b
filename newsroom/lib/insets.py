"""Insets: what may stand between a story's words. A picture by its key, perhaps with a link out (a trailer), or a
block that is filled from live claims when it is read. The text holds the reference alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from html import escape

from newsroom.lib.text import valid_key

# What a block may show, and how the desk calls it.
LIVE = {"cast": "Cast", "timeline": "Timeline", "facts": "Key facts"}

_SUBJECT = re.compile(r"[-a-zA-Z0-9_]{1,100}(?:/[1-9][0-9]{0,3})?")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'\\]{3,1900}", re.IGNORECASE)

# Each attribute of a figure, and what its value must be.
ATTRIBUTES = {
    "data-picture": valid_key.regex.search,
    "data-trailer": _WEB_ADDRESS.fullmatch,
    "data-live": LIVE.__contains__,
    "data-of": _SUBJECT.fullmatch,
}


@dataclass(frozen=True)
class Inset:
    """A picture’s key and perhaps a web address; or one of LIVE, and of what: a show’s slug or `slug/number`."""

    picture: str = ""
    trailer: str = ""
    live: str = ""
    of: str = ""

    @classmethod
    def read(cls, attributes: Iterable[tuple[str, str | None]]) -> "Inset | None":
        """Of a figure's attributes; None where they refer to nothing."""
        given = {name.removeprefix("data-"): value or "" for name, value in attributes}
        if given.get("picture"):
            return cls(picture=given["picture"], trailer=given.get("trailer", ""))
        if given.get("live") and given.get("of"):
            return cls(live=given["live"], of=given["of"])
        return None

    @property
    def tag(self) -> str:
        """Its figure's start tag, in the one spelling that is kept."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        told = [f' data-{name}="{escape(value)}"' for name, value in values.items() if value]
        return f"<figure{''.join(told)}>"

    @property
    def show(self) -> str:
        """The slug of the show that a block is about, or whose season it is about."""
        return self.of.partition("/")[0]

    @property
    def season(self) -> int | None:
        number = self.of.partition("/")[2]
        return int(number) if number else None
