"""Lists as people type them: a name a line, an id a line."""

from django import forms


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, **options):
        super().__init__(**{"required": False, "help_text": "One a line."} | options)

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        lines = value if isinstance(value, list) else (value or "").splitlines()
        return list(dict.fromkeys(" ".join(line.split()) for line in lines if line.strip()))

    def has_changed(self, initial, data):
        return self.to_python(initial) != self.to_python(data)


class PairsField(forms.CharField):
    """Values by name, one pair a line: `tmdb: 99966`."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, *, names, **options):
        self.names = tuple(names)
        told = f"One a line: “{self.names[0]}: 99966”. Known: {', '.join(self.names)}."
        super().__init__(**{"required": False, "help_text": told} | options)

    def prepare_value(self, value):
        return "\n".join(f"{key}: {one}" for key, one in value.items()) if isinstance(value, dict) else value

    def to_python(self, value):
        if isinstance(value, dict):
            return value
        pairs = {}
        for line in filter(str.strip, (value or "").splitlines()):
            name, colon, given = (part.strip() for part in line.partition(":"))
            if not colon or not given:
                raise forms.ValidationError(f"“{line}” is no pair: write “{self.names[0]}: 99966”.")
            pairs[name.lower()] = given
        return pairs

    def has_changed(self, initial, data):
        try:
            return self.to_python(initial) != self.to_python(data)
        except forms.ValidationError:
            return True
