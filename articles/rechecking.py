"""What is scheduled is checked again whenever something it rests on may have changed, and held where it fails."""

from django.db.models import Exists, OuterRef

from articles import workflow
from articles.checks import of_scheduled
from articles.models import Article, Edition
from newsroom.lib import clock
from newsroom.lib.refusals import Refused


def recheck(*, by=None) -> list[tuple[Edition, list[str]]]:
    """Hold every scheduled edition that may not go live as things stand now; each with the reasons. `by` is whose
    change brought it about, else who had scheduled it."""
    held = []
    for edition in _scheduled():
        faults = of_scheduled(edition)
        if faults and (row := _held(edition, by or edition.by)):
            held.append((row, faults))
    return held


def _scheduled():
    return Edition.objects.pending().select_related("article", "image", "by").order_by("live_from")


def _held(edition: Edition, by) -> Edition | None:
    try:
        return workflow.hold(edition, by=by)
    except Refused:
        return None  # its hour has come in the meantime


def on_hold(articles=None) -> list[tuple[Edition, list[str]]]:
    """Editions on hold whose place no other has taken, each with what stands in its way now, if anything does."""
    later = Edition.objects.uncancelled().filter(article=OuterRef("article"), number__gte=OuterRef("number"))
    among = Article.objects.standing() if articles is None else articles
    theirs = Exists(among.filter(pk=OuterRef("article")))
    rows = Edition.objects.filter(theirs, is_held=True).exclude(Exists(later))
    rows = rows.select_related("article", "image").order_by("-made_at", "-pk")
    newest = {row.article_id: row for row in reversed(rows[:50])}
    return [(row, of_scheduled(row, max(row.live_from, clock.now()))) for row in newest.values()]
