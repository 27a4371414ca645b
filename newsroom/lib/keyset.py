"""Going on in a list from one of its rows, in any order: what stands below is said by the row's own values.

A page a thousand pages on costs what the first one costs.
"""

from django.db.models import Q


def below(order: tuple[str, ...], row: dict) -> Q:
    """What stands below a row in this order; fields begin with “-” where the highest comes first.

    >>> below(("-year", "slug"), {"year": 2026, "slug": "b"})
    <Q: (OR: ('year__lt', 2026), (AND: ('year', 2026), ('slug__gt', 'b')))>
    """
    found, same = Q(), Q()
    for field in order:
        name = field.removeprefix("-")
        beyond = "lt" if field.startswith("-") else "gt"
        found |= same & Q(**{f"{name}__{beyond}": row[name]})
        same &= Q(**{name: row[name]})
    return found
