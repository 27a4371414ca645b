"""Merging duplicates: everything that points to the one points to the other from then on.

The duplicate's row stays, named `merged_into`: its address leads on, and the guards on published rows let a
key follow it, and nothing else.
"""

from django.db import models


def repoint(duplicate: models.Model, survivor: models.Model, leave: tuple[str, ...] = ()) -> None:
    """Mark the duplicate as merged and move every foreign key and link that led to it, but those on models in
    `leave` (labels). A link that the survivor has already is dropped."""
    duplicate.merged_into = survivor
    duplicate.save(update_fields=["merged_into"])
    for relation in duplicate._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and not relation.many_to_many:
            if relation.related_model._meta.label not in leave:
                _move(relation.related_model, relation.field, duplicate, survivor)


def _move(model: type[models.Model], field: models.ForeignKey, duplicate, survivor) -> None:
    rows = model._base_manager.filter(**{field.name: duplicate})
    if not _is_unique_with(model, field):
        rows.update(**{field.name: survivor})
        return
    for row in rows:
        setattr(row, field.name, survivor)
        if _stands_already(model, row):
            row.delete()
        else:
            row.save(update_fields=[field.name])


def _is_unique_with(model, field) -> bool:
    together = [set(names) for names in model._meta.unique_together]
    return field.unique or any(field.name in names for names in together)


def _stands_already(model, row) -> bool:
    return any(
        model._base_manager.filter(**{name: getattr(row, name) for name in names}).exclude(pk=row.pk).exists()
        for names in model._meta.unique_together
    )


def names_of(*rows, main: str) -> list[str]:
    """The first row's aliases with the other rows' names and aliases, each once, its own name not among them."""
    names = [name for row in rows for name in (getattr(row, main), *row.aliases)]
    return [name for name in dict.fromkeys(names) if name != getattr(rows[0], main)]


def check(duplicate: models.Model, survivor: models.Model) -> None:
    """Raise ValueError, in words, unless both are of one kind, two, and not merged yet."""
    if type(duplicate) is not type(survivor) or duplicate.pk == survivor.pk:
        raise ValueError("Choose two different rows of one kind.")
    if duplicate.merged_into_id or survivor.merged_into_id:
        raise ValueError("One of them was merged already: choose the one it was merged into.")
