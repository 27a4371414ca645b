"""Cards: the pictures by which a page is shown elsewhere. Each bears what it is about, a level and its day.

What a card says is data, made by the page and by the picture's own address alike; its address carries a hash of
it, so that whoever keeps the picture asks again once it says something else.
"""

import hashlib
import json
from dataclasses import asdict, dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode

from claims.answer import Answer
from claims.badges import Badge, badge_of
from claims.models import Claim
from newsroom.lib.api import absolute
from newsroom.lib.params import Moment
from newsroom.lib.text import line

DESIGN = 1  # told anew when the drawing changes: pictures kept elsewhere are then asked for again
SHAPES = {"": (1200, 630), "16x9": (1200, 675), "4x3": (1200, 900), "1x1": (1200, 1200)}


@dataclass(frozen=True)
class Card:
    """`level` and `sure`, “as of 23 February 2026”, are empty where nothing is held."""

    path: str
    headline: str
    kicker: str = ""
    standfirst: str = ""
    level: str = ""
    sure: str = ""
    asked: str = ""

    @property
    def version(self) -> str:
        """A hash of all that the picture shows."""
        said = [
            DESIGN,
            settings.SITE_NAME,
            {name: one for name, one in asdict(self).items() if name != "path"},
        ]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]

    @property
    def alt(self) -> str:
        """Its words, for those who don't see it."""
        sure = f"{self.level.capitalize()}, {self.sure}" if self.level else ""
        return ". ".join(
            part.rstrip(".") for part in (self.kicker, self.headline, self.standfirst, sure) if part
        )

    def url(self, shape: str = "") -> str:
        """Where the picture is, with scheme and host."""
        given = {"as_of": self.asked, "shape": shape, "v": self.version}
        return f"{absolute(self.path)}?{urlencode({name: value for name, value in given.items() if value})}"

    @property
    def sizes(self) -> tuple[int, int]:
        return SHAPES[""]


def card(path: str, headline: str, badge: Badge | None, then: Moment, **words: str) -> Card:
    told = {name: line(text) for name, text in words.items()}
    level = {"level": badge.level.value, "sure": _sure(badge)} if badge else {}
    return Card(path, line(headline), **told, **level, asked=then.asked)


def _sure(badge: Badge) -> str:
    """The day, and where its review is overdue, that."""
    return badge.words.removeprefix(f"{badge.level.label.lower()}, ")


def of_claim(claim: Claim, then: Moment, today) -> Card:
    """Of one that spoils the story, what it is about."""
    is_spoiler = claim.spoiler == Claim.Spoiler.MAJOR
    headline = f"A claim about {claim.subject} that spoils the story" if is_spoiler else claim.held.said
    path = reverse("claim_card", args=[claim.key])
    return card(path, headline, badge_of(claim, today), then, kicker=str(claim.subject))


def of_show(show, answer: Answer | None, then: Moment, today, season=None) -> Card:
    """The answer may be that of a season: a series is where its newest one is."""
    path = reverse("show_card", args=[show.slug])
    return _of_subject(path, show, show.get_kind_display(), answer, then, today, season)


def of_season(season, answer: Answer, then: Moment, today) -> Card:
    path = reverse("season_card", args=[season.show.slug, season.number])
    return _of_subject(path, season, "Is it happening? When?", answer, then, today)


def of_person(person, then: Moment) -> Card:
    path = reverse("person_card", args=[person.slug])
    standfirst = "What comes next, credits and stories, each with how sure it is."
    return card(path, person.name, None, then, kicker=person.native_name or "Person", standfirst=standfirst)


def of_site() -> Card:
    """For pages that have none of their own."""
    headline = "Entertainment news that says how sure it is"
    return Card(reverse("site_card"), headline, standfirst="One word for each claim, a date and a source.")


def _of_subject(
    path: str, subject, kicker: str, answer: Answer | None, then: Moment, today, season=None
) -> Card:
    weakest = answer.weakest if answer else None
    badge = badge_of(weakest, today) if weakest else None
    standfirst = answer.text if answer else ""
    standfirst = f"{season.label}: {standfirst}" if season else standfirst
    return card(path, str(subject), badge, then, kicker=kicker, standfirst=standfirst)
