"""The demo on a stage: a scratch newsroom at one fixed moment, served for real, for pictures and for checks.

`with staged() as url:` starts it in a process of its own (`python -m tests.stage FOLDER PORT`), whose clock
stands still while the caller's goes on.
"""

import os
import socket
import subprocess
import sys
import tempfile
import urllib.request
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parent.parent
MOMENT = datetime(2026, 11, 22, 12, tzinfo=UTC)
SEED = "/news/all-of-us-are-dead-season-2-release-date/"
# Every kind of page that readers meet, by the name its picture gets.
PAGES = {
    "front-page": "/",
    "news": "/news/",
    "news-filtered": "/news/?show=all-of-us-are-dead&min=reported",
    "news-none": "/news/?show=all-of-us-are-dead&min=official&year=2023",
    "article": SEED,
    "article-edition": "/news/the-saltmarsh-light-cinema-date/editions/1/",
    "article-history": "/news/the-saltmarsh-light-cinema-date/history/",
    "season": "/shows/all-of-us-are-dead/season-2/",
    "season-past": "/shows/all-of-us-are-dead/season-2/?as_of=2025-08-01",
    "show": "/shows/all-of-us-are-dead/",
    "film": "/shows/the-saltmarsh-light/",
    "cast": "/shows/all-of-us-are-dead/cast/",
    "shows": "/shows/",
    "person": "/people/lomon/",
    "people": "/people/",
    "platform": "/platforms/netflix/",
    "author": "/authors/alice-han/",
    "claim": "/claims/aouad-platform/",
    "claim-embed": "/claims/aouad-s2-late-2026/embed/",
    "api-docs": "/api/v1/docs",
    "corrections": "/corrections/",
    "confidence": "/confidence/",
    "scoreboard": "/scoreboard/",
    "calendar": "/calendar/",
    "renewals": "/renewals/",
    "rumours": "/rumours/",
    "policy": "/policies/verification/",
    "follow": "/follow/?show=all-of-us-are-dead&season=2",
    "follow-asked": "/follow/asked/?show=all-of-us-are-dead&season=2",
    "search": "/search/?q=aouad+s2",
    "search-none": "/search/?q=lomn",
    "error-400": "/news/?after=abc",
    "error-403": "/on-stage/403/",
    "error-404": "/nothing-here/",
    "error-410": "/news/co-writer-leaves-the-saltmarsh-light/",
    "error-429": "/on-stage/429/",
    "error-500": "/on-stage/500/",
}
CHROMIUM = "/usr/bin/chromium"
CHROMIUM_ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@contextmanager
def staged():
    """The address of a newsroom that holds the demo and stands at MOMENT."""
    with tempfile.TemporaryDirectory(prefix="newsroom-stage-") as folder:
        port = _free_port()
        url = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "tests.stage", folder, str(port)]
        environment = _environment(Path(folder), url)
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            if "ready\n" not in server.stdout:
                raise RuntimeError("The stage could not be set: its own words are above.")
            yield url
        finally:
            server.terminate()
            server.wait(timeout=20)
            server.stdout.close()


def fetch(url: str) -> str:
    """A page's text, whatever its status."""
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.read().decode()


def _environment(folder: Path, url: str) -> dict:
    own = {
        "DEBUG": "0",
        "SECRET_KEY": "the-stage-alone-uses-this-key-0123456789-abcdefghijklmnopqrstuvwxyz",
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_URL": url,
        "SITE_NAME": "Newsroom",
        "TIME_ZONE": "Etc/UTC",
        "DATABASE_URL": f"sqlite:///{folder}/stage.sqlite3",
        "CACHE_URL": "",
        "EMAIL_URL": "memory:",
        "MEDIA_ROOT": f"{folder}/media",
        "DEMO_PASSWORD": "on-stage-alone",
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    }
    return os.environ | own


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main(folder: str, port: str) -> None:
    """In the process of its own: set the scene, say so, serve."""
    import django
    import time_machine
    from django.conf import settings
    from django.core.management import call_command
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
    from django.core.wsgi import get_wsgi_application

    django.setup()
    settings.STATIC_ROOT = Path(folder, "static")
    settings.ROOT_URLCONF = "tests.stage_urls"
    WSGIRequestHandler.log_message = lambda *args: None
    with time_machine.travel(MOMENT, tick=False):
        for command in ("migrate", "load_demo", "collectstatic"):
            call_command(command, verbosity=0, **({"interactive": False} if command != "load_demo" else {}))
        server = ThreadedWSGIServer(("127.0.0.1", int(port)), WSGIRequestHandler)
        server.set_app(get_wsgi_application())
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
