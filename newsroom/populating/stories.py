"""Stories as they stand on the desk and as they went out."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from articles.models import Article, ArticleByline, Edition, EditionByline
from newsroom.lib.text import slug_of
from newsroom.lib.timeline import FOREVER
from newsroom.populating import words
from newsroom.populating.catalogue import World
from newsroom.populating.rows import Table, Writer
from newsroom.populating.shares import code, editions
from newsroom.populating.told import Story

STORY = ("slug", "headline", "standfirst", "body", "kicker", "kicker_slug", "description", "is_lead")
ARTICLE = (*STORY, "state", "made_at", "made_by_id", "changed_at")
EDITION = (*STORY, "article_id", "number", "published_at", "note_kind", "note", "live_from", "live_until")
TOPICS = ("shows", "seasons", "people", "lead_claims")
KICKERS = [(kicker, slug_of(kicker)) for kicker in words.KICKERS]
NOTES = [
    (Edition.NoteKind.UPDATE.value, "What has been announced since was added."),
    (Edition.NoteKind.CORRECTION.value, "An earlier edition gave another number of episodes."),
    (Edition.NoteKind.CLARIFICATION.value, "It says more plainly now who said what."),
]


@dataclass
class Side:
    """The desk's tables or the paper's: rows, bylines, links."""

    rows: Table
    bylines: Table
    links: dict[str, Table]

    def link(self, row: int, topics: dict[str, list[int]], authors: list[int]) -> None:
        for name, ends in topics.items():
            for end in ends:
                self.links[name].add(row, end)
        for position, author in enumerate(authors):
            self.bylines.add(author, position, row)


def desk(writer: Writer) -> Side:
    links = {name: writer.links(Article, name) for name in TOPICS}
    bylines = writer.table(ArticleByline, "author_id", "position", "article_id")
    return Side(writer.table(Article, *ARTICLE), bylines, links)


def paper(writer: Writer) -> Side:
    links = {name: writer.links(Edition, name) for name in (*TOPICS, "claims")}
    bylines = writer.table(EditionByline, "author_id", "position", "edition_id")
    return Side(writer.table(Edition, *EDITION, "made_at", "by_id"), bylines, links)


class Press:
    def __init__(self, writer: Writer, world: World, rng: Random, now: datetime):
        self.world, self.rng, self.now = world, rng, now
        self.desk, self.paper = desk(writer), paper(writer)

    def write(self, story: Story) -> None:
        """The article, and the editions in which it went out."""
        outs = [] if story.is_draft else self._hours(story.hour)
        texts = self._texts(story, max(1, len(outs)))
        state = (Article.State.DRAFT if story.is_draft else Article.State.APPROVED).value
        changed = outs[-1] if outs else story.hour
        article = self.desk.rows.add(*texts[-1], state, story.hour, self.world.by, changed)
        topics, authors = (
            self._topics(story),
            self.rng.sample(self.world.authors, 1 + (self.rng.random() < 0.1)),
        )
        self.desk.link(article, topics, authors)
        cited = topics | {"claims": [pk for pk, _ in story.cites]}
        for number, (begun, until) in enumerate(zip(outs, [*outs[1:], FOREVER], strict=False), start=1):
            note = self.rng.choice(NOTES) if number > 1 else ("", "")
            span = (article, number, story.hour, *note, begun, until, begun, self.world.by)
            self.paper.link(self.paper.rows.add(*texts[number - 1], *span), cited, authors)

    def _hours(self, first: datetime) -> list[datetime]:
        """When it went out: again within weeks, and never after now."""
        found = [first]
        for _ in range(editions(self.rng) - 1):
            later = found[-1] + timedelta(hours=1 + self.rng.expovariate(1 / 400))
            found.append(later if later < self.now else found[-1] + (self.now - found[-1]) / 2)
        return found

    def _topics(self, story: Story) -> dict[str, list[int]]:
        season, show = story.season, story.show
        return {
            "shows": [show.pk] if season is None or self.rng.random() < 0.3 else [],
            "seasons": [] if season is None else [show.seasons[season]],
            "people": story.people,
            "lead_claims": [pk for pk, _ in story.cites[: story.leads]],
        }

    def _texts(self, story: Story, many: int) -> list[tuple]:
        """Its words, edition by edition: a paragraph more each time."""
        subject = story.show.name if story.season is None else f"{story.show.name} season {story.season + 1}"
        what = story.cites[0][1] if story.cites else "plot"
        headline = words.HEADLINES[what].format(subject=subject)
        slug = f"{slug_of(headline)}-{code(self.desk.rows.last + 1)}"
        standfirst, description = self.rng.sample(words.SENTENCES, 2)
        kicker, is_lead = self.rng.choice(KICKERS), self.rng.random() < 0.2
        bodies, body = [], self._body(story, subject)
        for _ in range(many):
            bodies.append(body)
            body += f"<p>{self.rng.choice(words.SENTENCES)}</p>"
        return [(slug, headline, standfirst, body, *kicker, description, is_lead) for body in bodies]

    def _body(self, story: Story, subject: str) -> str:
        marks = [
            f'Of {subject} it is told <span data-claim="clm-{code(pk)}">{words.SAID[what]}</span>.'
            for pk, what in story.cites
        ]
        paragraphs = []
        for place in range(max(6, len(marks))):
            said = self.rng.sample(words.SENTENCES, 4)
            said[1:1] = marks[place : place + 1]
            paragraphs.append(f"<p>{' '.join(said)}</p>")
        paragraphs.insert(3, "<h2>What was known before</h2>")
        return "".join(paragraphs)
