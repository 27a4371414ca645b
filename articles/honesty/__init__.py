"""Headline honesty: the words of certainty held against the levels of the claims they speak of. No Django.

`check(text, place, claims)` gives the flags of a headline, a standfirst or a piece of body text, in the order
of the text. The words themselves are data in `articles/plaintext/lexicon.py`; what only looks like one of them
stands in `idioms`. How a word is read:

* passage: sentences and clauses, with their places in the text
* cues: the words of certainty and of doubt that stand in a sentence
* context: questions, denials, conditions, quotations, attributions, which change what a word claims
* topics, matching: which of the cited claims a clause is about
* checking: the word held against the claim; saying: the sentence for the editor
"""

from .checking import check, concerning
from .flags import PLACES, Cited, Flag

__all__ = ["PLACES", "Cited", "Flag", "check", "concerning"]
