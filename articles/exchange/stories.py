"""Stories in the exchange: the desk's article, and its editions as published."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from articles.exchange import days, values
from articles.exchange.editions import EDITION, make_editions, settle_editions, tell_edition
from articles.exchange.faults import Faults
from articles.exchange.kinds import Kind, chunks
from articles.exchange.making import MADE, made_columns, same_but_made, tell_made
from articles.exchange.resolutions import (
    RESOLUTIONS,
    make_resolutions,
    settle_resolutions,
    tell_resolutions,
)
from articles.exchange.story import LINKS, STORY, WORDS, make_bylines, tell_story
from articles.exchange.table import Record, extra, required, written
from articles.exchange.verdicts import in_order, reopen
from articles.exchange.world import World
from articles.models import (
    Article,
    ArticleByline,
    Edition,
    EditionByline,
    FormerAddress,
    FormerSlug,
    Resolution,
)
from newsroom.lib import clock
from newsroom.lib.timeline import said


def tell_article(row: Article) -> dict:
    withdrawn = {
        "at": row.withdrawn_at,
        "by": row.withdrawn_by.username if row.withdrawn_by else "",
        "note": row.withdrawal_note,
    }
    editions = [tell_edition(edition, row) for edition in row.editions.all()]
    return {
        "state": row.state,
        **tell_story(row),
        "embargo_until": row.embargo_until,
        "editions": in_order(reopen(editions, otherwise="live_from")),
        "withdrawn": withdrawn if row.withdrawn_at else None,
        "former_slugs": sorted(former.slug for former in row.former_slugs.all()),
        "former_addresses": sorted(former.address for former in row.former_addresses.all()),
        "read_from": row.read_from.key if row.read_from else "",
        "resolutions": tell_resolutions(row),
        "made": tell_made(row.made_at, row.made_by),
    }


def full_articles(rows: QuerySet) -> QuerySet:
    editions = Edition.objects.select_related("by", "redacted_by", "image").prefetch_related(
        *LINKS, "seasons__show", "claims", Prefetch("bylines", EditionByline.objects.select_related("author"))
    )
    return rows.select_related("image", "withdrawn_by", "made_by", "read_from").prefetch_related(
        *LINKS,
        "seasons__show",
        "former_slugs",
        "former_addresses",
        Prefetch("bylines", ArticleByline.objects.select_related("author")),
        Prefetch("editions", editions),
        Prefetch("resolutions", Resolution.objects.select_related("assessment__claim", "edition", "by")),
    )


class Articles(Kind):
    """On the way out an edition leaves out what equals its article's."""

    def line(self, row: Article) -> dict[str, Any]:
        data = self.tell(row)
        line = {"type": self.name, "key": row.slug, **written(data, self.table)}
        line["editions"] = [_shortened(edition, data, row.slug) for edition in data["editions"]]
        return line


def _shortened(edition: dict, article: dict, slug: str) -> dict:
    same = {name for name in STORY if edition[name] == article[name]}
    if edition["slug"] == slug:
        same.add("slug")
    if edition["redacted"]:
        same = (same - set(WORDS)) | {name for name in WORDS if not edition[name]}
    return written(edition, EDITION, frozenset(same))


def settle_article(record: Record, faults: Faults) -> None:
    withdrawn = record.data["withdrawn"]
    if withdrawn and withdrawn["at"] > clock.now():
        faults.add(record.line, "withdrawn.at", "lies in the future")
    for edition in record.data["editions"]:
        for name in STORY:
            emptied = edition["redacted"] and name in WORDS
            edition.setdefault(name, "" if emptied else record.data[name])
        edition.setdefault("slug", record.key)
    settle_editions(record, faults)
    settle_resolutions(record, faults)
    if withdrawn and not any(edition["live_from"] <= withdrawn["at"] for edition in record.data["editions"]):
        faults.add(record.line, "withdrawn", f"by {said(withdrawn['at'])} the story had not been live")


def make_articles(records: list[Record], world: World) -> None:
    _refuse_taken_addresses(records, world)
    world.faults.settle()
    world.write(records, lambda record: _article(record, world))
    for name, model in LINKS.items():
        world.join_all(Article, name, [(r.row, r.data[name]) for r in records], model)
    make_bylines(ArticleByline, "article", [(r.row, r.data["authors"]) for r in records], world)
    slugs = [(record.row, slug) for record in records for slug in record.data["former_slugs"]]
    FormerSlug.objects.bulk_create(FormerSlug(article=row, slug=slug) for row, slug in slugs)
    former = [(record.row, address) for record in records for address in record.data["former_addresses"]]
    FormerAddress.objects.bulk_create(FormerAddress(article=row, address=address) for row, address in former)
    make_editions(records, world)
    make_resolutions(records, world)


def _article(record: Record, world: World) -> Article:
    data = record.data
    made = made_columns(data["made"], world)
    withdrawn = data["withdrawn"] or {"at": None, "by": "", "note": ""}
    return Article(
        slug=record.key,
        state=data["state"],
        **{name: data[name] for name in WORDS},
        is_lead=data["lead"],
        image=world.row("image", data["image"]),
        embargo_until=data["embargo_until"],
        read_from=world.row("source", data["read_from"]),
        made_at=made.at or clock.now(),
        made_by=made.by,
        changed_at=made.at or clock.now(),
        withdrawn_at=withdrawn["at"],
        withdrawn_by=world.account(withdrawn["by"]),
        withdrawal_note=withdrawn["note"],
    )


def _refuse_taken_addresses(records: list[Record], world: World) -> None:
    """An address, once a story's, is never another's: in the file, and in the newsroom."""
    wanted = []
    for record in records:
        wanted.append((record.key, record, "key"))
        wanted += [(slug, record, "former_slugs") for slug in record.data["former_slugs"]]
        wanted += [(one["slug"], record, "editions.slug") for one in record.data["editions"]]
    owners = _owners({slug for slug, _, _ in wanted})
    for record in records:
        wanted += [(address, record, "former_addresses") for address in record.data["former_addresses"]]
    owners |= _former_owners({address for address, _, field in wanted if field == "former_addresses"})
    for slug, record, field in wanted:
        if owners.setdefault(slug, record.key) != record.key:
            world.faults.add(record.line, field, f"“{slug}” is the address of the story “{owners[slug]}”")


def _former_owners(addresses: set[str]) -> dict[str, str]:
    """Whose they are; a path begins with a slash, `?p=` with a mark, so that none is taken for a slug."""
    found: dict[str, str] = {}
    for some in chunks(addresses):
        rows = FormerAddress.objects.filter(address__in=some)
        found |= dict(rows.values_list("address", "article__slug"))
    return found


def _owners(slugs: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for some in chunks(slugs):
        for model in (Edition, FormerSlug):
            found |= dict(model.objects.filter(slug__in=some).values_list("slug", "article__slug"))
        found |= {slug: slug for slug in Article.objects.filter(slug__in=some).values_list("slug", flat=True)}
    return found


ARTICLE = Articles(
    "article",
    Article,
    {
        "state": values.choice(Article.State, Article.State.DRAFT.value),
        **STORY,
        "embargo_until": days.instant(),
        "editions": values.many(EDITION),
        "withdrawn": values.one(
            {"at": required(days.instant()), "by": values.account(), "note": required(values.prose())}
        ),
        "former_slugs": values.slugs(),
        "former_addresses": extra(values.former_addresses()),
        "read_from": extra(values.reference("source")),
        "resolutions": RESOLUTIONS,
        "made": MADE,
    },
    tell_article,
    make_articles,
    full=full_articles,
    settle=settle_article,
    same=same_but_made,
)
