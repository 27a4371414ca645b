"""Which state of a row somebody saw, and how two states differ, field by field and in words."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models


def version_of(row: models.Model, related: Iterable[models.QuerySet] = (), but: Iterable[str] = ()) -> str:
    """A token that changes with every column and link of a row, and with the rows that hang on it.

    `but` names fields that may change without anybody's words being in danger.
    """
    rows = [row, *(one for rows in related for one in rows.order_by("pk"))]
    told = json.dumps([_state(one, but) for one in rows], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _state(row: models.Model, but: Iterable[str]) -> list:
    columns = [[f.attname, f.value_to_string(row)] for f in row._meta.concrete_fields if f.name not in but]
    links = [
        [field.name, sorted(getattr(row, field.name).values_list("pk", flat=True).order_by())]
        for field in row._meta.many_to_many
        if field.name not in but
    ]
    return columns + links


def last_saved(row: models.Model) -> LogEntry | None:
    """Who saved the row last, and when, where the desk's own pages did it."""
    types = {row._meta.model, row._meta.concrete_model}
    keys = [one.pk for one in ContentType.objects.get_for_models(*types, for_concrete_models=False).values()]
    entries = LogEntry.objects.filter(content_type__in=keys, object_id=str(row.pk)).select_related("user")
    return entries.order_by("-action_time", "-pk").first()


@dataclass(frozen=True)
class Difference:
    """One field (or one list of rows) that stands otherwise in the form than in the database."""

    label: str
    yours: str
    theirs: str
    name: str = ""
    takes_theirs: bool = False  # what is chosen until the person chooses
    is_untouched: bool = False  # the person has not changed it since the form was opened


def differences(form, formsets, fresh, fresh_formsets) -> Iterator[Difference]:
    """What a person typed against what stands, in the order of the page."""
    for name in form.fields:
        yours, theirs = _said(form[name]), _said(fresh[name])
        if yours != theirs:
            yield Difference(form[name].label, yours, theirs, name)
    for formset, saved in zip(formsets, fresh_formsets, strict=True):
        yours, theirs = _rows(formset), _rows(saved)
        if yours != theirs:
            label = formset.model._meta.verbose_name_plural.capitalize()
            yield Difference(label, "\n".join(yours), "\n".join(theirs), formset.prefix)


def _rows(formset) -> list[str]:
    """Each row that is filled in, as one line."""
    kept = [form for form in formset.forms if form.instance.pk or form.has_changed()]
    if formset.is_bound:
        kept = [form for form in kept if not formset.can_delete or not _is_ticked(form, "DELETE")]
    hidden = {formset.fk.name, formset.model._meta.pk.name, "DELETE", "ORDER"}
    lines = [[_said(form[name]) for name in form.fields if name not in hidden] for form in kept]
    return [" · ".join(word for word in words if word) for words in lines]


def _is_ticked(form, name: str) -> bool:
    return name in form.fields and form[name].value() in (True, "on", "true", "True", "1")


def _said(bound) -> str:
    """A field's value as the person sees it: a choice by its label, a moment as typed."""
    value, field = bound.value(), bound.field
    if isinstance(field, forms.BooleanField):
        return "yes" if field.to_python(value) else "no"
    if isinstance(field, forms.ModelMultipleChoiceField):
        return ", ".join(sorted(_rows_said(field, value or [])))
    if isinstance(field, forms.ModelChoiceField):
        return _row_said(field, value)
    if isinstance(field, forms.ChoiceField):
        labels = {str(key): str(label) for key, label in field.choices}
        return labels.get(str(value), str(value)) if value not in (None, "") else ""
    if isinstance(field, forms.MultiValueField):
        parts = value if isinstance(value, list) else field.widget.decompress(value)
        return " ".join(_plain(part) for part in parts if part)
    return _plain(field.prepare_value(value))


def _row_said(field, value) -> str:
    if value in (None, ""):
        return ""
    try:
        return str(field.to_python(value))
    except forms.ValidationError:
        return str(value)


def _rows_said(field, values) -> list[str]:
    try:
        return [str(row) for row in field.to_python(list(values))]
    except forms.ValidationError:
        return [str(one) for one in values]


def _plain(value) -> str:
    text = "" if value is None else value.isoformat()[:16] if hasattr(value, "isoformat") else str(value)
    return text.replace("\r\n", "\n").strip()


def rebased(data, prefix: str, standing: set[str], key: str, parent: str):
    """The typed rows of a formset against the rows that still stand: one that somebody took out meanwhile
    becomes a new row, so that its words can be saved again."""
    # “claims-2-0-id” is a row of the list “claims-2”, not of “claims”.
    pattern = re.compile(rf"{re.escape(prefix)}-(\d+)-(?!\d|\w+_FORMS$)(.+)")
    rows: dict[int, dict[str, list]] = {}
    rest = data.copy()
    for name in list(data):
        if match := pattern.fullmatch(name):
            rows.setdefault(int(match[1]), {})[match[2]] = data.getlist(name)
            del rest[name]
    initial = [row for row in rows.values() if row.get(key, [""])[-1] in standing]
    added = [
        row | {key: [""], parent: [""]} for row in rows.values() if row.get(key, [""])[-1] not in standing
    ]
    for number, row in enumerate(initial + added):
        for name, values in row.items():
            rest.setlist(f"{prefix}-{number}-{name}", values)
    rest[f"{prefix}-INITIAL_FORMS"] = str(len(initial))
    rest[f"{prefix}-TOTAL_FORMS"] = str(len(initial) + len(added))
    return rest
