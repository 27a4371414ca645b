"""What moved under live stories: the list of tasks, and the two answers to one."""

from datetime import datetime
from itertools import groupby

from django import forms
from django.contrib import admin
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles import ripple
from articles.admin import verb_forms
from articles.admin.rights import PUBLISH
from articles.admin.verbs import StoryVerb
from articles.models import Article, Edition
from newsroom.lib import clock
from newsroom.lib.desk import VerbForm
from newsroom.lib.timeline import said

ALL_TOLD = "Nothing has moved under this story that is still to be answered."


def open_tasks(article) -> list[ripple.Task]:
    """Asked once of a row that was loaded: several buttons of one page want to know. The verbs ask anew."""
    if not hasattr(article, "open_tasks"):
        article.open_tasks = ripple.tasks(article=article)
    return article.open_tasks


class TellForm(VerbForm):
    note_kind = forms.ChoiceField(label="Kind of note", choices=Edition.NoteKind)
    note = forms.CharField(
        label="What readers are told",
        widget=forms.Textarea(attrs=verb_forms.NOTE),
        help_text="Public. Drafted from what moved: mend the words as you like.",
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asked = open_tasks(self.row)
        self.seen = " ".join(sorted(map(_name, asked)))
        self.fields["seen"].initial = self.seen
        self.fields["note_kind"].initial = ripple.gravest(asked)
        self.fields["note"].initial = ripple.drafted(asked)

    def clean(self):
        """One note answers all that is open: nothing may be among it that the person was not shown."""
        if (seen := self.cleaned_data.pop("seen", "")) and seen != self.seen:
            self.data = self.data.copy()
            self.data["seen"] = self.seen
            self.add_error(
                None, "Something has moved since you looked: see what is told here now, then confirm."
            )


class DismissForm(VerbForm):
    tasks = forms.MultipleChoiceField(label="What to dismiss", widget=forms.CheckboxSelectMultiple)
    because = forms.CharField(
        label="Why readers need not be told",
        widget=forms.Textarea(attrs=verb_forms.NOTE),
        help_text="The desk’s own: it is kept with the story.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = {_name(task): task for task in open_tasks(self.row)}
        choices = [(name, f"{task.said}, {said(task.at)}") for name, task in self.asked.items()]
        self.fields["tasks"].choices = choices
        self.fields["tasks"].initial = list(self.asked)

    def clean_tasks(self):
        return [self.asked[name] for name in self.cleaned_data["tasks"]]


def _name(task: ripple.Task) -> str:
    return f"{task.cause.pk}-{int(bool(task.retracted))}"


class RippleVerb(StoryVerb):
    def why_not(self, stage):
        return "" if stage.live and open_tasks(stage.article) else ALL_TOLD


class Tell(RippleVerb):
    name, label = "tell", "Tell readers what moved"
    form_class = TellForm
    is_grave = True

    def why_not(self, stage):
        if stage.pending:
            when = said(stage.pending.live_from)
            return f"Edition {stage.pending.number} is scheduled for {when}: cancel or move it, or dismiss what moved."
        return super().why_not(stage)

    def tells(self, request, row):
        for task in open_tasks(row):
            yield f"{said(task.at)}: {task.said}."
        yield "The words that readers have now go out again, unchanged, with the note. What is on the desk stays here."

    def act(self, request, row, note, note_kind):
        edition = ripple.publish_note(row, by=request.user, note=note, note_kind=note_kind)
        return f"Edition {edition.number} is live since {said(edition.live_from)}, with its note."


class Dismiss(RippleVerb):
    name, label = "dismiss", "Dismiss what moved"
    form_class = DismissForm

    def tells(self, request, row):
        yield "Readers still see “Since this was published” over the story; no note goes out, nobody is asked again."

    def act(self, request, row, tasks, because):
        ripple.dismiss(tasks, by=request.user, because=because)
        return "It was dismissed, with your reason."


ON_WHAT_MOVED = (Tell, Dismiss)


def _before(request):
    """The moment from which on to look back; what is no moment is now."""
    try:
        moment = datetime.fromisoformat(request.GET.get("before", ""))
    except ValueError:
        return clock.now()
    return min(moment, clock.now()) if moment.tzinfo else clock.now()


@require_safe
def ripple_tasks(request):
    """Every task, one heading for each thing that moved, newest first."""
    context = {
        **admin.site.each_context(request),
        "title": "What moved under live stories",
        "opts": Article._meta,
    }
    if not request.user.has_perm(PUBLISH):
        context |= {"sentence": "Telling readers what moved is an editor’s to do: ask one."}
        return TemplateResponse(request, "admin/articles/refused.html", context, status=403)
    found = ripple.lately(_before(request))
    tasks = sorted(found.tasks, key=lambda task: (task.at, task.said), reverse=True)
    groups = [(key, list(group)) for key, group in groupby(tasks, key=lambda task: (task.at, task.said))]
    context |= {"groups": [{"at": at, "said": what, "tasks": group} for (at, what), group in groups]}
    context |= {"has_more": found.has_more}
    if found.earlier:
        context |= {"earlier": found.earlier.isoformat(), "earlier_said": said(found.earlier)}
    return TemplateResponse(request, "admin/articles/ripple.html", context)
