"""What a post's text lets us propose: the claims of the same reading that a pasted text has, at what it carries."""

from datetime import date

from articles.drafting.choices import Choice
from articles.drafting.finding import Names
from articles.drafting.offering import Offering
from articles.drafting.stating import Stated, Stating
from articles.models import Article
from articles.plaintext import Story
from claims.models import Source
from newsroom.lib import clock


def propose(story: Story, article: Article, document: Source, names: Names, by) -> list[Stated]:
    """Claims judged on the word of a document, and the draft's topics; nothing where no show was read."""
    if not story.show:
        return []
    offering = Offering(story, names)
    stating = Stating(names, document, None, _as_of(story), by)
    stated = stating.all([(offer, Choice()) for offer in offering.all()])
    show = names.keep(offering.show)
    season = names.keep(names.season(show, story.season))
    article.shows.add(show)
    article.seasons.add(*filter(None, [season]))
    article.people.add(*{one.claim.person for one in stated if one.claim.person})
    article.lead_claims.add(*{one.claim for one in stated if one.is_lead})
    return stated


def _as_of(story: Story) -> date:
    """The day that the text speaks to: its own, where it names one that has been."""
    today = clock.today()
    day = date.fromisoformat(story.date) if story.date and len(story.date) == 10 else today
    return min(day, today)
