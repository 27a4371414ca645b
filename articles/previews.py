"""A story as readers would get it if it went live at this moment: the desk's words and judgements, nothing written.

The page is made by the same view and template as the public one; only what they are given is made here.
"""

from django.db.models import Q

from articles import citations, reading
from articles.content import Content, content_of
from articles.models import Article, Edition, EditionByline, Story
from claims import foreseen
from claims.models import Claim
from claims.record import Record
from newsroom.lib.html import clean_body
from newsroom.lib.text import slug_of

NEVER_WRITTEN = 0  # the id of no row
LONGEST_KICKER = Edition._meta.get_field("kicker_slug").max_length


def foresee(article: Article, at, content: Content | None = None) -> tuple[Edition, Record]:
    """The edition that publishing would make, with all that its page shows, and what is known of its claims.

    Its words are the article's, or such as a form holds them.
    """
    content = content or content_of(article)
    edition = _edition(article, content, at)
    claims = _cited(edition, content)
    rows = [citations.Citation(edition=edition, claim=claim) for claim in claims]
    for row in rows:
        row.is_lead = row.claim in content.links["lead_claims"]
    edition.coming = foreseen.first_assessments(claims, at)
    return edition, citations.read([edition], rows, at, edition.coming)


def _edition(article: Article, content: Content, at) -> Edition:
    article.pk = article.pk or NEVER_WRITTEN
    begun = list(article.editions.begun(at).order_by("live_from"))
    words = {**content.words, "body": clean_body(content.words["body"])}
    edition = Edition(
        pk=NEVER_WRITTEN,
        article=article,
        slug=article.slug or "preview",
        kicker_slug=slug_of(words["kicker"], longest=LONGEST_KICKER) if words["kicker"] else "",
        image=content.image,
        number=len(begun) + 1,
        published_at=begun[0].live_from if begun else at,
        live_from=at,
        made_at=at,
        **words,
    )
    edition.substance_at = at
    bylines = [EditionByline(edition=edition, author=author) for author in content.authors]
    edition._prefetched_objects_cache = {
        "bylines": bylines,
        **{name: _as_loaded(name, content.links[name]) for name in Story.LINKS},
    }
    return reading.load_topics(edition)


def _as_loaded(name: str, rows: list):
    """A QuerySet that holds these rows, and finds them where it is asked for as a part of another."""
    found = Article._meta.get_field(name).related_model.objects.filter(pk__in=[row.pk for row in rows])
    found._result_cache = list(rows)
    found._prefetch_done = True
    return found


def _cited(edition: Edition, content: Content) -> list[Claim]:
    leads = [claim.pk for claim in content.links["lead_claims"]]
    cited = Q(key__in=edition.marked_keys()) | Q(pk__in=leads)
    return list(Claim.objects.filter(cited).with_subject())
