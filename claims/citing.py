"""How to cite a claim: one sentence that takes its level, its day and its address along."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from claims.badges import badge_of
from claims.models import Claim
from claims.wording import value_said
from newsroom.lib.dates import day_said
from newsroom.lib.params import Moment


@dataclass(frozen=True)
class Reference:
    """`words` say what is claimed and how surely, `address` where, `day` when it was seen or stood so."""

    words: str
    permalink: str
    address: str
    day: str

    @property
    def text(self) -> str:
        """“All of Us Are Dead, season 2: late 2026 (rumoured, as of 23 February 2026). Newsroom,
        https://news.example/claims/…/, seen 1 March 2026.”"""
        return f"{self.words}. {settings.SITE_NAME}, {self.address}, {self.day}."

    @property
    def html(self) -> SafeString:
        """The same with the address as a link."""
        return format_html(
            '{}. <a href="{}">{}</a>, {}.', self.words, self.address, settings.SITE_NAME, self.day
        )


def reference(claim: Claim, then: Moment, today: date, is_gone: bool = False) -> Reference:
    """How a held claim is cited from its page at a moment."""
    permalink = settings.SITE_URL + claim.get_absolute_url()
    sure = badge_of(claim, today).words + ("; superseded since" if is_gone else "")
    words = f"{_proposition(claim)} ({sure})"
    if not then.is_past:
        return Reference(words, permalink, permalink, f"seen {day_said(today)}")
    past = f"{permalink}?{urlencode({'as_of': then.asked})}"
    return Reference(words, permalink, past, f"as it stood on {day_said(today)}")


def _proposition(claim: Claim) -> str:
    """A release is told by title and date, as a table would; anything else in its sentence."""
    value = value_said(claim) if claim.property == Claim.Property.RELEASE and claim.says_when else ""
    if not value or claim.held.statement or claim.statement:
        return claim.held.said.rstrip(".")
    season = f", season {claim.season.number}" if claim.season else ""
    part = f", {claim.part}" if claim.part else ""
    return f"{claim.show}{season}{part}: {value}"
