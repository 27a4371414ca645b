"""Rows that readers see: each holds from `live_from` until `live_until`, and is never overwritten.

Intervals are half open, ends are never null: for ever is `FOREVER`. Two QuerySet words read a timeline,
and nothing else does: `live(at)` and `been_live(at)`. A cancelled row is an empty interval.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.formats import date_format

from newsroom.lib import changes, clock
from newsroom.lib.changes import Change
from newsroom.lib.refusals import Refused

# 9999-12-31 overflows in zones east of UTC, and null would put an OR into every query.
FOREVER = datetime(9998, 1, 1, tzinfo=UTC)
TICK = timedelta(microseconds=1)


@contextmanager
def act(*rows: models.Model) -> Iterator[datetime]:
    """One verb: one transaction, these rows locked, one moment taken once the locks are held.

    Within another verb it joins that verb's transaction and moment. On SQLite the lock is BEGIN IMMEDIATE.
    The database is told the moment, so that its guards judge by the same clock.
    """
    with transaction.atomic():
        for row in rows:
            type(row)._base_manager.select_for_update().get(pk=row.pk)
        if _acting.get():
            yield clock.now()
            return
        token = _acting.set(True)
        try:
            with clock.pinned() as moment:
                if connection.vendor == "postgresql":
                    with connection.cursor() as cursor:
                        cursor.execute("SELECT set_config('newsroom.now', %s, true)", [moment.isoformat()])
                yield moment
        finally:
            _acting.reset(token)


_acting = clock.ContextVar("acting", default=False)


def said(at: datetime) -> str:
    """An instant in words, with its zone: 23 Feb 2026, 09:00 UTC."""
    local = timezone.localtime(at)
    return f"{date_format(local, 'j M Y, H:i')} {local.tzname()}"


class IntervalQuerySet(models.QuerySet):
    """Rows with an interval, those that are derived from a timeline among them."""

    def live(self, at: datetime | None = None):
        """What holds at a moment."""
        at = at or clock.now()
        return self.filter(live_from__lte=at, live_until__gt=at)


class TimelineQuerySet(IntervalQuerySet):
    def live(self, at: datetime | None = None):
        """What holds at a moment."""
        return super().live(at).filter(taken_back_at=None, redacted_at=None)

    def been_live(self, at: datetime | None = None):
        """What has held by a moment and was not taken back; redacted rows among it, without their words."""
        return self.begun(at).filter(taken_back_at=None)

    def begun(self, at: datetime | None = None):
        """The desk's word: what has gone live by a moment, taken back since or not."""
        return self.filter(live_from__lte=at or clock.now(), live_until__gt=models.F("live_from"))

    def pending(self, at: datetime | None = None):
        """The desk's word: what is scheduled to go live after a moment."""
        return self.filter(live_from__gt=at or clock.now(), live_until__gt=models.F("live_from"))

    def after(self, moment):
        """Of these, what went live after a moment; it may be a column of an outer query."""
        return self.filter(live_from__gt=moment)

    def due_by(self, end: datetime, at: datetime | None = None):
        """The desk's word: what is scheduled to go live after a moment and before an end."""
        return self.pending(at).filter(live_from__lt=end)

    def ending_by(self, end: datetime, at: datetime | None = None):
        """The desk's word: what is live at a moment and ends before an end."""
        return self.live(at).filter(live_until__lt=end)

    def next_turn(self, at: datetime) -> datetime | None:
        """The earliest instant after a moment at which a row begins or ends."""
        begins = self.filter(live_from__gt=at).order_by("live_from").values_list("live_from", flat=True)[:1]
        ends = self.filter(live_until__gt=at).order_by("live_until").values_list("live_until", flat=True)[:1]
        return min([*begins, *ends], default=None)

    def uncancelled(self):
        """The desk's word: all that was, is or is to be live."""
        return self.filter(live_until__gt=models.F("live_from"))

    def ever_shown(self):
        """The index's word: all that `live(at)` answers with at some moment, past or to come."""
        return self.uncancelled().filter(taken_back_at=None, redacted_at=None)

    def lasting(self, at: datetime | None = None):
        """The search's word: of these, what has not ended by a moment."""
        return self.filter(live_until__gt=at or clock.now())


class Timeline(models.Model):
    """The base of `Edition` and `Assessment`. `subject` names the foreign key to what the row speaks of."""

    subject = ""
    words: tuple[str, ...] = ()

    live_from = models.DateTimeField()
    live_until = models.DateTimeField(default=FOREVER)
    made_at = models.DateTimeField(editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    # Until when the row before it held before this one closed it: what a cancellation gives back.
    reopens_until = models.DateTimeField(null=True, editable=False)
    taken_back_at = models.DateTimeField(null=True, editable=False)
    redacted_at = models.DateTimeField(null=True, editable=False)
    redacted_because = models.TextField(blank=True, editable=False)
    redacted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = TimelineQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(live_from__lte=models.F("live_until")),
                name="%(app_label)s_%(class)s_begins_before_it_ends",
            ),
        ]
        indexes = [
            models.Index(fields=["live_until"], name="%(app_label)s_%(class)s_until"),
            models.Index(fields=["live_from"], name="%(app_label)s_%(class)s_from"),
        ]

    @property
    def is_cancelled(self) -> bool:
        return self.live_until <= self.live_from

    @property
    def is_for_ever(self) -> bool:
        return self.live_until >= FOREVER

    def is_live(self, at: datetime | None = None) -> bool:
        at = at or clock.now()
        return self.live_from <= at < self.live_until and not self.taken_back_at and not self.redacted_at

    def is_pending(self, at: datetime | None = None) -> bool:
        return not self.is_cancelled and self.live_from > (at or clock.now())

    def siblings(self) -> TimelineQuerySet:
        """All rows of the same subject."""
        return type(self).objects.filter(**{self.subject: getattr(self, self.subject)})

    def redact_children(self) -> None:
        """Empty the words of what was frozen with the row."""

    def close(self, at: datetime) -> None:
        """Let the row hold until a moment that is not past; until then the end may be moved again."""
        self.live_until = at
        self.save(update_fields=["live_until"])
        if self.is_cancelled:
            changes.call_off(self)


def put(row: Timeline, at: datetime, until: datetime | None = None) -> Timeline:
    """Write a new row that goes live at a moment (never before the present one), closing the one before it.

    Without an end of its own it holds as long as its predecessor would have held.
    """
    now = clock.now()
    scheduled = row.siblings().pending(now).first()
    if scheduled:
        raise Refused(
            f"Something is already scheduled for {said(scheduled.live_from)}: cancel or move it first."
        )
    before = row.siblings().uncancelled().order_by("-live_from").first()
    at = max(at, now, before.live_from + TICK) if before else max(at, now)
    continues = before and before.live_until > at
    until = until or (before.live_until if continues else FOREVER)
    if until <= at:
        raise Refused(f"It would end ({said(until)}) before it begins ({said(at)}).")
    if continues:
        row.reopens_until = before.live_until
        before.close(at)
    row.live_from, row.live_until, row.made_at = at, until, now
    row.save(force_insert=True)
    changes.note([row], Change.Event.LIVE, at)
    return row


def announce_coming(rows: list[Timeline]) -> None:
    """Of rows that were written in bulk, what is to come is told at its hour; of the past nothing is."""
    for row in rows:
        if row.is_pending():
            changes.note([row], Change.Event.LIVE, row.live_from)


def cancel(row: Timeline) -> Timeline | None:
    """Call off what is scheduled; the row before it holds on, as if this had never been planned."""
    if not row.is_pending():
        raise Refused("Only what is scheduled can be cancelled; what is live can be superseded or withdrawn.")
    before = (
        row.siblings().uncancelled().filter(live_until=row.live_from).first() if row.reopens_until else None
    )
    row.close(row.live_from)
    if before:
        before.close(row.reopens_until)
    return before


def take_back(rows: TimelineQuerySet) -> None:
    """Reach back: what was published is shown at no moment any more; what was to come is called off."""
    now = clock.now()
    shown = rows.begun(now).filter(taken_back_at=None).order_by("live_from").last()
    for row in rows.pending(now):
        row.close(row.live_from)
    for row in rows.filter(live_from__lte=now, live_until__gt=now):
        row.close(now)
    rows.filter(taken_back_at=None).update(taken_back_at=now)
    if shown:
        changes.note([shown], Change.Event.TAKEN_BACK, now)


def redact(row: Timeline, by, because: str) -> Timeline:
    """Empty a published row's words, once, for law or mercy; its interval and its place in history stay."""
    if row.redacted_at:
        raise Refused(f"This was redacted on {said(row.redacted_at)} already.")
    if not because.strip():
        raise Refused("Say in a sentence why this is redacted: readers see it in place of the words.")
    with act(row) as now:
        for name in row.words:
            setattr(row, name, "")
        row.redacted_at, row.redacted_because, row.redacted_by = now, because, by
        row.save(update_fields=[*row.words, "redacted_at", "redacted_because", "redacted_by"])
        row.redact_children()
        if row.live_from <= now and not row.is_cancelled:
            changes.note([row], Change.Event.REDACTED, now)
    return row
