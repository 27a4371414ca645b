"""What can be done to many claims at one time: those that are due are looked at again in a row."""

from django.contrib import admin

from claims import assessing, due
from claims.admin.verbs import ClaimVerb, Release
from claims.models import Assessment, Judgement
from newsroom.lib import clock
from newsroom.lib.dates import day_said


class DueFilter(admin.SimpleListFilter):
    title, parameter_name = "what is due", "due"

    def lookups(self, request, model_admin):
        return [("review", "Due for review")]

    def queryset(self, request, queryset):
        if self.value() != "review":
            return queryset
        return queryset.filter(pk__in=due.overdue(clock.now()).values("claim"))


class ReleaseAll(Release):
    """Each with its own judgement, as it stands on the desk."""

    label = "Release the judgements"

    def foreseen(self, request, row):
        evidence = list(row.judgement.evidence.select_related("source__outlet", "source__repeats__outlet"))
        return assessing.faults_of(row, row.judgement, evidence, clock.now())


class StillSo(ClaimVerb):
    """What is held is held still: somebody has looked again today."""

    name, label = "still-so", "Looked at again: still so"

    def why_not(self, claim):
        held = Assessment.objects.live().filter(claim=claim).first()
        judged = Judgement.objects.filter(claim=claim).first()
        if held is None:
            return "Nothing is held of it: there is nothing to look at again."
        if judged is None or judged.level != held.level:
            return "The desk judges it otherwise than readers see it: release that, or judge it anew."
        return ""

    def act(self, request, row):
        judged = row.judgement
        judged.as_of = clock.today()
        judged.review_by = judged.confidence.review_by(judged.as_of, row.latest)
        judged.save()
        assessing.release(row, by=request.user)
        until = f", and is due again on {day_said(judged.review_by)}" if judged.review_by else ""
        return f"“{row.said}” is {judged.level} as of today{until}."
