"""What is asked of somebody who wants to follow."""

from django import forms
from django.core.exceptions import ValidationError

from claims.confidence import Confidence
from newsroom.following.models import LEVELS

MEANING = {level.value: level.rule.definition for level in LEVELS}


class FollowForm(forms.Form):
    email = forms.EmailField(
        label="Your e-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        error_messages={
            "required": "Type your e-mail address.",
            "invalid": "This is no e-mail address: it looks like name@example.org.",
        },
    )
    min = forms.ChoiceField(
        label="Write to me",
        choices=[(level.value, level.label) for level in LEVELS],
        initial=Confidence.CONFIRMED,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose how sure it is to be.",
            "invalid_choice": "There is no such level.",
        },
    )

    def clean_email(self):
        """A name, an at and a place, in letters that every mail server takes."""
        email = self.cleaned_data["email"]
        if any(ord(letter) < 33 or ord(letter) == 127 for letter in self.data.get("email", "").strip(" ")):
            raise ValidationError("An address stands on one line, without spaces.")
        name, _, host = email.rpartition("@")
        if not name.isascii():
            raise ValidationError("Our mail server can't write to letters like these before the @.")
        return f"{name}@{host.lower()}"

    @property
    def levels(self):
        """Each level with what it means, from the surest down."""
        return [(choice, LEVELS[place]) for place, choice in enumerate(self["min"])]
