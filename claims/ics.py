"""The release calendar as a file for calendar programs: iCalendar (RFC 5545, with the names of RFC 7986)."""

from collections.abc import Iterable
from datetime import date, timedelta
from urllib.parse import urlsplit

import icalendar
from django.conf import settings

from claims.badges import badge_of
from claims.calendar import Event
from claims.models import Claim
from newsroom.lib.api import absolute
from newsroom.lib.text import clean

MAKER = "-//Newsroom//Releases 1.0//EN"
CONTENT_TYPE = "text/calendar; charset=utf-8"
BREAKS = str.maketrans({"\u2028": " ", "\u2029": " "})  # some readers take them for ends of lines


def title_of(chosen: dict, least: str = "") -> str:
    """“Releases of All of Us Are Dead Season 2, official”."""
    about = chosen.get("season") or chosen.get("show")
    parts = ["Releases", f"of {about}" if about else ""]
    parts += [f"with {chosen['person']}" if "person" in chosen else ""]
    parts += [f"on {chosen['platform']}" if "platform" in chosen else ""]
    return " ".join(part for part in parts if part) + (f", {least}" if least else "")


def written(events: Iterable[Event], title: str, url: str, today: date) -> bytes:
    """The file: the same events are the same bytes, whenever it is asked for."""
    name = _text(f"{settings.SITE_NAME}: {title}")
    calendar = icalendar.Calendar()
    for key, value in {"prodid": MAKER, "version": "2.0", "name": name, "x-wr-calname": name}.items():
        calendar.add(key, value)
    calendar.add("source", url, parameters={"VALUE": "URI"})
    for event in events:
        calendar.add_component(_event(event, today))
    return calendar.to_ical()


def _event(event: Event, today: date) -> icalendar.Event:
    one = icalendar.Event()
    one.add("uid", f"{event.claim.key}@{urlsplit(settings.SITE_URL).hostname}")
    one.add("dtstamp", event.changes[-1].replace(microsecond=0))
    one.add("created", event.changes[0].replace(microsecond=0))
    one.add("last-modified", event.changes[-1].replace(microsecond=0))
    one.add("sequence", event.sequence)
    one.add("dtstart", event.earliest)
    one.add("dtend", event.latest + timedelta(days=1))
    one.add("status", event.status)
    one.add("summary", _text(_summary(event)))
    one.add("description", _text("\n".join(_lines(event, today))))
    one.add("url", absolute(event.claim.get_absolute_url()))
    one.add("transp", "TRANSPARENT")
    if event.badge:
        one.add("categories", [event.badge.level.value])
        one.add("x-newsroom-as-of", event.badge.as_of, parameters={"VALUE": "DATE"})
    return one


def _summary(event: Event) -> str:
    """The level stands beside the words; what fell says so, as not every program shows a status."""
    if event.is_cancelled:
        return f"No longer so: {event.title}"
    return f"{event.title} ({event.badge.level.label.lower()})"


def _lines(event: Event, today: date) -> list[str]:
    """What is said, how sure that is, and where that stands."""
    url = absolute(event.claim.get_absolute_url())
    if event.badge:
        words, source = event.badge.words, event.badge.source
        return [*_said(event.claim), f"{words[0].upper()}{words[1:]}, source: {source}.", url]
    lines = ["This no longer stands."]
    if event.instead and (badge := badge_of(event.instead, today)):
        lines += [f"In its place: {said} ({badge.words})" for said in _said(event.instead)]
    return [*lines, url]


def _said(claim: Claim) -> list[str]:
    """The claim in a sentence; nothing where that gives a major spoiler away."""
    is_told = claim.held and claim.spoiler != Claim.Spoiler.MAJOR
    return [claim.held.said] if is_told else []


def _text(words: str) -> str:
    return clean(words).translate(BREAKS)
