"""What a save changed, before and after: kept in the log's message, beside the names of the fields."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from difflib import SequenceMatcher
from itertools import takewhile

from django import forms
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models

from newsroom.lib.html import plain
from newsroom.lib.timeline import said

SECRET = re.compile(r"passw|secret|token|otp", re.I)
AROUND = 40  # characters kept on each side of words that changed
LONGEST = 600  # characters of one value


def with_values(message: list[dict], form, formsets) -> str:
    """Django's own message, as JSON in which words can be found, with what stood and what stands of each field."""
    sources = [] if any(part.get("added") == {} for part in message) or not form.changed_data else [form]
    for formset in formsets or ():
        by_row = {id(one.instance): one for one in formset.forms}
        sources += [by_row[id(row)] for row, _ in formset.changed_objects]
    changed = [part["changed"] for part in message if "changed" in part]
    for part, source in zip(changed, sources, strict=True):
        part["values"] = list(_changes(source))
    return json.dumps(message, ensure_ascii=False)


def _changes(form) -> Iterator[dict]:
    for name in form.changed_data:
        field = form.fields.get(name)
        if field is None or name == "DELETE":
            continue
        label = str(form[name].label)
        if SECRET.search(name) or isinstance(field.widget, forms.PasswordInput):
            yield {"field": label, "before": "", "after": "", "is_secret": True}
            continue
        was, stands = _said(field, form[name].initial), _said(field, form.cleaned_data.get(name))
        before, after = shortened(was, stands)
        yield {"field": label, "before": before, "after": after}


def _said(field, value) -> str:
    """A value as a person reads it: a row by its name, a choice by its label, a text without its markup."""
    if isinstance(field, forms.BooleanField):
        return "yes" if value else "no"
    if value in (None, ""):
        return ""
    if isinstance(field, forms.ModelMultipleChoiceField):
        rows = field.queryset.filter(pk__in=[getattr(one, "pk", one) for one in value])
        return ", ".join(sorted(str(row) for row in rows))
    if isinstance(field, forms.ModelChoiceField):
        if isinstance(value, models.Model):
            return str(value)
        row = field.queryset.filter(**{field.to_field_name or "pk": value}).first()
        return str(row or value)
    if isinstance(field, forms.ChoiceField):
        return str({str(key): label for key, label in field.choices}.get(str(value), value))
    if isinstance(value, datetime):
        return said(value)
    text = str(value).replace("\r\n", "\n").strip()
    return plain(text) if text.startswith("<") else text


def shortened(before: str, after: str) -> tuple[str, str]:
    """Both texts, of long ones the words that changed with a few around them."""
    if max(len(before), len(after)) <= LONGEST // 2:
        return before, after
    old, new = before.split("\n"), after.split("\n")
    pairs = [
        _around("\n".join(old[a:b]), "\n".join(new[c:d]))
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if kind != "equal"
    ]
    return (
        tuple(_cut(" […] ".join(filter(None, side))) for side in zip(*pairs, strict=True))
        if pairs
        else ("", "")
    )


def _around(before: str, after: str) -> tuple[str, str]:
    """Without what both begin and end with, but for a few words."""
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    return tuple(_within(text, head, len(text) - tail) for text in (before, after))


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _within(text: str, start: int, end: int) -> str:
    start = text.rfind(" ", 0, max(0, start - AROUND)) + 1
    end = text.find(" ", end + AROUND)
    return ("… " if start else "") + text[start : end if end > 0 else None] + (" …" if end > 0 else "")


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + " …"


def forget_values(row: models.Model) -> None:
    """Take out of the log what stood in a row's fields: it was redacted. Who changed which field when, stays."""
    concrete = row._meta.concrete_model
    models_of_it = [one for one in apps.get_models() if one._meta.concrete_model is concrete]
    kinds = ContentType.objects.get_for_models(*models_of_it, for_concrete_models=False)
    keys = [kind.pk for kind in kinds.values()]
    for entry in LogEntry.objects.filter(content_type__in=keys, object_id=str(row.pk)):
        if '"values"' in entry.change_message and entry.change_message.startswith("["):
            parts = json.loads(entry.change_message)
            for part in parts:
                part.get("changed", {}).pop("values", None)
            entry.change_message = json.dumps(parts, ensure_ascii=False)
            entry.save(update_fields=["change_message"])
