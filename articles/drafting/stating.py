"""Accepted offers become claims: saved, judged on the word of a document, and related to their rivals."""

from dataclasses import dataclass
from datetime import date

from django.db import models

from articles.drafting.choices import Choice
from articles.drafting.finding import Names
from articles.drafting.offering import Offer
from articles.drafting.proposing import carried_by, proposed
from claims import questions
from claims.assessing import judge
from claims.gate import Case, shortfall
from claims.models import Claim, Evidence, Judgement, Source
from newsroom.lib.refusals import Refused
from newsroom.lib.text import new_key, slug_of

ROWS = ("show", "season", "person", "platform")


@dataclass(frozen=True)
class Stated:
    """A claim and the words in the text that state it."""

    claim: Claim
    evidence: str
    phrase: str | None
    is_lead: bool = False


class Stating:
    """States claims on the word of one document, and of the published piece that it comes from."""

    def __init__(self, names: Names, document: Source, source: Source | None, as_of: date, by: models.Model):
        self.names, self.document, self.source, self.as_of, self.by = names, document, source, as_of, by
        self.carried = carried_by(source)

    def all(self, chosen: list[tuple[Offer, Choice]]) -> list[Stated]:
        stated = [self.state(offer, choice) for offer, choice in chosen]
        self.relate([one.claim for one in stated])
        return stated

    def state(self, offer: Offer, choice: Choice) -> Stated:
        claim = offer.claim
        if offer.is_new:
            for name in ROWS:
                setattr(claim, name, self.names.keep(getattr(claim, name)))
            claim.key, claim.made_by = _key(claim, offer.words), self.by
            claim.supersedes = choice.supersedes
            claim.full_clean()
            claim.save()
        self.judge(claim, choice.level or proposed(offer.worded, self.carried))
        return Stated(claim, offer.evidence, offer.phrase, offer.is_lead)

    def judge(self, claim: Claim, level) -> None:
        """Propose a level, on the document's word; what the desk has judged already is left alone."""
        if Judgement.objects.filter(claim=claim).exists() or claim.assessments.exists():
            return
        role = Evidence.Role.SUPPORTS if level.stands else Evidence.Role.DENIES
        sources = filter(None, [self.document, self.source])
        evidence = [{"source": source, "role": role} for source in sources]
        judgement = judge(claim, level, as_of=self.as_of, reason=self.reason(), evidence=evidence)
        if missing := shortfall(level, Case.of(judgement, judgement.evidence.all())):
            raise Refused(f"“{claim.said}”: {missing}")

    def reason(self) -> str:
        if self.source:
            return f"Stated in “{self.source.title}” ({self.source.outlet})."
        return "Stated in a text that names no source of its own."

    def relate(self, claims: list[Claim]) -> None:
        """Rivals on one question stand beside each other, but for those that an editor lets one supersede."""
        if not claims:
            return
        held = Claim.objects.filter(show=claims[0].show, merged_into=None, retracted_at=None).with_subject()
        others = list(held.prefetch_related("beside"))
        for claim in claims:
            if claim.assessments.exists():
                continue
            for other in others:
                is_told = claim.supersedes_id == other.pk or other.supersedes_id == claim.pk
                if questions.are_rivals(claim, other) and not is_told:
                    if not questions.are_beside(claim, other):
                        claim.beside.add(other)


def _key(claim: Claim, words: str) -> str:
    """A key that can be read, where it is free."""
    parts = f"{claim.show.slug[:24]} {f's{claim.season.number}' if claim.season else ''} {words}"
    key = slug_of(parts, longest=58)
    return (
        key if not Claim.objects.filter(key=key).exists() and len(key) > 2 else f"{key[:50]}-{new_key()[:6]}"
    )
