"""Full-text search with the engine at hand: FTS5 on SQLite, tsvector and GIN on PostgreSQL, one interface for both.

A model says what it is found by: `searched_by = Documents("search_stories", …)`, texts that a function writes in
the transaction of each verb; or `searched_by = Names("search_people")`, which follows a column of its own.
Both answer `matching(rows, query)`, rows of the model that hold everything a query asks for.
"""

from newsroom.lib.search.documents import Document, Documents
from newsroom.lib.search.names import Names, NamesField
from newsroom.lib.search.query import Phrase, Query, Unit, beginning, read, season_token

__all__ = [
    "Document",
    "Documents",
    "Names",
    "NamesField",
    "Phrase",
    "Query",
    "Unit",
    "beginning",
    "read",
    "season_token",
]
