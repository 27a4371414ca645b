from datetime import timedelta

import pytest
from django.core.management import call_command

from articles import workflow
from articles.models import Filing
from articles.models.filing import Kind, kicker_number
from claims.merging import merge
from newsroom import integrity
from newsroom.lib import clock
from tests.factories import a_milestone, a_person, a_platform, a_season, a_show, a_user
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db


def filed(at=None):
    """What stands under what at a moment, everything left out."""
    rows = Filing.objects.live(at).exclude(kind=Kind.EVERYTHING).exclude(kind=Kind.AUTHOR)
    return sorted(rows.values_list("kind", "subject", "slug"))


def test_a_story_is_filed_under_its_topics_for_as_long_as_it_stands_there(at):
    season, other = a_season(), a_show("other")
    article = on_sale("story", show=season.show, seasons=[season], kicker="Dates")
    dates = (Kind.KICKER, kicker_number("dates"), "story")
    assert filed() == [(Kind.SHOW, season.show.pk, "story"), (Kind.SEASON, season.pk, "story"), dates]
    before = clock.now()
    at.forward(hours=1)
    article.seasons.clear()
    article.shows.set([other])
    workflow.update(article, by=a_user(), note="It is about another show.")
    assert filed() == [(Kind.SHOW, other.pk, "story"), dates]
    assert filed(before) == [(Kind.SHOW, season.show.pk, "story"), (Kind.SEASON, season.pk, "story"), dates]
    assert Filing.objects.under(*dates[:2]).count() == 1  # two editions, one interval


def test_what_is_withdrawn_cancelled_or_redacted_is_filed_nowhere(at):
    withdrawn, redacted = on_sale("withdrawn"), on_sale("redacted")
    later = on_sale("later", at=clock.now() + timedelta(days=1))
    assert Filing.objects.under(Kind.EVERYTHING).count() == 3
    workflow.withdraw(withdrawn, by=a_user(), note="It was wrong.")
    workflow.redact(redacted.editions.get(), by=a_user(), because="The law asks for it.")
    workflow.cancel(later.editions.get(), by=a_user())
    assert not Filing.objects.exists()


def test_a_merge_takes_the_stories_along(at):
    person, namesake = a_person("lomon"), a_person("lomon-2")
    on_sale("story", people=[namesake])
    merge(namesake, into=person, by=a_user())
    assert list(Filing.objects.filter(kind=Kind.PERSON).values_list("subject", flat=True)) == [person.pk]


def test_under_a_platform_stands_what_a_claim_names_while_it_stands(at, client):
    season, netflix = a_season(), a_platform()
    on_sale("story", seasons=[season])
    assert client.get("/news/?platform=netflix").status_code == 404
    told = held(a_milestone(season, "platform", platform=netflix), "rumoured")
    assert b"/news/story/" in client.get("/news/?platform=netflix").content
    at.forward(hours=1)
    renewed = held(a_milestone(season, "renewal"), "official")
    held(told, "debunked", refuted_by=renewed)
    assert b"/news/story/" not in client.get("/news/?platform=netflix").content
    assert Filing.objects.filter(kind=Kind.PLATFORM).count() == 1  # it is asked when it is read


def test_verify_finds_what_is_missing_or_too_much_and_reindex_mends_it(at, capsys):
    article = on_sale("story", people=[a_person()])
    Filing.objects.filter(kind=Kind.PERSON).delete()
    Filing.objects.create(
        **Filing.objects.filter(kind=Kind.SHOW).values(
            "article_id", "published_at", "slug", "live_from", "live_until"
        )[0],
        kind=Kind.SHOW,
        subject=4711,
    )
    fault = "the story story does not stand in the lists as its editions say: run `reindex`"
    assert list(integrity.stories_in_the_wrong_lists()) == [fault]
    call_command("reindex")
    assert capsys.readouterr().out.startswith("2 rows of the lists")
    assert list(integrity.stories_in_the_wrong_lists()) == []
    assert article.filings.count() == 4
