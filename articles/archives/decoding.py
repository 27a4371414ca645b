"""The text of a large file, piece by piece, whatever stands in it."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

PIECE = 1 << 20  # bytes
_DECLARED = re.compile(rb"""<\?xml[^>]{0,100}encoding=["']([A-Za-z0-9_.-]{1,40})["']""")
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# What XML forbids and exports hold all the same.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
UNREADABLE = "\ufffd"


def texts(file: BinaryIO) -> Iterator[str]:
    """Pieces of text; bytes that fit no letter become U+FFFD, and the post that holds one says so."""
    piece = file.read(PIECE)
    decoder = codecs.getincrementaldecoder(_encoding(piece))(errors="replace")
    while piece:
        yield _FORBIDDEN.sub("", decoder.decode(piece))
        piece = file.read(PIECE)
    if rest := decoder.decode(b"", final=True):
        yield _FORBIDDEN.sub("", rest)


def _encoding(head: bytes) -> str:
    for mark, name in _MARKS.items():
        if head.startswith(mark):
            return name
    declared = _DECLARED.search(head[:400])
    name = declared[1].decode() if declared else "utf-8"
    try:
        return name if b"<".decode(name) == "<" else "utf-8"  # none but a codec of letters, one byte a sign
    except (LookupError, ValueError):
        return "utf-8"
