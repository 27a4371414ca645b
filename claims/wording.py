"""A claim in words, made from its fields."""

from datetime import date

from newsroom.lib.dates import day_said

WITH_DATE = {
    "renewal": "{subject} was renewed{when}.",
    "cancellation": "{subject} was cancelled{when}.",
    "writing": "Writing of {subject} began{when}.",
    "filming_start": "Filming of {subject} began{when}{place}.",
    "filming_wrap": "Filming of {subject} wrapped{when}{place}.",
    "post_production": "{subject} entered post-production{when}.",
    "trailer": "A trailer for {subject} comes out{when}.",
    "release": "{subject} comes out{when}.",
    "episodes": "{subject} has {value} episodes.",
    "final_season": "{subject} is the last.",
    "delay": "{subject} is delayed{when}.",
    "platform": "{subject} comes out on {platform}.",
}
WITHOUT_DATE = {
    "release": "No release date has been announced for {subject}.",
    "trailer": "A trailer for {subject} is out.",
    "delay": "{subject} is delayed.",
}
FILMING = ("filming_start", "filming_wrap")  # their value is the place
PREPOSITIONS = {"day": " on ", "window": " in ", "month": " in ", "quarter": " in ", "year": " in "}
CASTING = {
    "returning": "{person} returns as {role} in {subject}.",
    "new": "{person} joins {subject} as {role}.",
    "departing": "{person} does not return to {subject}.",
    "guest": "{person} is a guest in {subject} as {role}.",
    "unknown": "{person} is in {subject} as {role}.",
}
WITHOUT_ROLE = {
    "returning": "{person} returns to {subject}.",
    "new": "{person} joins {subject}.",
    "guest": "{person} is a guest in {subject}.",
    "unknown": "{person} is in {subject}.",
}


def when_said(claim) -> str:
    """Its date or window as readers are told it: a day in full, anything wider as the source said it."""
    if not claim.earliest:
        return ""
    if claim.precision == "day":
        return day_said(claim.earliest)
    if claim.as_said:
        return claim.as_said
    if claim.precision == "month":
        return f"{claim.earliest:%B} {claim.earliest.year}"
    if claim.precision == "quarter":
        return f"Q{(claim.earliest.month + 2) // 3} {claim.earliest.year}"
    if claim.precision == "year":
        return str(claim.earliest.year)
    return span_said(claim.earliest, claim.latest)


def span_said(first: date, last: date) -> str:
    """“1 September to 31 December 2026”."""
    begin = day_said(first)
    return f"{begin.removesuffix(f' {first.year}') if first.year == last.year else begin} to {day_said(last)}"


def window_said(claim) -> str:
    """The days that a source's own words leave open: 1 September to 31 December 2026; empty where they name them."""
    is_said = claim.as_said and claim.precision in ("window", "quarter")
    span = span_said(claim.earliest, claim.latest) if is_said else ""
    return "" if span == claim.as_said else span


def value_said(claim) -> str:
    """The bare value, for a table: late 2026; 8 episodes; Netflix; July 2025, Seoul; none announced."""
    if claim.property == "platform":
        return str(claim.platform or claim.value)
    if claim.property == "episodes":
        return f"{claim.value} episodes"
    if claim.property in FILMING:
        return ", ".join(filter(None, (when_said(claim), claim.value)))
    is_unannounced = claim.property == "release" and claim.precision == "none"
    return when_said(claim) or ("none announced" if is_unannounced else "")


TOPICS = {
    "filming_start": "start of filming",
    "filming_wrap": "end of filming",
    "final_season": "last season",
    "writing": "start of writing",
}


def topic_said(claim) -> str:
    """What a claim is about, in a few words: release window; end of filming; Lomon as Lee Su-hyeok; plot."""
    if claim.kind == "casting":
        return f"{claim.person} as {claim.character}" if claim.character else str(claim.person)
    label = TOPICS.get(claim.property, claim.get_property_display().lower())
    if claim.property == "release":
        label = "release date" if claim.precision in ("day", "none") else "release window"
    return f"{label} ({claim.part})" if claim.part else label


def statement_of(claim) -> str:
    """The proposition as a sentence."""
    subject = f"{claim.subject}, {claim.part}" if claim.part else str(claim.subject)
    if claim.kind == "casting":
        return _casting(claim, subject)
    when = PREPOSITIONS.get(claim.precision, "") + when_said(claim) if claim.earliest else ""
    templates = WITH_DATE if when else WITH_DATE | WITHOUT_DATE
    template = templates.get(claim.property, "{subject}.")
    place = f" in {claim.value}" if claim.value else ""
    return template.format(
        subject=subject, when=when, place=place, value=claim.value, platform=claim.platform or claim.value
    )


def _casting(claim, subject: str) -> str:
    role = claim.character or ("" if claim.job == "actor" else claim.job)
    template = CASTING[claim.change] if role else WITHOUT_ROLE.get(claim.change, CASTING[claim.change])
    return template.format(person=claim.person, role=role, subject=subject)
