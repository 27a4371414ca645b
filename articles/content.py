"""What a story says and names, wherever that is kept: on the desk, in an edition, in a former draft, in a form."""

from dataclasses import dataclass
from html.parser import HTMLParser

from articles import insets
from articles.comparing import Line, Told
from articles.models import Article, Author, Story
from claims.models import Claim
from images.models import Image
from newsroom.lib.html import BLOCKS, cited, clean_body
from newsroom.lib.html import insets as insets_of
from newsroom.lib.insets import LIVE, Inset
from newsroom.lib.text import line
from shows.models import Season

# What is told of a story, in the order in which it is told; bylines, picture and links follow.
LABELS = {
    "headline": "Headline",
    "standfirst": "Standfirst",
    "body": "Body",
    "kicker": "Kicker",
    "description": "Description",
    "shows": "Shows",
    "seasons": "Seasons",
    "people": "People",
    "lead_claims": "Lead claims",
    "disclaimers": "Disclaimers",
}


@dataclass(frozen=True)
class Content:
    """`words` by the names of `Story.WORDS`, `links` (loaded rows) by those of `Story.LINKS`."""

    words: dict[str, str]
    image: Image | None
    links: dict[str, list]
    authors: list[Author]


def content_of(story: Story) -> Content:
    """Of an article or an edition, as it stands in the database."""
    bylines = story.bylines.select_related("author") if story.pk else ()
    return Content(
        words={name: getattr(story, name) for name in Story.WORDS},
        image=story.image,
        links={name: list(_loaded(getattr(story, name).all())) if story.pk else [] for name in Story.LINKS},
        authors=[byline.author for byline in bylines],
    )


def kept(content: Content) -> dict:
    """As JSON: words as they are, rows by their ids."""
    return {
        "words": content.words,
        "image": content.image and content.image.pk,
        "links": {name: [row.pk for row in rows] for name, rows in content.links.items()},
        "authors": [author.pk for author in content.authors],
    }


def from_kept(told: dict) -> Content:
    """What was kept, as far as its rows still stand; a merged duplicate's survivor in its place."""
    authors = Author.objects.in_bulk(told["authors"])
    return Content(
        words={name: told["words"].get(name, "") for name in Story.WORDS},
        image=Image.objects.filter(pk=told["image"]).first(),
        links={name: _rows(name, told["links"].get(name, ())) for name in Story.LINKS},
        authors=[authors[key] for key in told["authors"] if key in authors],
    )


def give(article: Article, content: Content) -> None:
    """Make it what the desk's copy says; its address and its place on the front page stay."""
    for name, words in content.words.items():
        setattr(article, name, words)
    article.image = content.image
    article.save()
    for name, rows in content.links.items():
        getattr(article, name).set(rows)
    article.bylines.all().delete()
    for position, author in enumerate(content.authors):
        article.bylines.create(author=author, position=position)


def told(content: Content) -> Told:
    """As words, for comparing."""
    body = clean_body(content.words["body"])
    pictures = insets.pictures_of(insets_of(body))
    lines, links = read(body, {key: str(image) for key, image in pictures.items()})
    parts = {label: _lines_of(name, content) for name, label in LABELS.items()} | {
        LABELS["body"]: lines,
        "Bylines": _items(content.authors),
        "Picture": _items([content.image] if content.image else []),
        "Links in the body": [Line("li", line(f"{words} → {href}")) for words, href in links],
    }
    marks: dict[str, list[str]] = {}
    for key, words in cited(body):
        marks.setdefault(key, []).append(words)
    return Told(parts, marks)


def read(body: str, pictures: dict[str, str]) -> tuple[list[Line], list[tuple[str, str]]]:
    """The lines of clean HTML, and its links as (words, address). `pictures` are named by their keys."""
    reader = _Lines(pictures)
    reader.feed(body)
    reader.close()
    reader.end_line()
    return reader.lines, reader.links


class _Lines(HTMLParser):
    """An item's paragraph is the item, a quotation's the quotation."""

    def __init__(self, pictures: dict[str, str]):
        super().__init__(convert_charrefs=True)
        self.pictures = pictures
        self.lines, self.links, self.open, self.text, self.link = [], [], [], [], []

    def handle_starttag(self, tag, attrs):
        if tag in BLOCKS:
            self.end_line()
            self.open.append(tag)
            if tag == "figure" and (inset := Inset.read(attrs)):
                self.text.append(_inset_said(inset, self.pictures))
                self.end_line()
        elif tag == "br":
            self.text.append(" ")
        elif tag == "a":
            self.link.append((dict(attrs).get("href", ""), len(self.text)))

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.end_line()
            if tag in self.open:
                del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]
        elif tag == "a" and self.link:
            href, begun = self.link.pop()
            self.links.append((line("".join(self.text[begun:])), href))

    def handle_data(self, data):
        self.text.append(data)

    def end_line(self):
        words, self.text = line("".join(self.text).replace("\n", " ")), []
        if words:
            inner = [tag for tag in self.open if tag not in ("ul", "ol", "p")]
            self.lines.append(Line(inner[-1] if inner else "p", words))


def _inset_said(inset: Inset, pictures: dict[str, str]) -> str:
    if inset.live:
        return f"{LIVE[inset.live]}: {inset.of}"
    named = pictures.get(inset.picture, inset.picture)
    return f"Trailer: {named} → {inset.trailer}" if inset.trailer else f"Picture: {named}"


def _lines_of(name: str, content: Content) -> list[Line]:
    if name in content.links:
        return _items(content.links[name])
    return [Line("p", line(words)) for words in content.words[name].split("\n") if words.strip()]


def _items(rows) -> list[Line]:
    return [Line("li", line(row.said if isinstance(row, Claim) else str(row))) for row in rows]


def _rows(name: str, keys) -> list:
    model = Article._meta.get_field(name).related_model
    rows = list(_loaded(model.objects.filter(pk__in=keys)))
    gone = [row.merged_into_id for row in rows if getattr(row, "merged_into_id", None)]
    if gone and model is not Claim:
        rows = [row for row in rows if not row.merged_into_id]
        rows += [row for row in _loaded(model.objects.filter(pk__in=gone)) if row not in rows]
    return rows


def _loaded(rows):
    if rows.model is Season:
        return rows.with_show()
    return rows.with_subject() if rows.model is Claim else rows
