"""A kiosk sells pages from memory: the page cache before the newsroom, asking the database in the test's own thread."""

from datetime import timedelta
from io import BytesIO

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection

from newsroom.lib import clock
from newsroom.page_cache.epoch import Epoch, ask
from newsroom.page_cache.front import PageCache

ENVIRON = {
    "SERVER_NAME": "testserver",
    "SERVER_PORT": "80",
    "HTTP_HOST": "testserver",
    "wsgi.url_scheme": "http",
}


class Looks:
    """Epochs that look each time. On PostgreSQL a test's transaction never commits: what waits for that is done now."""

    def __init__(self):
        self.epoch: Epoch | None = None

    def current(self):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
                cursor.execute("SELECT set_config('newsroom.raised', '', true)")
        self.epoch = ask(self.epoch)
        return self.epoch

    def still(self, epoch):
        return self.current() is epoch and epoch.holds()


class Always:
    """Epochs of a site that never changes."""

    def __init__(self):
        self.epoch = Epoch(1, clock.last_known() + timedelta(days=9999))

    def current(self):
        return self.epoch

    def still(self, epoch):
        return epoch is self.epoch


def kiosk(application=None, epochs=None, most_bytes=10_000_000):
    return PageCache(application or WSGIHandler(), ["testserver"], most_bytes, epochs or Looks())


def asked(application, address, method="GET", **headers):
    """(status, headers, body) of an answer."""
    path, _, query = address.partition("?")
    environ = ENVIRON | {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query}
    told = []
    body = application(environ | {"wsgi.input": BytesIO()} | headers, lambda *given: told.append(given))
    whole = b"".join(body)
    if hasattr(body, "close"):
        body.close()
    return told[0][0], dict(told[0][1]), whole
