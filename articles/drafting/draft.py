"""A draft story from a parsed text; the text itself is kept as the document that its claims rest on."""

import hashlib
from dataclasses import dataclass
from datetime import date

from articles.drafting import finding
from articles.drafting.marking import Body, disclaimer_of
from articles.drafting.stating import Stated, Stating
from articles.models import Article, Author, Disclaimer
from articles.plaintext import Story, read
from claims.models import Source
from newsroom.lib import clock
from newsroom.lib.text import clean, line
from newsroom.lib.timeline import act


@dataclass(frozen=True)
class Drafted:
    """What came of a text: its draft, what was stated in it, and whether it had been read before."""

    article: Article
    stated: tuple[Stated, ...] = ()
    is_known: bool = False


def draft(text: str, *, by, names: finding.Names | None = None) -> Drafted:
    """Read a text to a draft. The same text read twice gives the first draft again."""
    with act():
        digest = hashlib.sha256(clean(text).encode()).hexdigest()
        if known := Article.objects.filter(read_from__key=f"text-{digest[:24]}").first():
            return Drafted(known, is_known=True)
        story = read(text)
        document = _document(story, text, digest, by)
        article = _article(story, document, by)
        stated = _state(story, article, document, names or finding.Names())
        return Drafted(article, tuple(stated))


def _document(story: Story, text: str, digest: str, by) -> Source:
    day = story.date if story.date and story.date <= clock.today().isoformat() else ""
    title = f"Text received: {story.title or 'without a headline'}"
    return Source.objects.create(
        key=f"text-{digest[:24]}",
        kind="document",
        title=line(title)[:300],
        text=text,
        published_on=day,
        added_by=by,
    )


def _article(story: Story, document: Source, by) -> Article:
    headline = line(story.title or "A story without a headline")[:300]
    opening = next((block.text for block in story.blocks if block.kind == "paragraph"), "")
    article = Article.objects.create(
        slug=finding.free_slug(Article, headline),
        headline=headline,
        standfirst=story.standfirst or "",
        kicker=line(story.section or "")[:80],
        description=_first_sentence(story.standfirst or opening),
        read_from=document,
        made_by=by,
    )
    if author := _author(story, by):
        article.bylines.create(author=author)
    if words := disclaimer_of(story.blocks):
        article.disclaimers.add(_disclaimer(words))
    return article


def _state(story: Story, article: Article, document: Source, names: finding.Names) -> list[Stated]:
    """The topics, claims and marked body of a draft; a text without a show gets its words alone."""
    body, stated = Body(story.blocks), []
    if story.show:
        show = names.show(story.show, story.kind)
        season = finding.season(show, story.season)
        stated = Stating(show, story.season, names, document, _as_of(story)).all(story)
        article.shows.add(show)
        article.seasons.add(*filter(None, [season]))
        article.people.add(*{one.claim.person for one in stated if one.claim.person})
        article.lead_claims.add(*{one.claim for one in stated if one.is_lead})
        for one in stated:
            body.mark(one.evidence, one.phrase, one.claim.key)
    article.body = body.html()
    article.save()
    return stated


def _as_of(story: Story) -> date:
    """The day that the text speaks to: its own, where it names one that has been."""
    today = clock.today()
    day = date.fromisoformat(story.date) if story.date and len(story.date) == 10 else today
    return min(day, today)


def _author(story: Story, by) -> Author | None:
    if story.byline and (found := Author.objects.filter(name__iexact=line(story.byline)).first()):
        return found
    return Author.objects.filter(account=by).first() if by else None


def _disclaimer(words: str) -> Disclaimer:
    text = words.replace("{", "{{").replace("}", "}}")
    key = f"text-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
    return Disclaimer.objects.get_or_create(key=key, defaults={"text": text})[0]


def _first_sentence(text: str) -> str:
    sentence = text.split(". ")[0].strip()
    return line(sentence + ("." if sentence and not sentence.endswith((".", "!", "?", "…")) else ""))[:300]
