"""Finished pages in memory, bounded by bytes, in every encoding that somebody has asked for."""

import gzip
import threading
from collections.abc import Callable, Iterable
from email.utils import parsedate_to_datetime
from functools import lru_cache

import brotli

from newsroom.page_cache.epoch import Epoch

Headers = list[tuple[str, str]]
OF_THE_BODY = {"content-type", "content-length", "content-encoding"}
SMALL = 500  # bytes; below that nothing is gained by packing
PACKABLE = ("text/", "application/json", "application/xml", "image/svg")
PACKABLE_SUFFIXES = ("+xml", "+json")


class Page:
    """A finished answer. `packed` holds for each encoding the headers, those of a 304, and the body."""

    def __init__(self, status: str, headers: Headers, body: bytes):
        named = {name.lower(): value for name, value in headers}
        self.status, self.body = status, body
        self.headers = [one for one in headers if one[0].lower() not in {"content-length", "etag"}]
        self.etag, self.last_modified = named.get("etag", ""), named.get("last-modified", "")
        self.is_public = (
            named.get("cache-control", "").startswith("public")
            and "set-cookie" not in named
            and named.get("vary", "Accept-Encoding") == "Accept-Encoding"
        )
        kind = named.get("content-type", "").partition(";")[0]
        self.is_packable = len(body) >= SMALL and (
            kind.startswith(PACKABLE) or kind.endswith(PACKABLE_SUFFIXES)
        )
        self.packed: dict[str, tuple[Headers, Headers, list[bytes]]] = {}

    @property
    def size(self) -> int:
        """Bytes in memory at most, once every encoding was asked for: text packs to less than half."""
        return len(self.body) * (2 if self.is_packable else 1) + 4096

    def answer(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        encoding = preferred(environ.get("HTTP_ACCEPT_ENCODING", "")) if self.is_packable else ""
        whole, held, body = self.packed.get(encoding) or self._pack(encoding)
        if self._is_held(environ.get("HTTP_IF_NONE_MATCH"), environ.get("HTTP_IF_MODIFIED_SINCE")):
            start_response("304 Not Modified", held)
            return []
        start_response(self.status, whole)
        return body if environ["REQUEST_METHOD"] == "GET" else []

    def _pack(self, encoding: str) -> tuple[Headers, Headers, list[bytes]]:
        headers, body, etag = [*self.headers], self.body, self.etag
        if self.is_packable and not any(name.lower() == "vary" for name, _ in headers):
            headers.append(("Vary", "Accept-Encoding"))
        if encoding:
            body = brotli.compress(body, quality=5) if encoding == "br" else gzip.compress(body, 6, mtime=0)
            headers.append(("Content-Encoding", encoding))
            # Other bytes, the same words: RFC 9110, 8.8.1.
            etag = etag if not etag or etag.startswith("W/") else f"W/{etag}"
        headers += [("ETag", etag)] if etag else []
        held = [one for one in headers if one[0].lower() not in OF_THE_BODY]
        self.packed[encoding] = ([*headers, ("Content-Length", str(len(body)))], held, [body])
        return self.packed[encoding]

    def _is_held(self, etags: str | None, since: str | None) -> bool:
        """Has the asker this page already? A date counts where no etag was sent: RFC 9110, 13.2.2."""
        if not (etags or since) or not self.status.startswith("200"):
            return False
        if etags:
            own = self.etag.removeprefix("W/")
            return bool(own) and any(one.strip().removeprefix("W/") in (own, "*") for one in etags.split(","))
        try:
            return parsedate_to_datetime(self.last_modified) <= parsedate_to_datetime(since)
        except (TypeError, ValueError):
            return False


class Shelf:
    """The pages of one epoch. Another epoch, and they are gone; when the room runs out, the oldest go first."""

    def __init__(self, most_bytes: int):
        self.most_bytes, self.bytes = most_bytes, 0
        self.pages: dict[tuple, Page] = {}
        self._epoch: Epoch | None = None
        self._lock = threading.Lock()

    def get(self, epoch: Epoch, key: tuple) -> Page | None:
        return self.pages.get(key) if self._epoch is epoch else None

    def put(self, epoch: Epoch, key: tuple, page: Page) -> None:
        with self._lock:
            if self._epoch is not epoch:
                self.pages, self.bytes, self._epoch = {}, 0, epoch
            if key in self.pages or page.size > self.most_bytes // 8:
                return
            while self.pages and self.bytes + page.size > self.most_bytes:
                self.bytes -= self.pages.pop(next(iter(self.pages))).size
            self.pages[key] = page
            self.bytes += page.size


@lru_cache(maxsize=256)
def preferred(accepted: str) -> str:
    """The encoding to answer in, of those that an Accept-Encoding header names (RFC 9110, 12.5.3); "" is none."""
    refused = {"0", "0.0", "0.00", "0.000"}
    taken = set()
    for one in accepted.lower().split(","):
        name, _, weight = one.partition(";")
        if weight.strip().removeprefix("q=").strip() not in refused:
            taken.add(name.strip())
    return next((name for name in ("br", "gzip") if name in taken or "*" in taken), "")
