"""Returning, new, departing: what headings, introductions and sentences say about a person's place."""

import re

_RETURNING = re.compile(
    r"\b(?:return(?:s|ing|ed)?|(?:hosts?|presents?|narrates?|judges?|plays?)\sagain|once\s(?:again|more)|reprise?s?|reprising|(?:is|are|comes?|coming|will\sbe|"
    r"also)\s(?:also\s|both\s|all\s)?back|back\s(?:as|for|on|in)|came\sback|original\s"
    r"cast|familiar\sfaces?|old\sfaces|"
    r"survivors\sfrom|veterans?|coming\sback|will\s(?:stay|remain)|main\scast\sis\sback|stays?\son|(?:who|who’s|"
    r"who's)\s(?:is|are)\s(?:coming\s)?back|comeback|carry(?:ing)?\sover|retain\w*|pick\s"
    r"up\swhere)\b",
    re.I,
)
_NEW = re.compile(
    r"\b(?:new(?:ly|comers?|bies)?|joins?|joined|joining|additions?|sign(?:s|ed)?\son|"
    r"introduc(?:e|es|ed|ing)|fresh|debut(?:s|ing)?|on\sboard|boards?|boarded|"
    r"first[- ]time|"
    r"(?:has|have)\s(?:also\s)?added|(?:been|was|were)\s(?:cast|added|recruited|tapped)|"
    r"cast\sas|tapped|entering|arrivals?|recruits?|meet\sthe|unknown\sfaces|bombshells?|"
    r"come\saboard|comes\saboard)\b",
    re.I,
)
_DEPARTING = re.compile(
    r"\b(?:(?:not|won[’']t|isn[’']t|aren[’']t|never|no\slonger|wouldn[’']t)\s(?:be\s"
    r")?(?:return|returning|back|coming\sback|reprise|reprising|appear|appearing)\w*|"
    r"leav(?:es|ing)|exit(?:s|ed|ing)?|dropped\sout|pulled\sout|"
    r"depart(?:s|ed|ing|ures?)?|bow(?:s|ed|ing)\sout|written\sout|say(?:s|ing)\s"
    r"(?:goodbye|farewell)|has\sleft|left\s(?:the|over|after)\b|killed\soff|absent|missing\sfrom|not\sreturning|"
    r"step(?:s|ped|ping)?\s(?:down|away)|quit(?:s|ting)?|(?:is|are)\sout\b|farewell)\b",
    re.I,
)
_NOT_NEW = re.compile(
    r"\bnew\s(?:season|episodes?|series|run|chapter|film|instal+ment|outing|york|year|"
    r"zealand|orleans|jersey|story|trailer|look|poster|stills?|release|date)",
    re.I,
)


def status_in(text: str) -> str | None:
    """The place in the cast that a stretch of text speaks of, or None."""
    if _DEPARTING.search(text):
        return "departing"
    fresh = _NEW.search(_NOT_NEW.sub("", text))
    back = _RETURNING.search(text)
    if fresh and back:
        return "new" if fresh.start() < back.start() else "returning"
    return "new" if fresh else "returning" if back else None


def status_near(sentence: str, place: int) -> str | None:
    """The status by the last cue before a place in a sentence, else by the first after it."""
    if _DEPARTING.search(sentence):
        return "departing"
    text = _NOT_NEW.sub(lambda found: "_" * len(found.group()), sentence)
    cues = [(cue.start(), "new") for cue in _NEW.finditer(text)] + [
        (cue.start(), "returning") for cue in _RETURNING.finditer(text)
    ]
    before = max((cue for cue in cues if cue[0] < place), default=None)
    return (before or min(cues, default=(0, None)))[1]


def status_of(near: str, intro: str, heading: str) -> str | None:
    """The nearest of sentence, introduction and heading that says it."""
    return status_in(near) or status_in(intro) or status_in(heading)
