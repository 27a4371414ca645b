"""People: an A to Z, and a page for each."""

from itertools import groupby

from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims import catalogue, credits, heads, presence, stories
from newsroom.lib.addresses import going_on, moved
from newsroom.lib.params import declared, moment


@require_safe
def person_list(request):
    now, after = moment(request), declared(request, "after").get("after", "")
    names = catalogue.people(presence.people(now.at), after)
    people = sorted(names.rows, key=lambda person: (credits.initial(person), credits.sorted_as(person)))
    letters = [(letter, list(group)) for letter, group in groupby(people, key=credits.initial)]
    context = {"moment": now, "letters": letters, **heads.of_list("People", request.path)}
    return render(
        request, "claims/person_list.html", context | going_on(request.path, now, after, names.after)
    )


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
            **heads.of_person(person, held, then),
            "stories": stories.newest(person, then.at),
            **stories.elsewhere(person, person=person.slug),
        },
    )
