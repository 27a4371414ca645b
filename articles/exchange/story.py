"""What article and edition have in common in the exchange."""

from dataclasses import replace

from articles.exchange import values
from articles.exchange.table import ABSENT, Table
from articles.exchange.world import BATCH, World
from articles.models import Article, Story

WORDS = Story.WORDS
LINKS = {
    "shows": "show",
    "seasons": "season",
    "people": "person",
    "lead_claims": "claim",
    "disclaimers": "disclaimer",
}

STORY: Table = {
    "headline": values.words(Article, "headline"),
    "standfirst": values.prose(),
    "body": values.body(),
    "kicker": values.words(Article, "kicker"),
    "description": values.words(Article, "description"),
    "authors": values.references("author", ordered=True),
    "shows": values.references("show"),
    "seasons": values.references("season"),
    "people": values.references("person"),
    "lead_claims": values.references("claim"),
    "disclaimers": values.references("disclaimer"),
    "image": values.reference("image"),
    "lead": values.truth(),
}
# In an edition, a field that is left out equals the article's; one that is null says "none".
AS_PUBLISHED: Table = {
    name: replace(field, absent=ABSENT) for name, field in {"slug": values.slug(), **STORY}.items()
}


def tell_story(row: Story) -> dict:
    return {
        **{name: getattr(row, name) for name in WORDS},
        "authors": [line.author.slug for line in row.bylines.all()],
        "shows": sorted(show.slug for show in row.shows.all()),
        "seasons": sorted(season.key for season in row.seasons.all()),
        "people": sorted(person.slug for person in row.people.all()),
        "lead_claims": sorted(claim.key for claim in row.lead_claims.all()),
        "disclaimers": sorted(disclaimer.key for disclaimer in row.disclaimers.all()),
        "image": row.image.key if row.image else "",
        "lead": row.is_lead,
    }


def make_bylines(model, parent: str, told: list, world: World) -> None:
    """Who wrote it, in order; `told` pairs a row with its authors' keys."""
    rows = [
        model(**{parent: row}, author=world.row("author", key), position=position)
        for row, keys in told
        for position, key in enumerate(keys)
    ]
    model.objects.bulk_create(rows, batch_size=BATCH)
