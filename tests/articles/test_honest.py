"""A story's words held against the claims that it cites."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import honest, workflow
from articles.models import Article
from claims.assessing import judge
from tests.factories import a_detail, a_disclaimer, a_milestone, a_release, a_season, a_story, a_user
from tests.newsstand import held

pytestmark = pytest.mark.django_db

MARK = '<span data-claim="{0.key}">{1}</span>'


def flagged(story, at=None):
    return [
        (one.place, one.word, one.kind, one.claim and one.claim.key, one.level and str(one.level))
        for one in honest.findings(story, at)
    ]


def wrap(level="rumoured"):
    return held(
        a_milestone(
            property="filming_wrap", precision="month", earliest=date(2026, 2, 1), latest=date(2026, 2, 28)
        ),
        level,
    )


def the_seed():
    """The seed's words, as far as they claim anything, citing as the demo does."""
    season = a_season()
    window, wrapped = held(a_release(season, key="late-2026")), wrap()
    seoul = held(
        a_detail(season, "Season 2 takes Nam On-jo to university in Seoul.", key="seoul"), "official"
    )
    body = (
        f"<p>All of Us Are Dead Season 2 {MARK.format(wrapped, 'has officially wrapped filming')}, bringing fans "
        "one step closer. The hit zombie K-drama is trending again.</p>"
        "<h2>All of Us Are Dead Season 2 Release date (expected)</h2>"
        f"<p>Industry reports suggest a 2026 release window, possibly {MARK.format(window, 'late 2026')}.</p>"
        f"<p>The story moves beyond the school and may shift toward {MARK.format(seoul, 'Seoul')}.</p>"
    )
    headline = "All of Us Are Dead Season 2 RELEASE DATE, New Cast & Plot Details"
    return a_story(headline=headline, body=body, leads=[window, wrapped, seoul]), wrapped.key


def test_the_seed_claims_too_much_and_too_little(at):
    story, wrapped = the_seed()
    assert flagged(story) == [
        ("headline", "RELEASE DATE", "over", "late-2026", "rumoured"),
        ("body", "officially", "over", wrapped, "rumoured"),
        ("body", "may", "under", "seoul", "official"),
    ]


def test_a_finding_shows_the_sentence_around_the_word(at):
    story, _ = the_seed()
    _, wrapped, may = honest.findings(story)
    assert (wrapped.before, wrapped.word) == ("All of Us Are Dead Season 2 has ", "officially")
    assert wrapped.sentence == (
        "All of Us Are Dead Season 2 has officially wrapped filming, bringing fans one step closer."
    )
    assert may.after == " shift toward Seoul."


def test_an_edition_is_read_as_its_article_and_at_its_moment(at):
    story, wrapped = the_seed()
    edition = workflow.publish(story, by=a_user())
    then = at.forward(hours=1)
    at.forward(hours=1)
    claim = story.lead_claims.get(key=wrapped)
    held(claim, "official", because="Netflix has said so.")
    words = [word for _, word, *_ in flagged(edition)]
    assert words == ["RELEASE DATE", "may"]
    assert flagged(edition, then) == flagged(Article.objects.get(), then) != flagged(edition)


def test_what_is_not_live_counts_as_the_desk_judges_it(at):
    claim = a_release(key="late-2026")
    story = a_story(
        headline="Season 2 will come out in late 2026", body="<p>Words.</p>", claims=[], leads=[claim]
    )
    assert flagged(story) == []
    judge(claim, "speculation", because="by the pace of the first season")
    assert flagged(story) == [("headline", "will", "over", "late-2026", "speculation")]


def test_a_sentence_that_cites_nothing_is_held_against_its_own_paragraph(at):
    claim = wrap("reported")
    cited = MARK.format(claim, "Filming wrapped in February, Deadline reports")
    story = a_story(
        headline="News",
        body=f"<p>{cited}. The wrap has been officially confirmed.</p><p>The cast is confirmed.</p>",
    )
    assert flagged(story) == [
        ("body", "officially confirmed", "over", claim.key, "reported"),
        ("body", "confirmed", "over", None, None),
    ]


def test_a_line_before_a_list_and_a_heading_speak_of_what_stands_below(at):
    claim = held(a_detail(statement="Season 2 is set in Seoul."), "official")
    item = MARK.format(claim, "Seoul")
    story = a_story(
        headline="News",
        body=f"<h2>Confirmed settings</h2><p>These are confirmed:</p><ul><li>{item}</li></ul><p>It is confirmed.</p>",
    )
    assert flagged(story) == [("body", "confirmed", "over", None, None)]
    assert honest.findings(story)[0].sentence == "It is confirmed."


def test_a_disclaimer_that_contradicts_the_claims_is_flagged_and_an_honest_one_is_not(at):
    seoul = held(a_detail(statement="Season 2 takes Nam On-jo to Seoul.", key="seoul"), "official")
    story = a_story(headline="News", claims=[seoul])
    a_disclaimer("honest", "{platform} has not confirmed all story details of {show}.", below="confirmed")
    story.disclaimers.set(
        [a_disclaimer("partly", "{platform} has not confirmed all story details of {show}.")]
    )
    assert flagged(story) == []
    story.disclaimers.add(a_disclaimer("wrong", "Nothing about {show} {season} in Seoul has been confirmed."))
    assert flagged(story) == [
        (
            "disclaimer",
            "Nothing about All Of Us Are Dead in Seoul has been confirmed",
            "under",
            "seoul",
            "official",
        )
    ]


def test_the_usual_words_of_caution_contradict_nothing(at):
    caution = (
        "Details are based on official announcements and media reports available at the time of writing. Release "
        "timelines may change, and {platform} has not confirmed all story details. Await official updates."
    )
    sure, unsure = held(a_release(), "official"), wrap()
    story = a_story(headline="News", claims=[sure, unsure])
    story.disclaimers.set([a_disclaimer(text=caution)])
    assert flagged(story) == []
    story.lead_claims.set([unsure])
    assert flagged(story) == []


def queries(story):
    with CaptureQueriesContext(connection) as captured:
        honest.findings(story)
    return len(captured)


def test_a_story_of_any_length_takes_as_many_queries(at):
    short = a_story("short", claims=[held(a_release())])
    season = short.shows.get().seasons.get()
    many = [held(a_release(season, part=f"Volume {number}")) for number in range(8)]
    long = a_story("long", claims=many, leads=many)
    long.disclaimers.set([a_disclaimer()])
    assert (queries(short), queries(long)) == (4, 6)
