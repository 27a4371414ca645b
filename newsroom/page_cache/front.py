"""The way in: a reader's page is answered from memory, outside Django's handler, or rendered once and kept."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl

from newsroom.lib.params import DECLARED
from newsroom.page_cache.epoch import Epochs
from newsroom.page_cache.shelf import Page, Shelf

# Never kept: the desk's and one reader's own pages, health, and files that lie on a disk already.
PASSED = ("/admin/", "/preview/", "/follow/", "/health/", "/metrics", "/static/", "/media/")
# Nobody asks for such a page twice, and anybody can think of another million.
UNKEPT = {"as_of", "q", "after", "p"}
KEPT_STATUSES = ("200", "301", "410")
# A page is rendered whole and plain, whoever asks first.
STRIPPED = {
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_RANGE",
    "HTTP_ACCEPT_ENCODING",
    "HTTP_COOKIE",
}
MOST_FIELDS = 50  # of a query; more has no name here, and is Django's to judge
MOST_PATHS = 100_000
LONGEST_WAIT = 10.0  # seconds for another's rendering of the same page


class PageCache:
    """A WSGI application before Django's."""

    def __init__(
        self, application: Callable, hosts: Iterable[str], most_bytes: int, epochs: Epochs | None = None
    ):
        self.application, self.hosts = application, frozenset(hosts)
        self.shelf, self.epochs = Shelf(most_bytes), epochs or Epochs()
        self.declared: dict[str, frozenset[str]] = {}
        self._turns: dict[object, list] = {}
        self._lock = threading.Lock()

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if (
            environ["REQUEST_METHOD"] not in ("GET", "HEAD")
            or path.startswith(PASSED)
            or environ.get("HTTP_HOST", "").partition(":")[0] not in self.hosts
        ):
            return self.application(environ, start_response)
        epoch = self.epochs.current()
        key = self.key(path, environ.get("QUERY_STRING"))
        page = self.shelf.get(epoch, key) if epoch and key else None
        if page is None:
            page = self._rendered(environ, path, key)
        return page.answer(environ, start_response)

    def key(self, path: str, query: str | None) -> tuple | None:
        """The page's name: its address and those parameters that its view declares; None where that isn't known."""
        if not query:
            return (path,)
        names = self.declared.get(path)
        if names is None or not query.isascii() or query.count("&") >= MOST_FIELDS:
            return None
        given = [pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] in names]
        if len({name for name, _ in given}) < len(given):
            return None  # doubled: refused in words, by the view
        return (path, *sorted((name, value.strip()) for name, value in given if value.strip()))

    def _rendered(self, environ: dict, path: str, key: tuple | None):
        """One rendering of a page at a time: whoever waited takes what the first has brought."""
        if key and _is_unkept(key):
            return _ask(self.application, environ)
        with self._turn(key or path):
            epoch = self.epochs.current()
            key = key or self.key(path, environ.get("QUERY_STRING"))
            page = self.shelf.get(epoch, key) if epoch and key else None
            if page is not None:
                return page
            names: set[str] = set()
            page = _ask(self.application, environ | {DECLARED: names})
            if page.is_public and page.status.startswith(KEPT_STATUSES):
                self._declare(path, names)
                key = self.key(path, environ.get("QUERY_STRING"))
                if key and not _is_unkept(key) and self.epochs.still(epoch):
                    self.shelf.put(epoch, key, page)
            return page

    def _declare(self, path: str, names: set[str]) -> None:
        """Known of pages that exist alone, so that invented addresses fill nothing."""
        if len(self.declared) >= MOST_PATHS:
            self.declared.clear()
        self.declared[path] = self.declared.get(path, frozenset()) | names

    @contextmanager
    def _turn(self, key: object) -> Iterator[None]:
        with self._lock:
            turn = self._turns.setdefault(key, [threading.Lock(), 0])
            turn[1] += 1
        has_turn = turn[0].acquire(timeout=LONGEST_WAIT)
        try:
            yield
        finally:
            if has_turn:
                turn[0].release()
            with self._lock:
                turn[1] -= 1
                if not turn[1]:
                    del self._turns[key]


class Streamed:
    """An answer that is no page, a file for one: it goes through as it is."""

    status, is_public = "", False

    def __init__(self, status: str, headers: list, body: Iterable[bytes]):
        self._given, self._body = (status, headers), body

    def answer(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        start_response(*self._given)
        return self._body


def _ask(application: Callable, environ: dict) -> Page | Streamed:
    asked = {name: value for name, value in environ.items() if name not in STRIPPED}
    told = []
    body = application(asked | {"REQUEST_METHOD": "GET"}, lambda *given: told.append(given))
    status, headers = told[0][:2]
    if getattr(body, "streaming", False):
        return Streamed(status, headers, body)
    try:
        return Page(status, headers, b"".join(body))
    finally:
        body.close()


def _is_unkept(key: tuple) -> bool:
    return any(name in UNKEPT for name, _ in key[1:])
