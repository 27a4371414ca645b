"""What a text offers to state: each a claim that the desk has, or one that is not saved yet."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from articles.drafting.finding import Names
from articles.plaintext import Credit, Fact, Story
from claims import questions
from claims.confidence import Confidence
from claims.models import Claim
from newsroom.lib.text import slug_of

PROPERTIES = {
    "production_start": "filming_start",
    "filming_wrap": "filming_wrap",
    "release_date": "release",
    "release_window": "release",
    "renewal": "renewal",
    "cancellation": "cancellation",
    "episode_count": "episodes",
    "trailer": "trailer",
}
LEADS = {"release", "cancellation"}


@dataclass
class Offer:
    """One statement of a text. `words` are what its key is made of; `read` is what it was read to."""

    name: str
    claim: Claim
    worded: Confidence
    words: str
    evidence: str
    phrase: str | None
    read: Credit | Fact | None = None
    rivals: list[Claim] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        """The desk does not have this claim."""
        return self.claim._state.adding

    @property
    def is_lead(self) -> bool:
        return self.claim.property in LEADS


class Offering:
    """The offers of one story about one show. `platform` is its platform's name, where an editor says another."""

    def __init__(self, story: Story, names: Names, platform: str | None = None):
        self.story, self.names, self.met = story, names, {}
        self.show = names.show(story.show, story.kind)
        self.called = platform or story.platform

    def all(self) -> list[Offer]:
        offers = [self.casting(f"credit-{n}", credit) for n, credit in enumerate(self.story.cast)]
        facts = [self.fact(f"fact-{n}", fact) for n, fact in enumerate(self.story.facts)]
        offers += filter(None, facts)
        if self.story.platform:
            offers.append(self.platform(self.story.platform))
        self.find_rivals(offers)
        return offers

    def casting(self, name: str, credit: Credit) -> Offer:
        person = self.names.person(credit.person, credit.native)
        job = credit.role if credit.role and credit.role != "cameo" else "actor"
        fields = {"person": person, "job": job, "character": credit.character or "", "change": credit.status}
        claim = self.claim("casting", credit.season, **fields)
        said = (credit.evidence, credit.phrase or credit.person)
        return Offer(name, claim, Confidence(credit.confidence), slug_of(person.name), *said, credit)

    def fact(self, name: str, fact: Fact) -> Offer | None:
        """Its milestone or detail; None where it states nothing that a claim could be."""
        asked = fact.property or PROPERTIES.get(fact.kind)
        if asked == "release" and not fact.earliest and not fact.property:
            return None  # a release without its date states nothing
        if not asked:
            return self.detail(name, fact) if fact.kind == "plot" else None
        value = "".join(filter(str.isdigit, fact.value))[:4] if asked == "episodes" else ""
        dated = {
            "earliest": _day(fact.earliest),
            "latest": _day(fact.latest),
            "precision": fact.precision,
            "value": value,
        }
        said = fact.window or fact.date_text or ""
        fields = dated | {"property": asked, "part": fact.part or "", "as_said": said[:100]}
        claim = self.claim("milestone", fact.season, **fields)
        words = f"{asked} {fact.part or ''} {said or value or 'none'}"
        return Offer(name, claim, Confidence(fact.confidence), words, fact.evidence, fact.phrase, fact)

    def detail(self, name: str, fact: Fact) -> Offer:
        statement = fact.value[:1000]
        claim = self.claim("detail", fact.season, property="plot", statement=statement)
        words = f"plot {statement[:40]}"
        return Offer(name, claim, Confidence(fact.confidence), words, fact.evidence, fact.phrase, fact)

    def platform(self, read: str) -> Offer:
        platform = self.names.platform(self.called)
        claim = self.claim("milestone", None, property="platform", precision="none", platform=platform)
        return Offer("platform", claim, Confidence.RUMOURED, f"on {platform}", read, read)

    def claim(self, kind: str, number: int | None, **fields) -> Claim:
        """The same proposition where the text or the desk has it, else a new one."""
        season = self.names.season(self.show, number or self.story.season)
        place = (kind, number, *(id(v) if k in {"person", "platform"} else v for k, v in fields.items()))
        if place not in self.met:
            rows = [row for row in (self.show, season, fields.get("person"), fields.get("platform")) if row]
            known = self._known(kind, season, fields) if all(row.pk for row in rows) else None
            self.met[place] = known or Claim(kind=kind, show=self.show, season=season, **fields)
        return self.met[place]

    def _known(self, kind, season, fields) -> Claim | None:
        same = Claim.objects.filter(
            kind=kind, show=self.show, season=season, merged_into=None, retracted_at=None
        )
        return same.filter(Q(**{k: v for k, v in fields.items() if k != "as_said"})).with_held().first()

    def find_rivals(self, offers: list[Offer]) -> None:
        """What the desk has on the question that each new claim answers."""
        asking = [one for one in offers if one.is_new and self.show.pk and _is_about_a_row(one.claim)]
        if not asking:
            return
        near = Claim.objects.filter(questions.near(one.claim for one in asking), show=self.show)
        others = list(
            near.filter(merged_into=None, retracted_at=None).with_held().select_related("judgement")
        )
        for one in asking:
            one.rivals = [other for other in others if questions.are_rivals(one.claim, other)]


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _is_about_a_row(claim: Claim) -> bool:
    return claim.season is None or claim.season.pk is not None
