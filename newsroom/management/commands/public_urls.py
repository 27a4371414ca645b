"""Every public URL pattern with one live example."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.urls import URLResolver, get_resolver, reverse
from django.utils.http import urlencode

from articles.models import Author, Edition
from claims import presence
from claims.models import Claim
from images.models import Image
from newsroom.lib import clock
from newsroom.lib.api import absolute

PRIVATE = ("admin/", "preview/", "follow/confirm/", "follow/leave/")


def _author():
    return Author.objects.filter(editionbylines__edition__in=Edition.objects.live()).first()


def _media():
    image = Image.objects.with_rights().filter(editions__in=Edition.objects.live()).first()
    return image and image.renditions["webp"][0].url


# The arguments of each pattern that takes some, from the first row that is live; None where there is none.
EXAMPLES = {
    "article_detail": lambda: _address(Edition.objects.live().first()),
    "edition_detail": lambda: (edition := Edition.objects.live().first()) and edition.get_edition_url(),
    "article_history": lambda: (
        (edition := Edition.objects.live().first()) and reverse("article_history", args=[edition.slug])
    ),
    "author_detail": lambda: _address(_author()),
    "show_detail": lambda: _address(presence.shows().first()),
    "cast_detail": lambda: (show := presence.shows().first()) and reverse("cast_detail", args=[show.slug]),
    "season_detail": lambda: _address(presence.seasons().first()),
    "person_detail": lambda: _address(presence.people().first()),
    "platform_detail": lambda: _address(presence.platforms().first()),
    "claim_detail": lambda: _address(Claim.objects.live().first()),
    "policy_detail": lambda: reverse("policy_detail", args=["ethics"]),
    "claim_embed": lambda: _beneath(Claim.objects.live().first(), "embed/"),
    "oembed": lambda: (
        (claim := Claim.objects.live().first())
        and f"{reverse('oembed')}?{urlencode({'url': absolute(claim.get_absolute_url())})}"
    ),
    "article_card": lambda: _beneath(Edition.objects.live().first(), "card.png"),
    "show_card": lambda: _beneath(presence.shows().first(), "card.png"),
    "season_card": lambda: _beneath(presence.seasons().first(), "card.png"),
    "person_card": lambda: _beneath(presence.people().first(), "card.png"),
    "claim_card": lambda: _beneath(Claim.objects.live().first(), "card.png"),
    "article_api_detail": lambda: (
        (edition := Edition.objects.live().first()) and reverse("article_api_detail", args=[edition.slug])
    ),
    "claim_api_detail": lambda: (
        (claim := Claim.objects.live().first()) and reverse("claim_api_detail", args=[claim.key])
    ),
    "show_api_detail": lambda: _in_api(presence.shows().first()),
    "season_api_detail": lambda: (
        (season := presence.seasons().first())
        and reverse("season_api_detail", args=[season.show.slug, season.number])
    ),
    "person_api_detail": lambda: _in_api(presence.people().first()),
    "platform_api_detail": lambda: _in_api(presence.platforms().first()),
    "media_file": _media,
}


def _address(row):
    return row and row.get_absolute_url()


def _in_api(row):
    return row and f"/api/v1{row.get_absolute_url()}"


def _beneath(row, name: str):
    return row and row.get_absolute_url() + name


def patterns(resolver=None, prefix=""):
    """(name, pattern) of every URL pattern that is neither the desk's, a preview's nor behind a mailed link."""
    for one in (resolver or get_resolver()).url_patterns:
        route = prefix + str(one.pattern).removeprefix("^").removesuffix(r"\Z")
        if route.startswith(PRIVATE):
            continue
        if isinstance(one, URLResolver):
            yield from patterns(one, route)
        else:
            yield one.name, f"/{route}", bool(one.pattern.converters or one.pattern.regex.groups)


def listed() -> list[dict]:
    with clock.pinned():
        return [
            {"name": name, "pattern": pattern, "example": _example(name, takes_arguments)}
            for name, pattern, takes_arguments in patterns()
        ]


def _example(name: str, takes_arguments: bool) -> str | None:
    if name in EXAMPLES:
        return EXAMPLES[name]()
    return None if takes_arguments else reverse(name)


class Command(BaseCommand):
    help = "Lists every public URL pattern with one live example address."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="as a JSON list of name, pattern and example")
        parser.add_argument("--strict", action="store_true", help="fail where a pattern has no example")

    def handle(self, **options):
        rows = listed()
        if options["json"]:
            self.stdout.write(json.dumps(rows, indent=1, ensure_ascii=False))
        else:
            for row in rows:
                self.stdout.write(f"{row['name']:20} {row['pattern']:45} {row['example'] or '–'}")
        if options["strict"] and (missing := [row["name"] for row in rows if not row["example"]]):
            raise CommandError(f"No live example of: {', '.join(missing)}.")
