"""Columns that several apps share."""

from django.core.validators import URLValidator
from django.db import models

from newsroom.lib.text import clean, new_key, valid_key

web_address = URLValidator(
    schemes=["http", "https"], message="Give a web address that begins with http(s)://."
)


class KeyField(models.CharField):
    """The public name of a thing that has no slug: the importer's, else ten random letters."""

    def __init__(self, **options):
        options = {"max_length": 64, "unique": True, "default": new_key, "validators": [valid_key]} | options
        super().__init__(**options)


class LineField(models.CharField):
    """One clean line of plain text, its spaces folded however it is saved."""

    def pre_save(self, model_instance, add):
        return _set(self, model_instance, lambda text: " ".join(clean(text).split()))


class ProseField(models.TextField):
    """Clean plain text of several lines."""

    def pre_save(self, model_instance, add):
        return _set(self, model_instance, lambda text: clean(text).strip())


def _set(field, row, cleaned):
    value = getattr(row, field.attname)
    if value:
        setattr(row, field.attname, cleaned(value))
    return getattr(row, field.attname)
