"""A day and an hour as an editor types them, in TIME_ZONE: those that the clocks skip or repeat included."""

from datetime import UTC, datetime, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from newsroom.lib.dates import day_said

TYPED = "%Y-%m-%dT%H:%M"
FIRST, SECOND = "first", "second"


def is_skipped(naive: datetime) -> bool:
    """The clocks go forward over this hour: it does not exist."""
    zone = timezone.get_current_timezone()
    return naive.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) != naive


def is_twice(naive: datetime) -> bool:
    """The clocks go back over this hour: it comes twice."""
    zone = timezone.get_current_timezone()
    offsets = {naive.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)}
    return len(offsets) == 2 and not is_skipped(naive)


def settled(naive: datetime, turn: str = "") -> datetime:
    """The instant that is meant, in UTC. Raises ValidationError, with a way on, where it can't be told."""
    zone = timezone.get_current_timezone()
    hour, day = f"{naive:%H:%M}", day_said(naive.date())
    if is_skipped(naive):
        later = naive.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
        raise ValidationError(
            f"{hour} does not exist on {day} in {zone.key}, where the clocks go forward:"
            f" choose {later:%H:%M}, or an earlier hour.",
            code="skipped",
        )
    if is_twice(naive) and turn not in {FIRST, SECOND}:
        names = [naive.replace(tzinfo=zone, fold=fold).tzname() for fold in (0, 1)]
        raise ValidationError(
            f"{hour} comes twice on {day} in {zone.key}, where the clocks go back:"
            f" say whether you mean the first ({names[0]}) or the second ({names[1]}).",
            code="twice",
        )
    return naive.replace(tzinfo=zone, fold=int(turn == SECOND)).astimezone(UTC)


def _naive(value) -> datetime | None:
    if isinstance(value, datetime):
        return timezone.make_naive(value) if timezone.is_aware(value) else value
    try:
        found = parse_datetime(str(value).strip()) if value else None
    except ValueError:
        return None
    return found.replace(tzinfo=None) if found else None


class MomentWidget(forms.MultiWidget):
    """One field for day and hour; which of two hours is meant is asked only where there are two."""

    use_fieldset = False

    def __init__(self, attrs=None):
        turns = [("", "–"), (FIRST, "the first time"), (SECOND, "the second time")]
        typed = forms.DateTimeInput(format=TYPED, attrs={"type": "datetime-local", "class": "moment"})
        super().__init__({"": typed, "turn": forms.Select(choices=turns)}, attrs)

    def decompress(self, value):
        if not value:
            return [None, ""]
        local = timezone.localtime(value)
        naive = local.replace(tzinfo=None, fold=0)
        return [naive, (SECOND if local.fold else FIRST) if is_twice(naive) else ""]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        values = value if isinstance(value, list) else self.decompress(value)
        naive = _naive(values[0])
        turn = context["widget"]["subwidgets"][1]
        turn["attrs"]["aria-label"] = "Which of the two"
        turn["attrs"]["hidden"] = not (naive and is_twice(naive))
        return context

    def id_for_label(self, id_):
        return f"{id_}_0" if id_ else id_


class MomentField(forms.MultiValueField):
    widget = MomentWidget

    def __init__(self, **options):
        fields = [forms.CharField(required=False), forms.CharField(required=False)]
        super().__init__(fields=fields, require_all_fields=False, **options)

    def compress(self, values):
        if not values or not values[0]:
            return None
        naive = _naive(values[0])
        if naive is None or not 1900 < naive.year < 9000:
            raise ValidationError("Give a day and an hour, as 2026-03-01 09:00.")
        return settled(naive, values[1] if len(values) > 1 else "")

    def clean(self, value):
        moment = super().clean(value)
        if moment is None and self.required:
            raise ValidationError("Give a day and an hour.")
        return moment

    def has_changed(self, initial, data):
        """To the minute, as it can be typed."""
        try:
            moment = self.clean(data) if not self.disabled else initial
        except ValidationError:
            return True
        if not (initial and moment):
            return bool(initial) != bool(moment)
        return not timedelta(0) <= initial - moment < timedelta(minutes=1)
