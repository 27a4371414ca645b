"""The shapes of the three kinds of claim: what each needs, and what none of it has."""

from articles.exchange.faults import Faults
from articles.exchange.table import Record, Reference
from claims.models import Claim

Property = Claim.Property
DETAILS = {Property.PLOT, Property.SETTING, Property.BASED_ON, Property.RUNTIME, Property.OTHER}
PROPERTIES: dict[str, set[str]] = {
    "milestone": {one.value for one in Property if one not in DETAILS},
    "detail": {one.value for one in DETAILS},
}
NEEDED = {"milestone": ("property",), "casting": ("person",), "detail": ("property", "statement")}
FOREIGN = {
    "milestone": ("person", "job", "character", "change"),
    "casting": ("property", "earliest", "latest", "value", "platform"),
    "detail": ("person", "job", "character", "change", "earliest", "latest", "platform"),
}
ALWAYS_WRITTEN = {
    "milestone": {"property", "part", "statement", "earliest", "latest", "precision", "as_said", "value"},
    "casting": {"person", "job", "character", "change"},
    "detail": {"property", "statement"},
}
OF_SHAPE = {name for names in ALWAYS_WRITTEN.values() for name in names}


def left_out(data: dict) -> frozenset[str]:
    """The fields of other kinds are not written, unless they say something."""
    empty = {name for name in OF_SHAPE if not data[name]}
    return frozenset(empty - ALWAYS_WRITTEN[data["kind"]])


def check_shape(record: Record, faults: Faults) -> None:
    data, kind = record.data, record.data["kind"]
    for name in NEEDED[kind]:
        if not data[name]:
            faults.add(record.line, name, f"missing: a {kind} needs it")
    for name in FOREIGN[kind]:
        if data[name]:
            faults.add(record.line, name, f"a {kind} has none")
    known = PROPERTIES.get(kind, set())
    if known and data["property"] and data["property"] not in known:
        faults.add(record.line, "property", f"“{data['property']}” is none of {', '.join(sorted(known))}")
    if kind == "casting":
        data["job"], data["change"] = data["job"] or "actor", data["change"] or Claim.Change.UNKNOWN.value
    _check_window(record, faults)
    _refer(record)


def _check_window(record: Record, faults: Faults) -> None:
    data = record.data
    earliest, latest, precision = data["earliest"], data["latest"], data["precision"]
    if not earliest and not latest:
        if precision not in ("", "none"):
            faults.add(record.line, "precision", f"“{precision}” needs the dates, earliest and latest")
        elif data["kind"] == "milestone":
            data["precision"] = "none"
        return
    if not earliest or not latest:
        missing = "latest" if earliest else "earliest"
        faults.add(record.line, missing, "missing: a window has two ends, which may be the same day")
    elif earliest > latest:
        faults.add(record.line, "latest", "the window ends before it begins")
    if precision in ("", "none"):
        said = f"“{precision}” has no dates" if precision else "missing"
        faults.add(record.line, "precision", f"{said}: say day, month, quarter, year or window")


def _refer(record: Record) -> None:
    """A season is named by its number, and the value of a platform milestone is a platform's key."""
    data = record.data
    if data["season"]:
        named = {"key": f"{data['show']}/{data['season']}"}
        record.references.append(Reference("season", named, "key", "season"))
    if data["property"] == Property.PLATFORM and data["value"] and not data["platform"]:
        data["platform"], data["value"] = data["value"], ""
        record.references.append(Reference("platform", data, "platform", "value"))
