"""A season's page: what readers have seen is read there, what they have not is edited, and new claims are made."""

import re

import pytest
from django.contrib.admin.models import LogEntry

from claims.assessing import judge
from claims.models import Claim, Judgement
from tests import factories as make
from tests.desk_people import change_url, desk_of, filled
from tests.newsstand import held, queries, words

pytestmark = pytest.mark.django_db


def prefixes(page):
    """The formsets of the page by what they hold, in their order."""
    return re.findall(r' name="([\w-]+)-TOTAL_FORMS"', page.content.decode())


def with_line(page, place, **typed):
    """The form as it stands, with one more line."""
    data, prefix = filled(page), prefixes(page)[place]
    number = int(data[f"{prefix}-TOTAL_FORMS"])
    line = {f"{prefix}-{number}-{name}": value for name, value in typed.items()}
    return data | {f"{prefix}-TOTAL_FORMS": number + 1} | line


def save(season, place, who="alice", **typed):
    client = desk_of(who)
    return client.post(change_url(season), with_line(client.get(change_url(season)), place, **typed))


def told():
    rows = Claim.objects.order_by("pk")
    return [(one.kind, one.said, getattr(getattr(one, "judgement", None), "level", "")) for one in rows]


def test_a_milestone_and_a_casting_are_made_with_level_and_source(at):
    season, person, source = make.a_season(), make.a_person("lomon"), make.a_source()
    milestone = {"property": "release", "precision": "month", "earliest": "2026-11-05", "level": "official"}
    assert save(season, 1, **milestone, source=source.pk).status_code == 302
    assert save(season, 3, person=person.pk, job="actor", change="new", level="rumoured").status_code == 302
    claims = Claim.objects.order_by("pk")
    assert [(one.kind, one.season, one.made_by.username) for one in claims] == [
        ("milestone", season, "alice"),
        ("casting", season, "alice"),
    ]
    assert str(claims[0].latest) == "2026-11-30"
    assert [judged.level for judged in Judgement.objects.order_by("pk")] == ["official", "rumoured"]
    assert claims[0].judgement.evidence.get().source == source
    assert not Claim.objects.live().exists()
    assert LogEntry.objects.count() == 2


def test_what_readers_have_not_seen_is_edited_and_what_they_have_is_not(at):
    season = make.a_season()
    live, waiting = held(make.a_release(season)), make.a_milestone(season, "renewal")
    judge(waiting, "rumoured", evidence=[make.a_source("press", "press")])
    client = desk_of("alice")
    page = client.get(change_url(season))
    data, prefix = filled(page), prefixes(page)[1]
    assert data[f"{prefix}-0-id"] == str(waiting.pk) and data[f"{prefix}-INITIAL_FORMS"] == "1"
    assert f"/claims/milestone/{live.pk}/change/" in page.content.decode()
    typed = data | {f"{prefix}-0-as_said": "soon", f"{prefix}-0-level": "reported"}
    assert client.post(change_url(season), typed).status_code == 302
    waiting.refresh_from_db()
    assert (waiting.as_said, waiting.judgement.level, waiting.judgement.evidence.count()) == (
        "soon",
        "reported",
        1,
    )


def test_a_forged_line_about_what_is_live_or_elsewhere_changes_nothing(at):
    season = make.a_season()
    live, other = held(make.a_release(season)), make.a_milestone(make.a_season(make.a_show("pachinko")))
    waiting = make.a_milestone(season, "renewal")
    client = desk_of("alice")
    page = client.get(change_url(season))
    data, prefix = filled(page), prefixes(page)[1]
    before = told()
    for row in (live, other):
        forged = data | {
            f"{prefix}-0-id": row.pk,
            f"{prefix}-0-as_said": "forged",
            f"{prefix}-0-level": "official",
        }
        client.post(change_url(season), forged)
    assert told() == before and not Claim.objects.filter(as_said="forged").exists()
    assert waiting.pk


def test_a_writer_reads_them_and_makes_none(at):
    season = make.a_season()
    waiting = make.a_milestone(season, "renewal")
    page = desk_of("bob").get(change_url(season))
    assert waiting.said in words(page)
    forged = {"claims-TOTAL_FORMS": 1, "claims-INITIAL_FORMS": 0, "claims-0-property": "release"}
    assert desk_of("bob").post(change_url(season), forged).status_code == 403
    assert Claim.objects.count() == 1


def test_a_line_that_somebody_edited_meanwhile_is_not_overwritten(at):
    season = make.a_season()
    waiting = make.a_milestone(season, "renewal")
    client = desk_of("alice")
    data = filled(client.get(change_url(season)))
    Claim.objects.filter(pk=waiting.pk).update(as_said="Somebody else’s")
    assert client.post(change_url(season), data).status_code == 409
    assert Claim.objects.get(pk=waiting.pk).as_said == "Somebody else’s"


def test_a_source_without_a_level_is_asked_about(at):
    season, source = make.a_season(), make.a_source()
    page = save(season, 1, property="renewal", precision="none", source=source.pk)
    assert "Say at which level the claim is held" in words(page)


def test_forty_claims_cost_what_one_costs(at):
    season, alice = make.a_season(), desk_of("alice")
    for number in range(2):
        _one_more(season, number)
    alice.get(change_url(season))
    few = queries(alice, change_url(season))
    for number in range(2, 10):
        _one_more(season, number)
    assert queries(alice, change_url(season)) == few


def _one_more(season, number):
    held(make.a_casting(make.a_person(f"seen-{number}"), season))
    waiting = make.a_casting(make.a_person(f"unseen-{number}"), season)
    judge(waiting, "rumoured", evidence=[make.a_source(f"press-{number}", "press")])
    made = make.a_milestone(season, "platform", platform=make.a_platform(f"platform-{number}"))
    judge(made, "rumoured", evidence=[make.a_source(f"press-{number}", "press")])
