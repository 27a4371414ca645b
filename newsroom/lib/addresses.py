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
