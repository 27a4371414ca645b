"""How a filtered list speaks of itself: its title, its chips, its canonical address."""

import calendar
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from articles.filters import ORDER
from claims.confidence import Confidence

# What goes with a filter when it is taken away.
NEEDED_BY = {"show": ("show", "season"), "year": ("year", "month")}


@dataclass(frozen=True)
class Chip:
    """A chosen filter in words, and the list without it."""

    name: str
    label: str
    url: str


class Listing:
    """What was chosen of the news list's filters (`EditionFilter.chosen`), and where in it the reader is."""

    def __init__(self, chosen: dict, after: str = ""):
        self.chosen, self.after = chosen, after

    def url(self, after: str = "", without: tuple[str, ...] = (), page="article_list", **other) -> str:
        """The list's address, or that of another page of the same filters, in canonical order."""
        given = {name: value for name, value in self.values.items() if name not in without} | other
        query = urlencode(
            [(name, given[name]) for name in ORDER if name in given] + [("after", after)] * bool(after)
        )
        return reverse(page) + (f"?{query}" if query else "")

    @property
    def values(self) -> dict[str, str]:
        """What was chosen, as it stands in an address."""
        return {name: _value(name, value) for name, value in self.chosen.items()}

    @property
    def query(self) -> str:
        """The filters alone: what names the list that a cursor is a place of."""
        return urlencode(self.values)

    @property
    def canonical(self) -> str:
        return self.url(self.after)

    @property
    def feed_url(self) -> str:
        """The feed of exactly these filters."""
        return self.url(page="feed_rss")

    @property
    def robots(self) -> str:
        """Beyond one facet, and wherever words or a cursor stand in the address, nothing is indexed."""
        facets = set(self.chosen) - {"season" if "show" in self.chosen else "", "month"}
        return "noindex,follow" if len(facets) > 1 or "q" in self.chosen or self.after else ""

    @property
    def chips(self) -> list[Chip]:
        return [
            Chip(name, _said(name, value), self.url(without=NEEDED_BY.get(name, (name,))))
            for name, value in self.chosen.items()
        ]

    @property
    def hiding_url(self) -> str:
        """“Hide rumours” sets the least level; it is a link, not a state."""
        return self.url(without=("min",), min=Confidence.REPORTED.value)

    @property
    def hides_rumours(self) -> bool:
        least = self.chosen.get("min")
        return bool(least and least.at_least(Confidence.REPORTED))

    @property
    def showing_url(self) -> str:
        return self.url(without=("min",))

    @property
    def title(self) -> str:
        """“Netflix news about Lomon, at least reported”."""
        chosen = self.chosen
        kind = " ".join(str(chosen[name]) for name in ("platform",) if name in chosen)
        kind = f"{kind} news" if kind else "News"
        about = [str(chosen["season"] if "season" in chosen else chosen["show"])] if "show" in chosen else []
        about += [str(chosen["person"])] if "person" in chosen else []
        parts = [kind + (f" about {' and '.join(about)}" if about else "")]
        parts += [f"under “{chosen['kicker'][1]}”"] if "kicker" in chosen else []
        parts += [f"from {_month(chosen)}"] if "year" in chosen else []
        parts += [f"at least {chosen['min'].label.lower()}"] if "min" in chosen else []
        parts += [f"matching “{chosen['q']}”"] if "q" in chosen else []
        return ", ".join(parts)


def _month(chosen: dict) -> str:
    month = chosen.get("month")
    return f"{calendar.month_name[month]} {chosen['year']}" if month else str(chosen["year"])


def _value(name: str, value) -> str:
    """A filter's value as it stands in an address."""
    match name:
        case "show" | "person" | "platform":
            return value.slug
        case "season":
            return str(value.number)
        case "kicker":
            return value[0]
    return str(value)


def _said(name: str, value) -> str:
    """A filter's value as it stands on a chip."""
    match name:
        case "season":
            return value.label
        case "kicker":
            return value[1]
        case "month":
            return calendar.month_name[value]
        case "min":
            return f"At least {value.label.lower()}"
        case "q":
            return f"“{value}”"
    return str(value)
