"""The demo as a reader of the exchange sees it, without Django: rows by type and key, times as times."""

import datetime
import functools
import json
import re

from newsroom.demo import rendered

# A leap day, a year's end, a day in each half of the year, and one long after everything has lapsed.
DAYS = [
    datetime.date(2026, 3, 1),
    datetime.date(2026, 11, 22),
    datetime.date(2026, 12, 31),
    datetime.date(2028, 2, 29),
    datetime.date(2031, 7, 15),
]
FOREVER = datetime.datetime(9998, 1, 1, tzinfo=datetime.UTC)
RANKS = {"debunked": 0, "speculation": 1, "rumoured": 2, "reported": 3, "confirmed": 4, "official": 5}
MARK = re.compile(r'<span data-claim="([^"]*)">')


class Demo:
    def __init__(self, today: datetime.date):
        self.rows = [json.loads(line) for line in rendered(today)]
        # The history must be legal at any hour of `today` in any zone: these are its first and last instants.
        self.earliest_now = datetime.datetime.combine(today, datetime.time(), datetime.UTC) - hours(14)
        self.latest_now = self.earliest_now + hours(14 + 24 + 12)

    @functools.cache  # noqa: B019 - five demos, kept as long as the suite runs
    def all(self, kind):
        return {row["key"]: row for row in self.rows if row["type"] == kind}

    def editions(self):
        """Each edition as published: the article's fields with its own over them."""
        return [
            (article, article | edition)
            for article in self.all("article").values()
            for edition in article["editions"]
        ]

    def timelines(self):
        """Each claim's assessments, each article's editions, by key."""
        for claim in self.all("claim").values():
            yield claim["key"], claim["assessments"]
        for article in self.all("article").values():
            yield article["key"], article["editions"]


def hours(number):
    return datetime.timedelta(hours=number)


def moment(text):
    return datetime.datetime.fromisoformat(text) if text else FOREVER


def span(row):
    return moment(row["live_from"]), moment(row.get("live_until"))


def cited(story):
    return set(MARK.findall(story["body"])) | set(story["lead_claims"])


def level_at(claim, at):
    """The level that is live at a moment, or None."""
    return next((row["level"] for row in claim["assessments"] if span(row)[0] <= at < span(row)[1]), None)
