"""`manage.py import_story`: every file said a sentence about, nothing half imported."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Edition
from claims.models import Claim, Source
from shows.models import Person, Show

TEXT = """2026-03-01 Moonlit Harbour Season 3 cast | Drama News
Moonlit Harbour Season 3 Cast
Ana Petrov as Captain Reyes
"""

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path, at):
    path = tmp_path / "story.txt"
    path.write_text(TEXT, "utf-8")
    return path


def run(*args, **options):
    out, err = io.StringIO(), io.StringIO()
    call_command("import_story", *map(str, args), stdout=out, stderr=err, **options)
    return out.getvalue()


def rows():
    return [model.objects.count() for model in (Article, Claim, Show, Person, Source)]


def test_a_dry_run_prints_one_object_a_file_and_writes_nothing(file):
    read = json.loads(run(file, dry_run=True, json=True))
    assert read["file"] == str(file)
    assert read["title"] == "Moonlit Harbour Season 3 cast"
    assert [(c["person"], c["character"], c["proposed"]) for c in read["cast"]] == [
        ("Ana Petrov", "Captain Reyes", "rumoured")
    ]
    assert rows() == [0, 0, 0, 0, 0]


def test_a_file_becomes_a_draft_once(file):
    assert "is a draft, with 1 claims proposed" in run(file)
    assert "was imported before" in run(file)
    assert Article.objects.count() == 1 and not Edition.objects.exists()


def test_publishing_as_proposed(file):
    run(file, publish=True)
    edition = Edition.objects.live().get()
    assert [author.name for author in edition.authors] == ["Newsroom"]
    assert edition.claims.get().assessments.live().get().level == "rumoured"


def test_a_folder_and_standard_input_are_read(file, monkeypatch):
    class Input:
        buffer = io.BytesIO(TEXT.replace("Season 3", "Season 4").encode())

    run(file.parent)
    monkeypatch.setattr("sys.stdin", Input)
    run("-")
    assert Article.objects.count() == 2


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00bad", "Gr\u00fc\u00dfe".encode("latin-1"), b"a" * 10_000_000, b"\x00" * 50]
)
def test_what_can_not_be_read_is_said_in_a_sentence_and_leaves_nothing(tmp_path, data, at, capsys):
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    err = io.StringIO()
    with pytest.raises(CommandError, match="1 of 1 could not be imported"):
        call_command("import_story", str(path), stderr=err)
    assert err.getvalue().startswith(f"{path}: ") and "Traceback" not in err.getvalue()
    assert rows() == [0, 0, 0, 0, 0]


def test_a_missing_file_does_not_stop_the_others(file, tmp_path):
    with pytest.raises(CommandError, match="1 of 2"):
        run(tmp_path / "none.txt", file)
    assert Article.objects.count() == 1
