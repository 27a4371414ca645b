"""From a parsed text to a draft on the desk: story, show, people, claims and the levels proposed for them."""

from articles.drafting.choices import Choice, Choices
from articles.drafting.draft import Drafted, draft, known
from articles.drafting.offering import Offer, Offering
from articles.drafting.proposing import proposal

__all__ = ["Choice", "Choices", "Drafted", "Offer", "Offering", "draft", "known", "proposal"]
