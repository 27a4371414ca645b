"""Claims for machines."""

from django.urls import reverse

from claims import api, listing
from claims.addresses import find_claim
from claims.api_shapes import CLAIM_WITH_HISTORY
from claims.endpoints import CLAIMS
from newsroom.lib.addresses import moved
from newsroom.lib.api import answer, list_of, part, read_only, size_asked
from newsroom.lib.params import moment


@read_only
def claim_api_list(request):
    then = moment(request)
    given = CLAIMS.read(request)
    firsts = listing.listed(given, then)
    if "after" in given:
        firsts = listing.following(firsts, given["after"])
    rows, after = part(firsts, size_asked(given), listing.cursor_of)
    known = api.known_of([row.claim for row in rows], then.at)
    by_pk = {claim.pk: claim for claim in known.claims}
    return list_of([api.whole(by_pk[row.claim_id], known, outcome_of(row.claim)) for row in rows], after)


@read_only
def claim_api_detail(request, key):
    then = moment(request)
    found = find_claim(key, then)
    if found.key != key:
        return moved(reverse("claim_api_detail", args=[found.key]), then)
    known = api.known_of([found], then.at)
    claim = next(claim for claim in known.claims if claim.pk == found.pk)
    told = api.whole(claim, known, outcome_of(found)) | {"history": api.history(claim, known)}
    return answer(CLAIM_WITH_HISTORY.tell(told))


def outcome_of(claim):
    return getattr(claim, "outcome", None)
