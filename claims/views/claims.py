"""One claim: what we hold of it, since when, on what evidence, and what stands beside it."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims import heads, record, stories
from claims.addresses import find_claim
from claims.citing import reference
from claims.dossier import dossier
from claims.due import is_lapsed
from claims.models import Claim
from newsroom.lib.addresses import moved
from newsroom.lib.params import moment


@require_safe
def claim_detail(request, key):
    then = moment(request)
    found = find_claim(key, then)
    if found.key != key:
        return moved(found.get_absolute_url(), then)
    whole = record.read(Claim.objects.about(found.show), then.at)
    claim = next(claim for claim in whole.claims if claim.pk == found.pk)
    told = dossier(claim, whole, getattr(found, "outcome", None))
    return render(
        request,
        "claims/claim_detail.html",
        {
            "moment": then,
            "claim": claim,
            "dossier": told,
            **heads.of_claim(claim, whole, then),
            "reference": reference(claim, then, whole.today, is_gone=bool(told.superseded_by)),
            "is_lapsed": not (told.outcome or told.superseded_by) and is_lapsed(claim, whole.today),
            "stories": stories.cards(claim.editions, then.at),
        },
    )
