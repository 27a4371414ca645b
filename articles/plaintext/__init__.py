"""Plain text to a parsed story: pure Python, no Django.

`decode` makes text of bytes or refuses them with a sentence an editor can act on; `read` makes a `Story`
of any text. `reading` is the pipeline, one small module a step:

* text: decoding, cleaning, lines, noise, head_lines (what one line of a head is), header, headings, body, sentences
* title: titles, seasons, platforms, subject
* time: dates, windows (with the desk's convention), times
* certainty: lexicon (the words, as data), wording (from words to a level)
* cast: names, people, status, cast_lines, cast_tables, cast_lists, cast_patterns, cast_prose, cast
* facts: triggers, binding (which time belongs to which trigger), stating, dated, idling, undated, shoots, labels,
  statements, elsewhere, merging, facts; and from them: release, citing
"""

from .decoding import NotReadable, decode
from .reading import read
from .story import Block, Credit, Fact, Release, Story

__all__ = ["Block", "Credit", "Fact", "NotReadable", "Release", "Story", "decode", "read"]
