"""The story's form as a browser would send it."""

import re
from html import unescape

from django.urls import reverse

from articles.models import Article


def url(page, article=None, **query):
    args = [article.pk] if article else []
    return reverse(f"admin:articles_article_{page}", args=args, query=query or None)


def field(response, name):
    """The value of an input of a page."""
    found = re.search(rf'name="{name}"[^>]*? value="([^"]*)"', response.content.decode())
    return unescape(found[1]) if found else ""


def form_of(client, article=None, **typed):
    """What the form holds as it is opened, with some of it typed over."""
    page = client.get(url("change", article) if article else url("add"))
    prefix = "bylines"
    lines = list(article.bylines.all()) if article else []
    data = {"_version": field(page, "_version")}
    data |= {f"{prefix}-TOTAL_FORMS": len(lines), f"{prefix}-INITIAL_FORMS": len(lines)}
    for number, line in enumerate(lines):
        data |= {f"{prefix}-{number}-id": line.pk, f"{prefix}-{number}-article": article.pk}
        data |= {f"{prefix}-{number}-author": line.author_id, f"{prefix}-{number}-position": line.position}
    article = article or Article()
    for name in ("headline", "standfirst", "body", "kicker", "slug", "description"):
        data[name] = getattr(article, name)
    if article.pk:
        for name in ("shows", "seasons", "people", "lead_claims", "disclaimers"):
            data[name] = list(getattr(article, name).values_list("pk", flat=True))
    return {name: value for name, value in (data | typed).items() if value not in (None, "")}


def do(client, verb, article, **typed):
    """Open the verb's page, and confirm it."""
    page = client.get(url(verb, article))
    return client.post(url(verb, article), {"_version": field(page, "_version"), **typed}, follow=True)
