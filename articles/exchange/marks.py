"""Claims marked in the text of what was published: each mark names a claim that exists.

A draft may mark what is still to be made: the desk is edited freely.
"""

from articles.exchange.table import Place, Record
from newsroom.lib import html


def refer_marks(record: Record, place: Place) -> None:
    for index, edition in enumerate(record.data.get("editions", ())):
        for key in dict.fromkeys(key for key, _ in html.cited(edition["body"])):
            place.at("editions").at(index).at("body").refers("claim", {"key": key}, "key")
