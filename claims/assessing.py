"""The verbs of a claim: judge, assess, release, plan, restate, supersede, retract, move, cancel."""

from claims import indexing, questions, stories
from claims.confidence import Confidence
from claims.gate import Case, embargoed_until, shortfall
from claims.models import Assessment, Claim, Judgement, JudgementEvidence
from newsroom.lib import clock, timeline
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import act, said


def judge(claim: Claim, level, *, evidence=None, **fields) -> Judgement:
    """Set the desk's side of a claim. `evidence` replaces what was there: sources, or dicts with role, quote,
    speaker. Readers see nothing of it yet."""
    level = Confidence(level)
    judgement = Judgement.objects.filter(claim=claim).first() or Judgement(claim=claim)
    fields.setdefault("as_of", clock.today())
    edge = Claim._meta.get_field("latest").to_python(claim.latest)  # text, where it was just made of text
    fields.setdefault("review_by", level.review_by(fields["as_of"], edge))
    cleared = {
        "override": "",
        "walked_back": "",
        "refuted_by": None,
        "refuting_source": None,
        "refuting_url": "",
    }
    for name, value in {**cleared, "level": level, **fields}.items():
        setattr(judgement, name, value)
    judgement.full_clean(exclude=["claim"])
    with act(claim):
        judgement.save()
        if evidence is not None:
            judgement.evidence.all().delete()
            for one in evidence:
                one = one if isinstance(one, dict) else {"source": one}
                JudgementEvidence.objects.create(judgement=judgement, **one)
    claim.judgement = judgement
    return judgement


def assess(claim: Claim, level, *, by, because="", at=None, **fields) -> Assessment:
    """Judge and release in one: what we hold of the claim from now on, or from an hour."""
    with act(claim.show, claim):
        judge(claim, level, reason=because, **fields)
        return release(claim, by=by, at=at)


def release(claim: Claim, *, by, at=None) -> Assessment:
    """Publish the judgement, now or at an hour of its own."""
    with act(claim.show, claim) as now:
        judgement = _judgement(claim)
        if is_public(claim):
            return _publish(judgement, by, at or now)
        judgement.release_at = at or now
        judgement.save(update_fields=["release_at"])
        plan(claim, by=by, anew=True)
        return claim.assessments.uncancelled().latest("live_from")


def plan(claim: Claim, *, by, anew=False) -> None:
    """A claim's first assessment goes live at the earliest of its own release and the editions that cite it.

    Called in the transaction of every verb that schedules, moves, holds or cancels; calling it twice changes
    nothing. A claim that is public already is left alone. `anew` takes what is planned again from the judgement.
    """
    if is_public(claim):
        return
    pending = claim.assessments.pending().first()
    wanted = _first_hour(claim)
    if pending and wanted == pending.live_from and not anew:
        return
    if pending:
        timeline.cancel(pending)
    if wanted:
        _publish(_judgement(claim), by, wanted)
    indexing.index([claim.pk])


def is_public(claim: Claim) -> bool:
    """It has gone live at some time, even if it was retracted since."""
    return claim.assessments.begun().exists()


def _first_hour(claim: Claim):
    judgement = Judgement.objects.filter(claim=claim).first()
    hours = [edition.live_from for edition in claim.editions.uncancelled().filter(taken_back_at=None)]
    if judgement and judgement.release_at:
        hours.append(judgement.release_at)
    return max(min(hours), clock.now()) if hours else None


def _publish(judgement: Judgement, by, at) -> Assessment:
    evidence = list(judgement.evidence.select_related("source__outlet"))
    check(judgement.claim, judgement, evidence, at)
    row = Assessment(claim=judgement.claim, by=by, **judgement.copied())
    timeline.put(row, at)
    row.take_evidence(evidence)
    indexing.index([row.claim_id])
    if row.claim.platform_id and row.siblings().count() == 1:
        stories.refile(row.claim.show)
    return row


def check(claim: Claim, verdict, evidence, at) -> None:
    """Raise Refused with every reason why this verdict can't go live at that moment."""
    if faults := list(faults_of(claim, verdict, evidence, at)):
        raise Refused(faults)


def faults_of(claim: Claim, verdict, evidence, at):
    """Each reason in a sentence."""
    if claim.retracted_at:
        yield f"“{claim.said}” was retracted on {said(claim.retracted_at)}: make a new claim."
    if claim.merged_into_id:
        yield f"“{claim.said}” was merged into {claim.merged_into.key}: use that one."
    case, level = Case.of(verdict, evidence), verdict.confidence
    if not verdict.override and (missing := shortfall(level, case)):
        yield f"“{claim.said}”: {missing}"
    until = embargoed_until(case)
    if until and at < until:
        yield f"“{claim.said}” rests on a source that is under embargo until {said(until)}."
    before = claim.assessments.been_live(at).last()
    if before and before.confidence.rule.needs_walking_back and level.lower_than(before.confidence):
        if not verdict.walked_back:
            yield (
                f"“{claim.said}” goes from {before.level} down to {level}: say that it is walked back, and why."
            )
    yield from _faults_among_rivals(claim, level, at)


def _faults_among_rivals(claim: Claim, level, at):
    """What it would contradict when it goes live, and when a rival that is scheduled already does."""
    if not level.stands or not questions.questions(claim):
        return
    rivals = Claim.objects.about(claim.subject).filter(merged_into=None).exclude(pk=claim.pk)
    coming = Assessment.objects.pending(at).filter(claim__in=rivals)
    said_already = set()
    for moment in [at, *coming.order_by("live_from").values_list("live_from", flat=True)]:
        held = rivals.live(moment).with_held(moment)
        others = list(held.select_related("supersedes").prefetch_related("beside"))
        for other in questions.unrelated_rivals(claim, others):
            if other.pk not in said_already:
                yield _asks_for_a_relation(claim, other)
            said_already.add(other.pk)
        if moment == at and (other := questions.too_low(claim, level, others)):
            yield (
                f"“{claim.said}” ({level}) can't supersede “{other.said}”, which is {other.held.level}:"
                " that takes an equal or higher level."
            )


def _asks_for_a_relation(claim: Claim, other: Claim) -> str:
    return (
        f"“{claim.said}” answers the same question as “{other.said}” ({other.held.level}):"
        " say that it supersedes it, or that both stand beside each other."
    )


def restate(claim: Claim, statement: str, *, by, because="") -> Assessment:
    """Mend the wording, not the proposition: a new assessment of the same level."""
    with act(claim.show, claim) as now:
        before = claim.assessments.live(now).first()
        if before is None:
            raise Refused("Only a claim that is live can be restated; edit the claim itself until then.")
        row = before.twin()
        row.statement, row.by = statement, by
        row.reason = because or row.reason
        timeline.put(row, now)
        row.take_children(before)
        Judgement.objects.filter(claim=claim).update(statement=statement)
        indexing.index([claim.pk])
        return row


def supersede(old: Claim, new: Claim, level, *, by, because="", at=None, **fields) -> Assessment:
    """A new claim takes the place of an old one on its question."""
    if not questions.are_rivals(old, new):
        raise Refused(f"“{new.said}” does not answer the same question as “{old.said}”.")
    with act(old.show, old, new):
        new.supersedes = old
        new.save(update_fields=["supersedes"])
        return assess(new, level, by=by, because=because, at=at, **fields)


def retract(claim: Claim, *, by, because: str) -> None:
    """Take a claim back, at every moment: its page says so, and why."""
    if not because.strip():
        raise Refused("Say in a sentence why this is retracted: readers see it.")
    with act(claim.show, claim) as now:
        timeline.take_back(claim.assessments.all())
        claim.retracted_at, claim.retracted_by, claim.retraction_note = now, by, because
        claim.save(update_fields=["retracted_at", "retracted_by", "retraction_note"])
        Judgement.objects.filter(claim=claim).update(release_at=None)
        indexing.index([claim.pk])


def move(row: Assessment, to, *, by) -> Assessment:
    """Give a scheduled assessment another hour."""
    with act(row.claim.show, row.claim):
        if not is_public(row.claim):
            Judgement.objects.filter(claim=row.claim).update(release_at=to)
            plan(row.claim, by=by)
            return row.claim.assessments.uncancelled().latest("live_from")
        timeline.cancel(row)
        twin = row.twin()
        twin.by = by
        check(row.claim, twin, row.evidence.select_related("source__outlet"), to)
        timeline.put(twin, to)
        twin.take_children(row)
        indexing.index([twin.claim_id])
        return twin


def cancel(row: Assessment, *, by) -> None:
    """Call off a scheduled assessment; a first one stays planned with the stories that cite the claim."""
    with act(row.claim.show, row.claim):
        if is_public(row.claim):
            timeline.cancel(row)
            indexing.index([row.claim_id])
            return
        Judgement.objects.filter(claim=row.claim).update(release_at=None)
        plan(row.claim, by=by)


def _judgement(claim: Claim) -> Judgement:
    judgement = Judgement.objects.filter(claim=claim).select_related("claim").first()
    if judgement is None:
        raise Refused(f"“{claim.said}” has no level yet: judge it first.")
    return judgement
