"""A pasted text as the desk shows it: its words with what was read in them, and a form for each proposal."""

import hashlib
from collections import Counter

from articles.admin.paste_rows import HeadForm, form_for
from articles.drafting import Choices, Offering
from articles.drafting.finding import Names
from articles.drafting.marking import Line
from articles.drafting.proposing import carried_by
from articles.plaintext import read
from articles.plaintext.cleaning import clean
from articles.plaintext.lines import lines_of
from claims.confidence import Confidence

EVERY = "every"
NONE = "none"


class Proposals:
    """What is proposed of one text to one person, with what they have chosen so far."""

    def __init__(self, text: str, typed, source, byline: str, makes: bool):
        self.story, self.source, self.makes = read(text), source, makes
        self.fingerprint = hashlib.sha256(text.encode()).hexdigest()[:16]
        self.names = names = Names()
        carries = carried_by(source)
        offers = Offering(self.story, names).all() if self.story.show else []
        self.is_begun = typed.get("_of") == self.fingerprint
        data = self._data(typed, offers, carries) if self.is_begun else None
        self.head = HeadForm(data, self.story, names, self.story.byline or byline)
        self.rows = [form_for(offer, data, carries, names, makes) for offer in offers]
        self.lines = _lines(text, self.story, offers)
        self.read_at = {name for line in self.lines for _, name in line["pieces"] if name}

    def _data(self, typed, offers, carries):
        """What was typed; with all at one level accepted, where that was asked; at levels that the evidence carries."""
        data = typed.copy()
        asked = typed.get("_accept", "")
        for offer in offers:
            level = data.get(f"{offer.name}-level", "")
            if "_read" in typed and (level not in Confidence or not carries.at_least(Confidence(level))):
                data[f"{offer.name}-level"] = Confidence.lowest([offer.worded, carries]).value
            if asked in (EVERY, level) and asked:
                data[f"{offer.name}-kept"] = "on"
            elif asked == NONE:
                data.pop(f"{offer.name}-kept", None)
        return data

    def groups(self):
        """Rows under the headings that an editor looks for them, each with where it was read."""
        of = {"casting": "People", "milestone": "Dates and facts", "detail": "What happens"}
        for kind, heading in of.items():
            rows = [row for row in self.rows if row.offer.claim.kind == kind]
            if rows:
                yield heading, rows

    @property
    def levels(self):
        """How many rows stand at each level, for “accept all at a level”."""
        counted = Counter(row.chosen_level for row in self._free)
        return [(level, counted[level.value]) for level in Confidence.ranked() if counted[level.value]]

    @property
    def _free(self):
        return [row for row in self.rows if self.makes or not row.offer.is_new]

    @property
    def kept(self) -> int:
        return sum(row.is_kept for row in self._free)

    @property
    def faults(self) -> list:
        """The forms whose errors count: what is dropped may be wrong."""
        return [form for form in [self.head, *self._kept_rows()] if form.errors]

    @property
    def told(self):
        """Each fault in a sentence, with the name of what it is about."""
        for form in self.faults:
            for field, sentences in form.errors.items():
                label = getattr(form.fields.get(field), "label", None) or field.replace("_", " ").capitalize()
                name = form.offer.name if form is not self.head else field
                yield name, f"{label.removesuffix('?')}: {' '.join(sentences)}"

    def _kept_rows(self):
        return [row for row in self._free if row.is_kept]

    def choices(self) -> Choices:
        people = {}
        for row in self._kept_rows():
            same, name = row.cleaned_data.get("same"), row.cleaned_data.get("person")
            if same and name == row.offer.read.person:
                people[name] = row.who()
        shows, shown = {}, self.head.cleaned_data
        if shown.get("same") and shown["show"] == self.story.show:
            shows[shown["show"]] = self.head.fields["same"].rows.get(shown["same"])
        accepted = {row.offer.name: row.choice() for row in self._kept_rows()}
        return Choices(accepted, self.head.said(), people, shows, self.source, self.makes)


def _lines(text: str, story, offers) -> list[dict]:
    """The text, line by line, each in pieces with the name of what was read in it. No two overlap."""
    shown = [(line, Line(line.text)) for line in lines_of(clean(text))]
    whole = [words for _, words in shown]
    for words, name in (
        *(
            (story.date_text, "date"),
            (story.section, "section"),
            (story.title, "title"),
            (story.byline, "byline"),
        ),
        *((story.standfirst, "standfirst"),),
    ):
        _mark(whole, "", words, name)
    for offer in offers:
        _mark(whole, offer.evidence, offer.phrase, offer.name)
    _mark(whole, "", f"Season {story.season}" if story.season else "", "season")
    _mark(whole, "", story.show, "show")
    return [
        {
            "is_heading": line.level or line.text in story.sections,
            "is_item": line.is_bullet,
            "pieces": list(words.pieces()),
        }
        for line, words in shown
    ]


def _mark(lines: list[Line], evidence: str, words: str | None, name: str) -> None:
    for line in lines:
        if evidence in line.text and (line.mark(words or evidence, name) or line.mark(evidence, name)):
            return
