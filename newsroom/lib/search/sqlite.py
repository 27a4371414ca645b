"""SQLite: virtual tables of FTS5. Words come set apart by spaces, so that whatever else stands in them is theirs.

The texts are kept in the table: from a contentless one SQLite 3.40 can take only what it is told word for word, and
the words of a redacted edition are gone by then.
"""

from newsroom.lib.search.query import Phrase, Query

_TOKENS = "tokenize=\"unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'\""


def table(name: str) -> str:
    return f'CREATE VIRTUAL TABLE "{name}" USING fts5(title, words, {_TOKENS})'


def written(query: Query) -> str:
    return " AND ".join(f"({' OR '.join(map(_phrase, unit.phrases))})" for unit in query.units)


def _phrase(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.words)}"{" *" if phrase.is_beginning else ""}'


def match(name: str, query: Query, half: str = "") -> tuple[str, list[str]]:
    """A condition over the table of this name, and its parameters: for its title, for all but its title, for all."""
    told = written(query)
    halves = {"title": f"{{title}} : ({told})", "text": f"({told}) NOT {{title}} : ({told})", "": told}
    return f'"{name}"."{name}" MATCH %s', [halves[half]]


def following(name: str, source: str, column: str) -> dict[str, str]:
    """Triggers that let a table follow a column of another, whoever writes there."""
    insert = f'INSERT INTO "{name}" (rowid, title, words) VALUES (NEW.id, \'\', NEW."{column}")'
    delete = f'DELETE FROM "{name}" WHERE rowid = OLD.id'
    events = {
        "added": f'AFTER INSERT ON "{source}" BEGIN {insert}; END',
        "changed": f'AFTER UPDATE OF "{column}" ON "{source}" BEGIN {delete}; {insert}; END',
        "gone": f'AFTER DELETE ON "{source}" BEGIN {delete}; END',
    }
    return {f"{name}_{event}": f'CREATE TRIGGER "{name}_{event}" {rest}' for event, rest in events.items()}
