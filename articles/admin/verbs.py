"""The verbs of a story that change what readers see, each on a page that says what will happen."""

from articles import advising, checks, honest, rehearsal, sittings, workflow
from articles.admin import verb_forms
from articles.admin.rights import PUBLISH, REDACT, WITHDRAW
from articles.stage import stage_of
from newsroom.lib import clock
from newsroom.lib.desk import Verb, before_after
from newsroom.lib.text import sentence
from newsroom.lib.timeline import said

WITHDRAWN = "The story was withdrawn: write a new one."
# Where on the form a field is met that is more than an input.
ANCHORS = {"body": "id_body_rich", "bylines": "bylines-group"}


class StoryVerb(Verb):
    permission = PUBLISH
    template = "admin/articles/verb.html"

    def hindrance(self, request, row):
        stage = stage_of(row)
        return WITHDRAWN if row.withdrawn_at else self.why_not(stage)

    def why_not(self, stage) -> str:
        return ""

    def refusal(self):
        return f"“{self.label}” is an editor’s to do: submit the story for review, and one will see to it."


class GoingLive(StoryVerb):
    """The verbs that make an edition of what the form holds."""

    is_grave = True

    def context(self, request, row):
        hindered = self.hindrance(request, row)
        if hindered:
            return {"faults": [], "advice": [], "honesty": None}
        return {
            "faults": [_with_anchor(fault) for fault in rehearsal.faults(row, by=request.user)],
            "advice": [_with_anchor(one) for one in advising.advice(row, clock.now())],
            "honesty": honest.findings(row),
        }

    def carried(self, request, row):
        """What goes live along with the words, and what does not."""
        for sitting in sittings.unsaved(request.user, row):
            told = f"What you typed until {sitting.kept_said} is not saved, and does not go along"
            yield f"{told}: you find it on the story’s form."
        if row.state != row.State.APPROVED:
            yield f"The story is not approved ({row.get_state_display().lower()}): it goes out on your word alone."
        new = [claim.said for claim in checks.cited_claims(row) if not claim.assessments.begun().exists()]
        if new:
            yield f"With it go live, for the first time, the claims: {sentence([f'“{one}”' for one in new])}."
        if row.embargo_until and row.embargo_until > clock.now():
            yield f"It is under embargo until {said(row.embargo_until)}: no earlier hour is possible."


def _with_anchor(fault: str) -> tuple[str, str]:
    """A sentence, and where on the story's form it is mended."""
    field = getattr(fault, "field", "")
    return fault, ANCHORS.get(field, f"id_{field}" if field else "")


class Publish(GoingLive):
    name, label = "publish", "Publish now"

    def why_not(self, stage):
        if stage.live:
            return "The story is live: update it, with a note that says what changed."
        return _pending_stands_in_the_way(stage)

    def tells(self, request, row):
        yield f"“{row}” goes live at once, for everybody, at /news/{row.slug}/."
        yield from self.carried(request, row)

    def act(self, request, row):
        edition = workflow.publish(row, by=request.user)
        return f"Edition {edition.number} is live since {said(edition.live_from)}."


class Schedule(GoingLive):
    name, label = "schedule", "Schedule"
    form_class = verb_forms.HourForm
    is_grave = False

    def why_not(self, stage):
        if stage.live:
            return "The story is live: schedule an update, with a note that says what changed."
        return _pending_stands_in_the_way(stage)

    def tells(self, request, row):
        yield f"“{row}” goes live by itself at the hour you choose, at /news/{row.slug}/; until then no reader sees it."
        yield "What goes live are the words as they stand now: to change them, cancel and schedule again."
        yield from self.carried(request, row)

    def act(self, request, row, at):
        edition = workflow.schedule(row, at=at, by=request.user)
        return f"Edition {edition.number} goes live at {said(edition.live_from)}."


class Update(GoingLive):
    name, label = "update", "Update with a note"
    form_class = verb_forms.UpdateForm

    def why_not(self, stage):
        if not stage.live:
            return "Only a live story can be updated: publish this one."
        return _pending_stands_in_the_way(stage)

    def tells(self, request, row):
        live = stage_of(row).live
        yield f"The words as they stand now take the place of edition {live.number}, which stays in the history."
        if live.slug != row.slug:
            yield f"The story moves to /news/{row.slug}/; its old address leads there."
        yield from self.carried(request, row)

    def act(self, request, row, at, **typed):
        edition = workflow.update(row, by=request.user, at=at, **typed)
        return f"Edition {edition.number} goes live at {said(edition.live_from)}, with its note."


class Move(StoryVerb):
    name, label = "move", "Move"
    form_class = verb_forms.HourForm

    def why_not(self, stage):
        return "" if stage.pending else "Nothing is scheduled: there is nothing to move."

    def tells(self, request, row):
        pending = stage_of(row).pending
        yield f"Edition {pending.number} is scheduled for {said(pending.live_from)}."
        yield "It gets another hour; its words stay as they were when it was scheduled."

    def act(self, request, row, at):
        edition = workflow.move(stage_of(row).pending, at, by=request.user)
        return f"Edition {edition.number} now goes live at {said(edition.live_from)}."


class Cancel(StoryVerb):
    name, label = "cancel", "Cancel"

    def why_not(self, stage):
        return "" if stage.pending else "Nothing is scheduled: there is nothing to cancel."

    def tells(self, request, row):
        stage = stage_of(row)
        yield f"Edition {stage.pending.number} does not go live at {said(stage.pending.live_from)}."
        yield (
            f"Edition {stage.live.number} stays live."
            if stage.live
            else "Readers go on seeing nothing of the story."
        )

    def act(self, request, row):
        edition = stage_of(row).pending
        workflow.cancel(edition, by=request.user)
        return f"Edition {edition.number} is called off."


class Hold(Cancel):
    name, label = "hold", "Hold"

    def tells(self, request, row):
        yield from super().tells(request, row)
        yield "It can be released as it is, at once or at another hour."

    def act(self, request, row):
        edition = workflow.hold(stage_of(row).pending, by=request.user)
        return f"Edition {edition.number} is on hold."


class Release(StoryVerb):
    name, label = "release", "Release"
    form_class = verb_forms.PerhapsHourForm
    is_grave = True

    def why_not(self, stage):
        return "" if stage.held else "Nothing of this story is on hold."

    def tells(self, request, row):
        yield f"Edition {stage_of(row).held.number} goes live after all, with the words that it was held with."

    def act(self, request, row, at):
        edition = workflow.release(stage_of(row).held, at=at, by=request.user)
        return f"Edition {edition.number} goes live at {said(edition.live_from)}."


class Expire(StoryVerb):
    name, label = "expire", "Let it expire"
    form_class = verb_forms.PerhapsHourForm
    is_grave = True

    def why_not(self, stage):
        if not stage.live:
            return "Only a live story can expire."
        return _pending_stands_in_the_way(stage)

    def tells(self, request, row):
        yield "From that hour the story stands in no list, and its page says that it has expired (410)."
        yield "Nothing is taken back: its claims stand, and its history stays."

    def act(self, request, row, at):
        edition = workflow.expire(row, at=at, by=request.user)
        return f"The story expires at {said(edition.live_until)}."


class Withdraw(StoryVerb):
    name, label, permission = "withdraw", "Withdraw", WITHDRAW
    form_class = verb_forms.WithdrawForm
    is_grave = True

    def why_not(self, stage):
        return "" if stage.was_live else "This story was never live: there is nothing to withdraw."

    def tells(self, request, row):
        yield "The story is taken back at every moment: in place of it and its history stands your note (410)."
        if pending := stage_of(row).pending:
            yield f"What is scheduled for {said(pending.live_from)} is called off."
        yield "This can’t be undone. The words stay here, on the desk."

    def act(self, request, row, note, retract=()):
        workflow.withdraw(row, by=request.user, note=note, retract=retract)
        told = f", and {len(retract)} claim{'s' * (len(retract) != 1)} with it" if retract else ""
        return f"The story is withdrawn{told}."


class Redact(StoryVerb):
    name, label, permission = "redact", "Redact an edition", REDACT
    form_class = verb_forms.RedactForm
    is_grave = True

    def hindrance(self, request, row):
        return (
            "" if verb_forms.redactable(row).exists() else "No edition with words of its own was ever live."
        )

    def tells(self, request, row):
        yield "The words of one edition are emptied, for law or mercy: in its place stands your reason (410)."
        yield "They can’t be brought back. Its hour and its number stay in the history."

    def act(self, request, row, edition, because):
        workflow.redact(edition, by=request.user, because=because)
        before_after.forget_values(row)
        return f"Edition {edition.number} is redacted."

    def refusal(self):
        return "“Redact an edition” is a managing editor’s to do: ask one."


def _pending_stands_in_the_way(stage):
    if stage.pending:
        return f"Edition {stage.pending.number} is scheduled for {said(stage.pending.live_from)}: cancel or move it."
    return ""


ON_THE_PAPER = (Publish, Schedule, Update, Move, Cancel, Hold, Release, Expire, Withdraw, Redact)
