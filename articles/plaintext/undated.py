"""Facts that hold without a date of their own: renewals, cancellations, trailers, "no date announced"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from .dates import Time, in_past
from .idling import is_idle
from .stating import Setting, bounds_of, state
from .story import Fact
from .triggers import Trigger
from .wording import level_of

UNDATED = frozenset({"filming_wrap", "production_start", "renewal", "cancellation", "trailer"})
_ANNOUNCED = frozenset({"renewal", "cancellation", "trailer"})


def undated(
    sentence: str,
    triggers: list[Trigger],
    dated: list[Fact],
    times: list[Time],
    bound: dict[Time, Trigger],
    setting: Setting,
) -> Iterator[Fact]:
    """Facts that hold without a date, or take that of their announcement; each kind once a sentence."""
    have = {fact.kind for fact in dated}
    for trigger in triggers:
        if trigger.kind in have:
            continue
        if trigger.kind == "no_date":
            yield _no_date(sentence, trigger)
        elif trigger.kind == "out_now":
            yield replace(state("other", sentence, trigger, setting), value="out now", property="release")
        elif trigger.kind in UNDATED and not is_idle(sentence, trigger):
            fact = state(trigger.kind, sentence, trigger, setting)
            when = _announced_at(trigger, times, bound, sentence) if trigger.kind in _ANNOUNCED else None
            yield replace(fact, **_when(when, setting)) if when else fact
        else:
            continue
        have.add(trigger.kind)


def _no_date(sentence: str, trigger: Trigger) -> Fact:
    """That nothing has been announced: established, unless the words themselves are hearsay."""
    worded = level_of(sentence, trigger.start)
    level = worded if worded in ("speculation", "rumoured") else "confirmed"
    value = "no release date announced"
    return Fact("other", value, level, sentence, phrase=trigger.text, property="release")


def _announced_at(
    trigger: Trigger, times: list[Time], bound: dict[Time, Trigger], sentence: str
) -> Time | None:
    """The time an announcement is dated with, in the same half of the sentence."""

    def is_near(time: Time) -> bool:
        return ";" not in sentence[min(time.end, trigger.end) : max(time.start, trigger.start)]

    near = [time for time in times if is_near(time)]
    exact = [
        time
        for time in near
        if time in bound
        and (bound[time] == trigger or bound[time].kind == "announce" or bound[time].text == "said")
    ]
    loose = [time for time in near if time.inferred and (time not in bound or bound[time].kind == "trailer")]
    return min(exact or loose, key=lambda time: abs(time.start - trigger.start), default=None)


def _when(time: Time, setting: Setting) -> dict[str, Any]:
    """The date or window of an announcement, which is always past."""
    time = in_past(time, setting.published)
    words = {"date": time.date, "date_text": time.text} if time.date else {"window": time.text}
    return words | bounds_of(time)
