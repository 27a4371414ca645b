"""All types of line."""

from articles.exchange import catalogue, claims, evidence, pictures, stories, values, writing
from articles.exchange.kinds import Kind
from articles.exchange.table import Field

# In the order of writing: each rests on those before it.
KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        pictures.IMAGE,
        *catalogue.KINDS,
        *evidence.KINDS,
        *writing.KINDS,
        claims.CLAIM,
        stories.ARTICLE,
    )
}
KEYS: dict[str, Field] = {"season": values.season_key()} | {
    name: values.key() if kind.slot == "key" else values.slug()
    for name, kind in KINDS.items()
    if name != "season"
}
