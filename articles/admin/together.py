"""What can be done to many stories at one time, each of them by itself."""

from django import forms

from articles import rehearsal
from articles.admin.review_verbs import Approve, Reopen, Submit
from articles.admin.rights import why_not_change
from articles.admin.verbs import WITHDRAWN, Cancel, Publish, Schedule, StoryVerb
from newsroom.lib import clock
from newsroom.lib.desk import VerbForm
from newsroom.lib.refusals import Refused
from shows.models import Season, Show


class SubmitAll(Submit):
    undone_by = "reopen"


class ApproveAll(Approve):
    undone_by = "reopen"


class PublishAll(Publish):
    def foreseen(self, request, row):
        return [str(fault) for fault in rehearsal.faults(row, by=request.user)]


class ScheduleAll(Schedule):
    undone_by = "cancel"
    foreseen = PublishAll.foreseen


class KickerForm(VerbForm):
    kicker = forms.CharField(label="Kicker", max_length=80, help_text="It stands over the headline.")


class TopicForm(VerbForm):
    topic = forms.CharField(
        label="Show or season",
        max_length=120,
        help_text="By the last part of its address: “pachinko” for the show, “pachinko/2” for its second season.",
    )

    def clean_topic(self):
        slug, _, number = self.cleaned_data["topic"].strip().strip("/").partition("/")
        found = Show.objects.current().filter(slug=slug).first()
        if found and number:
            number = number.removeprefix("season-")
            seasons = Season.objects.with_show().filter(show=found, merged_into=None)
            found = seasons.filter(number=number).first() if number.isdecimal() and len(number) < 5 else None
        if found is None:
            raise forms.ValidationError(
                "Nothing in the catalogue has this address: write “pachinko” or “pachinko/2”."
            )
        return found


class DraftVerb(StoryVerb):
    """It changes what is on the desk: readers see it with the next edition."""

    permission = "articles.change_article"

    def hindrance(self, request, row):
        return WITHDRAWN if row.withdrawn_at else why_not_change(request.user, row)

    def touch(self, row, *columns):
        row.changed_at = clock.now()
        row.save(update_fields=[*columns, "changed_at"])


class SetKicker(DraftVerb):
    name, label, form_class = "kicker", "Set the kicker", KickerForm

    def act(self, request, row, kicker):
        if row.kicker == kicker:
            raise Refused("It has this kicker already.")
        before, row.kicker = row.kicker, kicker
        self.touch(row, "kicker", "kicker_slug")
        return f"The kicker is “{kicker}”" + (f"; it was “{before}”." if before else "; it had none.")


class AddTopic(DraftVerb):
    name, label, form_class, undone_by = "topic", "Add a topic", TopicForm, "untopic"

    def act(self, request, row, topic):
        topics = row.seasons if isinstance(topic, Season) else row.shows
        if topics.filter(pk=topic.pk).exists():
            raise Refused("It has this topic already.")
        topics.add(topic)
        self.touch(row)
        return f"It is about {topic} too."


class TakeTopic(DraftVerb):
    name, label, form_class, undone_by = "untopic", "Take a topic away", TopicForm, "topic"

    def act(self, request, row, topic):
        topics = row.seasons if isinstance(topic, Season) else row.shows
        if not topics.filter(pk=topic.pk).exists():
            raise Refused("It does not have this topic.")
        topics.remove(topic)
        self.touch(row)
        return f"It is not about {topic} any more."


TOGETHER = (SubmitAll, ApproveAll, Reopen, PublishAll, ScheduleAll, Cancel, SetKicker, AddTopic, TakeTopic)
