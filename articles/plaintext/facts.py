"""Facts of a story: each sentence's triggers and times become claims with a level."""

import re
from dataclasses import replace

from .binding import bind
from .body import Passage
from .dated import dated, refined
from .elsewhere import is_elsewhere
from .headings import label_of
from .labels import label_facts
from .merging import once
from .sentences import sentences_of
from .shoots import shoot_facts
from .statements import denials, episodes, plot
from .stating import Setting
from .story import Fact
from .subject import Subject
from .times import find_times
from .triggers import find_triggers
from .undated import undated

_UNDATED_AGAIN = re.compile(
    r"\b(?:removed|pulled|taken|dropped)\b[^.;]{0,30}\b(?:calendar|schedule|slate)\b|"
    r"\bno\slonger\shas\sa\s(?:release|premiere)\sdate\b",
    re.I,
)


def find_facts(
    passages: list[Passage], head: list[str], subject: Subject, published: str | None
) -> list[Fact]:
    """All facts of a story, each once, in the order of the text."""
    found = [fact for text in head for fact in _headline(text, Setting(subject, published))]
    for passage in passages:
        if passage.is_aside:
            continue
        previous = ""
        sentences = sentences_of(passage.text) if passage.kind == "paragraph" else passage.items
        for sentence in sentences:
            setting = Setting(subject, published, passage.heading, previous)
            found += (
                label_facts(sentence, subject, published)
                if label_of(sentence)
                else read_sentence(sentence, setting)
            )
            if _UNDATED_AGAIN.search(sentence):
                found = [_struck(fact) for fact in found]
            previous = sentence
    return once(found)


def _struck(fact: Fact) -> Fact:
    """A release that its studio took off the calendar no longer holds."""
    return replace(fact, superseded=fact.superseded or (fact.kind.startswith("release_") and not fact.season))


def _headline(text: str, setting: Setting) -> list[Fact]:
    """A headline states renewals and cancellations; its dates are the body's to give."""
    return [
        replace(fact, value="headline")
        for fact in read_sentence(text, setting)
        if fact.kind in ("renewal", "cancellation") and fact.confidence != "debunked"
    ]


def read_sentence(sentence: str, setting: Setting) -> list[Fact]:
    """The facts of one sentence."""
    triggers = find_triggers(sentence)
    times = find_times(sentence, setting.published)
    bound = bind(sentence, triggers, times)
    facts = [fact for time in times if time in bound for fact in dated(sentence, time, bound[time], setting)]
    if span := [*shoot_facts(sentence, setting)]:
        facts = [*span, *(fact for fact in facts if fact.kind not in ("production_start", "filming_wrap"))]
    facts = refined(facts)
    facts += undated(sentence, triggers, facts, times, bound, setting)
    facts += [*episodes(sentence, setting), *denials(sentence, setting)]
    facts += [] if facts else [*plot(sentence, setting)]
    return [fact for fact in facts if not is_elsewhere(sentence, fact, setting)]
