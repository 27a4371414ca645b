"""Addresses that lead elsewhere, and what a page's own address looks like."""

from django.http import HttpResponsePermanentRedirect
from django.urls import register_converter
from django.utils.http import urlencode

from newsroom.lib.params import Moment


def moved(url: str, moment: Moment) -> HttpResponsePermanentRedirect:
    """One hop to today's address; of the query only a declared `as_of` goes along."""
    return HttpResponsePermanentRedirect(
        f"{url}?{urlencode({'as_of': moment.asked})}" if moment.asked else url
    )


class Count:
    """A season's or an edition's number: one spelling each, and none that a database could stumble over."""

    regex = "[1-9][0-9]{0,3}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(Count, "count")


def asking(path: str, **query: str) -> str:
    """A path with what is asked there; what is empty is left out."""
    given = {name: value for name, value in query.items() if value}
    return path + (f"?{urlencode(given)}" if given else "")


def going_on(path: str, then: Moment, after: str, further: str, **sort: str) -> dict[str, str]:
    """What a page says of a list of which it is a part: where it begins and goes on, and that its beginning alone
    is for search engines. `after` is where this part begins, `further` where the next one does."""
    return {
        "first_url": asking(path, as_of=then.asked, **sort) if after else "",
        "older_url": asking(path, as_of=then.asked, **sort, after=further) if further else "",
        "canonical_path": asking(path, **sort, after=after),
        "robots": "noindex,follow" if after or any(sort.values()) else "",
    }
