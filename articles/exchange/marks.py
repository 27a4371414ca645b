"""What the text of a published edition refers to: each marked claim, each picture, each show or season of a block
that is filled from live claims. All of them exist.

A draft may mark what is still to be made: the desk is edited freely.
"""

from articles.exchange.table import Place, Record
from newsroom.lib import html


def refer_marks(record: Record, place: Place) -> None:
    for index, edition in enumerate(record.data.get("editions", ())):
        here = place.at("editions").at(index).at("body")
        for key in dict.fromkeys(key for key, _ in html.cited(edition["body"])):
            here.refers("claim", {"key": key}, "key")
        for inset in html.insets(edition["body"]):
            type = "image" if inset.picture else "season" if inset.season else "show"
            here.refers(type, {"key": inset.picture or inset.of}, "key")
