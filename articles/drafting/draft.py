"""A draft story from a parsed text; the text itself is kept as the document that its claims rest on."""

import hashlib
from dataclasses import dataclass
from datetime import date

from articles.drafting import finding
from articles.drafting.choices import Choices
from articles.drafting.marking import Body, disclaimer_of
from articles.drafting.offering import Offering
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


def known(text: str) -> Article | None:
    """The draft that came of this text before."""
    return Article.objects.filter(read_from__key=_key(text)).first()


def draft(
    text: str,
    *,
    by,
    names: finding.Names | None = None,
    choices: Choices | None = None,
    read_as: Story | None = None,
) -> Drafted:
    """Read a text to a draft, as it is proposed or as it was chosen. The same text read twice gives the first
    draft again. `read_as` spares reading it anew."""
    choices = choices or Choices()
    with act():
        read_as = read_as or read(text)
        document = _document(read_as, text, by)
        with act(document):
            if article := Article.objects.filter(read_from=document).first():
                return Drafted(article, is_known=True)
            story = choices.applied(read_as)
            article = _article(story, document, by, choices)
            stated = _state(story, article, document, choices.decide(names or finding.Names()), choices, by)
            return Drafted(article, tuple(stated))


def _key(text: str) -> str:
    return f"text-{hashlib.sha256(clean(text).strip().encode()).hexdigest()[:24]}"


def _document(story: Story, text: str, by) -> Source:
    """The text itself, kept once: it stays where its draft was deleted."""
    day = story.date if story.date and story.date <= clock.today().isoformat() else ""
    title = f"Text received: {story.title or 'without a headline'}"
    fields = {
        "kind": "document",
        "title": line(title)[:300],
        "text": text,
        "published_on": day,
        "added_by": by,
    }
    return Source.objects.get_or_create(key=_key(text), defaults=fields)[0]


def _article(story: Story, document: Source, by, choices: Choices) -> Article:
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
    if author := _author(story, by, choices):
        article.bylines.create(author=author)
    if choices.makes and (words := disclaimer_of(story.blocks)):
        article.disclaimers.add(_disclaimer(words))
    return article


def _state(story, article, document, names, choices, by) -> list[Stated]:
    """The topics, claims and marked body of a draft; a text without a show gets its words alone."""
    body = Body(story.blocks, with_disclaimer=not choices.makes)
    stated = []
    if story.show:
        offering = Offering(story, names, platform=choices.platform)
        stated = _stated(offering, document, choices, _as_of(story), by)
        show = offering.show
        season = names.season(show, story.season)
        if choices.makes:
            show, season = names.keep(show), names.keep(season)
        article.shows.add(*_saved([show]))
        article.seasons.add(*_saved([season]))
        article.people.add(*{one.claim.person for one in stated if one.claim.person})
        article.lead_claims.add(*{one.claim for one in stated if one.is_lead})
        for one in stated:
            body.mark(one.evidence, one.phrase, one.claim.key)
    article.body = body.html()
    article.save()
    return stated


def _stated(offering: Offering, document: Source, choices: Choices, as_of: date, by) -> list[Stated]:
    chosen = [(offer, choices.of(offer.name)) for offer in offering.all()]
    accepted = [(offer, choice) for offer, choice in chosen if choice and (choices.makes or not offer.is_new)]
    if not choices.makes:
        return [Stated(one.claim, one.evidence, one.phrase, one.is_lead) for one, _ in accepted]
    return Stating(offering.names, document, choices.source, as_of, by).all(accepted)


def _saved(rows) -> list:
    return [row for row in rows if row is not None and row.pk]


def _as_of(story: Story) -> date:
    """The day that the text speaks to: its own, where it names one that has been."""
    today = clock.today()
    day = date.fromisoformat(story.date) if story.date and len(story.date) == 10 else today
    return min(day, today)


def _author(story: Story, by, choices: Choices) -> Author | None:
    name = line(story.byline or "")[:100]
    if name and (found := Author.objects.filter(name__iexact=name).first()):
        return found
    if name and "byline" in choices.story and choices.makes:
        return Author.objects.create(name=name, slug=finding.free_slug(Author, name))
    return Author.objects.filter(account=by).first() if by else None


def _disclaimer(words: str) -> Disclaimer:
    text = words.replace("{", "{{").replace("}", "}}")
    key = f"text-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
    return Disclaimer.objects.get_or_create(key=key, defaults={"text": text})[0]


def _first_sentence(text: str) -> str:
    sentence = text.split(". ")[0].strip()
    return line(sentence + ("." if sentence and not sentence.endswith((".", "!", "?", "…")) else ""))[:300]
