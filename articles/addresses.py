"""Where a story is at a moment: at its address, at a newer one, or gone with a note."""

from articles.models import Article, Edition, FormerAddress, FormerSlug
from newsroom.lib import clock
from newsroom.lib.params import Moment
from newsroom.lib.refusals import Gone, NotHere
from newsroom.lib.text import clean

EXPIRED = "This story has expired: it was meant to be read for a while, and that while is over."


def find(slug: str, moment: Moment) -> Edition:
    """The edition that is live at a moment, of the story at this address; its own slug may be a newer one.

    Raises Gone for what was withdrawn, redacted or has expired, NotHere for what was not live by then.
    """
    edition = _with_words(Edition.objects.live(moment.at).filter(slug=slug), moment).first()
    if edition:
        return edition
    return _edition(_article(slug), moment)


def find_former(address: str) -> Edition:
    """The live edition of the story that had this whole address elsewhere, a path or `?p=123`. Raises Gone, NotHere."""
    moment = Moment(clock.now())
    former = FormerAddress.objects.filter(address=spelt(address)).select_related("article").first()
    if former is None or not _was_public(former.article, moment.at):
        raise NotHere
    return _edition(former.article, moment)


def spelt(address: str) -> str:
    """A former address as it is kept: with or without a last slash it is the same."""
    return clean(address).rstrip("/")


def _edition(article: Article, moment: Moment) -> Edition:
    if article.withdrawn_at:
        raise Gone(article.withdrawal_note, title="This story was withdrawn")
    edition = _with_words(article.editions.live(moment.at), moment).first()
    if edition is None:
        raise _absence(article, moment)
    return edition


def find_numbered(slug: str, number: int, moment: Moment) -> tuple[Edition, Edition]:
    """The edition that is live, and the one with this number, live by then. Raises Gone, NotHere."""
    live = find(slug, moment)
    editions = live.article.editions.been_live(moment.at).filter(number=number)
    edition = _with_words(editions, moment).first()
    if edition is None:
        raise NotHere
    if edition.redacted_at:
        raise Gone(edition.redacted_because, title="This edition was redacted")
    return live, edition


def _with_words(editions, moment: Moment):
    return editions.select_related("article", "image").with_substance(moment.at)


def _article(slug: str) -> Article:
    """The story that has, or had, this address in public; a slug that was never live leads nowhere."""
    now = clock.now()
    for rows in (
        Edition.objects.been_live(now).filter(slug=slug),
        Edition.objects.uncancelled().filter(slug=slug, article__withdrawn_at__isnull=False),
        FormerSlug.objects.filter(slug=slug),
    ):
        row = rows.select_related("article").first()
        if row and _was_public(row.article, now):
            return row.article
    raise NotHere


def _was_public(article: Article, now) -> bool:
    return bool(article.withdrawn_at) or article.editions.been_live(now).exists()


def _absence(article: Article, moment: Moment) -> Exception:
    """Why nothing of the story is live at that moment."""
    last = article.editions.been_live(moment.at).last()
    if last is None:
        return NotHere()
    if last.redacted_at and last.live_until > moment.at:
        return Gone(last.redacted_because, title="This story was redacted")
    return Gone(EXPIRED, title="This story has expired")
