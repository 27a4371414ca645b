"""A catalogue as a table: CSV, XLSX and JSON, out and in, with what would change told before it does."""

from newsroom.lib.tables.columns import Column, Ids, Names, Table
from newsroom.lib.tables.files import FORMATS, Unreadable, read, written
from newsroom.lib.tables.plan import Plan, plan_of

__all__ = [
    "FORMATS",
    "Column",
    "Ids",
    "Names",
    "Plan",
    "Table",
    "Unreadable",
    "plan_of",
    "read",
    "written",
]
