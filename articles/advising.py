"""What would do a story good before it goes live: each a sentence that says what to do. It stops nothing."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from html import unescape
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.urls import Resolver404, resolve

from articles.checks import Fault
from articles.insets import pictures_of
from articles.models import Article, Author, Edition
from claims import presence
from claims.models import Claim
from images.models import Image
from newsroom.lib import html

LONGEST_HEADLINE = 70  # characters that a search engine shows before it cuts
DESCRIPTION = (50, 160)  # characters: fewer say too little, more are cut
SOON = timedelta(days=30)
_HEADING = re.compile(r"<h([23])>")
_HREF = re.compile(r'<a href="([^"]*)"')


def advice(article: Article, at) -> list[str]:
    """In the order of the form; queries only for the pictures and for links into this site."""
    return [
        *_headline(article),
        *_headings(article),
        *_links(article, at),
        *_description(article),
        *_pictures(article, at),
    ]


def _headline(article: Article) -> Iterator[str]:
    if len(article.headline) > LONGEST_HEADLINE:
        yield Fault(
            f"The headline has {len(article.headline)} characters: search engines cut it after about"
            f" {LONGEST_HEADLINE}. Put what matters first, or shorten it.",
            "headline",
        )


def _headings(article: Article) -> Iterator[str]:
    levels = _HEADING.findall(html.clean_body(article.body))
    if levels and levels[0] == "3":
        yield Fault(
            "A subheading (H3) comes before any heading (H2): who listens to the page misses the step between them."
            " Make the first one a heading.",
            "body",
        )


def _description(article: Article) -> Iterator[str]:
    least, most = DESCRIPTION
    length = len(article.description)
    if not length:
        yield Fault(
            "There is no description: search engines will show the standfirst. Write a sentence for them.",
            "description",
        )
    elif not least <= length <= most:
        does = "say little" if length < least else "are cut"
        yield Fault(
            f"The description has {length} characters, which {does}: between {least} and {most} serve best.",
            "description",
        )


def _pictures(article: Article, at) -> Iterator[str]:
    if article.image_id is None:
        yield Fault("There is no lead picture: lists and shared links will show none. Choose one.", "image")
    else:
        yield from _rights(article.image, at, "the lead picture", "image")
    for image in pictures_of(html.insets(article.body)).values():
        yield from _rights(image, at, f"the picture “{image}” in the text", "body")


def _rights(image: Image, at, named: str, field: str) -> Iterator[str]:
    until = image.rights_until
    if until and at.date() <= until < (at + SOON).date():
        yield Fault(
            f"The rights to {named} end on {until:%d %b %Y}: from then on it is not shown. Choose another, or renew"
            " them.",
            field,
        )


def _links(article: Article, at) -> Iterator[str]:
    for path in dead_links(html.clean_body(article.body), at):
        yield Fault(
            f"The text links to {path}, where readers find nothing: mend the link or take it out.", "body"
        )


def dead_links(body: str, at) -> list[str]:
    """The paths of this site that clean HTML links to and that have no live page; one query a kind of page."""
    paths = list(dict.fromkeys(filter(None, map(_own_path, _HREF.findall(body)))))
    places = {path: _place(path) for path in paths}
    wanted: dict[str, set[str]] = {}
    for name, key in filter(None, places.values()):
        wanted.setdefault(name, set()).add(key)
    alive = {
        name: LIVE_PAGES[name](keys, at) if name in LIVE_PAGES else keys for name, keys in wanted.items()
    }
    return [path for path, place in places.items() if place is None or place[1] not in alive[place[0]]]


def _own_path(href: str) -> str:
    """The path of a link into this site; empty for any other link."""
    address = urlsplit(unescape(href))
    if address.netloc and address.netloc != urlsplit(settings.SITE_URL).netloc:
        return ""
    return address.path


def _place(path: str) -> tuple[str, str] | None:
    """The kind of page, and which of them: a slug, a key, or a season's `slug/number`; None for no page at all."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    given = match.kwargs
    if match.url_name == "season_detail":
        return match.url_name, f"{given['slug']}/{given['number']}"
    return match.url_name or "", str(next(iter(given.values()), ""))


def _stories(slugs: Iterable[str], at) -> set[str]:
    """Addresses that a live story has, or had."""
    live = Edition.objects.live(at).values("article")
    return set(
        Edition.objects.been_live(at).filter(slug__in=slugs, article__in=live).values_list("slug", flat=True)
    )


def _named(rows: Callable) -> Callable:
    """Addresses of catalogue rows with a public page, today's and former ones."""

    def alive(slugs, at):
        found = rows(at).filter(Q(slug__in=slugs) | Q(former_slugs__slug__in=slugs))
        return {slug for pair in found.values_list("slug", "former_slugs__slug") for slug in pair}

    return alive


def _seasons(keys, at) -> set[str]:
    slugs = {key.partition("/")[0] for key in keys}
    found = presence.seasons(at).filter(Q(show__slug__in=slugs) | Q(show__former_slugs__slug__in=slugs))
    told = found.values_list("show__slug", "show__former_slugs__slug", "number")
    return {f"{slug}/{number}" for *pair, number in told for slug in pair}


LIVE_PAGES: dict[str, Callable] = {
    **dict.fromkeys(("article_detail", "article_history", "edition_detail"), _stories),
    **dict.fromkeys(("show_detail", "cast_detail"), _named(presence.shows)),
    "season_detail": _seasons,
    "person_detail": _named(presence.people),
    "platform_detail": _named(presence.platforms),
    "claim_detail": lambda keys, at: set(
        Claim.objects.been_live(at).filter(key__in=keys, retracted_at=None).values_list("key", flat=True)
    ),
    "author_detail": lambda slugs, at: set(
        Author.objects.filter(
            slug__in=slugs, editionbylines__edition__in=Edition.objects.live(at)
        ).values_list("slug", flat=True)
    ),
}
