"""Fields of the news list's form: each reads one parameter, and says in words what is wrong with it."""

import re
from contextlib import suppress

from django import forms

from claims import presence
from newsroom.lib import clock
from newsroom.lib.refusals import BadParameter, NotHere
from newsroom.lib.text import slug_of


class NameField(forms.CharField):
    """The slug of something that has a page, or a name that its slug was made of."""

    widget = forms.Select

    def __init__(self, *, rows, what: str, **options):
        super().__init__(**options)
        self.rows, self.what = rows, what

    def clean(self, value):
        if not value:
            return None
        rows = self.rows(clock.now())
        # Whoever types into a find box writes a name: “Park Ji-hu”.
        for slug in dict.fromkeys([value, slug_of(value)]):
            with suppress(NotHere):
                return presence.find(rows, slug)
        raise NotHere(f"No {self.what} here goes by “{value}”.")


class ChosenField(forms.CharField):
    """One of a few words."""

    widget = forms.Select

    def __init__(self, *, choices, **options):
        super().__init__(**options)
        self.choices = choices
        self.widget.choices = [("", "Any"), *choices.choices]

    def clean(self, value):
        if value and value not in self.choices.values:
            words = ", ".join(self.choices.values)
            raise BadParameter(f"“{self.label}” takes one of: {words}.")
        return self.choices(value) if value else None


class NumberField(forms.CharField):
    """A whole number within bounds."""

    widget = forms.Select

    def __init__(self, *, least: int, most: int, **options):
        super().__init__(**options)
        self.least, self.most = least, most

    def clean(self, value):
        if not value:
            return None
        if not re.fullmatch(r"[1-9][0-9]{0,3}", value) or not self.least <= int(value) <= self.most:
            raise BadParameter(f"“{self.label}” takes a number from {self.least} to {self.most}.")
        return int(value)
