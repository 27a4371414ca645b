"""WebSub: the hub is told which feeds have changed, and fetches them for those who subscribe."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone
from django.utils.http import urlencode

from articles.models import Edition
from claims import platforms
from claims.confidence import Confidence
from claims.models import Assessment
from newsroom.lib.api import absolute
from newsroom.lib.changes import Change
from newsroom.outbox import posting
from newsroom.outbox.carrying import Carrier, Hopeless
from newsroom.outbox.models import Dispatch
from newsroom.outbox.posting import Unreachable

FEEDS = ("/news/feed.rss", "/news/feed.atom", "/news/feed.json")
MOST_STORIES = 30  # a feed holds no more: a claim that moves under older stories changes nothing in theirs
AT_ONCE = 200  # addresses in one request


class Hub(Carrier):
    name, gathers = "hub", True

    def targets(self, change, row) -> list[str]:
        return [settings.WEBSUB_HUB] if settings.WEBSUB_HUB and editions_of(change, row) else []

    def send(self, parcel: list[Dispatch]) -> str:
        found = [(one.change, one.change.row()) for one in parcel]
        topics = sorted({url for change, row in found if row for url in touched(change, row)})
        for start in range(0, len(topics), AT_ONCE):
            self._ping(parcel[0], topics[start : start + AT_ONCE])
        return f"{len(topics)} feeds"

    def _ping(self, dispatch: Dispatch, topics: list[str]) -> None:
        body = urlencode([("hub.mode", "publish"), *(("hub.url", url) for url in topics)]).encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Idempotency-Key": dispatch.key}
        try:
            status = posting.post(dispatch.target, body, headers, may_be_private=True)
        except posting.Forbidden as error:
            raise Hopeless(str(error)) from None
        if not 200 <= status < 300:
            raise Unreachable(f"the hub answered {status}")


def touched(change: Change, row: Edition | Assessment) -> list[str]:
    """The addresses of all feeds of one filter that the change may have moved."""
    filters = dict.fromkeys(one for edition in editions_of(change, row) for one in _filters(edition))
    queries = [f"?{urlencode(pairs)}" if pairs else "" for pairs in filters]
    return [absolute(feed + query) for feed in FEEDS for query in queries]


def editions_of(change: Change, row: Edition | Assessment) -> list[Edition]:
    """The stories in whose feeds something changed: the edition's own, or those that cite the claim."""
    if isinstance(row, Edition):
        # The one before it too: what is no topic any more has gone from that topic's feed.
        return list(row.siblings().begun(change.due_at).order_by("-live_from").with_topics()[:2])
    cites = Edition.objects.live(change.due_at).citing(row.claim)
    return list(cites.newest_first().with_topics()[:MOST_STORIES])


def _filters(edition: Edition) -> Iterable[tuple[tuple[str, str | int], ...]]:
    """Each filter of the news list that picks the story, by itself; its level may have been any."""
    yield ()
    seasons = list(edition.seasons.all())
    shows = {*edition.shows.all(), *(season.show for season in seasons)}
    yield from ((("show", show.slug),) for show in shows)
    yield from ((("show", season.show.slug), ("season", season.number)) for season in seasons)
    yield from ((("person", person.slug),) for person in edition.people.all())
    told = platforms.standing().filter(show__in=shows)
    yield from ((("platform", claim.platform.slug),) for claim in told)
    if edition.kicker_slug:
        yield (("kicker", edition.kicker_slug),)
    yield from ((("min", level.value),) for level in Confidence.ranked())
    first = timezone.localtime(edition.published_at)
    yield (("year", first.year),)
    yield (("year", first.year), ("month", first.month))
