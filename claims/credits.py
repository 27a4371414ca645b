"""A person's credits: what they play or make, and when it comes out."""

import unicodedata
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from claims import record
from claims.models import Claim
from claims.record import Record
from shows.models import Person


@dataclass(frozen=True)
class Credit:
    casting: Claim
    releases: tuple[Claim, ...]
    today: date

    @property
    def is_out(self) -> bool:
        """A day that is sure has passed."""
        return any(
            one.precision == Claim.Precision.DAY
            and one.latest <= self.today
            and one.held.confidence.rule.is_machine_readable
            for one in self.releases
        )

    @property
    def is_ahead(self) -> bool:
        """Still to come; what the person leaves is not up next."""
        past = bool(self.releases) and all(one.latest < self.today for one in self.releases)
        return not past and not self.is_out and self.casting.change != Claim.Change.DEPARTING

    @property
    def sort_key(self):
        days = [one.earliest for one in self.releases]
        return (not days, min(days, default=date.max), self.casting.key)


def credits_of(person: Person, at) -> tuple[Record, list[Credit]]:
    """The record of a person's castings, and the standing ones as credits: dated ones first, by date."""
    theirs = Q(person=person) | Q(supersedes__person=person) | Q(supersedes__supersedes__person=person)
    shows = Claim.objects.live(at).filter(person=person).values("show")
    releases = Q(property=Claim.Property.RELEASE, show__in=shows)
    whole = record.read(Claim.objects.filter(theirs | releases), at)
    own = whole.of(lambda claim: claim.person_id == person.pk)
    dated = [claim for claim in whole.saying("release") if claim.says_when]
    found = [Credit(claim, _releases(claim, dated), whole.today) for claim in own.standing]
    return own, sorted(found, key=lambda credit: credit.sort_key)


def _releases(casting: Claim, dated: list[Claim]) -> tuple[Claim, ...]:
    return tuple(one for one in dated if (one.show_id, one.season_id) == (casting.show_id, casting.season_id))


def sorted_as(person: Person) -> str:
    return (person.sort_name or person.name).casefold()


def initial(person: Person) -> str:
    """The letter under which a person stands in a list: É under E, what is no letter under #."""
    letter = unicodedata.normalize("NFD", sorted_as(person))[:1].upper()
    return letter if letter.isalpha() else "#"
