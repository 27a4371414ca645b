"""Publishing as a rehearsal: everything is tried, nothing is kept, and what would refuse it is told, with the field
of the form where it is mended, as far as there is one."""

from django.db import transaction

from articles import workflow
from articles.models import Article
from newsroom.lib import clock
from newsroom.lib.refusals import Refused


def faults(article: Article, *, by) -> list[str]:
    """Every reason why this article can't go live now, or once its embargo is over; empty where it can."""
    at = max(clock.now(), article.embargo_until or clock.now())
    try:
        with transaction.atomic():
            workflow.publish(article, by=by, at=at)
            transaction.set_rollback(True)
    except Refused as refused:
        return [error.message for error in refused.error_list]
    return []
