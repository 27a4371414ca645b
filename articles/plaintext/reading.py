"""The pipeline: clean text, lines, header, body, subject, then cast, facts, release and sources."""

import logging
from dataclasses import dataclass, replace

from .body import Body, Passage, read_body
from .cast import find_cast
from .citing import sources_of
from .cleaning import clean
from .facts import find_facts
from .header import Header, read_header
from .lines import lines_of
from .people import Register, crew_of
from .release import release_of
from .sentences import sentences_of
from .stage import Stage
from .story import Block, Story
from .subject import Subject, find_subject, is_contest
from .wording import UNSURE

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Parts:
    """What claims are read from."""

    header: Header
    body: Body
    subject: Subject
    sentences: list[str]


def read(text: str) -> Story:
    """The story that a plain text tells. Never raises.

    What a step trips over is logged, and the text comes back with what was read up to there, at least its
    paragraphs: an editor's paste is worth more than our reading of it.
    """
    try:
        story, parts = read_text(text)
    except Exception:
        logger.exception("A text of %d characters could not be read", len(text))
        return Story(
            blocks=[Block("paragraph", line.strip()) for line in clean(text).split("\n") if line.strip()]
        )
    try:
        return with_claims(story, parts)
    except Exception:
        logger.exception("A story's claims could not be read: %r", story.title)
        return story


def read_text(text: str) -> tuple[Story, Parts]:
    """Header, body and subject of a text, and the parts that its claims are read from."""
    lines = lines_of(clean(text))
    header = read_header(lines)
    body = read_body(lines[header.body :])
    sentences = _sentences(body.passages)
    items = [item for passage in body.passages for item in passage.items]
    subject = find_subject(header.title, header.section, header.standfirst, body.headings, sentences, items)
    story = Story(
        title=header.title, standfirst=header.standfirst, byline=header.byline, section=header.section,
        date=header.date.date if header.date else None, date_text=header.date.text if header.date else None,
        show=subject.show, season=subject.season, kind=subject.kind, platform=subject.platform,
        sections=body.headings, disclaimer=body.has_disclaimer, blocks=body.blocks,
    )  # fmt: skip
    return story, Parts(header, body, subject, sentences)


def _sentences(passages: list[Passage]) -> list[str]:
    """All sentences and items of the body, in order."""
    return [
        piece
        for passage in passages
        for piece in (sentences_of(passage.text) if passage.text else passage.items)
    ]


def with_claims(story: Story, parts: Parts) -> Story:
    """The story with what it claims of its title; a text about no title claims nothing."""
    header, body, subject, sentences = parts.header, parts.body, parts.subject, parts.sentences
    if not subject.show:
        return story
    crew = crew_of(sentences, header.byline)
    head = [text for text in (header.title, header.standfirst) if text]
    facts = find_facts(body.passages, head, subject, story.date)
    is_over = any(fact.kind == "cancellation" and fact.confidence not in UNSURE for fact in facts)
    told = [*head, *body.headings, *sentences]
    stage = Stage(subject, crew, Register([*head, *sentences]), is_over, is_contest(told))
    cast = find_cast(body.passages, stage)
    people = crew | {credit.person for credit in cast}
    return replace(
        story,
        cast=cast,
        facts=facts,
        release=release_of(facts, subject, story.date),
        sources=sources_of(sentences, people, subject.show),
    )
