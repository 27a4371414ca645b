"""The evaluation set that lies beside the repository, scored by its own scorer."""

import importlib.util
import json
from pathlib import Path

import pytest

from articles.plaintext import decode, read

STORIES = Path(__file__).resolve().parents[4] / "shared" / "stories"
pytestmark = pytest.mark.skipif(not STORIES.is_dir(), reason=f"no evaluation set at {STORIES}")


class Scorer:
    """The evaluation set's own scorer, over any folder of texts with gold beside them."""

    def __init__(self):
        spec = importlib.util.spec_from_file_location("score", STORIES / "score.py")
        self.module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.module)

    def all_of(self, folder):
        totals, graves = {}, []
        for path in sorted(folder.glob("*.txt")):
            gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
            areas, grave = self.module.score(read(decode(path.read_bytes())).as_dict(), gold)
            graves += [f"{path.stem}: {line}" for line in grave]
            for area, tally in areas.items():
                totals.setdefault(area, self.module.Tally()).add(tally.right, tally.extra, tally.missed)
        return {area: tally.f1() for area, tally in totals.items()}, graves


def test_the_open_set_is_read_well_and_without_a_grave_mistake():
    areas, graves = Scorer().all_of(STORIES)
    assert graves == []
    assert min(areas.values()) >= 0.9, areas


def test_the_fields_are_those_of_the_gold():
    path = next(STORIES.glob("00-*.txt"))
    gold = set(json.loads(path.with_suffix(".json").read_text("utf-8")))
    story = read(decode(path.read_bytes())).as_dict()
    assert set(story) <= gold
