"""Who releases what, as a QuerySet: platform claims that stand at a moment."""

from django.db.models import Exists, OuterRef

from claims.confidence import Confidence
from claims.models import Assessment, Claim


def standing(at=None):
    """Platform claims that are held, not debunked, and not superseded by one that is held."""
    held = Assessment.objects.live(at).at_least(Confidence.SPECULATION)
    successor = Claim.objects.filter(Exists(held.filter(claim=OuterRef("pk"))), supersedes=OuterRef("pk"))
    return Claim.objects.filter(
        Exists(held.filter(claim=OuterRef("pk"))), ~Exists(successor), platform__isnull=False
    ).with_subject()
