"""Random newsrooms, random filters: what the list shows and counts is what counting by hand finds."""

import random
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles import workflow
from articles.facets import facets
from articles.filters import EditionFilter
from articles.level import weakest
from articles.listing import Listing
from articles.models import Edition
from articles.paging import page
from claims.assessing import assess
from claims.confidence import Confidence
from claims.models import Claim
from newsroom import integrity
from newsroom.lib import clock
from shows.models import Platform
from tests.factories import a_milestone, a_person, a_platform, a_season, a_show, a_user
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db
KICKERS = ["Casting", "Dates", ""]
LEVELS = ["official", "reported", "rumoured"]


def a_newsroom(rng, at):
    """Nine stories, of which some are scheduled, updated, withdrawn or have expired."""
    shows = [a_show(f"show-{number}") for number in range(3)]
    seasons = [a_season(show, number) for show in shows for number in (1, 2)]
    people = [a_person(f"person-{number}") for number in range(3)]
    platforms = [a_platform(f"platform-{number}") for number in range(2)]
    claims = [held(a_milestone(season), rng.choice(LEVELS)) for season in seasons]
    for season in seasons[::2]:
        if rng.random() < 0.8:
            told = held(a_milestone(season, "platform", platform=rng.choice(platforms)), "reported")
            if rng.random() < 0.3:
                source = held(a_milestone(season, "writing"), "official")
                assess(told, "debunked", by=a_user(), because="It is not so.", refuted_by=source)
    for number in range(9):
        at.forward(days=rng.choice([0, 0, 20, 200]))
        lead = rng.sample(claims, rng.choice([0, 1, 2]))
        article = on_sale(
            f"story-{number}",
            show=rng.choice(shows),
            seasons=rng.sample(seasons, rng.choice([0, 1])),
            people=rng.sample(people, rng.choice([0, 1, 2])),
            kicker=rng.choice(KICKERS),
            claims=lead,
            leads=lead,
            at=clock.now() + timedelta(days=3000) if rng.random() < 0.15 else None,
        )
        befall(article, rng, shows)


def befall(article, rng, shows):
    if not article.editions.live().exists():
        return
    fate = rng.random()
    if fate < 0.1:
        workflow.withdraw(article, by=a_user(), note="It was wrong.")
    elif fate < 0.2:
        workflow.expire(article, by=a_user())
    elif fate < 0.5:
        article.shows.set([rng.choice(shows)])
        workflow.update(article, by=a_user(), note="More is known.")


def stands_on(show, platform) -> bool:
    told = Claim.objects.live().filter(show=show, platform=platform).with_held()
    return any(claim.held.confidence.stands for claim in told)


def by_hand():
    """Each live story's values, by filter."""
    found = {}
    for edition in Edition.objects.live().with_card():
        seasons = list(edition.seasons.all())
        shows = {*edition.shows.all(), *(season.show for season in seasons)}
        lead = weakest(edition.lead_claims.all())
        day = timezone.localtime(edition.published_at)
        found[edition.slug] = {
            "show": {show.slug for show in shows},
            "season": {(season.show.slug, str(season.number)) for season in seasons},
            "person": {person.slug for person in edition.people.all()},
            "platform": {one.slug for one in Platform.objects.all() if any(stands_on(s, one) for s in shows)},
            "kicker": {edition.kicker_slug} - {""},
            "min": {
                up.value for up in Confidence if lead and up.stands and lead.held.confidence.at_least(up)
            },
            "year": {str(day.year)},
            "month": {str(day.month)},
        }
    return found


def fits(values, given):
    wanted = dict(given)
    if "season" in wanted:
        wanted["season"] = (wanted["show"], wanted["season"])
    return all(value in values[name] for name, value in wanted.items())


def some_filters(rng):
    stories = by_hand()
    values = rng.choice(list(stories.values()))
    names = [
        name for name in values if values[name] and name not in ("season", "month") and rng.random() < 0.4
    ]
    given = {name: rng.choice(sorted(values[name])) for name in names}
    numbers = sorted(number for show, number in values["season"] if show == given.get("show"))
    if numbers and rng.random() < 0.5:
        given["season"] = rng.choice(numbers)
    if "year" in given and rng.random() < 0.5:
        given["month"] = rng.choice(sorted(values["month"]))
    return given


# What differs between the engines is shown by some of them.
@pytest.mark.parametrize("seed", range(50 if connection.vendor == "sqlite" else 8))
def test_lists_and_counts_are_as_counted_by_hand(at, seed):
    rng = random.Random(seed)
    a_newsroom(rng, at)
    stories = by_hand()
    assert list(integrity.stories_in_the_wrong_lists()) == []
    for given in [some_filters(rng) for _ in range(4)] if stories else []:
        wanted = EditionFilter(given, Edition.objects.live())
        found = page(wanted, "")
        kept = {slug: values for slug, values in stories.items() if fits(values, given)}
        assert (given, {edition.slug for edition in found.stories}) == (given, set(kept))
        counted = facets(wanted, found.window, Listing(wanted.chosen))
        assert counted.count == len(kept)
        told = {facet.name: {one.value: one.count for one in facet.choices} for facet in counted.facets}
        assert (given, told) == (given, {name: by for name in COUNTED if (by := tally(name, kept, given))})


COUNTED = ("show", "season", "person", "platform", "kicker", "min", "year", "month")


def tally(name, stories, given):
    if name in given or {"season": "show", "month": "year"}.get(name, name) not in {*given, name}:
        return {}
    if (name == "season" and "show" not in given) or (name == "month" and "year" not in given):
        return {}
    told = [value for values in stories.values() for value in values[name]]
    if name == "season":
        told = [number for show, number in told if show == given["show"]]
    return dict(Counter(told))


def test_what_is_hidden_is_never_counted(at, client):
    """Someone whom only a scheduled, a withdrawn and a draft story name."""
    show, person = a_show(), a_person("unseen")
    on_sale("seen", show=show)
    on_sale("to-come", show=show, people=[person], at=clock.now() + timedelta(days=1))
    gone = on_sale("gone", show=show, people=[person])
    assert "unseen" in client.get("/news/").content.decode()
    workflow.withdraw(gone, by=a_user(), note="It was wrong.")
    told = client.get("/news/").content.decode()
    assert "1 story" in told and "?person=unseen" not in told
