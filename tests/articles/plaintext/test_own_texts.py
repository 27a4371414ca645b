"""Texts of our own, of the genre and of others, each with what is to be read from it beside it.

After a change that is meant, `python -m tests.articles.plaintext.test_own_texts` writes them anew: read
the difference before you keep it.
"""

import json
from pathlib import Path

import pytest

from articles.plaintext import decode, read

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))
HEAD = ("title", "date", "section", "show", "season", "kind", "platform", "sections", "sources", "disclaimer")


def summary(path):
    """What a text says, in a form short enough to be read at a glance."""
    story = read(decode(path.read_bytes()))
    return {name: getattr(story, name) for name in HEAD} | {
        "release": [story.release.status, story.release.date or story.release.window]
        if story.release
        else None,
        "cast": [[c.person, c.character, c.status, c.confidence] for c in story.cast],
        "facts": [
            [
                f.kind,
                f.date or f.window,
                f.confidence,
                *(["superseded"] if f.superseded else []),
                *([f"season {f.season}"] if f.season else []),
            ]
            for f in story.facts
            if f.kind != "plot"
        ],
    }


def written(found):
    """One field a line, one person or fact a line."""
    lines = []
    for name, value in found.items():
        if name in ("cast", "facts") and value:
            rows = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in value)
            lines.append(f'"{name}": [\n{rows}\n ]')
        else:
            lines.append(f'"{name}": {json.dumps(value, ensure_ascii=False)}')
    return "{" + ",\n ".join(lines) + "}\n"


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_says_what_stands_beside_it(path):
    assert summary(path) == json.loads(path.with_suffix(".json").read_text("utf-8"))


@pytest.mark.parametrize("name", ["oysters", "recipe", "traceback", "bakery"])
def test_texts_of_other_genres_claim_nothing(name):
    story = read((Path(__file__).parent / "texts" / f"{name}.txt").read_text("utf-8"))
    assert (story.show, story.cast, story.facts, story.release) == (None, [], [], None)
    assert story.blocks


if __name__ == "__main__":
    for text in TEXTS:
        text.with_suffix(".json").write_text(written(summary(text)), "utf-8")
