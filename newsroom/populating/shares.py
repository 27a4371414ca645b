"""Who gets how much: Zipf with a given share for the first, editions a story, hours, and names from numbers."""

from bisect import bisect
from datetime import datetime, timedelta
from itertools import accumulate
from math import log
from random import Random

YEARS = 8
LETTERS, CODE_LENGTH, STRIDE = "abcdefghijklmnopqrstuvwxyz", 6, 182_521_213  # prime to 26


class Zipf:
    """Ranks from 0, the first of which is drawn with a given share as far as there are enough of them."""

    def __init__(self, count: int, top: float):
        low, high = 0.0, 10.0 * count
        for _ in range(60):
            flat = (low + high) / 2
            share = 1 / ((1 + flat) * log((count + flat + 0.5) / (flat + 0.5)))
            low, high = (flat, high) if share > top else (low, flat)
        self.sums = list(accumulate(1 / (rank + low) for rank in range(1, count + 1)))

    def draw(self, rng: Random) -> int:
        return bisect(self.sums, rng.random() * self.sums[-1], hi=len(self.sums) - 1)


def editions(rng: Random) -> int:
    """How often a story goes out: 80 % once, 15 % twice, the rest three to six times."""
    share = rng.random()
    return 1 if share < 0.80 else 2 if share < 0.95 else 3 + min(3, int(rng.expovariate(1)))


def hours(count: int, now: datetime, rng: Random) -> list[datetime]:
    """When each story is first published: over years up to now, never two at one second."""
    last = int(timedelta(days=365 * YEARS).total_seconds())
    ago = sorted((rng.randrange(3600, last) for _ in range(count)), reverse=True)
    first, found = now.replace(microsecond=0) - timedelta(days=2 * 365 * YEARS), []
    for seconds in ago:
        first = max(first + timedelta(seconds=1), now.replace(microsecond=0) - timedelta(seconds=seconds))
        found.append(first)
    return found


def code(number: int) -> str:
    """Six letters, other ones for each number below 300 million: no count stands in an address."""
    rest, letters = number * STRIDE % len(LETTERS) ** CODE_LENGTH, ""
    for _ in range(CODE_LENGTH):
        rest, letter = divmod(rest, len(LETTERS))
        letters += LETTERS[letter]
    return letters
