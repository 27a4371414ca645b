"""The same request asked otherwise, and forms that are shown without being taken."""

from django.forms.utils import ErrorDict
from django.utils.datastructures import MultiValueDict


def as_get(request):
    """As if it had asked for the form: formsets made for it are not bound."""
    return _twin(request, "GET")


def as_post(request, typed):
    """As if this had been typed and sent."""
    twin = _twin(request, "POST")
    twin.POST = typed
    twin._files = MultiValueDict()  # else the first look at FILES reads the body anew, and POST with it
    return twin


def _twin(request, method: str):
    twin = type(request).__new__(type(request))
    twin.__dict__.update(request.__dict__)
    twin.method = method
    return twin


def refusing(form, faults):
    """The form that says no to whatever is typed, with these sentences beside its own."""

    class Refusing(form):
        def full_clean(self):
            super().full_clean()
            if self.is_bound:
                self.add_error(None, faults)

    return Refusing


def unjudged(form):
    """The form that holds what was typed, and neither takes it nor finds fault with it yet."""

    class Unjudged(form):
        def full_clean(self):
            self._errors, self.cleaned_data = ErrorDict(), {}

        def is_valid(self):
            return not self.is_bound

    return Unjudged
