"""Small worlds as lines of the exchange, and what it takes to import them."""

import copy
import io
import json

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from articles.models import Edition
from claims.models import Assessment
from newsroom import integrity
from newsroom.lib import guards
from tests.factories import a_picture

NETFLIX = {"type": "outlet", "key": "netflix", "name": "Netflix", "kind": "primary"}
UPI = {"type": "outlet", "key": "upi", "name": "UPI", "kind": "press"}
DEADLINE = {"type": "outlet", "key": "deadline", "name": "Deadline", "kind": "trade"}


def a_source(key, outlet="upi", **fields):
    made = {"url": f"https://{outlet}.example/{key}", "title": f"Piece {key}", "published_on": "2026-01"}
    return {"type": "source", "key": key, "outlet": outlet, **made, **fields}


def evidence(*sources, **fields):
    return [{"source": source, "role": "supports", **fields} for source in sources]


def assessed(level="reported", at="2026-01-10T09:00:00+00:00", *sources, **fields):
    day = {"as_of": "2026-01-10", "live_from": at, "by": "alice"}
    return {"level": level, **day, "evidence": evidence(*(sources or ("s-upi",))), **fields}


def a_release(key="c-window", **fields):
    made = {"kind": "milestone", "property": "release", "show": "dead", "season": 2, "precision": "window"}
    days = {"earliest": "2026-09", "latest": "2026-12", "as_said": "late 2026"}
    return {"type": "claim", "key": key, **made, **days, "assessments": [assessed()], **fields}


def an_edition(number=1, at="2026-01-11T09:00:00+00:00", **fields):
    return {"number": number, "live_from": at, "live_until": None, "by": "alice", **fields}


def a_story(key="dead-season-2", **fields):
    made = {"headline": "Season 2 in late 2026", "authors": ["alice-han"], "shows": ["dead"]}
    body = '<p>It comes <span data-claim="c-window">late in 2026</span>.</p>'
    return {"type": "article", "key": key, **made, "body": body, "editions": [an_edition()], **fields}


def a_world():
    """A show, a season, a sourced claim and a story that cites it, told in no good order."""
    return copy.deepcopy([
        a_story(),
        a_release(),
        a_source("s-upi", repeats="s-netflix"),
        a_source("s-netflix", "netflix", url=None),
        {"type": "season", "key": "dead/2", "show": "dead", "number": 2},
        {"type": "author", "key": "alice-han", "name": "Alice Han", "account": "alice"},
        {"type": "show", "key": "dead", "title": "All of Us Are Dead", "aliases": ["Now at Our School"]},
        {"type": "platform", "key": "netflix", "name": "Netflix"},
        {"type": "person", "key": "lomon", "name": "Lomon", "native_name": "로몬"},
        NETFLIX,
        UPI,
    ])  # fmt: skip


def changed(key, /, **fields):
    """The world with some fields of one line changed."""
    world = a_world()
    next(line for line in world if line["key"] == key).update(fields)
    return world


def line_of(world, key):
    """Where a key stands, counted from one."""
    return next(number for number, line in enumerate(world, start=1) if line["key"] == key)


def a_file(folder, lines):
    folder.mkdir(exist_ok=True)
    path = folder / "news.jsonl"
    told = lines if isinstance(lines, bytes) else "".join(json.dumps(one) + "\n" for one in lines).encode()
    path.write_bytes(told)
    return path


def a_still(folder, name="images/still.png", data=None):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data or a_picture())
    return {"type": "image", "key": "still-1", "file": name, "alt": "A still"}


def imported(folder, lines):
    """What the command says of a file that it takes."""
    out = io.StringIO()
    call_command("import_news", a_file(folder, lines), stdout=out)
    return out.getvalue().strip()


def exported(folder):
    """The export, as bytes; its pictures lie in the folder too."""
    folder.mkdir(exist_ok=True)
    call_command("export_news", str(folder / "news.jsonl"), stdout=io.StringIO())
    return (folder / "news.jsonl").read_bytes()


def refused(folder, lines):
    """What the command says of a file that it refuses, having kept nothing of it."""
    before = row_counts()
    with pytest.raises(CommandError) as caught:
        call_command("import_news", a_file(folder, lines), stdout=io.StringIO())
    assert row_counts() == before
    *faults, last = str(caught.value).splitlines()
    assert last == "Nothing was imported."
    return faults


def row_counts():
    """But for the generation, which counts what was seen, come and gone."""
    models = [m for m in apps.get_models(include_auto_created=True) if m._meta.app_label != "page_cache"]
    return {model._meta.label: model._base_manager.count() for model in models}


def emptied():
    """The newsroom without a row of its own, as if nothing had ever been imported."""
    with guards.lifted():
        for model in apps.get_models(include_auto_created=True):
            if model._meta.app_label in ("articles", "claims", "shows", "images", "auth", "newsroom_lib"):
                if (
                    model._meta.label not in ("auth.Permission", "auth.Group", "auth.Group_permissions")
                    and not model._meta.proxy
                ):
                    rows = model._base_manager.all()
                    rows._raw_delete(rows.db)
    for timeline in (Edition, Assessment):
        timeline.searched_by.remove(timeline.searched_by.places())


def there_and_back(tmp_path, settings):
    """The export, and the export of what its import makes on an empty site."""
    first = exported(tmp_path / "first")
    emptied()
    settings.MEDIA_ROOT = tmp_path / "other-media"
    call_command("import_news", tmp_path / "first/news.jsonl", stdout=io.StringIO())
    second = exported(tmp_path / "second")
    assert list(integrity.faults(deep=True)) == []
    return first, second
