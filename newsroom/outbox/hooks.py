"""Webhooks: a change as JSON, in the API's words, signed."""

import hashlib
import hmac
import json

from django.conf import settings

from articles import api as articles_api
from articles import citations
from articles.models import Edition
from claims import api as claims_api
from claims.models import Assessment
from newsroom.lib import api, clock
from newsroom.lib.changes import Change
from newsroom.outbox import posting
from newsroom.outbox.carrying import Carrier, Hopeless, Moot
from newsroom.outbox.models import Dispatch, WebHook
from newsroom.outbox.posting import Unreachable

GONE = 410  # the target says that it wants no more
LIVE, TAKEN_BACK = Change.Event.LIVE, Change.Event.TAKEN_BACK


class WebHooks(Carrier):
    name = "webhook"

    def targets(self, change, row):
        told = {Edition: "tells_of_stories", Assessment: "tells_of_claims"}[type(row)]
        return WebHook.objects.filter(is_active=True, **{told: True}).values_list("key", flat=True)

    def send(self, parcel: list[Dispatch]) -> str:
        (dispatch,) = parcel
        hook = WebHook.objects.filter(key=dispatch.target, is_active=True).first()
        if hook is None:
            raise Moot("nobody listens there any more")
        body = json.dumps(payload(dispatch), ensure_ascii=False, separators=(",", ":")).encode()
        try:
            status = posting.post(hook.url, body, headers(hook, dispatch, body), settings.PRIVATE_WEBHOOKS)
        except posting.Forbidden as error:
            raise Hopeless(str(error)) from None
        if status == GONE:
            raise Hopeless("answered 410: it wants no more")
        if not 200 <= status < 300:
            raise Unreachable(f"answered {status}")
        return f"answered {status}"


def headers(hook: WebHook, dispatch: Dispatch, body: bytes) -> dict[str, str]:
    at = int(clock.read().timestamp())
    return {
        "Content-Type": "application/json; charset=utf-8",
        "Idempotency-Key": dispatch.key,
        "Newsroom-Signature": f"t={at},v1={signature(hook.secret, at, body)}",
    }


def signature(secret: str, at: int, body: bytes) -> str:
    """HMAC-SHA256 over “timestamp.body”, in hexadecimal."""
    return hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()


def payload(dispatch: Dispatch) -> dict:
    """What is told of a change. Raises Moot where what went live has been taken back since."""
    change, row = dispatch.change, dispatch.change.row()
    if row is None or (change.event == LIVE and (row.taken_back_at or row.redacted_at)):
        raise Moot("it was taken back before it was told")
    what, told = _story(change, row) if isinstance(row, Edition) else _claim(change, row)
    subject = what.partition(".")[0]
    return {"id": dispatch.key, "event": what, "at": api.moment(change.due_at), subject: told}


def _story(change: Change, row: Edition) -> tuple[str, dict]:
    place = {
        "slug": row.slug,
        "url": api.absolute(row.get_absolute_url()),
        "edition": row.number,
    }
    if change.event != LIVE:
        note = row.article.withdrawal_note if change.event == TAKEN_BACK else row.redacted_because
        return ("story.withdrawn" if change.event == TAKEN_BACK else "story.redacted"), place | {"note": note}
    at = change.due_at
    with clock.pinned(at):
        edition = articles_api.with_whole(Edition.objects.filter(pk=row.pk), at).get()
        told = articles_api.short(edition, citations.load([edition], at))
    note = {"kind": row.note_kind or "note", "text": row.note} if row.note else None
    return ("story.published" if row.number == 1 else "story.updated"), told | {"note": note}


def _claim(change: Change, row: Assessment) -> tuple[str, dict]:
    claim = row.claim
    if change.event != LIVE:
        note = claim.retraction_note if change.event == TAKEN_BACK else row.redacted_because
        place = {"key": claim.key, "url": api.absolute(claim.get_absolute_url()), "note": note}
        return ("claim.retracted" if change.event == TAKEN_BACK else "claim.redacted"), place
    known = claims_api.known_of([claim], change.due_at)
    held = next((one for one in known.claims if one.pk == claim.pk), None)
    if held is None or held.held is None:
        raise Moot("it was merged or taken back before it was told")
    return "claim.assessed", claims_api.short(held, known.today)
