"""People: an A to Z, and a page for each."""

from itertools import groupby

from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims import credits, presence, stories
from newsroom.lib.addresses import moved
from newsroom.lib.params import moment


@require_safe
def person_list(request):
    now = moment(request)
    people = sorted(
        presence.people(now.at), key=lambda person: (credits.initial(person), credits.sorted_as(person))
    )
    letters = [(letter, list(group)) for letter, group in groupby(people, key=credits.initial)]
    return render(request, "claims/person_list.html", {"moment": now, "letters": letters})


@require_safe
def person_detail(request, slug):
    then = moment(request)
    person = presence.find(presence.people(then.at).select_related("image"), slug)
    if person.slug != slug:
        return moved(person.get_absolute_url(), then)
    held, every = credits.credits_of(person, then.at)
    return render(
        request,
        "claims/person_detail.html",
        {
            "moment": then,
            "person": person,
            "up_next": [credit for credit in every if credit.is_ahead],
            "credits": every,
            "record": held,
            "stories": stories.cards(person.editions, then.at),
            **stories.elsewhere(person, person=person.slug),
        },
    )
