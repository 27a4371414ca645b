"""Bytes to rows of text and back. Whatever is wrong with a file is said in a sentence; nothing in it is run."""

import io
import json
import zipfile
from collections.abc import Iterable

import tablib
from import_export.formats.base_formats import CSV, JSON, XLSX

LARGEST = 5 * 1024 * 1024  # bytes of an upload
UNPACKED = 60 * 1024 * 1024  # bytes of a workbook, unpacked
MOST_ROWS, MOST_COLUMNS, LONGEST = 2000, 40, 5000  # LONGEST: characters of a cell
FORMATS = {"csv": CSV, "xlsx": XLSX, "json": JSON}
FORMULA = ("=", "+", "-", "@", "\t", "\r", "|", "%")


class Unreadable(Exception):
    """A file that is no table, in words for who sent it."""


def read(name: str, content: bytes) -> list[dict[str, str]]:
    """The rows of a file, each by the names in its first line; cells as text, without spaces around them."""
    kind = name.rsplit(".", 1)[-1].lower()
    if kind not in FORMATS:
        raise Unreadable("Send a file that ends in .csv, .xlsx or .json.")
    if len(content) > LARGEST:
        raise Unreadable("The file is larger than 5 MB: cut it into several.")
    rows = {"csv": _csv, "xlsx": _xlsx, "json": _json}[kind](content)
    if not rows:
        raise Unreadable(
            "There is no row in it: the first line has the names of the columns, the rows follow."
        )
    return rows


def written(kind: str, headings: list[str], rows: Iterable[dict[str, str]]) -> bytes:
    """A file of these rows; in CSV and XLSX no cell is a formula."""
    cells = [[row.get(name, "") for name in headings] for row in rows]
    if kind == "json":
        told = [dict(zip(headings, row, strict=True)) for row in cells]
        return json.dumps(told, ensure_ascii=False, indent=1).encode()
    table = tablib.Dataset(*([as_text(cell) for cell in row] for row in cells), headers=headings)
    told = FORMATS[kind]().export_data(table)
    return told.encode() if isinstance(told, str) else told


def as_text(cell: str) -> str:
    """What a spreadsheet would take for a formula is led by an apostrophe, which it shows as text."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) or cell.startswith("'") else cell


def _as_meant(cell: str) -> str:
    """Without the apostrophe of `as_text`."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip(" ").startswith((*FORMULA, "'")) else cell


def _csv(content: bytes) -> list[dict[str, str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable(
            "Its letters can’t be read: save it as UTF-8 (“CSV UTF-8” in a spreadsheet)."
        ) from None
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    try:
        table = CSV().create_dataset(text.replace("\0", ""), delimiter=mark)
    except Exception:
        raise Unreadable("It is no table: each line must have as many cells as the first.") from None
    return _told(table.headers, table)


def _xlsx(content: bytes) -> list[dict[str, str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            size = sum(part.file_size for part in book.infolist())
        if size > UNPACKED:
            raise Unreadable(
                "The workbook is too large once it is unpacked: keep the one sheet, or send CSV."
            )
        return _told(*_sheet(content))
    except Unreadable:
        raise
    except Exception:
        raise Unreadable("The workbook can’t be read: save it anew as .xlsx, or send CSV.") from None


def _sheet(content: bytes):
    """Its first sheet, no further than an import goes: a sheet can say that it has a million empty rows."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    rows = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS + 1, values_only=True)
    return list(next(rows, ())), list(rows)


def _json(content: bytes) -> list[dict[str, str]]:
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise Unreadable("It is no JSON that can be read: a list of objects, one a row, in UTF-8.") from None
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise Unreadable("Give a list of objects, one a row: [{“slug”: …}, …].")
    names = list(dict.fromkeys(str(name) for row in found[: MOST_ROWS + 1] for name in row))
    return _told(names, [[_flat(row.get(name)) for name in names] for row in found[: MOST_ROWS + 1]])


def _flat(value) -> object:
    return " | ".join(map(str, value)) if isinstance(value, list) else value


def _told(headings, rows) -> list[dict[str, str]]:
    names = [_cell(name).lower() for name in headings or ()]
    while names and not names[-1]:
        names.pop()
    if len(names) > MOST_COLUMNS or len(set(names)) != len(names) or "" in names:
        raise Unreadable("Its first line must name each column, once.")
    told = [dict(zip(names, map(_cell, row), strict=False)) for row in rows]
    while told and not any(told[-1].values()):
        told.pop()
    if len(told) > MOST_ROWS:
        raise Unreadable(f"It has more than {MOST_ROWS:,} rows: cut it into several.")
    return told


def _cell(value) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).replace("\0", "").strip()
    if len(text) > LONGEST:
        raise Unreadable(f"A cell has more than {LONGEST:,} characters: that is no name and no address.")
    return _as_meant(text)
