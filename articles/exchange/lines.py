"""A file of JSON Lines, read to numbered objects."""

import json
from collections.abc import Iterator
from pathlib import Path

from articles.exchange.faults import BadFile, Faults

LONGEST_LINE = 8 * 1024 * 1024  # bytes; a long story with twenty editions has a tenth of that


class Twice(ValueError):
    """A field that stands twice in one object."""


def objects(path: Path, faults: Faults) -> Iterator[tuple[int, dict]]:
    """Each object of the file with the number of its line; blank lines are passed over."""
    found = False
    for number, line in _lines(path):
        if not line.strip():
            continue
        found = True
        try:
            yield number, _object(line)
        except ValueError as error:
            faults.add(number, "", str(error))
    if not found:
        raise BadFile(f"There is nothing in {path.name}: write one JSON object a line.")


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(iter(lambda: file.readline(LONGEST_LINE + 1), b""), start=1):
                if len(line) > LONGEST_LINE:
                    raise BadFile(f"line {number}: longer than 8 MB: this is no file of the exchange.")
                yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name can't be read"
        if isinstance(error, BadFile):
            raise
        raise BadFile(f"{path.name} can't be read: {reason}.") from None


def _object(line: bytes) -> dict:
    """Raises ValueError, in words, for anything but one JSON object in UTF-8."""
    try:
        value = json.loads(line.decode("utf-8"), parse_constant=_no_constant, object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise ValueError(
            f"not UTF-8 text (byte {error.start + 1} of the line): save the file as UTF-8"
        ) from None
    except json.JSONDecodeError as error:
        raise ValueError(f"no JSON ({error.msg.lower()}, character {error.pos + 1})") from None
    except Twice:
        raise
    except RecursionError:
        raise ValueError("no line of ours: nested too deep") from None
    except ValueError:
        raise ValueError("no JSON that can be read: a number in it is none, or too long") from None
    if not isinstance(value, dict):
        raise ValueError('no JSON object: a line is {"type": …, "key": …}')
    return value


def _no_constant(name: str):
    raise ValueError(name)


def _once(pairs: list[tuple[str, object]]) -> dict:
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise Twice(f'the field "{twice}" stands twice in one object')
    return dict(pairs)
