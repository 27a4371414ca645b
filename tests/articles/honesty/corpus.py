"""The sentences that the check is measured by: what should be flagged, at which word, against which claim.

A line is {"place", "text", "claims": [[statement, level]], "flags": [[word, kind, claim]]}; a flag is found if one
of the same kind and claim overlaps the word's first occurrence. `corpus` was written before the check; the five
held-out sets after it, each measured before anything was changed for it (docs/honesty.md).
"""

import json
from dataclasses import dataclass, field
from pathlib import Path

from articles.honesty import check

FOLDER = Path(__file__).parent


def lines(name):
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]


@dataclass
class Score:
    found: int = 0
    extra: list = field(default_factory=list)
    missed: list = field(default_factory=list)

    @property
    def precision(self):
        return self.found / (self.found + len(self.extra))

    @property
    def recall(self):
        return self.found / (self.found + len(self.missed))

    def read(self, line):
        text, left = line["text"], check(line["text"], line["place"], line["claims"])
        for word, kind, claim in line["flags"]:
            start = text.index(word)
            hits = [one for one in left if (one.kind, one.claim) == (kind, claim)]
            hit = next((one for one in hits if one.start < start + len(word) and start < one.end), None)
            if hit:
                left.remove(hit)
                self.found += 1
            else:
                self.missed.append(f"missed “{word}” ({kind}): {text}")
        self.extra += [f"extra “{text[one.start : one.end]}” ({one.kind}): {text}" for one in left]


def score(name):
    measured = Score()
    for line in lines(name):
        measured.read(line)
    return measured
