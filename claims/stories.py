"""Stories as the pages made of claims list them; the class is the stories' own, reached from below."""

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.http import urlencode

from claims.models import Claim
from shows.models import Platform, Show


def with_cards(editions, at):
    """With what a list shows of a story: its picture, its lead claims and their levels."""
    leads = Prefetch("lead_claims", Claim.objects.with_held(at).order_by("key"))
    return editions.select_related("image").prefetch_related(leads)


def under(row, at):
    """The filings of the stories that stand under a show, a season, a person, a platform or an author."""
    found = filings(at).about(row)
    return found.released_on(row, at) if isinstance(row, Platform) else found


def filings(at):
    """Where stories stand in the lists at a moment; the class is the stories' own, reached from below."""
    return (
        Show._meta.get_field("articles")
        .related_model._meta.get_field("filings")
        .related_model.objects.live(at)
    )


def newest(row, at, most: int = 12) -> list:
    """The newest stories under something, as a list shows them: as many queries, however many there are."""
    return filed(under(row, at), at, most)


def filed(rows, at, most: int) -> list:
    """The newest of some filed stories, as a list shows them."""
    articles = list(rows.newest_first().values_list("article", flat=True)[:most])
    editions = Show._meta.get_field("editions").related_model.objects.filter(article__in=articles)
    found = {edition.article_id: edition for edition in with_cards(editions.live(at), at)}
    return [found[article] for article in articles]


def cards(editions, at, most: int = 12) -> list:
    """The newest of these that are live at a moment."""
    return list(with_cards(editions.live(at), at).newest_first()[:most])


def refile(row) -> None:
    """File anew the stories that stand under a show, a season, a person or a platform."""
    filings(None).model.objects.about(row).refile()


def elsewhere(subject, **chosen) -> dict:
    """Where the stories about something go on: the news list of exactly these filters, and its feed."""
    query = f"?{urlencode(chosen)}"
    return {
        "more_url": reverse("article_list") + query,
        "feed_url": reverse("feed_rss") + query,
        "feed_title": f"News about {subject}",
    }
