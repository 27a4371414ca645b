"""What an article's page shows around its words: topics, notes, what is near."""

from django.db.models import (
    Case,
    Exists,
    IntegerField,
    OuterRef,
    Prefetch,
    Value,
    When,
    prefetch_related_objects,
)

from articles.models import Edition, EditionByline
from shows.models import Season


def load_topics(edition: Edition) -> Edition:
    """Load its bylines, shows, seasons and people."""
    bylines = Prefetch("bylines", EditionByline.objects.select_related("author"))
    prefetch_related_objects(
        [edition], bylines, "shows", Prefetch("seasons", Season.objects.with_show()), "people"
    )
    return edition


def notes(edition: Edition, at) -> list[Edition]:
    """The editions by then that carry a public note, newest first."""
    return list(edition.article.editions.been_live(at).exclude(note="").order_by("-live_from"))


def related(edition: Edition, at, most: int = 4) -> list[Edition]:
    """Live stories near this one: about the same season, then show, then person; newest first."""
    seasons = [season.pk for season in edition.seasons.all()]
    shows = {show.pk for show in edition.shows.all()} | {season.show_id for season in edition.seasons.all()}
    people = [person.pk for person in edition.people.all()]
    topic = OuterRef("pk")
    of_season = Exists(Edition.seasons.through.objects.filter(edition=topic, season__in=seasons))
    of_show = Exists(Edition.shows.through.objects.filter(edition=topic, show__in=shows))
    of_person = Exists(Edition.people.through.objects.filter(edition=topic, person__in=people))
    nearness = Case(
        When(of_season, then=Value(3)),
        When(of_show, then=Value(2)),
        When(of_person, then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )
    others = Edition.objects.live(at).exclude(article=edition.article_id).annotate(nearness=nearness)
    return list(others.filter(nearness__gt=0).order_by("-nearness", "-published_at", "slug")[:most])
