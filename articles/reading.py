"""What an article's page shows around its words: topics, notes, what is near."""

from django.db.models import Prefetch, prefetch_related_objects

from articles.models import Edition, EditionByline, Filing
from articles.models.filing import Kind
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
    shows = {show.pk for show in edition.shows.all()} | {season.show_id for season in edition.seasons.all()}
    near = {
        Kind.SEASON: [season.pk for season in edition.seasons.all()],
        Kind.SHOW: sorted(shows),
        Kind.PERSON: [person.pk for person in edition.people.all()],
    }
    found: list[int] = []
    for kind, subjects in near.items():
        filed = Filing.objects.live(at).filter(kind=kind, subject__in=subjects)
        others = filed.exclude(article__in=[edition.article_id, *found]).newest_first()
        found += others.values_list("article", flat=True).distinct()[: most - len(found)]
    live = {one.article_id: one for one in Edition.objects.live(at).filter(article__in=found)}
    return [live[article] for article in found]
