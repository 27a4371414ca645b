"""Cursors: where a list goes on, named by an instant and the slug or key that stands there. Never a database id."""

import base64
import binascii
import re
from datetime import datetime
from hashlib import blake2b

from newsroom.lib.refusals import BadParameter

NAME = re.compile(r"[A-Za-z0-9_-]{1,100}")


def cursor(instant: datetime, name: str, of: str = "") -> str:
    """Opaque and fit for an address. `of` says which list it is a place of: in another it is none."""
    text = f"{instant.isoformat()} {name}{_mark(of)}"
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(cursor: str, of: str = "") -> tuple[datetime, str]:
    """The instant and the name. Raises BadParameter."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        text = base64.b64decode(padded.encode("ascii"), altchars=b"-_", validate=True).decode("ascii")
        written, _, name = text.removesuffix(_mark(of)).partition(" ")
        instant = datetime.fromisoformat(written)
        if not text.endswith(_mark(of)) or not NAME.fullmatch(name):
            raise ValueError
        if not instant.tzinfo or not 1000 < instant.year < 9998:
            raise ValueError
    except (ValueError, binascii.Error, UnicodeError, OverflowError):
        raise BadParameter("“after” is no page of this list: go back to its beginning.") from None
    return instant, name


def _mark(of: str) -> str:
    return f" {blake2b(of.encode(), digest_size=4).hexdigest()}" if of else ""
