"""What stands between a story's words: pictures, trailers, and blocks that are filled from live claims when read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from articles.models import Edition
from claims import cast, record, status
from claims.models import Claim
from claims.record import Record
from images.models import Image
from newsroom.lib import html
from newsroom.lib.insets import LIVE, Inset
from newsroom.lib.params import Moment
from shows.models import Season, Show

MOST_ROWS = 8  # of a timeline; the subject's own page has the rest


@dataclass
class Insets:
    """What the insets of some stories refer to, as it stands at a moment."""

    at: object
    pictures: dict[str, Image] = field(default_factory=dict)
    subjects: dict[str, Show | Season] = field(default_factory=dict)
    known: Record | None = None

    def html(self, inset: Inset, caption: str) -> str:
        """As its page shows it. `caption` is clean HTML; nothing stands where there is nothing to show."""
        return self._shown("articles/_picture.html", "articles/_live.html", inset, caption)

    def plainly(self, inset: Inset, caption: str) -> str:
        """As a feed or the API holds it: plain HTML with absolute addresses."""
        return self._shown("articles/_plain_picture.html", "articles/_plain_live.html", inset, caption)

    def _shown(self, picture: str, live: str, inset: Inset, caption: str) -> str:
        told = self._live(inset) if inset.live else self._picture(inset)
        if not told:
            return ""
        shown = {"inset": inset, "moment": Moment(self.at), "site_url": settings.SITE_URL}
        shown["caption"] = mark_safe(caption)  # noqa: S308 - a part of a cleaned body
        return render_to_string(live if inset.live else picture, shown | told).strip()

    def _picture(self, inset: Inset) -> dict | None:
        image = self.pictures.get(inset.picture)
        image = image if image and image.may_be_shown else None
        site = urlsplit(inset.trailer).hostname or "" if inset.trailer else ""
        return {"image": image, "site": site.removeprefix("www.")} if image or site else None

    def _live(self, inset: Inset) -> dict | None:
        subject = self.subjects.get(inset.of)
        if subject is None or self.known is None:
            return None
        rows = ROWS[inset.live](self.known, subject)
        return rows and {"subject": subject, "label": LIVE[inset.live]} | rows


def load(editions: Iterable[Edition], at) -> Insets:
    """Give each edition, as `insets`, what its insets need: none to ten queries, however many there are."""
    editions = list(editions)
    every = [inset for edition in editions for inset in html.insets(edition.body)]
    found = Insets(at, pictures_of(every), subjects_of(every))
    shows = {
        subject.show_id if isinstance(subject, Season) else subject.pk for subject in found.subjects.values()
    }
    if shows:
        coming = [row for edition in editions for row in edition.coming]
        found.known = record.read(Claim.objects.filter(show__in=shows), at, coming)
    for edition in editions:
        edition.insets = found
    return found


def plain_body(edition: Edition, at) -> str:
    """The text for machines: marks as they are kept, insets as plain HTML with absolute addresses."""
    return html.with_marks(html.clean_body(edition.body), lambda key, words: "", load([edition], at).plainly)


def pictures_of(insets: Iterable[Inset]) -> dict[str, Image]:
    keys = {inset.picture for inset in insets if inset.picture}
    return {image.key: image for image in Image.objects.filter(key__in=keys)} if keys else {}


def subjects_of(insets: Iterable[Inset]) -> dict[str, Show | Season]:
    """By what the text says; a former address leads to today's show, a merged one to what it went into."""
    wanted = {inset.of: inset for inset in insets if inset.live}
    if not wanted:
        return {}
    shows = _shows({inset.show for inset in wanted.values()})
    numbers = {inset.season for inset in wanted.values() if inset.season}
    seasons = _seasons(shows.values(), numbers) if numbers else {}
    found = {
        of: seasons.get((shows[inset.show].pk, inset.season)) if inset.season else shows[inset.show]
        for of, inset in wanted.items()
        if inset.show in shows
    }
    return {of: subject for of, subject in found.items() if subject}


def _shows(slugs: set[str]) -> dict[str, Show]:
    rows = Show.objects.filter(Q(slug__in=slugs) | Q(former_slugs__slug__in=slugs)).distinct()
    rows = rows.select_related("merged_into").prefetch_related("former_slugs")
    names = [
        (name, row) for row in rows for name in (row.slug, *(one.slug for one in row.former_slugs.all()))
    ]
    return {name: row.merged_into or row for name, row in names if name in slugs}


def _seasons(shows: Iterable[Show], numbers: set[int]) -> dict[tuple[int, int], Season]:
    rows = Season.objects.filter(show__in=list(shows), number__in=numbers)
    rows = rows.select_related("show", "merged_into__show")
    return {(row.show_id, row.number): row.merged_into or row for row in rows}


def _about(known: Record, subject: Show | Season) -> Record:
    """Of a season what is said of it; of a film what is said of it; of a series all that is said of its seasons too."""
    if isinstance(subject, Season):
        return known.within(frozenset({subject.show_id})).about(subject)
    whole = known.within(frozenset({subject.pk}))
    return whole.about(None) if subject.is_film else whole


def _cast(known: Record, subject: Show | Season) -> dict | None:
    castings = cast.on_screen(cast.castings(_about(known, subject)))
    groups = cast.groups(list({casting.person: casting for casting in castings}.values()))
    return {"groups": groups} if groups else None


def _timeline(known: Record, subject: Show | Season) -> dict | None:
    about = _about(known, subject)
    rows = about.timeline
    return {"record": about, "claims": rows[:MOST_ROWS], "more": len(rows) > MOST_ROWS} if rows else None


def _facts(known: Record, subject: Show | Season) -> dict | None:
    about, is_season = _about(known, subject), isinstance(subject, Season)
    of_show = known.within(frozenset({subject.show_id})).about(None) if is_season else None
    facts = status.facts(about if is_season else about.about(None), of_show)
    told = [(label, [one for one in claims if one.spoiler != Claim.Spoiler.MAJOR]) for label, claims in facts]
    told = [(label, claims) for label, claims in told if claims]
    return {"facts": told} if told else None


ROWS = {"cast": _cast, "timeline": _timeline, "facts": _facts}
