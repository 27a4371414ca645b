"""How followers are told: the confirmation that they asked for, and the alerts."""

import smtplib

from django.conf import settings

from claims.models import Assessment
from newsroom.following import letters
from newsroom.following.asking import CONFIRMATION
from newsroom.following.counting import News, Records, news_of
from newsroom.following.models import Follow
from newsroom.lib.changes import Change
from newsroom.outbox.carrying import Carrier, Hopeless, Moot, TooSoon
from newsroom.outbox.models import Dispatch
from newsroom.outbox.posting import Unreachable

NOBODY = "nobody waits for it any more"
LIVE, TAKEN_BACK = Change.Event.LIVE, Change.Event.TAKEN_BACK


class Mail(Carrier):
    gathers = True

    def lane(self, target: str) -> str:
        return "the mail server"

    def follow(self, key: str) -> Follow:
        found = Follow.objects.select_related("show", "season__show", "person").filter(key=key).first()
        if found is None:
            raise Moot(NOBODY)
        return found

    def post(self, letter) -> str:
        """No error that a mail server answers is kept in its own words: they name the reader."""
        if not settings.MAIL_IS_SET_UP:
            raise Unreachable("no mail is set up (EMAIL_URL)")
        try:
            letter.send()
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _ in error.recipients.values()]
            if all(code >= 500 for code in codes):
                raise Hopeless(f"the mail server refused the address ({codes[0]})") from None
            raise Unreachable(f"the mail server put the address off ({codes[0]})") from None
        except smtplib.SMTPResponseException as error:
            raise Unreachable(f"the mail server answered {error.smtp_code}") from None
        except (OSError, smtplib.SMTPException) as error:
            raise Unreachable(f"no mail server ({type(error).__name__})") from None
        return "handed to the mail server"


class Confirmations(Mail):
    name = CONFIRMATION

    def send(self, parcel: list[Dispatch]) -> str:
        follow = self.follow(parcel[0].target)
        if follow.confirmed_at:
            raise Moot("confirmed already")
        return self.post(letters.confirmation(follow, parcel[0].key))


class Alerts(Mail):
    name = "alert"

    def __init__(self):
        self.records = Records()

    def targets(self, change, row) -> list[str]:
        """Each reader once, though they may follow a show, its season and its star."""
        if not isinstance(row, Assessment) or (news := news_of(change, row, self.records)) is None:
            return []
        if change.event == TAKEN_BACK and _was_told_to_nobody(change, row):
            return []
        told: dict[str, str] = {}
        for follow in Follow.objects.told_of(row.claim).order_by("pk"):
            if news.counts_for(follow.level):
                told.setdefault(follow.email.lower(), follow.key)
        return list(told.values())

    def send(self, parcel: list[Dispatch]) -> str:
        follow = self.follow(parcel[0].target)
        found = [self._news(dispatch) for dispatch in parcel]
        news = [one for one in found if one]
        if not news:
            raise Moot("it was taken back before it was told")
        return self.post(letters.alert(follow, news, parcel[0].key))

    def _news(self, dispatch: Dispatch) -> News | None:
        row = dispatch.change.row()
        if row is None or (dispatch.change.event == TAKEN_BACK and not self._was_told(dispatch, row)):
            return None
        return news_of(dispatch.change, row, self.records)

    def _was_told(self, dispatch: Dispatch, row: Assessment) -> bool:
        """What was never told is not told to be taken back."""
        before = Dispatch.objects.filter(carrier=self.name, target=dispatch.target, change__event=LIVE)
        states = before.filter(change__model=row._meta.label_lower, change__row_id=row.pk)
        state = states.values_list("state", flat=True).first()
        if state == Dispatch.State.WAITING:
            raise TooSoon
        return state in (None, Dispatch.State.SENT)


def _was_told_to_nobody(change: Change, row: Assessment) -> bool:
    """It was taken back before anybody had been told that it was so."""
    settled = Change.objects.of(row).filter(event=LIVE).values_list("settled_at", flat=True)
    return any(at is None or at >= change.due_at for at in settled)
