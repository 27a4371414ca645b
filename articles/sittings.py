"""Unsaved words: kept every few seconds beside the story, seen by whom they belong to, never written into it.

Words of one sitting are numbered by the form. A number is written once, a lower one never over a higher one: so
a late packet changes nothing, and words typed after a save are kept although the save came in between.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.models import Article, Sitting
from newsroom.lib import clock
from newsroom.lib.timeline import said

# How long a browser that was away may still send what has been saved since, without its being offered again.
REMEMBERED = timedelta(days=30)


def keep(by, key: str, article: Article | None, *, number: int, version: str, words: str, took="") -> int:
    """Keep what a form holds, unless newer words of this sitting are kept. The number that is kept now.

    `took` names the sitting whose words were taken up: they live on in this one.
    """
    now = clock.now()
    with transaction.atomic():
        row = _row(by, key, article, now)
        newer = Sitting.objects.filter(pk=row.pk, number__lt=number)
        newer.update(
            article=article,
            number=number,
            version=version,
            words=words,
            kept_at=now,
            typed_at=now,
            seen_at=now,
        )
        settle_taken(by, took)
    row.refresh_from_db(fields=["number"])
    return row.number


def beat(by, key: str, article: Article | None) -> int:
    """The form is open, and nothing was typed since. The number of the words that are kept."""
    now = clock.now()
    row = _row(by, key, article, now)
    Sitting.objects.filter(pk=row.pk).update(seen_at=now)
    return row.number


def leave(by, key: str) -> None:
    """The form was closed: its words stay, where it left any."""
    Sitting.objects.filter(by=by, key=key, number=0).delete()
    Sitting.objects.filter(by=by, key=key).update(seen_at=None, typed_at=None)


def settle(by, key: str, number: int) -> None:
    """The words up to this number are saved, taken up or thrown away: they are not offered again."""
    with transaction.atomic():
        row = _row(by, key, None, clock.now())
        Sitting.objects.filter(pk=row.pk, number__lte=number).update(
            number=number, words="", kept_at=None, typed_at=None, seen_at=None
        )


def settle_taken(by, took: str) -> None:
    """The same of words named as `key:number`."""
    key, colon, number = took.partition(":")
    if colon:
        settle(by, key, int(number))


def forget_old(by) -> None:
    """Rows without words, of forms that were closed long ago."""
    before = clock.now() - REMEMBERED
    Sitting.objects.filter(
        Q(seen_at=None) | Q(seen_at__lt=before), by=by, kept_at=None, opened_at__lt=before
    ).delete()


def unsaved(by, article: Article | None, but: str = ""):
    """A person's own words of a story (or of stories that were never saved), newest first."""
    return Sitting.objects.with_words().filter(by=by, article=article).exclude(key=but)


def others(article: Article, by, key: str) -> list[str]:
    """Who else has the story open, each in a sentence."""
    now = clock.now()
    rows = list(
        article.sittings.open(now)
        .exclude(by=by, key=key)
        .defer("words")
        .select_related("by")
        .order_by("opened_at", "id")
    )
    people = dict.fromkeys(row.by for row in rows)
    return [_sentence([row for row in rows if row.by == person], person == by, now) for person in people]


def _sentence(rows: list[Sitting], is_self: bool, now) -> str:
    since, typing = rows[0].opened_at, any(row.is_typing(now) for row in rows)
    local = timezone.localtime(since)
    hour = f"{local:%H:%M}" if local.date() == clock.today() else said(since)
    if is_self:
        typed = ", and are typing there" if typing else ""
        return f"You have had this story open in another tab or browser since {hour}{typed}."
    name = rows[0].by.get_full_name() or rows[0].by.get_username()
    return f"{name} has had this story open since {hour}{', and is typing' if typing else ''}."


def _row(by, key, article, now) -> Sitting:
    told = {"article": article, "opened_at": now, "seen_at": now}
    return Sitting.objects.defer("words").get_or_create(by=by, key=key, defaults=told)[0]
