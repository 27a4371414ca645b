"""One fact from a trigger and a time: its level, its season, its bounds."""

import re
from dataclasses import dataclass
from typing import Any

from .dates import Time, in_past
from .seasons import PART, season_numbers
from .sentences import clause_at
from .story import Fact
from .subject import Subject
from .triggers import Trigger
from .wording import level_of

PAST = re.compile(
    r"\b(?:premiered|released|debuted|launched|arrived|aired|dropped|landed|opened|"
    r"streamed|returned|came|began|started|was|were|kicked\soff|hit|bowed|last|wrapped|"
    r"finished|shot)\b",
    re.I,
)
FUTURE = re.compile(
    r"\b(?:will|to\sbe|is\sset|are\sset|slated|scheduled|due|expected|may|might|could|"
    r"coming|set\sto|premieres|arrives|lands|drops|opens|airs|returns|launches|starts|"
    r"begins|[’']ll)\b",
    re.I,
)


_EXPECTED = re.compile(r"\(?expected\)?", re.I)
_EARLIER_FILM = re.compile(
    r"\b(?:first|second|previous|original|earlier|last)\s(?:\w+\s)?"
    r"(?:films?|movies?|pictures?|part|instal+ment)\b",
    re.I,
)
_THIS_SEASON = re.compile(
    r"\b(?:the|this|its)\s(?:new|upcoming|next|latest|coming)\s(?:season|series|run|episodes)\b", re.I
)


@dataclass(frozen=True)
class Setting:
    """What a sentence is read against: the title, the day of publication, the heading above, other titles."""

    subject: Subject
    published: str | None
    heading: str = ""
    previous: str = ""


def state(kind: str, sentence: str, trigger: Trigger, setting: Setting, time: Time | None = None) -> Fact:
    """A fact as worded at its time, or at its trigger if it has none."""
    place = time.start if time else trigger.start
    # "Release date (expected)" hedges releases, not what else stands below it.
    heading = setting.heading if kind.startswith("release") else _EXPECTED.sub("", setting.heading)
    level = level_of(sentence, place, heading)
    season = _season(sentence, trigger, time, setting)
    if level in ("official", "reported") and (season or kind == "other") and is_past(sentence, trigger):
        level = "confirmed"  # background, not the news that the announcement or report is about
    if time is None:
        return Fact(kind, trigger.text, level, sentence, phrase=trigger.text, season=season)
    began = kind in ("production_start", "filming_wrap") and not FUTURE.search(sentence)
    when = in_past(time, setting.published) if began or is_past(sentence, trigger) else time
    value, part = f"{trigger.text} {time.text}", _part(sentence, time)
    return Fact(kind, value, level, sentence, phrase=time.text, season=season, part=part, **words_of(when))


def words_of(time: Time) -> dict[str, Any]:
    """A time as a fact holds it: a calendar date, a window in its own words, or a month or year as both."""
    # A day without a year stays a date to be completed by the editor, and becomes no window.
    is_day = time.month_day is not None
    window = time.text if (time.date is None and not is_day) or time.precision in ("year", "month") else None
    date_text = time.text if time.date or is_day else None
    return {"date": time.date, "date_text": date_text, "window": window, **bounds_of(time)}


def bounds_of(time: Time) -> dict[str, Any]:
    """A time's bounds, as a fact holds them."""
    return {
        "earliest": time.earliest,
        "latest": time.latest,
        "precision": time.precision,
        "date_inferred": time.inferred,
    }


def is_past(sentence: str, trigger: Trigger) -> bool:
    """Whether a clause tells what has already been."""
    start, end = clause_at(sentence, trigger.start)
    clause = sentence[start:end]
    return bool(PAST.search(trigger.text) or PAST.search(clause)) and not FUTURE.search(clause)


def _part(sentence: str, time: Time) -> str | None:
    """The part of a season that a date is for ("Volume 1")."""
    parts = [found.group() for found in PART.finditer(sentence[: time.start])]
    return parts[-1] if parts else None


def _season(sentence: str, trigger: Trigger, time: Time | None, setting: Setting) -> int | None:
    """The season a fact is of, where it is another one than the story's."""
    if setting.subject.kind == "film":
        earlier = _EARLIER_FILM.search(sentence)
        return 1 if earlier and earlier.start() < trigger.end and is_past(sentence, trigger) else None
    ours = setting.subject.season
    start, end = clause_at(sentence, trigger.start)
    upto = max(trigger.end, time.end if time else 0)
    named = _named_season(sentence, start, upto, end)
    if named is None and _THIS_SEASON.search(sentence[start:upto]):
        return None
    told = trigger.kind == "release" and time is not None and time.date is not None
    if named is None and told and is_past(sentence, trigger):
        named = 1 if (ours or 1) > 1 else None  # "the show premiered in 2016"
    return named if named != ours else None


def _named_season(sentence: str, start: int, upto: int, end: int) -> int | None:
    """The season named nearest to a fact: in its clause, earlier in the sentence, or right after."""
    seasons = season_numbers(sentence)
    inside = [number for number, at, _ in seasons if start <= at <= upto]
    if not inside and _THIS_SEASON.search(sentence[start:upto]):
        return None
    earlier = [number for number, at, _ in seasons if at < upto and ";" not in sentence[at:upto]]
    after = [number for number, at, _ in seasons if upto <= at < min(upto + 40, end)]
    return (inside or earlier or after or [None])[-1]
