"""Claims for machines."""

from django.urls import reverse

from claims import api, listing
from claims.addresses import find_claim
from newsroom.lib.addresses import moved
from newsroom.lib.api import answer, list_of, part, read_only, size_asked
from newsroom.lib.params import declared, moment


@read_only
def claim_api_list(request):
    then = moment(request)
    given = declared(request, *listing.PARAMETERS, "after", "limit")
    claims = listing.listed(given, then).select_related("outcome")
    if "after" in given:
        claims = listing.following(claims, given["after"])
    rows, after = part(claims, size_asked(given), listing.cursor_of)
    known = api.known_of(rows, then.at)
    by_pk = {claim.pk: claim for claim in known.claims}
    return list_of([api.whole(by_pk[row.pk], known, outcome_of(row)) for row in rows], after)


@read_only
def claim_api_detail(request, key):
    then = moment(request)
    found = find_claim(key, then)
    if found.key != key:
        return moved(reverse("claim_api_detail", args=[found.key]), then)
    known = api.known_of([found], then.at)
    claim = next(claim for claim in known.claims if claim.pk == found.pk)
    return answer(api.whole(claim, known, outcome_of(found)) | {"history": api.history(claim, known)})


def outcome_of(claim):
    return getattr(claim, "outcome", None)
