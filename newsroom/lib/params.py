"""Parameters of public addresses: declared ones are typed, undeclared ones are ignored."""

from dataclasses import dataclass
from datetime import datetime

from newsroom.lib import clock, dates
from newsroom.lib.refusals import BadParameter

LONGEST = 200  # characters of a value
# In `request.META`: a set that whoever keeps pages hands in, to learn what of the address counted.
DECLARED = "newsroom.declared"


def declared(request, *names: str) -> dict[str, str]:
    """The declared parameters that are given and not empty. Raises BadParameter for doubled or unreadable ones."""
    given = {}
    request.META.get(DECLARED, set()).update(names)
    for name in names:
        values = request.GET.getlist(name)
        if len(values) > 1:
            raise BadParameter(f"“{name}” stands {len(values)} times in this address: give it once.")
        value = values[0] if values else ""
        if len(value) > LONGEST:
            raise BadParameter(f"“{name}” is longer than {LONGEST} characters: shorten it.")
        if any(ord(letter) < 32 or ord(letter) == 127 or 0xD800 <= ord(letter) < 0xE000 for letter in value):
            raise BadParameter(f"“{name}” holds characters that can't be read: type it again.")
        if value.strip():
            given[name] = value.strip()
    return given


@dataclass(frozen=True)
class Moment:
    """The moment that a page speaks of."""

    at: datetime
    asked: str = ""

    @property
    def is_past(self) -> bool:
        return bool(self.asked)


def moment(request) -> Moment:
    """`?as_of=`: a date means its last instant in TIME_ZONE, or now if earlier; else the request's instant."""
    asked = declared(request, "as_of").get("as_of", "")
    if not asked:
        return Moment(clock.now())
    at = dates.moment_of(asked)
    if at is None:
        raise BadParameter("“as_of” takes a date, 2026-02-20, or an instant, 2026-02-20T12:00:00+00:00.")
    if len(asked) == len("2026-02-20") and dates.bounds(asked)[0] <= clock.today():
        return Moment(min(at, clock.now()), asked)
    if at > clock.now():
        raise BadParameter("“as_of” lies in the future: nobody knows yet what will be held then.")
    return Moment(at, asked)
