"""“Paste a story” as a browser would send it."""

import re

from articles.models import Article
from claims.models import Claim, Source
from shows.models import Person, Show
from tests.articles.admin.posting import url
from tests.desk_people import _controls

TEXT = """2026-03-01 Moonlit Harbour Season 3: release window, cast and what we know | Drama News
Moonlit Harbour is coming back, and here is what we know.
Moonlit Harbour Season 3 Filming update
Harbour One announced that filming of Season 3 began in January 2026.
Moonlit Harbour Season 3 Release date
Some estimates place the premiere around early 2027.
Moonlit Harbour Season 3 Returning Cast
Ana Petrov as Captain Reyes
Ben Okafor as Nils
Disclaimer
Details may change soon.
"""


def read(client, text, **fields):
    return client.post(url("paste"), {"text": text, "_read": "1"} | fields)


def page_of(page):
    """What a browser would send back of the page, without a button."""
    form = max(re.findall(r"<form.*?</form>", page.content.decode(), re.S), key=len)
    return {name: value for name, value in _controls(form) if name != "csrfmiddlewaretoken"}


def taking(*names):
    return {f"{name}-kept": "on" for name in names}


def make(client, text, chosen, **fields):
    page = page_of(read(client, text, **fields))
    return client.post(url("paste"), page | {"_make": "draft"} | chosen, follow=True)


def rows_of(page):
    return {row.offer.name: row for row in page.context["proposals"].rows}


def levels(row):
    return [value for value, _ in row.fields["level"].choices]


def counts():
    return [model.objects.count() for model in (Article, Claim, Show, Person, Source)]
