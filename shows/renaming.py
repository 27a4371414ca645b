"""Addresses that change: the old one leads on, and never to somebody else."""

from shows.models import Entry, FormerSlug


def led_elsewhere(row: Entry, slug: str) -> bool:
    """The address was another's before, and still leads there."""
    name = row._meta.model_name
    return (
        FormerSlug.objects.filter(slug=slug, **{f"{name}__isnull": False}).exclude(**{name: row.pk}).exists()
    )


def remember(row: Entry, former: str) -> None:
    """Called with the row saved under its new address."""
    if former == row.slug:
        return
    name = row._meta.model_name
    FormerSlug.objects.filter(slug=row.slug, **{name: row}).delete()  # it is today's again
    FormerSlug.objects.get_or_create(slug=former, **{name: row})
