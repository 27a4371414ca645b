"""Claims as a list: narrowed by what an address asks, the newest first."""

from django.db.models import Exists, OuterRef, Subquery

from claims import asked, presence
from claims.models import Assessment, Claim
from newsroom.lib.cursors import cursor, read_cursor
from newsroom.lib.params import Moment
from newsroom.lib.refusals import BadParameter, NotHere

PARAMETERS = ("show", "season", "person", "property", "level", "min")


def listed(given: dict[str, str], then: Moment):
    """What is held at a moment of what was asked for, each with `began`, its first hour; by that, then key.

    Raises BadParameter and NotHere.
    """
    first = Assessment.objects.been_live(then.at).filter(claim=OuterRef("pk")).order_by("live_from")
    claims = _levels(_subjects(Claim.objects.live(then.at), given, then), given, then)
    if said := asked.property_of(given):
        claims = claims.filter(property=said)
    return claims.annotate(began=Subquery(first.values("live_from")[:1])).order_by("-began", "key")


def following(claims, after: str):
    """Those that stand below a cursor."""
    began, key = read_cursor(after)
    return claims.filter(began__lte=began).exclude(began=began, key__lte=key)


def cursor_of(claim: Claim) -> str:
    return cursor(claim.began, claim.key)


def _subjects(claims, given, then: Moment):
    if "season" in given and "show" not in given:
        raise BadParameter("“season” needs a “show”: say whose season it is.")
    if "show" in given:
        show = _named(presence.shows(then.at), given["show"], "show")
        season = _season(show, asked.season(given), then) if "season" in given else None
        claims = claims.about(season or show)
    if "person" in given:
        claims = claims.filter(person=_named(presence.people(then.at), given["person"], "person"))
    return claims


def _levels(claims, given, then: Moment):
    if level := asked.level(given, "level"):
        claims = claims.held_at(level, then.at)
    if least := asked.level(given):
        held = Assessment.objects.live(then.at).at_least(least)
        claims = claims.filter(Exists(held.filter(claim=OuterRef("pk"))))
    return claims


def _named(rows, slug: str, what: str):
    try:
        return presence.find(rows, slug)
    except NotHere:
        raise NotHere(f"No {what} here goes by “{slug}”.") from None


def _season(show, number: int, then: Moment):
    try:
        return presence.find_season(show, number, then.at)
    except NotHere:
        raise NotHere(f"There is nothing here about season {number} of {show}.") from None
