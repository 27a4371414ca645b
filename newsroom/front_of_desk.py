"""The front of the desk: what waits for whom, what is to come, what needs attention, how the desk stands."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from articles import rechecking, ripple
from articles.admin.rights import PUBLISH, is_editor
from articles.models import Article, Edition
from claims.admin import attention
from claims.confidence import Confidence
from claims.models import Assessment, Claim, Source
from newsroom.lib.timeline import said
from newsroom.outbox.models import Dispatch
from newsroom.views.front import what_moved

AHEAD = timedelta(days=28)
WEEKS = 12
MOST = 8  # of a queue; the list behind it has the rest
COUNTED = 5  # of what needs attention; "5+" says that there are more
WEIGHED = 1000  # claims whose levels are counted, the newest
STIRRED = 60  # assessments, the newest, under which stories may have moved
READY = 1000  # approved stories, those changed last, among which the ones not yet out are looked for
State = Article.State


@dataclass(frozen=True)
class Entry:
    """Something on the calendar: at an hour, or on a day."""

    on: date
    what: str
    name: str = ""
    url: str = ""
    hour: str = ""


@dataclass(frozen=True)
class Bar:
    label: str
    count: int
    share: float  # of the longest, from 0 to 100
    level: str = ""


def front(user, at: datetime) -> dict:
    """What the front shows to a person at a moment."""
    stories = Article.objects.standing()
    if not is_editor(user):
        stories = stories.written_by(user)
    return {
        "drafts": _newest(Article.objects.standing().written_by(user).filter(state=State.DRAFT)),
        "in_review": _newest(stories.filter(state=State.IN_REVIEW)),
        "ready": _newest(_approved(stories).exclude(Exists(_out(at)))),
        "on_hold": rechecking.on_hold(stories),
        "days": calendar(stories, at),
        "attention": needs(user, at),
        "changes": what_moved(at)["changes"],
        "levels": levels(at),
        "weeks": weeks(at),
    }


def _newest(stories) -> list[Article]:
    return list(stories.order_by("-changed_at")[:MOST])


def _approved(stories):
    """Nearly every story there is was approved once: those changed last."""
    last = Article.objects.filter(state=State.APPROVED).order_by("-changed_at", "slug")
    edge = next(iter(last.values_list("changed_at", flat=True)[READY : READY + 1]), None)
    approved = stories.filter(state=State.APPROVED)
    return approved.filter(changed_at__gt=edge) if edge else approved


def _out(at):
    """Editions that are live or to come."""
    own = Edition.objects.filter(article=OuterRef("pk"))
    return own.uncancelled().filter(taken_back_at=None)


def needs(user, at: datetime) -> list[tuple[str, str, str]]:
    """What needs attention: how many, of what, and where; only what there is."""
    page = reverse("admin:claims_claim_attention")
    told = [(count, heading, f"{page}#{name}") for name, heading, count in attention.counts(at, COUNTED)]
    if user.has_perm(PUBLISH) and (moved := ripple.lately(at, stories=COUNTED, events=STIRRED)).tasks:
        url = reverse("admin:articles_article_ripple_tasks")
        told.insert(0, (f"{len(moved.tasks)}{'+' * moved.has_more}", "Moved under live stories", url))
    if user.has_perm("outbox.view_dispatch") and (lost := len(Dispatch.objects.given_up()[: COUNTED + 1])):
        url = reverse("admin:outbox_dispatch_changelist") + "?state__exact=given_up"
        told.append(
            (f"{min(lost, COUNTED)}{'+' * (lost > COUNTED)}", "Mail and pings that were given up", url)
        )
    return told


def calendar(stories, at: datetime) -> list[tuple[date, list[Entry]]]:
    """The next four weeks, day by day; days on which nothing is due are left out."""
    entries = [*_publishing(stories, at), *_embargoes(stories, at), *_reviews(at), *_edges(at)]
    entries.sort(key=lambda entry: (entry.on, entry.hour or "99", entry.what, entry.name))
    return [(on, list(found)) for on, found in groupby(entries, key=lambda entry: entry.on)]


def _publishing(stories, at):
    theirs = Exists(stories.filter(pk=OuterRef("article")))
    for edition in Edition.objects.due_by(at + AHEAD, at).filter(theirs).select_related("article"):
        what = "goes live" if edition.number == 1 else f"edition {edition.number} goes live"
        yield _at(edition.live_from, what, edition.headline, _story_url(edition.article_id))
    pending = Edition.objects.pending(at).filter(article=OuterRef("article"))
    for edition in Edition.objects.ending_by(at + AHEAD, at).filter(theirs).exclude(Exists(pending)):
        yield _at(edition.live_until, "expires", edition.headline, _story_url(edition.article_id))


def _embargoes(stories, at):
    for article in stories.filter(embargo_until__gt=at, embargo_until__lt=at + AHEAD):
        yield _at(article.embargo_until, "embargo ends", str(article), _story_url(article.pk))
    for source in Source.objects.filter(embargo_until__gt=at, embargo_until__lt=at + AHEAD):
        url = reverse("admin:claims_source_change", args=[source.pk])
        yield _at(source.embargo_until, "embargo ends", str(source), url)


def _reviews(at):
    today = timezone.localdate(at)
    due = Assessment.objects.live(at).filter(review_by__gte=today, review_by__lt=today + AHEAD)
    for row in due.values("review_by").annotate(many=Count("pk")).order_by("review_by"):
        claims = "1 claim is" if row["many"] == 1 else f"{row['many']} claims are"
        yield Entry(row["review_by"], f"{claims} to be looked at again")


def _edges(at):
    """Days and windows that end: what was foretold has come by then, or has not."""
    today = timezone.localdate(at)
    held = Assessment.objects.live(at).filter(claim=OuterRef("pk")).exclude(level=Confidence.DEBUNKED)
    ending = Claim.objects.filter(Exists(held), latest__gte=today, latest__lt=today + AHEAD, merged_into=None)
    for claim in ending.filter(outcome=None).with_subject().order_by("latest", "key")[:60]:
        what = "its day" if claim.precision == Claim.Precision.DAY else "its window ends"
        yield Entry(
            claim.latest, what, claim.said, reverse(f"admin:claims_{claim.kind}_change", args=[claim.pk])
        )


def _at(moment: datetime, what: str, name: str, url: str) -> Entry:
    return Entry(timezone.localdate(moment), what, name, url, hour=said(moment).split(", ")[1])


def _story_url(pk: int) -> str:
    return reverse("admin:articles_article_change", args=[pk])


def levels(at: datetime) -> list[Bar]:
    """How many claims readers see at each level, of those that moved last."""
    newest = Assessment.objects.live(at).order_by("-live_from").values_list("level", flat=True)
    counts = Counter(newest[:WEIGHED])
    return _bars([(level.label, counts.get(level.value, 0), level.value) for level in Confidence.ranked()])


def weeks(at: datetime) -> list[Bar]:
    """How many stories were first published in each of the last twelve weeks, the oldest first."""
    today = timezone.localdate(at)
    monday = today - timedelta(days=today.weekday())
    mondays = [monday - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    since = timezone.make_aware(datetime.combine(mondays[0], datetime.min.time()))
    first = Edition.objects.begun(at).filter(number=1, published_at__gte=since, taken_back_at=None)
    first = first.filter(
        published_at__lte=at
    ).order_by()  # with both ends, an index is read no further than that
    days = [timezone.localdate(moment) for moment in first.values_list("published_at", flat=True)]
    counts = Counter(day - timedelta(days=day.weekday()) for day in days)
    return _bars([(f"{one.day} {one:%b}", counts[one], "") for one in mondays])


def _bars(rows: list[tuple[str, int, str]]) -> list[Bar]:
    longest = max((count for _, count, _ in rows), default=0) or 1
    return [Bar(label, count, round(100 * count / longest, 1), level) for label, count, level in rows]
