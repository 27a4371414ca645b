"""The guards that models choose from: rows that never overlap, never change, never go."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from newsroom.lib.guards import Exclusion, Refusal


def differs(column: str, vendor: str) -> str:
    operator = "IS DISTINCT FROM" if vendor == "postgresql" else "IS NOT"
    return f'OLD."{column}" {operator} NEW."{column}"'


def any_differ(columns, vendor: str) -> str:
    return "(" + " OR ".join(differs(column, vendor) for column in columns) + ")"


def column_of(model, name: str) -> str:
    return model._meta.get_field(name).column


def merged(model, name: str) -> str:
    """SQL: the foreign key's old target was merged into its new one."""
    key = model._meta.get_field(name)
    target = key.related_model._meta.db_table
    return (
        f'EXISTS (SELECT 1 FROM "{target}" WHERE id = OLD."{key.column}"'
        f' AND merged_into_id = NEW."{key.column}")'
    )


def unmerged_change(model, names, vendor: str) -> Iterator[str]:
    for name in names:
        column = column_of(model, name)
        yield f"({differs(column, vendor)} AND NOT {merged(model, name)})"


@dataclass(frozen=True)
class NeverOverlaps:
    """At any moment at most one row of a subject is live."""

    subject: str

    def on(self, model, vendor: str):
        table, subject = model._meta.db_table, column_of(model, self.subject)
        if vendor == "postgresql":
            elements = f'"{subject}" WITH =, tstzrange(live_from, live_until) WITH &&'
            yield Exclusion(f"guard_{table}_overlap", table, elements)
            return
        overlap = (
            f'NEW.live_from < NEW.live_until AND EXISTS (SELECT 1 FROM "{table}" AS held'
            f' WHERE held."{subject}" = NEW."{subject}" AND held.id IS NOT NEW.id'
            " AND held.live_from < NEW.live_until AND held.live_until > NEW.live_from"
            " AND held.live_from < held.live_until)"
        )
        message = "two rows of one subject would be live at one moment"
        yield Refusal(f"guard_{table}_overlap_insert", table, "INSERT", overlap, message)
        yield Refusal(f"guard_{table}_overlap_update", table, "UPDATE", overlap, message)


@dataclass(frozen=True)
class OneOwner:
    """A value, once used by one subject, is never another's (an address, for one)."""

    value: str
    subject: str

    def on(self, model, vendor: str):
        table = model._meta.db_table
        value, subject = column_of(model, self.value), column_of(model, self.subject)
        if vendor == "postgresql":
            yield Exclusion(f"guard_{table}_{value}", table, f'"{value}" WITH =, "{subject}" WITH <>')
            return
        taken = (
            f'EXISTS (SELECT 1 FROM "{table}" AS held WHERE held."{value}" = NEW."{value}"'
            f' AND held."{subject}" <> NEW."{subject}")'
        )
        yield Refusal(
            f"guard_{table}_{value}", table, "INSERT", taken, f"this {self.value} belongs to another"
        )


@dataclass(frozen=True)
class PaperNeverChanges:
    """A timeline row: nothing changes but the interval's end while it lies ahead, merged keys, and a
    redaction, once. Nothing is deleted."""

    words: tuple[str, ...]
    rekeyed: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()

    def on(self, model, vendor: str):
        table = model._meta.db_table
        free = {"live_until", "taken_back_at", "redacted_at", "redacted_because", "redacted_by", *self.loose}
        open_names = free | set(self.words) | set(self.rekeyed)
        frozen = [f.column for f in model._meta.concrete_fields if f.name not in open_names]
        yield Refusal(
            f"guard_{table}_delete", table, "DELETE", "1 = 1", "what was published is never deleted"
        )
        rules = {
            "frozen": any_differ(frozen, vendor),
            "closed": f"{differs('live_until', vendor)} AND "
            "(OLD.live_until <= newsroom_now() OR NEW.live_until < newsroom_now())",
            "back": f"OLD.taken_back_at IS NOT NULL AND {differs('taken_back_at', vendor)}",
            "words": self._changed_words(model, vendor),
        }
        if self.rekeyed:
            rules["keys"] = " OR ".join(unmerged_change(model, self.rekeyed, vendor))
        messages = {"closed": "an interval that has ended stays as it was"}
        for name, when in rules.items():
            message = messages.get(name, "what was published is never changed")
            yield Refusal(f"guard_{table}_{name}", table, "UPDATE", when, message)

    def _changed_words(self, model, vendor: str) -> str:
        columns = [column_of(model, name) for name in self.words]
        emptied = " AND ".join(f"NEW.\"{column}\" = ''" for column in columns)
        changed = any_differ([*columns, "redacted_at", "redacted_because", "redacted_by_id"], vendor)
        return f"{changed} AND NOT (OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND {emptied})"


@dataclass(frozen=True)
class FrozenWith:
    """A row that belongs to a timeline row: written in its moment, then never changed but by a merge, and by
    the redaction of the row that it belongs to, which empties its words."""

    parent: str
    rekeyed: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def on(self, model, vendor: str):
        yield from frozen_child(model, vendor, self.parent, self.rekeyed, self.words)


@dataclass(frozen=True)
class FrozenLinks:
    """The many-to-many links of a timeline row; those to what can be merged may follow a merge."""

    names: tuple[str, ...]
    rekeyed: tuple[str, ...] = ()

    def on(self, model, vendor: str):
        for name in self.names:
            relation = model._meta.get_field(name)
            target = relation.m2m_reverse_field_name()
            rekeyed = (target,) if name in self.rekeyed else ()
            yield from frozen_child(relation.remote_field.through, vendor, relation.m2m_field_name(), rekeyed)


@dataclass(frozen=True)
class LinksFrozenOnce:
    """Many-to-many links of a row that are free until a row of another table rests on it."""

    name: str
    resting: str = field(metadata={"doc": "SQL over {owner}: true once something rests on it"})
    message: str
    unless: str = field(
        default="", metadata={"doc": "SQL over {owner}: true where a link may still be added"}
    )

    def on(self, model, vendor: str):
        relation = model._meta.get_field(self.name)
        table, owner = relation.remote_field.through._meta.db_table, relation.m2m_column_name()
        for event, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
            may_come = f" AND NOT {self.unless}" if self.unless and event == "INSERT" else ""
            when = f"{self.resting}{may_come}".format(owner=f'{row}."{owner}"')
            yield Refusal(f"guard_{table}_{event.lower()}", table, event, when, self.message)


def frozen_child(model, vendor: str, parent: str, rekeyed: tuple[str, ...], words: tuple[str, ...] = ()):
    table, key = model._meta.db_table, model._meta.get_field(parent)
    home = key.related_model._meta.db_table
    frozen = [f.column for f in model._meta.concrete_fields if f.name not in (*rekeyed, *words)]
    changed = [any_differ(frozen, vendor), *unmerged_change(model, rekeyed, vendor)]
    if words:
        emptied = " AND ".join(f"NEW.\"{word}\" = ''" for word in words)
        redacted = (
            f'EXISTS (SELECT 1 FROM "{home}" WHERE id = OLD."{key.column}" AND redacted_at IS NOT NULL)'
        )
        changed.append(f"({any_differ(words, vendor)} AND NOT ({emptied} AND {redacted}))")
    late = (
        f'EXISTS (SELECT 1 FROM "{home}" AS home WHERE home.id = NEW."{key.column}"'
        " AND home.made_at < newsroom_now())"
    )
    message = "what was published is never changed"
    yield Refusal(f"guard_{table}_insert", table, "INSERT", late, message)
    yield Refusal(f"guard_{table}_update", table, "UPDATE", " OR ".join(changed), message)
    yield Refusal(f"guard_{table}_delete", table, "DELETE", _not_merged(model, rekeyed), message)


def _not_merged(model, rekeyed: tuple[str, ...]) -> str:
    """A link to a merged duplicate may go when its survivor is linked already."""
    gone = [
        f'EXISTS (SELECT 1 FROM "{key.related_model._meta.db_table}"'
        f' WHERE id = OLD."{key.column}" AND merged_into_id IS NOT NULL)'
        for key in map(model._meta.get_field, rekeyed)
    ]
    return f"NOT ({' OR '.join(gone)})" if gone else "1 = 1"


@dataclass(frozen=True)
class FrozenOnce:
    """A row whose columns are free until a row of another table rests on it."""

    frozen: tuple[str, ...]
    resting: str = field(metadata={"doc": "SQL over OLD: true once something rests on the row"})
    rekeyed: tuple[str, ...] = ()

    def on(self, model, vendor: str):
        table = model._meta.db_table
        columns = [column_of(model, name) for name in self.frozen]
        changed = " OR ".join([any_differ(columns, vendor), *unmerged_change(model, self.rekeyed, vendor)])
        message = "a claim that has been assessed never changes: make a new one"
        yield Refusal(f"guard_{table}_frozen", table, "UPDATE", f"({self.resting}) AND ({changed})", message)
        yield Refusal(f"guard_{table}_delete", table, "DELETE", self.resting, message)


@dataclass(frozen=True)
class NeverCircles:
    """A key to the same table leads to an end, as far as a few steps tell; forms and files look the whole way."""

    name: str
    message: str
    steps: int = 4

    def on(self, model, vendor: str):
        table, key = model._meta.db_table, column_of(model, self.name)
        closed = f'EXISTS (SELECT 1 FROM "{table}" AS one WHERE one.id = NEW."{key}" AND {{end}} = NEW.id)'
        ends = ["one.id", f'one."{key}"']
        while len(ends) < self.steps:
            ends.append(f'(SELECT "{key}" FROM "{table}" AS next WHERE next.id = {ends[-1]})')
        when = " OR ".join(closed.format(end=end) for end in ends)
        yield Refusal(f"guard_{table}_{self.name}_circle", table, "UPDATE", when, self.message)
