"""Importing: a file is taken whole or not at all."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.db import DatabaseError

from articles import filing
from articles.exchange import pictures
from articles.exchange.faults import BadFile, Faults, Unfit
from articles.exchange.kinds import Kind
from articles.exchange.lines import objects
from articles.exchange.marks import refer_marks
from articles.exchange.rules import check_citations, check_claims
from articles.exchange.table import Place, Record, read_object
from articles.exchange.types import KEYS, KINDS
from articles.exchange.world import World
from articles.models import Filing
from articles.models.filing import Kind as Topic
from claims import indexing
from newsroom.lib import clock
from newsroom.lib.text import line as one_line
from newsroom.lib.timeline import act

LONG = 1000  # lines from which progress is worth telling


def silent(sentence: str) -> None:
    """Tells nobody."""


@dataclass
class Taken:
    """What an import did: new rows by type, and how many lines stood already."""

    new: dict[str, int] = field(default_factory=dict)
    standing: int = 0


def take(path: Path, tell: Callable[[str], None] = silent) -> Taken:
    """Import a file. Raises BadFile, with a sentence a fault, where anything is wrong: nothing is kept."""
    faults = Faults()
    world = World(KINDS, faults)
    world.folder = path.parent
    with clock.pinned():
        lines = _read(path, world)
    tell = tell if lines >= LONG else silent
    tell(f"{lines} lines read …")
    world.resolve()
    faults.settle()
    before = pictures.standing_files() if world.records["image"] else set()
    try:
        pictures.lay_out_new(world.of("image"), world)
        faults.settle()
        with act():
            return _kept(world, tell)
    except BaseException as error:
        pictures.remove_files(world.digests, but=before)
        if isinstance(error, DatabaseError):
            raise BadFile(f"The database refused the file: {one_line(str(error))}") from error
        raise


def _read(path: Path, world: World) -> int:
    count = 0
    for number, raw in objects(path, world.faults):
        count += 1
        if record := _record(number, raw, world.faults):
            _admit(record, world)
    return count


def _record(number: int, raw: dict, faults: Faults) -> Record | None:
    """One line as a record; None where not even its type and key can be told."""
    with faults.catching(number, "type"):
        kind = _kind(raw)
        with faults.catching(number, "key"):
            return _filled(number, raw, kind, faults)
    return None


def _kind(raw: dict) -> Kind:
    name = raw.get("type")
    if not name:
        raise Unfit("missing")
    if not isinstance(name, str) or name not in KINDS:
        raise Unfit(f"“{one_line(str(name))[:40]}” is none of {', '.join(KINDS)}")
    return KINDS[name]


def _filled(number: int, raw: dict, kind: Kind, faults: Faults) -> Record:
    """The record of a line; what is wrong with its key is raised, what is wrong with its fields is told."""
    if not raw.get("key"):
        raise Unfit("missing")
    record = Record(number, kind.name, "")
    place, found = Place(record, faults), len(faults.told)
    record.key = KEYS[kind.name].read(raw["key"], place)
    fields = {name: value for name, value in raw.items() if name not in ("type", "key")}
    record.data = read_object(fields, kind.table, place)
    record.is_whole = len(faults.told) == found
    if record.is_whole:
        kind.settle(record, faults)
        refer_marks(record, place)
    return record


def _admit(record: Record, world: World) -> None:
    """Give a record its place in the world; the same key again must say the same."""
    first = world.records[record.type].setdefault(record.key, record)
    if first is not record and first.data != record.data and first.is_whole and record.is_whole:
        name = next(name for name in record.data if record.data[name] != first.data[name])
        reason = f"the key “{record.key}” stands in line {first.line} already, with another “{name}”"
        world.faults.add(record.line, name, reason)


def _kept(world: World, tell: Callable[[str], None]) -> Taken:
    taken, new = Taken(), {}
    for name, kind in KINDS.items():
        new[name] = _new(kind, world.of(name), world)
        taken.standing += len(world.records[name]) - len(new[name])
    world.faults.settle()
    world.find_accounts({name for records in new.values() for record in records for name in record.accounts})
    for name, records in new.items():
        if records:
            KINDS[name].make(records, world)
            world.faults.settle()
            taken.new[name] = len(records)
            tell(f"{len(records)} of {name} written …")
    check_claims(new["claim"], world)
    check_citations(new["article"], world)
    _file(new)
    world.faults.settle()
    return taken


def _file(new: dict[str, list[Record]]) -> None:
    """The new stories, and those about shows of which a claim names a platform now."""
    named = {record.row.show_id for record in new["claim"] if record.row.platform_id}
    told = Filing.objects.filter(kind=Topic.SHOW, subject__in=named).values_list("article", flat=True)
    filing.refile_all({record.row.pk for record in new["article"]} | set(told))
    indexing.index(record.row.pk for record in new["claim"])


def _new(kind: Kind, records: list[Record], world: World) -> list[Record]:
    """Those that don't stand yet. What stands already must say the same."""
    keys = [record.key for record in records]
    standing, led = kind.find(keys, kind.full(kind.model._base_manager.all())), kind.led(keys)
    for record in records:
        record.row = standing.get(record.key)
        if record.key in led:
            today = kind.key_of(led[record.key])
            world.faults.add(record.line, "key", f"“{record.key}” leads to the {kind.name} “{today}” now")
        elif record.row is not None:
            _compare(kind, record, world)
    return [record for record in records if record.row is None]


def _compare(kind: Kind, record: Record, world: World) -> None:
    told = kind.same(record, kind.tell(record.row))
    names = [name for name in record.data if record.data[name] != told[name]]
    if kind is pictures.IMAGE and not names:
        with world.faults.catching(record.line, "file"):
            if pictures.differs(record, record.row, world.folder):
                names = ["file"]
    if names:
        reason = f"the {kind.name} “{record.key}” stands already, with another “{names[0]}”"
        world.faults.add(record.line, names[0], reason)
