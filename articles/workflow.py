"""The verbs of a story: publish, update, reissue, schedule, move, cancel, hold, release, expire, withdraw, redact."""

from datetime import datetime

from articles.checks import blocking, cited_claims
from articles.filing import changing
from articles.models import Article, Edition
from articles.substance import beyond_a_typo
from claims import assessing
from newsroom.lib import timeline
from newsroom.lib.refusals import Refused
from newsroom.lib.text import sentence
from newsroom.lib.timeline import act, said


def publish(article: Article, *, by, at=None, until=None, note="", note_kind="", substantive=True) -> Edition:
    """Copy the article to an edition that goes live now, or at an hour to come."""
    with changing(article) as now:
        at = max(at or now, now)
        if faults := [*blocking(article, at), *([] if substantive else _no_typo(article, now))]:
            raise Refused(faults)
        edition = Edition(
            **article.copied(),
            article=article,
            by=by,
            note=note,
            note_kind=note_kind,
            is_substantive=substantive,
        )
        _put(edition, at, until)
        edition.link_like(article)
        claims = cited_claims(article)
        edition.claims.set(claims)
        _plan(claims, by)
        return edition


def update(article: Article, *, by, note: str, note_kind="update", **when) -> Edition:
    """Publish again, with a public note that says what changed."""
    if not article.editions.live().exists():
        raise Refused("Only a live story can be updated: publish this one.")
    if not note.strip():
        raise Refused("Say in a sentence what changed: readers see it.")
    return publish(article, by=by, note=note, note_kind=note_kind, **when)


def reissue(article: Article, *, by, note: str, note_kind="update", at=None) -> Edition:
    """Publish the live words again as they stand, with a public note. What is on the desk stays there."""
    if not note.strip():
        raise Refused("Say in a sentence what changed: readers see it.")
    with changing(article) as now:
        live = article.editions.live(now).first()
        if live is None:
            raise Refused("Only a live story can carry a note.")
        return _again(live, max(at or now, now), by, note=note, note_kind=note_kind, is_substantive=True)


def schedule(article: Article, *, at: datetime, by, **fields) -> Edition:
    """Publish at an hour to come; an hour that has passed is refused."""
    with act(article) as now:
        if at <= now:
            raise Refused(f"{said(at)} has passed: choose a later hour, or publish now.")
        return publish(article, by=by, at=at, **fields)


def move(edition: Edition, to: datetime, *, by) -> Edition:
    """Give a scheduled edition another hour."""
    with changing(edition.article) as now:
        if to <= now:
            raise Refused(f"{said(to)} has passed: choose a later hour, or publish now.")
        row = _fresh(edition)
        until = row.live_until
        timeline.cancel(row)
        return _again(row, to, by, until)


def cancel(edition: Edition, *, by) -> None:
    """Call off a scheduled edition: the one before it holds on."""
    with changing(edition.article):
        timeline.cancel(_fresh(edition))
        _plan(edition.claims.all(), by)


def hold(edition: Edition, *, by) -> Edition:
    """Call a scheduled edition off for now, because of what it rests on; `release` lets it go live after all."""
    with changing(edition.article):
        row = _fresh(edition)
        row.held_until = None if row.is_for_ever else row.live_until
        timeline.cancel(row)
        row.is_held = True
        row.save(update_fields=["is_held", "held_until"])
        _plan(row.claims.all(), by)
        return row


def release(edition: Edition, *, by, at=None) -> Edition:
    """Let a held edition go live, at once or at an hour."""
    with changing(edition.article) as now:
        row = _fresh(edition)
        later = edition.article.editions.uncancelled().filter(number__gte=row.number).exists()
        if not row.is_held or later:
            raise Refused("This edition is not on hold, or another has taken its place.")
        return _again(row, max(at or now, now), by, row.held_until)


def expire(article: Article, *, by, at=None) -> Edition:
    """Let the live edition end, now or at an hour: its page then says that the story has expired."""
    with changing(article) as now:
        live = article.editions.live(now).first()
        if live is None:
            raise Refused("Only a live story can expire.")
        if pending := article.editions.pending(now).first():
            raise Refused(f"An update is scheduled for {said(pending.live_from)}: cancel it first.")
        at = at or now
        if at < now:
            raise Refused(f"{said(at)} has passed: choose a later hour, or let it expire now.")
        live.close(at)
        return live


def withdraw(article: Article, *, by, note: str, retract=()) -> None:
    """Take a story back, at every moment: its address answers 410 with this note."""
    if not note.strip():
        raise Refused("Say in a sentence why the story is withdrawn: readers see it in its place.")
    with changing(article) as now:
        if article.withdrawn_at:
            raise Refused(f"This story was withdrawn on {said(article.withdrawn_at)} already.")
        if not article.editions.been_live(now).exists():
            raise Refused("This story was never live: there is nothing to withdraw.")
        claims = [claim for edition in article.editions.uncancelled() for claim in edition.claims.all()]
        timeline.take_back(article.editions.all())
        article.withdrawn_at, article.withdrawn_by, article.withdrawal_note = now, by, note
        article.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_note"])
        _plan(claims, by)
        for claim in retract:
            assessing.retract(claim, by=by, because=note)


def redact(edition: Edition, *, by, because: str) -> Edition:
    """Empty an edition's words, once; its address answers 410 with the reason, and no list names it."""
    with changing(edition.article):
        return timeline.redact(edition, by=by, because=because)


def only_here(article: Article) -> list:
    """The claims that no other live edition cites: with the story withdrawn, nothing rests on them."""
    live = article.editions.live().first()
    claims = live.claims.with_subject() if live else []
    others = Edition.objects.live().exclude(article=article)
    return [claim for claim in claims if not others.citing(claim).exists()]


def _no_typo(article: Article, now) -> list[str]:
    """Why this edit can't be marked as a typo put right."""
    live = article.editions.live(now).first()
    changed = beyond_a_typo(article, live, cited_claims(article)) if live else ["all of it"]
    if not changed:
        return []
    return [f"This is more than a typo: it changes {sentence(changed)}. Let it count as an update."]


def _put(edition: Edition, at, until=None) -> None:
    """Write an edition at its place in its article's history."""
    shown = edition.siblings().uncancelled().order_by("live_from")
    edition.number = len(shown) + 1
    edition.published_at = shown[0].live_from if shown else at
    timeline.put(edition, at, until)


def _again(edition: Edition, at, by, until=None, **fields) -> Edition:
    twin = edition.twin()
    twin.by = by
    for name, value in fields.items():
        setattr(twin, name, value)
    _put(twin, at, until)
    twin.take_children(edition)
    _plan(twin.claims.all(), by)
    return twin


def _plan(claims, by) -> None:
    """Under the locks of shows and claims, which come after those of stories, each in the order of its key."""
    claims = sorted(claims, key=lambda claim: claim.pk)
    shows = {claim.show_id: claim.show for claim in claims}
    with act(*(shows[key] for key in sorted(shows)), *claims):
        for claim in claims:
            assessing.plan(claim, by=by)


def _fresh(edition: Edition) -> Edition:
    return Edition.objects.select_related("article").get(pk=edition.pk)
