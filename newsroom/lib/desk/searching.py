"""The pages of a list that is searched: what was found is read once, and counted as far as that."""

from django.core.paginator import Page, Paginator
from django.utils.functional import cached_property

FOUND = 500  # rows that a search pages through: who sees so many says more words


class FoundPaginator(Paginator):
    """A search reads rows from the newest on until it has enough; counting them all would read every row there is
    a second time."""

    @cached_property
    def keys(self) -> list:
        return list(self.object_list.values_list("pk", flat=True)[:FOUND])

    @cached_property
    def count(self) -> int:
        return len(self.keys)

    @property
    def is_cut(self) -> bool:
        return self.count == FOUND

    def page(self, number) -> Page:
        number = self.validate_number(number)
        keys = self.keys[(number - 1) * self.per_page : number * self.per_page]
        return self._get_page(self.object_list.filter(pk__in=keys), number, self)
