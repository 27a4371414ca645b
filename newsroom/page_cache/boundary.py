"""The next moment at which a page could change though nobody writes anything."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.utils import timezone

from articles.models import Disclaimer, Edition
from claims.models import Assessment

# How long after its first publication a story is new: for the news sitemap, and as the front page's lead.
NEW_FOR = (timedelta(hours=48), timedelta(days=3))


def next_boundary(at: datetime) -> datetime:
    """The earliest of: a row going live or ending, a disclaimer's rule, a story's ceasing to be new, and local
    midnight, at which review-by dates, windows and rights end."""
    return min(_turns(at))


def _turns(at: datetime) -> Iterator[datetime]:
    yield _midnight(at)
    for model in (Edition, Assessment, Disclaimer):
        if turn := model.objects.next_turn(at):
            yield turn
    for span in NEW_FOR:
        first = (
            Edition.objects.filter(published_at__gt=at - span).order_by("published_at").values("published_at")
        )
        if found := first.first():
            yield found["published_at"] + span


def _midnight(at: datetime) -> datetime:
    tomorrow = timezone.localdate(at) + timedelta(days=1)
    return datetime.combine(tomorrow, time(), tzinfo=timezone.get_current_timezone())
