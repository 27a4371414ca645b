"""What the gate said in its time: before a source was found to repeat another, and before outlets were one."""

from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from itertools import count, islice, product

from claims.gate import Case, shortfall
from claims.models import Assessment, Evidence, Outlet, Source

MOST_TRIED = 5000  # ways in which the evidence may have stood


def unmet(row: Assessment, case: Case, counts_then: bool = False) -> str:
    """What the gate misses, in a sentence. With `counts_then`, a `repeats` that was found later and a merge of
    outlets count no origin down."""
    missing = shortfall(row.confidence, case)
    if not missing or not counts_then:
        return missing
    for then in islice(_as_it_stood(case), MOST_TRIED):
        if not (missing := shortfall(row.confidence, then)):
            break
    return missing


def _as_it_stood(case: Case) -> Iterator[Case]:
    """Each piece of evidence as an origin of its own, by any of the outlets that are one today."""
    outlets = {one.source.outlet for one in case.evidence if one.source.outlet}
    numbers = count(-1, -1)  # each former outlet is another one than all that stand
    former = {
        outlet: [_stand_in(outlet, kind, next(numbers)) for kind in _kinds(outlet)] for outlet in outlets
    }
    choices = [former.get(one.source.outlet, [None]) for one in case.evidence]
    for chosen in product(*choices):
        pieces = map(_alone, case.evidence, chosen)
        yield replace(case, evidence=tuple(pieces))


def _kinds(outlet: Outlet) -> list[str]:
    absorbed = Outlet.objects.filter(merged_into=outlet).order_by("pk")
    return [outlet.kind, *absorbed.values_list("kind", flat=True)]


def _stand_in(outlet: Outlet, kind: str, number: int) -> Outlet:
    return Outlet(pk=number, slug=outlet.slug, name=outlet.name, kind=kind)


def _alone(one: Evidence, outlet: Outlet | None) -> Evidence:
    source: Source = copy(one.source)
    source.repeats, source.outlet = None, outlet
    piece = copy(one)
    piece.source = source
    return piece
