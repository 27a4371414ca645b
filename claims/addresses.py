"""Where a claim's page is: here, elsewhere since a merge, or gone with a note."""

from claims.models import Claim
from newsroom.lib.params import Moment
from newsroom.lib.refusals import Gone, NotHere


def find_claim(key: str, moment: Moment) -> Claim:
    """The claim at this address, or the one that it was merged into. Raises Gone or NotHere."""
    live = Claim.objects.live(moment.at).select_related("outcome")
    claim = live.filter(key=key).first()
    if claim:
        return claim
    been = Claim.objects.been_live(moment.at).filter(key=key).first()
    if been is None:
        raise _absence(key)
    survivor = live.filter(pk=_survivor(been).pk).first()
    if survivor is None:
        row = been.assessments.been_live(moment.at).last()
        raise Gone(row.redacted_because or "This claim is no longer held.")
    return survivor


def _absence(key: str) -> Exception:
    """A claim that was held and taken back says so; one that never was is like one that never existed."""
    claim = Claim.objects.filter(key=key, retracted_at__isnull=False).first()
    if claim and claim.assessments.uncancelled().exists():
        return Gone(claim.retraction_note, title="This claim was retracted")
    return NotHere()


def _survivor(claim: Claim) -> Claim:
    while claim.merged_into:
        claim = claim.merged_into
    return claim
