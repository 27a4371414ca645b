"""The rows of a JSON export's tables, one at a time: a file of any size is never held whole."""

import json
from collections.abc import Iterator
from typing import Any

WITHIN = {"db", "data"}
MOST = 40_000_000  # characters of one row
_CLOSE = 64  # characters; an error nearer to the end may only be the end


class CutShort(ValueError):
    """The file ends, or breaks, within a row; what came before was read."""


class Rows:
    """Reads `{"db": [{"data": {"posts": [row, …], …}}]}`, or the same without `db`."""

    def __init__(self, pieces: Iterator[str]):
        self.pieces, self.buffer, self.at = pieces, "", 0
        self.decoder = json.JSONDecoder()

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """(table, row) in the file's order. Raises CutShort."""
        yield from self._object()

    def _object(self) -> Iterator[tuple[str, Any]]:
        self._take("{")
        while (sign := self._peek()) != "}":
            if sign == ",":
                self.at += 1
                continue
            name = self._value()
            self._take(":")
            yield from self._held(str(name))
        self.at += 1

    def _held(self, name: str) -> Iterator[tuple[str, Any]]:
        opens = self._peek()
        if opens == "{" and name in WITHIN:
            yield from self._object()
        elif opens == "[":
            yield from self._elements(name)
        else:
            self._value()

    def _elements(self, name: str) -> Iterator[tuple[str, Any]]:
        self.at += 1
        while (sign := self._peek()) != "]":
            if sign == ",":
                self.at += 1
            elif name in WITHIN and sign == "{":
                yield from self._object()
            else:
                yield name, self._value()
        self.at += 1

    def _take(self, sign: str) -> None:
        if self._peek() != sign:
            raise CutShort("it is no JSON any more")
        self.at += 1

    def _peek(self) -> str:
        while True:
            while self.at < len(self.buffer) and self.buffer[self.at] in " \t\r\n\ufeff":
                self.at += 1
            if self.at < len(self.buffer):
                return self.buffer[self.at]
            if not self._more():
                raise CutShort("it ends too early")

    def _value(self) -> Any:
        self._peek()
        while True:
            try:
                value, end = self.decoder.raw_decode(self.buffer, self.at)
            except json.JSONDecodeError as error:
                is_cut = error.msg.startswith("Unterminated") or error.pos >= len(self.buffer) - _CLOSE
                if not is_cut or len(self.buffer) - self.at > MOST or not self._more():
                    raise CutShort("a row in it can't be read") from None
            except (ValueError, RecursionError):
                raise CutShort("a row in it can't be read") from None
            else:
                if end < len(self.buffer) or not self._more():
                    self.at = end if end < len(self.buffer) else len(self.buffer)
                    return value

    def _more(self) -> bool:
        piece = next(self.pieces, None)
        if piece is None:
            return False
        self.buffer, self.at = self.buffer[self.at :] + piece, 0
        return True
