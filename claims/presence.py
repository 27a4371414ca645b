"""Who has a public page, and where: whatever a live story or a live claim speaks of, and nothing else."""

from django.db.models import Exists, OuterRef

from claims.models import Claim
from newsroom.lib.refusals import NotHere
from shows.models import Person, Platform, Season, Show


def shows(at=None):
    told = Claim.objects.live(at).filter(show=OuterRef("pk"))
    return Show.objects.current().filter(Exists(told) | _has_stories("show", at))


def seasons(at=None):
    told = Claim.objects.live(at).filter(season=OuterRef("pk"))
    return Season.objects.with_show().filter(Exists(told) | _has_stories("season", at), merged_into=None)


def people(at=None):
    cast = Claim.objects.live(at).filter(person=OuterRef("pk"))
    return Person.objects.current().filter(Exists(cast) | _has_stories("person", at))


def _has_stories(kind: str, at) -> Exists:
    """Somewhere a live story is filed under the row; the class is the stories' own, reached from below."""
    filings = Show._meta.get_field("articles").related_model._meta.get_field("filings").related_model
    return Exists(filings.objects.live(at).named(kind, OuterRef("pk")))


def platforms(at=None):
    return Platform.objects.current().filter(Exists(Claim.objects.live(at).filter(platform=OuterRef("pk"))))


def find(rows, slug: str):
    """The row at this address; one that was renamed or merged leads to today's. Raises NotHere."""
    row = rows.filter(slug=slug).first() or rows.filter(former_slugs__slug=slug).first()
    row = row or rows.filter(pk=_survivor(rows.model.objects.filter(slug=slug).first())).first()
    if row is None:
        raise NotHere
    return row


def find_season(show: Show, number: int, at=None) -> Season:
    row = seasons(at).filter(show=show, number=number).first()
    merged = None if row else Season.objects.filter(show=show, number=number).first()
    row = row or seasons(at).filter(pk=_survivor(merged)).first()
    if row is None:
        raise NotHere
    return row


def _survivor(row) -> int | None:
    """What a duplicate was merged into, and that in turn."""
    while row and row.merged_into_id:
        row = row.merged_into
    return row.pk if row else None
