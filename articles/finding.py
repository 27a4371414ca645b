"""Stories by words: each word must stand in the headline, the standfirst, the text, or a topic's name."""

import re
from html import escape

from django.db.models import Exists, OuterRef, Q

from articles.models import Edition
from claims import presence
from newsroom.lib import clock


def finding(editions, text: str):
    """These editions, narrowed to those in which every word occurs; upper and lower case are one."""
    words = list(dict.fromkeys(text.casefold().split()))
    shows, people = list(presence.shows(clock.now())), list(presence.people(clock.now()))
    for word in words:
        editions = editions.filter(_in_text(word) | _in_topics(word, shows, people))
    return editions


def _in_text(word: str) -> Q:
    # Between tags only: the names of elements and the keys of claims are no words of the story.
    body = rf"(^|>)[^<>]*{re.escape(escape(word, quote=False))}"
    return Q(headline__icontains=word) | Q(standfirst__icontains=word) | Q(body__iregex=body)


def _in_topics(word: str, shows, people) -> Q:
    """A show by any of its titles, a person by any name or spelling; a season by its show."""
    shows = [show.pk for show in shows if _has(word, show.title, show.original_title, *show.aliases)]
    people = [one.pk for one in people if _has(word, one.name, one.native_name, *one.aliases)]
    edition = OuterRef("pk")
    return (
        Q(Exists(Edition.shows.through.objects.filter(edition=edition, show__in=shows)))
        | Q(Exists(Edition.seasons.through.objects.filter(edition=edition, season__show__in=shows)))
        | Q(Exists(Edition.people.through.objects.filter(edition=edition, person__in=people)))
    )


def _has(word: str, *names: str) -> bool:
    return any(word in name.casefold() for name in names)
