"""The newsroom's rules hold for what comes in by a file, too; each is refused in words, at its line."""

import pytest

from claims.models import Assessment
from tests.articles.exchange.worlds import (
    DEADLINE,
    a_release,
    a_source,
    a_story,
    a_world,
    an_edition,
    assessed,
    changed,
    evidence,
    imported,
    refused,
)

pytestmark = pytest.mark.django_db
LATER = "2026-01-20T09:00:00+00:00"
FUTURE = "2026-03-10T09:00:00+00:00"
FURTHER = "2026-03-20T09:00:00+00:00"


@pytest.fixture(autouse=True)
def _on_the_first_of_march(at):
    """Every world here is told on 1 March 2026."""


def test_a_level_without_its_least_evidence_is_refused(tmp_path):
    world = changed("c-window", assessments=[assessed("confirmed")])
    world[2]["repeats"] = None
    (fault,) = refused(tmp_path, world)
    assert fault.startswith('line 2, field "assessments[0]": “Confirmed” needs a named speaker on record')


def test_an_override_lets_it_pass(tmp_path):
    world = changed("c-window", assessments=[assessed("confirmed", override="I heard it myself")])
    world[2]["repeats"] = None
    imported(tmp_path, world)
    assert Assessment.objects.get().override == "I heard it myself"


def test_two_outlets_that_repeat_one_are_one_origin(tmp_path):
    world = changed("c-window", assessments=[assessed("confirmed", LATER, "s-one", "s-two")])
    world += [DEADLINE, a_source("s-one", "deadline"), a_source("s-two", "upi", repeats="s-one")]
    world[0]["editions"] = []
    (fault,) = refused(tmp_path, world)
    assert "2 outlets, 1 origin (Deadline)" in fault


def test_a_primary_origin_seen_at_a_repeating_source_carries_official(tmp_path):
    imported(tmp_path, changed("c-window", assessments=[assessed("official")]))
    assert Assessment.objects.get().level == "official"


def test_what_is_cancelled_need_not_pass_the_gate(tmp_path):
    cancelled = assessed("official", FUTURE, "s-upi", live_until=FUTURE, evidence=[])
    imported(tmp_path, changed("c-window", assessments=[assessed(), cancelled]))
    assert Assessment.objects.count() == 2


def test_a_way_down_is_walked_back(tmp_path):
    rows = [assessed("official", live_until=LATER), assessed("rumoured", LATER)]
    (fault,) = refused(tmp_path, changed("c-window", assessments=rows))
    assert fault.startswith('line 2, field "assessments[1]": goes from official down to rumoured')
    rows[1]["walked_back"] = "Netflix took it back"
    imported(tmp_path, changed("c-window", assessments=rows))


def test_a_source_under_embargo_carries_nothing_before_its_hour(tmp_path):
    (fault,) = refused(tmp_path, changed("s-upi", embargo_until=LATER))
    assert fault == (
        'line 2, field "assessments[0]": it rests on a source that is under embargo'
        " until 20 Jan 2026, 09:00 UTC"
    )


def test_a_second_claim_on_a_question_names_the_first(tmp_path):
    rival = a_release("c-mid", as_said="mid 2026", earliest="2026-06", latest="2026-08")
    (fault,) = refused(tmp_path, [*a_world(), rival])
    assert 'field "beside": answers the same question as “c-' in fault
    imported(tmp_path, [*a_world(), rival | {"beside": ["c-window"]}])


def test_rivals_that_held_one_after_the_other_are_none(tmp_path):
    world = changed("c-window", assessments=[assessed(live_until=LATER)])
    imported(tmp_path, [*world, a_release("c-mid", assessments=[assessed("reported", LATER)])])


def test_a_rival_of_a_claim_that_stands_already_is_refused_too(tmp_path):
    imported(tmp_path, a_world())
    (fault,) = refused(tmp_path, [a_release("c-mid")])
    assert fault.startswith('line 1, field "beside": answers the same question as “c-window” (reported)')


def test_a_claim_supersedes_at_an_equal_or_higher_level(tmp_path):
    world = changed("c-window", assessments=[assessed("official")])
    successor = a_release("c-day", supersedes="c-window", assessments=[assessed("rumoured", LATER)])
    (fault,) = refused(tmp_path, [*world, successor])
    assert fault.startswith('line 12, field "supersedes": “c-window” is official, this is rumoured')
    imported(tmp_path, [*world, successor | {"assessments": [assessed("official", LATER)]}])


def test_two_assessments_of_a_claim_never_overlap(tmp_path):
    (fault,) = refused(tmp_path, changed("c-window", assessments=[assessed(), assessed("reported", LATER)]))
    assert (
        fault == 'line 2, field "assessments[1].live_from": overlaps the row before it, which holds for ever'
    )


def test_at_most_one_is_scheduled(tmp_path):
    editions = [an_edition(1, FUTURE, live_until=FURTHER), an_edition(2, FURTHER)]
    (fault,) = refused(tmp_path, changed("dead-season-2", editions=editions))
    assert fault == 'line 1, field "editions[1].live_from": a second one is scheduled: at most one may be'


def test_a_cited_claim_is_held_when_the_edition_goes_live(tmp_path):
    (fault,) = refused(tmp_path, changed("c-window", assessments=[assessed("reported", LATER)]))
    assert fault == (
        'line 1, field "editions[0].body": cites “c-window”,'
        " which has no assessment by 11 Jan 2026, 09:00 UTC"
    )
    (fault,) = refused(tmp_path, changed("c-window", assessments=[]))
    assert fault.startswith('line 1, field "editions[0].body": cites “c-window”')


def test_a_draft_may_cite_what_is_not_held_yet(tmp_path):
    imported(tmp_path, [*changed("c-window", assessments=[])[1:], a_story(editions=[])])


def test_sources_never_repeat_in_a_circle(tmp_path):
    faults = refused(tmp_path, changed("s-netflix", repeats="s-upi"))
    assert faults == [
        'line 3, field "repeats": leads in a circle back to this line',
        'line 4, field "repeats": leads in a circle back to this line',
    ]


def test_claims_never_supersede_in_a_circle(tmp_path):
    world = [
        *changed("c-window", supersedes="c-day"),
        a_release("c-day", supersedes="c-window", assessments=[]),
    ]
    assert refused(tmp_path, world) == [
        'line 2, field "supersedes": leads in a circle back to this line',
        'line 12, field "supersedes": leads in a circle back to this line',
    ]


def test_an_address_belongs_to_one_story(tmp_path):
    other = a_story("other", editions=[an_edition(slug="dead-season-2")])
    assert refused(tmp_path, [*a_world(), other]) == [
        'line 12, field "editions.slug": “dead-season-2” is the address of the story “dead-season-2”',
    ]


def test_a_platform_has_its_name_alone(tmp_path):
    twin = {"type": "platform", "key": "netflix-2", "name": "Netflix"}
    assert refused(tmp_path, [*a_world(), twin]) == [
        'line 12, field "name": the platform “netflix” has this name already',
    ]


def test_an_account_has_one_byline(tmp_path):
    twin = {"type": "author", "key": "a-han", "name": "A. Han", "account": "alice"}
    assert refused(tmp_path, [*a_world(), twin]) == [
        'line 12, field "account": belongs to the author “alice-han” already',
    ]


def test_a_former_address_leads_to_one_show(tmp_path):
    world = [
        *changed("dead", former_slugs=["zombies"]),
        {"type": "show", "key": "zombies", "title": "Zombies"},
    ]
    assert refused(tmp_path, world) == [
        'line 7, field "former_slugs": “zombies” is the address of another show',
    ]


def test_a_scheduled_story_waits_for_its_embargo(tmp_path):
    world = changed("dead-season-2", editions=[an_edition(1, FUTURE)], embargo_until=FURTHER)
    assert refused(tmp_path, world) == [
        'line 1, field "editions[0].live_from": the story is under embargo until 20 Mar 2026, 09:00 UTC',
    ]


def test_a_debunked_claim_names_what_refutes_it(tmp_path):
    bare = assessed("debunked", LATER, evidence=[])
    rows = [assessed("reported", live_until=LATER), bare]
    assert "“Debunked” needs" in refused(tmp_path, changed("c-window", assessments=rows))[0]
    for refuter in ("s-netflix", "https://netflix.example/no", "c-never"):
        refuting = a_release("c-never", precision="none", earliest=None, latest=None)
        again = [rows[0], bare | {"refuted_by": refuter}]
        imported_row = changed("c-window", key=f"c-{len(refuter)}", part=refuter[:20], assessments=again)
        imported(tmp_path, [line for line in imported_row if line["type"] != "article"] + [refuting])
    rows = Assessment.objects.filter(level="debunked").order_by("id")
    assert [bool(row.refuting_source) for row in rows] == [True, False, False]
    assert [row.refuting_url for row in rows] == ["", "https://netflix.example/no", ""]
    assert [row.refuted_by and row.refuted_by.key for row in rows] == [None, None, "c-never"]


def test_evidence_may_quote_a_named_speaker(tmp_path):
    said = evidence("s-upi", speaker="Lomon", quote="We begin in July.")
    imported(tmp_path, changed("c-window", assessments=[assessed("confirmed", evidence=said)]))
    assert Assessment.objects.get().evidence.get().quote == "We begin in July."
