"""`manage.py check_honesty`: a line in, a line out, and what is wrong with a line in words."""

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

RUMOUR = {"statement": "Season 2 comes out in late 2026.", "level": "rumoured"}


def a_line(**fields):
    made = {"id": "a", "place": "headline", "text": "Season 2 RELEASE DATE", "claims": [RUMOUR]}
    return json.dumps({name: value for name, value in (made | fields).items() if value is not None})


@pytest.fixture
def run(monkeypatch):
    def run(*lines, file="-"):
        out, err = io.StringIO(), io.StringIO()
        given = "\n".join(lines).encode("utf-8", "surrogatepass")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        try:
            call_command("check_honesty", file, stdout=out, stderr=err)
            refused = ""
        except CommandError as error:
            refused = str(error)
        return [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue(), refused

    return run


def test_a_line_in_is_a_line_out(run):
    told, faults, refused = run(a_line(), a_line(id=2, text="Season 2 is rumoured"))
    assert [line["id"] for line in told] == ["a", 2]
    (flag,) = told[0]["flags"]
    assert list(flag) == ["start", "end", "kind", "claim", "why"]
    assert (flag["start"], flag["end"], flag["kind"], flag["claim"]) == (9, 21, "over", 0)
    assert "“RELEASE DATE”" in flag["why"] and "is rumoured" in flag["why"]
    assert (told[1]["flags"], faults, refused) == ([], "", "")


def test_a_file_is_read_as_standard_input_is(run, tmp_path):
    path = tmp_path / "lines.jsonl"
    path.write_text("\ufeff" + a_line() + "\n\n" + a_line(id="b", claims=[]) + "\n", "utf-8")
    told, _, _ = run(file=str(path))
    assert [(line["id"], line["flags"][0]["claim"]) for line in told] == [("a", 0), ("b", None)]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("nonsense", "it is no JSON (Expecting value: line 1 column 1 (char 0))."),
        ("[" * 100_000, "it is no JSON"),
        ("[1]", "it is no JSON object: write {…} with “id”, “place”, “text” and “claims”."),
        (a_line(id=None), "“id” is missing."),
        (a_line(text=None), "“text” is missing."),
        (a_line(text=7), "“text” is not a text."),
        (a_line(claims={}), "“claims” is not a list."),
        (a_line(place="caption"), "“place” is “caption”: use headline, standfirst or body."),
        (a_line(claims=["x"]), "“claims[0]” is no object with “statement” and “level”."),
        (a_line(claims=[RUMOUR, {"level": "official"}]), "“claims[1].statement” is missing."),
        (
            a_line(claims=[RUMOUR | {"level": "rumored"}]),
            "“claims[0].level” is “rumored”: use official, confirmed, reported, rumoured, speculation or debunked.",
        ),
        ("\udcff", "it is not UTF-8."),
    ],
)
def test_a_faulty_line_is_named_and_the_others_are_checked(run, line, sentence):
    told, faults, refused = run(a_line(), line, a_line(id="b"))
    assert [answer["id"] for answer in told] == ["a", "b"]
    assert faults.startswith(f"line 2: {sentence}")
    assert refused == "1 line was not checked, as said above; every other line was."


def test_half_a_surrogate_pair_is_answered(run):
    told, _, refused = run(a_line(id="\ud800", text="It is \ud83d officially out"))
    assert (told[0]["id"], told[0]["flags"][0]["start"], refused) == ("\ud800", 8, "")


def test_a_file_that_is_not_there_is_named(run):
    assert run(file="nowhere.jsonl")[2] == "nowhere.jsonl can’t be opened: No such file or directory."
