"""Lists of names, by name: a page of shows or people, bounded, going on below any of its rows."""

from dataclasses import dataclass

from django.db.models import Case, F, QuerySet, Value, When
from django.db.models.functions import Lower

from newsroom.lib.keyset import below
from newsroom.lib.refusals import BadParameter

SHOWS, PEOPLE = 60, 300  # rows of a page
BY_NAME = ("named", "slug")


@dataclass(frozen=True)
class Names:
    """`after` is the slug below which the list goes on; empty at its end."""

    rows: list
    after: str


def shows(found: QuerySet, after: str) -> Names:
    return _names(found.annotate(named=Lower("title")), after, SHOWS)


def people(found: QuerySet, after: str) -> Names:
    """By the name under which somebody is sorted."""
    own = Case(When(sort_name=Value(""), then=F("name")), default=F("sort_name"))
    return _names(found.annotate(named=Lower(own)), after, PEOPLE)


def _names(found: QuerySet, after: str, size: int) -> Names:
    if after:
        row = found.filter(slug=after).values(*BY_NAME).first()
        if row is None:
            raise BadParameter("“after” is no page of this list: go back to its beginning.")
        found = found.filter(below(BY_NAME, row))
    rows = list(found.order_by(*BY_NAME)[: size + 1])
    return Names(rows[:size], rows[size - 1].slug if len(rows) > size else "")
