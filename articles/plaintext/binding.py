"""Which time belongs to which trigger in a sentence."""

import re

from .dates import Time
from .triggers import Trigger

_REACH_AFTER, _REACH_BEFORE = 95, 60  # characters between a verb and its date in this genre
_ANNOUNCE_GAP = re.compile(
    r"^(?:\s[\w’'\"“”]+){0,3}?(?:,?\s(?:on|in|back\sin|earlier|late|last|this|way\sback\sin))?\s?\(?$", re.I
)
_OPENS_WITH = re.compile(
    r"^(?:On|In|Back\sin|Earlier|Last|Late|And\son|But\son|then,?\son)?\s?$|(?:^|"
    r"[,;:—–]\s?|later,\s|\s)(?:on|in)\s$",
    re.I,
)
_FREE = ("absorb", "announce", "trailer", "episode_count", "no_date", "not_filming", "not_renewed")


def bind(sentence: str, triggers: list[Trigger], times: list[Time]) -> dict[Time, Trigger]:
    """Each time with the trigger it dates: the nearest before it, else the nearest after it."""
    bound = {}
    for time in times:
        if (
            trigger := _announced(sentence, triggers, time)
            or _before(sentence, triggers, time)
            or _after(sentence, triggers, time)
        ):
            bound[time] = trigger
    return bound


def _announced(sentence: str, triggers: list[Trigger], time: Time) -> Trigger | None:
    """The announcement a time dates: "announced on January 1", "On December 4, Netflix announced"."""
    for trigger in triggers:
        if (
            trigger.kind == "announce"
            and trigger.end <= time.start
            and _ANNOUNCE_GAP.match(sentence[trigger.end : time.start])
        ):
            return trigger
    opening = sentence[: time.start]
    if _OPENS_WITH.search(opening[-24:]):
        following = [t for t in triggers if time.end <= t.start <= time.end + 60]
        preceding = [
            t
            for t in triggers
            if t.end <= time.start and time.start - t.end < 40 and ";" not in sentence[t.end : time.start]
        ]
        if (
            following
            and following[0].kind == "announce"
            and (not preceding or opening.rstrip().lower().endswith(("; on", "later, on")))
        ):
            return following[0]
    return None


def _before(sentence: str, triggers: list[Trigger], time: Time) -> Trigger | None:
    near = [
        t
        for t in triggers
        if t.end <= time.start
        and time.start - t.end <= _REACH_AFTER
        and t.kind not in ("announce", "episode_count", "no_date", "not_renewed", "out_now")
    ]
    near = [t for t in near if not re.search(r"[;]", sentence[t.end : time.start])]
    # Rival triggers between verb and date take it, bare nouns such as "trailer" don't.
    for trigger in reversed(near):
        if trigger.kind not in ("trailer",) and not (
            trigger.kind == "absorb" and time.start - trigger.end > 40
        ):
            return trigger
    return near[-1] if near else None


def _after(sentence: str, triggers: list[Trigger], time: Time) -> Trigger | None:
    near = [
        t
        for t in triggers
        if t.start >= time.start and t.start - time.end <= _REACH_BEFORE and t.kind != "no_date"
    ]
    near = [t for t in near if not re.search(r"[;]", sentence[time.end : max(time.end, t.start)])]
    return near[0] if near else None
