"""Files that are none of ours: a sentence each, and nothing kept."""

import pytest
from django.core.management import CommandError, call_command

from tests.articles.exchange.worlds import imported, refused

pytestmark = pytest.mark.django_db


def test_an_empty_file(tmp_path):
    assert refused(tmp_path, b"") == ["There is nothing in news.jsonl: write one JSON object a line."]
    assert refused(tmp_path, b"\n \n\n") == ["There is nothing in news.jsonl: write one JSON object a line."]


def test_a_file_that_is_not_utf_8(tmp_path):
    line = '{"type": "show", "key": "elite", "title": "Élite"}'.encode("latin-1")
    assert refused(tmp_path, line) == [
        "line 1: not UTF-8 text (byte 44 of the line): save the file as UTF-8",
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"hello", "no JSON (expecting value, character 1)"),
        (b'{"type": "show"', "no JSON (expecting ',' delimiter, character 16)"),
        (b"[1, 2]", 'no JSON object: a line is {"type": …, "key": …}'),
        (b'{"type": "show", "key": "x", "key": "y"}', 'the field "key" stands twice in one object'),
        (b'{"type": NaN}', "no JSON that can be read: a number in it is none, or too long"),
        (
            b'{"number": ' + b"9" * 5000 + b"}",
            "no JSON that can be read: a number in it is none, or too long",
        ),
        (b"[" * 100_000, "no line of ours: nested too deep"),
    ],
)
def test_lines_that_are_no_objects(tmp_path, line, reason):
    assert refused(tmp_path, b"\n" + line) == [f"line 2: {reason}"]


def test_ten_megabytes_of_anything(tmp_path):
    assert refused(tmp_path, b"x" * 10_000_000) == [
        "line 1: longer than 8 MB: this is no file of the exchange.",
    ]
    many = refused(tmp_path, b"\x00\xff nonsense\n" * 800_000)
    assert len(many) == 21
    assert many[-1] == "These are the first 20 faults; there may be more."


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match=r"nowhere.jsonl can't be read: No such file or directory."):
        call_command("import_news", tmp_path / "nowhere.jsonl")
    with pytest.raises(CommandError, match="can't be read: Is a directory"):
        call_command("import_news", tmp_path)


def test_a_byte_order_mark_and_blank_lines_are_passed_over(tmp_path):
    line = b'\xef\xbb\xbf{"type": "platform", "key": "netflix", "name": "Netflix"}\n\n'
    assert imported(tmp_path, line) == "1 of platform."
