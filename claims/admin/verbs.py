"""The verbs of a claim on the desk. What they mean is said in claims.assessing and claims.relating."""

from claims import assessing, outcomes, relating
from claims.admin import verb_forms
from claims.admin.panel import panel_of
from claims.models import Claim, Judgement, Outcome
from newsroom.lib.dates import day_said
from newsroom.lib.desk import Verb
from newsroom.lib.timeline import said


class ClaimVerb(Verb):
    permission = "claims.assess_claim"
    template = "admin/claims/claim/verb.html"

    def hindrance(self, request, row):
        if row.merged_into_id:
            return f"It was merged into {row.merged_into.key}: use that one."
        if row.retracted_at:
            return f"It was retracted on {said(row.retracted_at)}: make a new claim."
        return self.why_not(row)

    def why_not(self, claim) -> str:
        return ""

    def refusal(self):
        return f"“{self.label}” is an editor’s to do: ask one to see to this claim."


class Release(ClaimVerb):
    name, label = "release", "Release the judgement"
    form_class = verb_forms.ReleaseForm
    is_grave = True

    def why_not(self, claim):
        return (
            "" if Judgement.objects.filter(claim=claim).exists() else "It has no level yet: judge it first."
        )

    def tells(self, request, row):
        judgement = row.judgement
        yield f"Readers see “{row.said}” as {judgement.level}, as of {day_said(judgement.as_of)}."
        if judgement.override:
            yield f"The override goes with it, for all to see: “{judgement.override}”"
        if assessing.is_public(row):
            yield "It takes the place of what is held now, which stays in the claim’s history."

    def context(self, request, row):
        return {"panel": panel_of(row)}

    def act(self, request, row, at):
        assessment = assessing.release(row, by=request.user, at=at)
        when = f"goes live on {said(assessment.live_from)}" if at else "is live"
        return f"{assessment.get_level_display()} {when}: “{row.said}”"


class Relate(ClaimVerb):
    name, label = "relate", "Say how it stands to its rivals"
    form_class = verb_forms.RelateForm

    def why_not(self, claim):
        return "" if relating.rivals_of(claim) else "Nothing that stands answers the same question."

    def tells(self, request, row):
        yield f"“{row.said}” answers a question that another claim answers too. Readers must be told how they stand."

    def form(self, request, row, data=None):
        is_frozen = row.assessments.uncancelled().exists()
        rivals = relating.rivals_of(row)
        return self.form_class(data, row=row, by=request.user, rivals=rivals, is_frozen=is_frozen)

    def act(self, request, row, relation):
        how, _, key = relation.partition("-")
        rival = Claim.objects.with_subject().get(pk=key)
        if how == "beside":
            relating.stand_beside(row, rival)
            return f"It stands beside “{rival.said}”."
        relating.take_place_of(row, rival)
        return f"It supersedes “{rival.said}” once it is live."


class Restate(ClaimVerb):
    name, label = "restate", "Restate in other words"
    form_class = verb_forms.RestateForm

    def why_not(self, claim):
        return "" if claim.assessments.live().exists() else "Only a claim that is live can be restated."

    def tells(self, request, row):
        yield "The wording is mended, not the proposition: readers see it in these words from now on."
        yield "What it said before stays in its history. If something else is meant, make a new claim."

    def act(self, request, row, statement, because):
        assessing.restate(row, statement, by=request.user, because=because)
        return f"Readers now read: “{statement}”"


class WhatCameOfIt(ClaimVerb):
    name, label, permission = "outcome", "What came of it", "claims.add_outcome"
    form_class = verb_forms.OutcomeForm

    def why_not(self, claim):
        return outcomes.why_not(claim)

    def tells(self, request, row):
        yield "Readers see it on the claim’s page, and it counts on the scoreboard."
        if known := Outcome.objects.filter(claim=row).select_related("by").first():
            yield (
                f"{known.by} marked it {known.said}, recorded on {said(known.marked_at)}."
                " What you say now takes its place."
            )

    def act(self, request, row, value, on):
        before = Outcome.objects.filter(claim=row).first()
        outcome = outcomes.mark(row, value, on=on, by=request.user)
        was = f" Before, it was marked {before.said}." if before else ""
        return f"“{row.said}” is marked {outcome.said}.{was}"


class Retract(ClaimVerb):
    name, label, permission = "retract", "Retract", "claims.retract_claim"
    form_class = verb_forms.ReasonForm
    is_grave = True

    def why_not(self, claim):
        return (
            ""
            if claim.assessments.uncancelled().exists()
            else "It was never released: there is nothing to retract."
        )

    def tells(self, request, row):
        yield f"“{row.said}” is taken back at every moment, and its page says why."
        yield "Stories that cite it lose its badge. This can’t be undone."

    def act(self, request, row, because):
        assessing.retract(row, by=request.user, because=because)
        return f"“{row.said}” was retracted."
