"""Who has a public page, and where: whatever a live story or a live claim speaks of, and nothing else."""

from django.db.models import Exists, OuterRef, Q

from claims.models import Claim
from newsroom.lib.refusals import NotHere
from shows.models import Person, Platform, Season, Show


def stories(at=None):
    """Live editions; the class is the stories' own, reached from below."""
    return Show._meta.get_field("editions").related_model.objects.live(at)


def stories_of(shows, at=None):
    """Live editions with one of these shows, or a season of theirs, as topic."""
    editions = stories(at)
    topics = editions.model.shows.through.objects.filter(edition=OuterRef("pk"), show__in=shows)
    seasons = editions.model.seasons.through.objects.filter(edition=OuterRef("pk"), season__show__in=shows)
    return editions.filter(Q(Exists(topics)) | Q(Exists(seasons)))


def shows(at=None):
    told = Claim.objects.live(at).filter(show=OuterRef("pk"))
    topic = stories(at).filter(shows=OuterRef("pk"))
    of_season = stories(at).filter(seasons__show=OuterRef("pk"))
    return Show.objects.current().filter(Q(Exists(told)) | Q(Exists(topic)) | Q(Exists(of_season)))


def seasons(at=None):
    told = Claim.objects.live(at).filter(season=OuterRef("pk"))
    topic = stories(at).filter(seasons=OuterRef("pk"))
    return Season.objects.with_show().filter(Q(Exists(told)) | Q(Exists(topic)), merged_into=None)


def people(at=None):
    cast = Claim.objects.live(at).filter(person=OuterRef("pk"))
    topic = stories(at).filter(people=OuterRef("pk"))
    return Person.objects.current().filter(Q(Exists(cast)) | Q(Exists(topic)))


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
