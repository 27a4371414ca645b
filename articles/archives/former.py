"""Addresses that a post had elsewhere, as they lead here."""

from django.urls import Resolver404, resolve

from articles.addresses import spelt
from articles.archives.post import Kind
from articles.archives.report import Told
from articles.models import Article, Edition, FormerAddress, FormerSlug
from newsroom.lib.text import line, new_key, slug_of

LONGEST = 500


def free_slug(wanted: str, title: str) -> str:
    """The slug that a post had, made of ASCII, or one made of its title; counted on where another story has it."""
    made = [slug for slug in (slug_of(wanted), slug_of(title)) if slug != "item"]
    slug, number = (made[0] if made else new_key())[:90], 1
    candidate = slug
    while _is_taken(candidate):
        number += 1
        candidate = f"{slug}-{number}"
    return candidate


def _is_taken(slug: str) -> bool:
    return any(model.objects.filter(slug=slug).exists() for model in (Article, Edition, FormerSlug))


def lead_here(article: Article, addresses: tuple[str, ...], told: Told) -> int:
    """Let former addresses lead to a story, those that are free; how many do."""
    return sum(_lead(article, spelt(line(address)), told) for address in dict.fromkeys(addresses))


def _lead(article: Article, address: str, told: Told) -> bool:
    if address == f"/news/{article.slug}":
        return False
    if len(address) > LONGEST:
        told.note(Kind.LEFT, f"Its address “{address[:60]}…” is too long to lead here.")
        return False
    if FormerAddress.objects.filter(address=address).exclude(article=article).exists():
        told.note(Kind.LEFT, f"Its address “{address[:80]}” leads to another story already.")
        return False
    if (match := _answered(address)) is not None:
        return _lead_slug(article, address, match, told)
    FormerAddress.objects.get_or_create(address=address, defaults={"article": article})
    return True


def _answered(address: str):
    """What answers at a path here; None where nothing does."""
    for path in (f"{address}/", address) if address.startswith("/") else ():
        try:
            return resolve(path)
        except Resolver404:
            continue
    return None


def _lead_slug(article: Article, address: str, match, told: Told) -> bool:
    """A path under /news/ is a slug's; every other page that we have keeps its address."""
    slug = match.kwargs.get("slug", "")
    if match.url_name == "article_detail" and not _is_taken(slug):
        FormerSlug.objects.create(slug=slug, article=article)
        return True
    told.note(Kind.LEFT, f"Its address “{address[:80]}” is that of another page here.")
    return False
