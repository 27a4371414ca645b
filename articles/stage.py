"""Where a story stands with its readers, in a few words for the desk."""

from dataclasses import dataclass

from articles.models import Article, Edition
from newsroom.lib import clock
from newsroom.lib.timeline import said


@dataclass(frozen=True)
class Stage:
    """The edition that is live, the one that is to come, and the one on hold, as far as there are any."""

    article: Article
    live: Edition | None
    pending: Edition | None
    held: Edition | None
    was_live: bool

    @property
    def words(self) -> str:
        if self.article.withdrawn_at:
            return "Withdrawn"
        if self.live:
            ends = "" if self.live.is_for_ever or self.pending else f", until {said(self.live.live_until)}"
            return f"Live{ends}" + (f", update due {said(self.pending.live_from)}" if self.pending else "")
        if self.pending:
            return f"Scheduled for {said(self.pending.live_from)}"
        if self.held:
            return "On hold"
        return "Expired" if self.was_live else "Not published"

    @property
    def is_open(self) -> bool:
        return not self.article.withdrawn_at


def stage_of(article: Article) -> Stage:
    """From the article's editions, loaded or not; one query at most."""
    now = clock.now()
    editions = [one for one in article.editions.all() if not one.taken_back_at]
    shown = [one for one in editions if not one.is_cancelled]
    live = next((one for one in shown if one.is_live(now)), None)
    pending = next((one for one in shown if one.is_pending(now)), None)
    last = max((one.number for one in shown), default=0)
    held = next(
        (one for one in reversed(editions) if one.is_held and one.is_cancelled and one.number > last), None
    )
    return Stage(article, live, pending, held, was_live=any(one.live_from <= now for one in shown))
