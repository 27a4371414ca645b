"""From a parsed text to a draft on the desk: story, show, people, claims and the levels proposed for them."""

from articles.drafting.draft import Drafted, draft
from articles.drafting.proposing import proposal

__all__ = ["Drafted", "draft", "proposal"]
