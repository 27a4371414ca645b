"""Claims made of what was read: each proposition found again where the desk has it, else new."""

from dataclasses import dataclass

from django.db.models import Q

from articles.drafting import finding
from articles.drafting.proposing import proposed
from articles.plaintext import Credit, Fact, Story
from claims import questions
from claims.assessing import judge
from claims.confidence import Confidence
from claims.models import Claim, Evidence, Judgement, Source
from newsroom.lib.text import new_key, slug_of
from shows.models import Season, Show

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


@dataclass(frozen=True)
class Stated:
    """A claim and the words in the text that state it."""

    claim: Claim
    evidence: str
    phrase: str | None
    is_lead: bool = False


class Stating:
    """States claims about one title, on the word of one document."""

    def __init__(self, show: Show, number: int | None, names: finding.Names, document: Source, as_of):
        self.show, self.number, self.names, self.document, self.as_of = show, number, names, document, as_of

    def all(self, story: Story) -> list[Stated]:
        stated = [self.casting(credit) for credit in story.cast]
        stated += [one for fact in story.facts if (one := self.fact(fact))]
        if story.platform:
            stated.append(self.platform(story))
        self.relate([one.claim for one in stated])
        return stated

    def casting(self, credit: Credit) -> Stated:
        person = self.names.person(credit.person, credit.native)
        job = credit.role if credit.role and credit.role != "cameo" else "actor"
        fields = {"person": person, "job": job, "character": credit.character or "", "change": credit.status}
        claim = self.claim("casting", credit.season, person.slug, **fields)
        self.judge(claim, credit.confidence)
        return Stated(claim, credit.evidence, credit.phrase or credit.person)

    def fact(self, fact: Fact) -> Stated | None:
        asked = fact.property or PROPERTIES.get(fact.kind)
        if asked == "release" and not fact.earliest and not fact.property:
            return None  # a release without its date states nothing
        if not asked:
            return self.detail(fact) if fact.kind == "plot" else None
        value = "".join(filter(str.isdigit, fact.value))[:4] if asked == "episodes" else ""
        dated = {
            "earliest": fact.earliest,
            "latest": fact.latest,
            "precision": fact.precision,
            "value": value,
        }
        said = fact.window or fact.date_text or ""
        words = f"{fact.part or ''} {said or value or 'none'}"
        fields = dated | {"property": asked, "part": fact.part or "", "as_said": said[:100]}
        claim = self.claim("milestone", fact.season, f"{asked} {words}", **fields)
        self.judge(claim, fact.confidence)
        return Stated(claim, fact.evidence, fact.phrase, is_lead=asked in {"release", "cancellation"})

    def detail(self, fact: Fact) -> Stated:
        statement = fact.value[:1000]
        claim = self.claim(
            "detail", fact.season, f"plot {statement[:40]}", property="plot", statement=statement
        )
        self.judge(claim, fact.confidence)
        return Stated(claim, fact.evidence, fact.phrase)

    def platform(self, story: Story) -> Stated:
        fields = {
            "property": "platform",
            "precision": "none",
            "platform": self.names.platform(story.platform),
        }
        claim = self.claim("milestone", None, f"on {story.platform}", **fields)
        self.judge(claim, Confidence.RUMOURED)
        return Stated(claim, story.platform, story.platform)

    def claim(self, kind: str, number: int | None, words: str, **fields) -> Claim:
        """The same proposition where the desk has it, else a new one."""
        season = finding.season(self.show, number or self.number)
        same = Claim.objects.filter(
            kind=kind, show=self.show, season=season, merged_into=None, retracted_at=None
        )
        found = same.filter(Q(**{k: v for k, v in fields.items() if k != "as_said"})).first()
        if found:
            return found
        key = _key(self.show, season, words)
        made = Claim(key=key, kind=kind, show=self.show, season=season, **fields)
        made.full_clean()
        made.save()
        return made

    def judge(self, claim: Claim, worded: str) -> None:
        """Propose a level, on the document's word; what the desk has judged already is left alone."""
        if Judgement.objects.filter(claim=claim).exists() or claim.assessments.exists():
            return
        level = proposed(worded)
        role = Evidence.Role.SUPPORTS if level.stands else Evidence.Role.DENIES
        reason = "Stated in a text that names no source of its own."
        judge(
            claim, level, as_of=self.as_of, reason=reason, evidence=[{"source": self.document, "role": role}]
        )

    def relate(self, claims: list[Claim]) -> None:
        """Rivals on one question stand beside each other until an editor says otherwise."""
        held = Claim.objects.filter(show=self.show, merged_into=None, retracted_at=None).with_subject()
        others = list(held.prefetch_related("beside"))
        for claim in claims:
            if claim.assessments.exists():
                continue
            for other in others:
                if questions.are_rivals(claim, other) and not questions.are_beside(claim, other):
                    claim.beside.add(other)


def _key(show: Show, season: Season | None, words: str) -> str:
    """A key that can be read, where it is free."""
    parts = f"{show.slug[:24]} {f's{season.number}' if season else ''} {words}"
    key = slug_of(parts, longest=58)
    return (
        key if not Claim.objects.filter(key=key).exists() and len(key) > 2 else f"{key[:50]}-{new_key()[:6]}"
    )
