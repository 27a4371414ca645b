"""What the house has agreed on, kept by machine."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.template.loader import get_template
from django.urls import get_resolver
from django.urls.resolvers import URLPattern

from newsroom.lib import guards

ROOT = Path(__file__).parent.parent
APPS = ["newsroom.lib", "images", "shows", "claims", "articles", "newsroom"]
CODE = [
    path
    for app in ("newsroom", "images", "shows", "claims", "articles")
    for path in sorted((ROOT / app).rglob("*.py"))
    if "migrations" not in path.parts
]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def told(path):
    return str(path.relative_to(ROOT))


def places(pattern, paths, but=()):
    return [
        f"{told(path)}:{number}"
        for path in paths
        if told(path) not in but
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(pattern, line)
    ]


def public_patterns():
    for pattern in _walk(get_resolver().url_patterns):
        if pattern.lookup_str.split(".")[0] in {"newsroom", "claims", "articles"}:
            yield pattern


def _walk(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern
        elif pattern.app_name != "admin":
            yield from _walk(pattern.url_patterns)


def test_one_clock():
    reads = (
        r"datetime\.(now|utcnow|today)\(|timezone\.now|date\.today\(|\btime\.time\(|auto_now|localdate\(\)"
    )
    assert places(reads, CODE, but=["newsroom/lib/clock.py"]) == []


def test_a_timeline_is_read_by_its_words_alone():
    read = r"\blive_(from|until)__|taken_back_at__"
    assert places(read, CODE, but=["newsroom/lib/timeline.py", "articles/models/edition.py"]) == []


def test_no_signals_and_no_logic_in_save():
    assert places(r"@receiver|signals import", CODE, but=["newsroom/lib/apps.py"]) == []
    models = [path for path in CODE if "models" in (path.stem, path.parent.name)]
    assert places(r"def save\(", models) == []


def test_keys_point_down_the_stack():
    rank = {app.label: APPS.index(app.name) for app in apps.get_app_configs() if app.name in APPS}
    upward = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in rank
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model._meta.app_label in rank
        if rank[field.related_model._meta.app_label] > rank[model._meta.app_label]
    ]
    assert upward == []


def test_every_timeline_is_guarded():
    guarded = {guard.table for guard in guards.guards("sqlite")}
    assert {"articles_edition", "claims_assessment", "claims_claim", "articles_edition_claims"} <= guarded


@pytest.mark.parametrize("pattern", list(public_patterns()), ids=lambda pattern: pattern.name)
def test_a_route_is_named_for_its_view_and_has_its_test_file(pattern):
    view = pattern.lookup_str.rsplit(".", 1)[1]
    if pattern.name.startswith("health_"):
        view = f"health_{view}"
    assert pattern.name == view
    assert list((ROOT / "tests").rglob(f"test_{pattern.name}.py")), f"no tests/**/test_{pattern.name}.py"


def test_public_pages_hold_no_inline_code():
    inline = r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)(?![^>]*application/ld\+json)"
    assert places(inline, TEMPLATES) == []


def test_templates_compile():
    for path in TEMPLATES:
        get_template(str(path.relative_to(ROOT / "templates")))


def test_no_module_outgrows_its_room():
    assert [told(path) for path in CODE if len(path.read_text("utf-8").splitlines()) > 300] == []
    assert [told(path) for path in TEMPLATES if len(path.read_text("utf-8").splitlines()) > 120] == []


def test_no_room_is_called_after_nothing():
    empty = {"utils", "helpers", "services", "core", "common", "misc"}
    assert [told(path) for path in CODE if path.stem in empty or path.parent.name in empty] == []


@pytest.mark.django_db
def test_models_and_migrations_agree():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
