"""One post brought in: its story, its edition of then, its addresses, and what its text lets us propose."""

import hashlib
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime

from articles import filing
from articles.archives import former
from articles.archives.albums import Album
from articles.archives.decoding import UNREADABLE
from articles.archives.marking import Marked
from articles.archives.post import Kind, Post, Standing
from articles.archives.proposing import propose
from articles.archives.report import Outcome, Told
from articles.archives.words import body_of
from articles.drafting import finding
from articles.exchange.editions import FROM_AN_ARCHIVE
from articles.models import Article, Author, Edition
from articles.plaintext import Story, read
from claims.models import Source
from images.models import Image
from newsroom.lib import clock
from newsroom.lib.html import clean_body
from newsroom.lib.html import plain as words_of
from newsroom.lib.text import line
from newsroom.lib.timeline import FOREVER, act

EARLIEST = 1990  # no house has published on the web before
LONGEST_READ = 60_000  # characters; what is longer is brought in and not read for claims


class Bringing:
    """Brings posts in, one act each. `names` is the catalogue, `standing` the shows that it held before."""

    def __init__(self, house: str, album: Album, by=None):
        self.house, self.album, self.by = house, album, by
        self.standing = {show.pk for show in finding.Names().shows.values()}
        self.names = finding.Names()

    def bring(self, post: Post) -> Told:
        """What came of a post; nothing of it stays where it fails."""
        told = Told(post, Outcome.LEFT, list(post.notes))
        if post.standing == Standing.LEFT:
            told.note(Kind.LEFT, post.reason)
        elif known := self._known(post):
            self._compare(known, post, told)
        else:
            self._bring(post, told)
        return told

    def _key(self, post: Post) -> str:
        guid = hashlib.sha256(f"{self.house} {post.guid}".encode()).hexdigest()[:24]
        return f"{FROM_AN_ARCHIVE}{guid}-"

    def _known(self, post: Post) -> Source | None:
        return Source.objects.filter(key__startswith=self._key(post)).first()

    def _compare(self, known: Source, post: Post, told: Told) -> None:
        told.notes.clear()
        article = Article.objects.filter(read_from=known).first()
        told.slug = article.slug if article else ""
        told.outcome = Outcome.STANDING
        if article is None:
            told.note(Kind.LEFT, "It was brought in before and has been deleted at the desk since.")
        if not known.key.endswith(post.digest[:24]):
            told.outcome = Outcome.EDITED
            told.note(
                Kind.LEFT,
                "It was edited there since it was brought in: take over by hand what should change.",
            )

    def _bring(self, post: Post, told: Told) -> None:
        body, notes = body_of(post.body, lambda picture: self.album.key(picture, told, self.by))
        told.notes += [note for note in notes if note not in told.notes]
        image = self.album.key(post.lead, told, self.by) if post.lead else ""
        body = clean_body(body)
        at = self._published_at(post, body, told)
        story = _read(post, body, at)
        with act():
            document = self._document(post, body)
            article = self._article(post, body, image, document, told)
            if at:
                self._publish(article, story, at, told)
            told.addresses = former.lead_here(article, post.addresses, told)
            if told.addresses:
                told.note(
                    Kind.KEPT, f"Former addresses that lead to /news/{article.slug}/: {told.addresses}."
                )
            self._propose(article, story, document, told)
            filing.refile_all([article.pk])
        told.slug, told.outcome = article.slug, Outcome.PUBLISHED if at else Outcome.DRAFT

    def _published_at(self, post: Post, body: str, told: Told) -> datetime | None:
        """When it went out there; None, and why, for what becomes a draft."""
        if post.standing == Standing.DRAFT:
            return None
        faults = {
            "it has no title: write a headline": not line(post.title),
            "it has no text: write it": not words_of(body),
            "its date is none that can be: publish it at the desk, it will carry that day": post.at is None
            or post.at.year < EARLIEST,
            "its date is still to come: schedule it at the desk": post.at is not None
            and post.at > clock.now(),
        }
        for fault in [fault for fault, is_so in faults.items() if is_so]:
            told.note(Kind.CHANGED, f"It was published there and became a draft, since {fault}.")
        return None if any(faults.values()) else post.at

    def _document(self, post: Post, body: str) -> Source:
        day = localtime(post.at).date().isoformat() if post.at and post.at.year >= EARLIEST else ""
        return Source.objects.create(
            key=self._key(post) + post.digest[:24],
            kind="document",
            title=line(f"From {self.house}: {post.title or 'a post without a title'}")[:300],
            text=words_of(body),
            published_on=day if day <= clock.today().isoformat() else "",
            added_by=self.by,
        )

    def _article(self, post: Post, body: str, image: str, document: Source, told: Told) -> Article:
        slug = former.free_slug(post.slug, post.title)
        if post.slug and slug != post.slug:
            told.note(
                Kind.CHANGED, f"Its address there ended in “{post.slug[:80]}”; here it is /news/{slug}/."
            )
        if UNREADABLE in f"{post.title}{post.body}{post.excerpt}":
            told.note(Kind.CHANGED, f"Letters that could not be read stand as {UNREADABLE}: look it over.")
        if not line(post.title):
            told.note(Kind.CHANGED, "It has no title: the draft waits for its headline.")
        headline = line(plain(post.title))
        if len(headline) > 300:
            told.note(Kind.CHANGED, "Its headline was longer than 300 characters, and was cut.")
        article = Article.objects.create(
            slug=slug, headline=headline[:300], standfirst=plain(post.excerpt), body=body,
            kicker=line(plain(post.kicker))[:80], description=line(plain(post.description))[:300],
            image=Image.objects.filter(key=image).first() if image else None,
            read_from=document, made_by=self.by, made_at=clock.now(),
        )  # fmt: skip
        for position, author in enumerate(self._authors(post, told)):
            article.bylines.create(author=author, position=position)
        return article

    def _authors(self, post: Post, told: Told) -> list[Author]:
        names = [line(name)[:200] for name in post.authors if line(name)]
        if not names:
            told.note(Kind.CHANGED, "It names no author: it carries the newsroom's byline.")
        found = [_author(name) for name in names or ["Newsroom"]]
        return list(dict.fromkeys(found))

    def _publish(self, article: Article, story: Story | None, at: datetime, told: Told) -> None:
        """The edition of then: its words as they were, no claims in it, its topic a show that we know from before."""
        show = self.names.shows.get(finding.folded(story.show)) if story and story.show else None
        if show and show.pk in self.standing:
            article.shows.add(show)
        elif story and story.show:
            told.note(
                Kind.CHANGED,
                f"“{story.show}” is proposed as its show, in the draft: an update takes it to readers.",
            )
        else:
            told.note(Kind.CHANGED, "No show was read in it: it is in no show's list until you name a topic.")
        edition = Edition(
            **article.copied(), article=article, by=self.by, number=1, published_at=at, live_from=at,
            live_until=FOREVER, made_at=clock.now(),
        )  # fmt: skip
        Edition.objects.bulk_create([edition])
        edition.link_like(article)

    def _propose(self, article: Article, story: Story | None, document: Source, told: Told) -> None:
        """Claims at what a text carries, marked in the desk's copy; a text that trips us up keeps its words alone."""
        if story is None:
            return
        try:
            with transaction.atomic():
                stated, body = propose(story, article, document, self.names, self.by), Marked(article.body)
                marked = sum(body.mark(one.evidence, one.phrase, one.claim.key) for one in stated)
        except ValidationError as error:
            self.names = finding.Names()
            told.note(
                Kind.LEFT, f"Its claims were not read ({' '.join(error.messages)[:200]}): its words are in."
            )
            return
        article.body = body.html()
        article.save()
        told.claims = len(stated)
        if stated:
            told.note(
                Kind.KEPT,
                f"{len(stated)} claims are proposed in the draft, {marked} of them marked in its text.",
            )


def plain(html: str) -> str:
    """The words of a piece of HTML in one line."""
    return line(words_of(clean_body(body_of(html, lambda picture: "")[0])))


def _author(name: str) -> Author:
    known = Author.objects.filter(name__iexact=name).first()
    return known or Author.objects.create(slug=finding.free_slug(Author, name), name=name)


def _read(post: Post, body: str, at: datetime | None) -> Story | None:
    """The same reading that a pasted text has, its head made of what the archive says."""
    words = words_of(body)
    if len(body) > LONGEST_READ or not words:
        return None
    on = at or post.at
    dated = f"Published: {date_format(localtime(on), 'j F Y')}" if on and on.year >= EARLIEST else ""
    by = f"By {line(post.authors[0])}" if post.authors else ""
    head = [line(plain(post.title)), "", by, dated, "", plain(post.excerpt), ""]
    return read("\n".join([*head, body]))
