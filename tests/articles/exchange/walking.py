"""Every public address, and what it answers."""

from articles.models import Article, Edition
from claims.models import Claim
from newsroom.management.commands.public_urls import listed


def pages(client, addresses):
    return {address: (r.status_code, r.content) for address in addresses for r in [client.get(address)]}


def addresses():
    """Every public address, those that answer 301, 404 or 410 among them."""
    rows = [
        row["example"]
        for row in listed()
        if row["example"] and row["name"] not in {"media_file", "health_ready"}
    ]
    claims = [claim.get_absolute_url() for claim in Claim.objects.all()]
    stories = [f"/news/{article.slug}/" for article in Article.objects.all()]
    history = [f"{story}history/" for story in stories]
    editions = [edition.get_edition_url() for edition in Edition.objects.uncancelled()]
    then = [f"{address}?as_of=2026-03-03" for address in [*claims, *stories]]
    return [*rows, *claims, *stories, *history, *editions, *then]
