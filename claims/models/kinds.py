"""The three kinds of claim, each as a model of its own over the one table."""

from django.db import models

from claims.models.claim import Claim, ClaimQuerySet


class OfKind(models.Manager.from_queryset(ClaimQuerySet)):
    def get_queryset(self):
        return super().get_queryset().filter(kind=self.model.KIND)


class Milestone(Claim):
    """A step on a title's way: renewed, filming, released…, with its date or window."""

    KIND = Claim.Kind.MILESTONE
    objects = OfKind()

    class Meta:
        proxy = True


class Casting(Claim):
    """Who plays or makes what."""

    KIND = Claim.Kind.CASTING
    objects = OfKind()

    class Meta:
        proxy = True


class Detail(Claim):
    """A sentence about plot, setting, origin or running time."""

    KIND = Claim.Kind.DETAIL
    objects = OfKind()

    class Meta:
        proxy = True
