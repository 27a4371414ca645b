"""Mine or theirs, field by field: what a browser sends of a form, and what stands put in the place of it."""

import hashlib
import json
from collections.abc import Iterable, Iterator

from django import forms
from django.http import QueryDict

CHOOSING, CHOICE, BEGUN = "_choose", "_take-", "_begun"


def sent(form: forms.BaseForm, names: Iterable[str] | None = None) -> Iterator[tuple[str, str]]:
    """What a browser would send of a form that nobody has touched."""
    for name in form.fields if names is None else names:
        bound = form[name]
        if not bound.field.disabled:
            yield from _sent(bound.field.widget, bound.html_name, bound.value())


def _sent(widget, name: str, value) -> Iterator[tuple[str, str]]:
    widget = getattr(widget, "widget", widget)  # the admin wraps what can be added or looked up
    if isinstance(widget, forms.MultiWidget):
        parts = value if isinstance(value, list) else widget.decompress(value)
        for suffix, part, one in zip(widget.widgets_names, widget.widgets, parts, strict=True):
            yield from _sent(part, name + suffix, one)
    elif isinstance(widget, forms.CheckboxInput):
        if widget.check_test(value):
            yield name, "on"
    else:
        shown = widget.format_value(value)
        for one in shown if isinstance(shown, (list, tuple)) else [shown]:
            yield name, "" if one is None else str(one)


def begun(form: forms.BaseForm) -> str:
    """What each field held when the form was opened, as digests: so that a stale save knows what was touched."""
    return json.dumps({name: _digest(sent(form, [name])) for name in form.fields})


def untouched(form: forms.BaseForm, told: str) -> set[str]:
    """The fields that hold what they held when the form was opened."""
    try:
        began = dict(json.loads(told or "{}"))
    except (ValueError, TypeError):
        return set()
    return {name for name in form.fields if began.get(name) == _digest(sent(form, [name]))}


def _digest(pairs) -> str:
    plain = sorted([name, value.replace("\r\n", "\n").strip()] for name, value in pairs)
    return hashlib.sha256(json.dumps([one for one in plain if one[1]]).encode()).hexdigest()[:12]


def theirs(data) -> set[str]:
    """The names of what is to be taken as it stands."""
    return {name.removeprefix(CHOICE) for name in data if name.startswith(CHOICE) and data[name] == "theirs"}


def settled(data: QueryDict, form, formsets) -> QueryDict:
    """What was typed, with what stands in the place of each field and list of which theirs was chosen."""
    chosen, merged = theirs(data), data.copy()
    for name in chosen & set(form.fields):
        _put(merged, _names(form.fields[name].widget, form.add_prefix(name)), sent(form, [name]))
    for formset in formsets:
        if formset.prefix in chosen:
            own = [name for name in merged if name.startswith(f"{formset.prefix}-")]
            pairs = [*sent(formset.management_form)]
            for one in formset.initial_forms:
                pairs += sent(one)
            _put(merged, own, pairs)
            merged[f"{formset.prefix}-TOTAL_FORMS"] = str(len(formset.initial_forms))  # no empty rows
    return merged


def _names(widget, name: str) -> Iterator[str]:
    """Under which names a field is sent, whatever it holds."""
    widget = getattr(widget, "widget", widget)
    if isinstance(widget, forms.MultiWidget):
        for suffix, part in zip(widget.widgets_names, widget.widgets, strict=True):
            yield from _names(part, name + suffix)
    else:
        yield name


def _put(data: QueryDict, gone: Iterable[str], pairs) -> None:
    for name in gone:
        data.pop(name, None)
    for name, value in pairs:
        data.appendlist(name, value)
