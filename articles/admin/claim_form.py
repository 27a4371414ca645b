"""A claim made while writing: the proposition, in as few words as its kind takes."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from articles.plaintext.times import find_times
from claims import questions
from claims.models import Claim
from newsroom.lib import dates
from newsroom.lib.text import slug_of
from shows.models import Person, Platform, Season, Show

DETAILS = ("plot", "setting", "based_on", "runtime", "other")
LABELS = dict(Claim.Property.choices)
MILESTONES = [(name, label) for name, label in Claim.Property.choices if name not in DETAILS]
# Where a column of the claim is asked for under another name.
ASKED_AS = {
    "property": "milestone",
    "as_said": "when",
    "earliest": "when",
    "latest": "when",
    "precision": "when",
}


class ClaimForm(forms.Form):
    subject = forms.CharField(
        label="About", error_messages={"required": "Name the show or season it is about."}
    )
    kind = forms.ChoiceField(choices=Claim.Kind, widget=forms.RadioSelect, initial=Claim.Kind.MILESTONE)

    milestone = forms.ChoiceField(label="What", choices=MILESTONES, required=False, initial="release")
    when = forms.CharField(
        required=False,
        max_length=100,
        help_text="As the source says it: “6 November 2026”, “late 2026”. Empty where no date is said.",
    )
    value = forms.CharField(label="How many", required=False, max_length=100, help_text="A number.")
    platform = forms.ModelChoiceField(Platform.objects.current(), required=False)
    part = forms.CharField(required=False, max_length=60, help_text="“Volume 1”, “US cinemas”; mostly empty.")

    person = forms.CharField(required=False, max_length=200)
    add_person = forms.BooleanField(label="This person is new to the catalogue: add them", required=False)
    change = forms.ChoiceField(choices=Claim.Change, required=False, initial="returning")
    character = forms.CharField(required=False, max_length=200)
    job = forms.CharField(
        required=False, max_length=40, initial="actor", help_text="actor, voice, host, director, writer…"
    )

    detail = forms.ChoiceField(choices=[(name, LABELS[name]) for name in DETAILS], required=False)
    statement = forms.CharField(required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    relation = forms.CharField(required=False)
    existing = None
    rivals: tuple[Claim, ...] = ()

    def clean_subject(self):
        name, _, pk = self.cleaned_data["subject"].partition(":")
        rows = {"show": Show.objects.current(), "season": Season.objects.with_show().filter(merged_into=None)}
        found = rows[name].filter(pk=pk).first() if name in rows and pk.isdecimal() and len(pk) < 19 else None
        if found is None:
            raise ValidationError("Name the show or season it is about.")
        return found

    def clean(self):
        said = {**super().clean()}  # a copy: an error takes its field away
        if "subject" not in said or "kind" not in said:
            return
        columns = {"milestone": self._milestone, "casting": self._casting, "detail": self._detail}
        fields = columns[said["kind"]](said)
        if self.errors:
            return
        subject = said["subject"]
        show, season = (subject.show, subject) if isinstance(subject, Season) else (subject, None)
        self.claim = Claim(kind=said["kind"], show=show, season=season, **fields)
        self._look_for_the_same(fields)
        self._check_shape()

    def _milestone(self, said):
        asked = said["milestone"] or "release"
        fields = {"property": asked, "part": said["part"], **self._dated(said["when"])}
        if asked == "episodes":
            if not said["value"].isdecimal():
                self.add_error("value", "Say how many episodes, as a number.")
            fields["value"] = said["value"]
        if asked == "platform":
            if not said["platform"]:
                self.add_error("platform", "Say on which platform.")
            fields["platform"] = said["platform"]
        return fields

    def _dated(self, words):
        if not words.strip():
            return {"precision": Claim.Precision.NONE}
        times = [time for time in find_times(words) if time.earliest and time.latest]
        if len(times) != 1:
            self.add_error("when", "Say one day or window with its year: “6 November 2026”, “late 2026”.")
            return {}
        first, last = dates.bounds(times[0].earliest)[0], dates.bounds(times[0].latest)[1]
        return {"earliest": first, "latest": last, "precision": times[0].precision, "as_said": words}

    def _casting(self, said):
        return {
            "person": self._person(said["person"].strip(), said["add_person"]),
            "job": said["job"].strip() or "actor",
            "character": said["character"],
            "change": said["change"] or Claim.Change.UNKNOWN,
        }

    def _person(self, name, add):
        people = Person.objects.current()
        found = (
            list(people.filter(Q(slug=name) | Q(name__iexact=name) | Q(native_name=name))[:2]) if name else []
        )
        if len(found) == 1:
            return found[0]
        if not name:
            self.add_error("person", "Name the person.")
        elif found:
            self.add_error("person", f"More than one person is called {name}: choose one from the list.")
        elif add and slug_of(name) == "item":
            self.add_error(
                "person", "Write the name in Latin letters; its own script goes into the catalogue."
            )
        elif add:
            return Person(name=name, slug=free_slug(Person, slug_of(name)))
        else:
            self.add_error("person", f"Nobody in the catalogue is called “{name}”: tick that they are new.")
        return None

    def _detail(self, said):
        if not said["statement"].strip():
            self.add_error("statement", "Say it in a sentence.")
        return {"property": said["detail"] or "other", "statement": said["statement"].strip()}

    def _look_for_the_same(self, fields):
        if self.claim.person and not self.claim.person.pk:
            return
        asked = {name: value for name, value in fields.items() if name != "as_said"}
        same = Claim.objects.filter(
            kind=self.claim.kind, show=self.claim.show, season=self.claim.season, **asked
        )
        self.existing = same.filter(merged_into=None, retracted_at=None).with_subject().first()
        if self.existing:
            self.add_error(None, "The desk has this claim already.")

    def _check_shape(self):
        try:
            self.claim.full_clean(exclude=["person"])
        except ValidationError as error:
            for name, told in error.message_dict.items():
                place = ASKED_AS.get(name, name)
                self.add_error(place if place in self.fields else None, told)

    def make(self, by):
        """Write the claim, and its person where they are new; an error where it stands against another."""
        claim = self.claim
        if claim.person and not claim.person.pk:
            claim.person.save()
            claim.person = claim.person  # the key is known now
        others = Claim.objects.about(claim.subject).filter(merged_into=None, retracted_at=None)
        verb, _, key = self.cleaned_data["relation"].partition(" ")
        named = others.filter(key=key).first()
        claim.supersedes = named if verb == "supersedes" else None
        claim.made_by = by
        claim.save(force_insert=True)
        if named and verb == "beside":
            claim.beside.add(named)
        self._look_for_rivals(others)
        return claim

    def _look_for_rivals(self, others):
        """What answers the same question, held or judged to be, and to which it says no relation."""
        others = list(others.with_held().select_related("supersedes", "judgement").prefetch_related("beside"))
        # Where it names a relation, that is to one; the others answer to the gate when they go live.
        is_related = self.claim.supersedes_id or self.claim.beside.exists()
        waiting = [] if is_related else filter(_is_to_be_held, others)
        waiting = [one for one in waiting if questions.are_rivals(self.claim, one)]
        self.rivals = (*questions.unrelated_rivals(self.claim, others), *waiting)
        if self.rivals:
            self.add_error("relation", "Another claim answers the same question: say how they stand.")


def _is_to_be_held(claim):
    """It is judged, and goes live with the story that cites it."""
    judgement = getattr(claim, "judgement", None)
    return not claim.held and judgement is not None and judgement.confidence.stands


def free_slug(model, slug):
    """This slug, or this slug with the first number that is free."""
    taken = set(model.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(one for one in numbered if one not in taken)
