"""“Something moved”: looked at first, then published with its notes, at one moment."""

import re
from datetime import timedelta

import pytest

from articles.models import Article, Edition
from claims.models import Claim, Source
from newsroom.lib import clock
from tests.articles.admin.posting import url
from tests.factories import a_casting, a_milestone, a_release, a_season, a_source, an_author, an_outlet
from tests.newsstand import held, on_sale, words

pytestmark = pytest.mark.django_db

PAGE = "something_moved"


@pytest.fixture
def window(at):
    an_outlet("netflix", "primary")
    claim = held(a_release(a_season()))
    on_sale("the-date", claims=[claim])
    on_sale("another", claims=[claim])
    at.forward(hours=1)
    return claim


def facts(claim, **fields):
    made = {
        "season": claim.season.pk, "what": claim.key, "now": "6 November 2026", "relation": "supersedes",
        "level": "official", "reason": "Netflix has named the day.", "outlet": "Netflix", "title": "The day is set",
        "url": "https://www.netflix.example/day", "published_on": "2026-03-01",
    }  # fmt: skip
    return made | fields


def looked(client, data):
    """What the page asks once one has looked, as a browser would send it back."""
    page = client.post(url(PAGE), data)
    assert page.context["form"].errors == {}, page.context["form"].errors
    told = {f"tell-{line['name']}": "on" for line in page.context["lines"]}
    notes = {f"note-{line['name']}": line["note"] for line in page.context["lines"]}
    kinds = {f"kind-{line['name']}": line["kind"] for line in page.context["lines"]}
    token = re.search(r'name="_looked" value="(\w+)"', page.content.decode())[1]
    return data | told | notes | kinds | {"_looked": token, "_publish": "1"}


def test_looking_shows_every_story_with_its_draft_and_keeps_nothing(editor, window):
    page = editor.post(url(PAGE), facts(window))
    shown = words(page)
    assert "Live stories that rest on it: 2" in shown
    drafts = {line["note"] for line in page.context["lines"]}
    assert drafts == {
        "Release window, from late 2026 (rumoured) to 6 November 2026 (official). Netflix has named the day."
    }
    assert (Claim.objects.count(), Source.objects.count(), Edition.objects.count()) == (1, 1, 2)


def test_publishing_moves_the_claim_and_tells_readers_at_one_moment(editor, window):
    done = editor.post(url(PAGE), looked(editor, facts(window)), follow=True)
    assert "2 stories carry a note" in words(done)
    day = Claim.objects.get(precision="day")
    moments = {row.live_from for row in [*Edition.objects.live(), day.assessments.get()]}
    assert (day.supersedes, moments) == (window, {clock.now()})
    assert "Since this was published" not in words(editor.get("/news/the-date/"))


def test_a_story_whose_box_is_not_ticked_is_left_to_be_answered(editor, window):
    data = looked(editor, facts(window))
    del data[f"tell-{Article.objects.get(slug='another').pk}"]
    editor.post(url(PAGE), data)
    assert "Live stories that rest on it: 1." in words(editor.get(url("ripple_tasks")))
    assert "Since this was published" in words(editor.get("/news/another/"))


def test_at_an_hour_all_of_it_waits_for_that_hour(editor, window, at):
    editor.post(url(PAGE), looked(editor, facts(window, at="2026-03-02T09:00")))
    assert "6 November 2026" not in words(editor.get("/news/the-date/"))
    at.to("2026-03-02T09:00:00")
    assert {row.live_from for row in Edition.objects.live()} == {clock.now()}
    assert "Comes out on 6 November 2026." in words(editor.get(window.season.get_absolute_url()))


def test_only_the_level_moves_where_nothing_new_is_said(editor, window):
    editor.post(url(PAGE), looked(editor, facts(window, now="")))
    live = window.assessments.live().get()
    assert (live.level, live.evidence.count(), Claim.objects.count()) == ("official", 2, 1)


def test_a_short_story_goes_out_with_it(editor, window):
    author = an_author()
    author.account = editor.user
    author.save()
    short = {"headline": "Netflix names the day", "text": "It is 6 November.\n\nNo more is known."}
    editor.post(url(PAGE), looked(editor, facts(window, **short)))
    story = Edition.objects.live().get(slug="netflix-names-the-day")
    assert story.body == "<p>It is 6 November.</p><p>No more is known.</p>"
    assert [claim.precision for claim in story.lead_claims.all()] == ["day"]


def test_a_part_that_changes_hands(editor, window):
    part = held(a_casting(season=window.season, character="Lee Su-hyeok"), "official")
    editor.post(url(PAGE), looked(editor, facts(part, now="not returning")))
    assert Claim.objects.get(change="departing").supersedes == part


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"now": "soon"}, "Say one day or window with its year"),
        ({"now": "late 2026"}, "The desk has this claim already."),
        (
            {"level": "official", "outlet": "", "title": "", "url": ""},
            "“Official” needs a dated announcement",
        ),
        ({"outlet": "Nobody Knows"}, "“Nobody Knows” is new to the desk"),
        ({"url": "javascript:alert(1)"}, "http"),
        ({"at": "2026-03-01T09:00"}, "has passed"),
        ({"headline": "Only a headline"}, "give both, or neither"),
        ({"reason": ""}, "This field is required."),
    ],
)
def test_what_can_not_be_is_told_and_every_word_kept(editor, window, fields, sentence):
    page = editor.post(url(PAGE), facts(window, **fields))
    assert sentence in words(page)
    assert page.context["lines"] is None
    assert "The day is set" in page.content.decode() or not fields.get("title", "x")
    assert (Claim.objects.count(), Edition.objects.count()) == (1, 2)


def test_other_facts_than_those_looked_at_are_not_published(editor, window):
    data = looked(editor, facts(window)) | {"now": "7 November 2026"}
    assert "see what they touch" in words(editor.post(url(PAGE), data))
    assert Claim.objects.count() == 1


def test_what_stands_is_offered_releases_first(editor, window):
    held(a_milestone(window.season, "renewal"), "official")
    held(a_casting(season=window.season))
    (_, standing), (_, new) = (
        editor.get(url(PAGE, season=window.season.pk)).context["form"].fields["what"].choices
    )
    assert [line for _, line in standing] == [
        "Release window: late 2026 (rumoured)",
        "Renewal: All Of Us Are Dead Season 2 was renewed (official)",
        "Lomon: Returning (rumoured)",
    ]
    assert ("new:trailer", "Trailer") in new


def test_without_a_season_it_asks_which(editor, window):
    assert "What has news?" in words(editor.get(url(PAGE)))
    assert editor.get(url(PAGE, season="x")).status_code == 404
    assert "What moved" in words(editor.get(url(PAGE, season=window.season.pk)))


def test_a_story_that_came_after_the_look_is_seen_before_it_is_told(editor, window, at):
    data = looked(editor, facts(window))
    on_sale("a-third", claims=[window])
    at.forward(minutes=1)
    assert "see what they touch" in words(editor.post(url(PAGE), data))
    assert Claim.objects.count() == 1
    editor.post(url(PAGE), looked(editor, facts(window)))
    assert [row.number for row in Edition.objects.live()] == [2, 2, 2]


def test_a_note_tells_what_else_is_open_over_the_story(editor, window, at):
    renewal = held(a_milestone(window.season, "renewal"))
    on_sale("a-third", claims=[window, renewal])
    at.forward(hours=1)
    held(renewal, "official", because="Netflix says so.")
    notes = [value for name, value in looked(editor, facts(window)).items() if name.startswith("note-")]
    assert [len(note.splitlines()) for note in sorted(notes, key=len)] == [1, 1, 2]
    assert "Renewal, from rumoured to official. Netflix says so." in max(notes, key=len)


def test_a_note_that_is_refused_names_its_story_and_a_strange_kind_is_none(editor, window):
    data = looked(editor, facts(window))
    empty = {name: " " for name in data if name.startswith("note-")}
    assert "“The date”: Say in a sentence what changed" in words(editor.post(url(PAGE), data | empty))
    strange = {name: "<script>" for name in data if name.startswith("kind-")}
    editor.post(url(PAGE), data | strange)
    assert {row.note_kind for row in Edition.objects.live()} == {"update"}


def test_it_waits_for_the_hour_at_which_an_embargo_ends(editor, window):
    hour = clock.now() + timedelta(days=1)
    held_back = a_source(embargo_until=hour)
    own = {"source": held_back.pk, "outlet": "", "title": "", "url": "", "published_on": ""}
    data = looked(editor, facts(window, **own, at=f"{hour:%Y-%m-%dT%H:%M}"))
    editor.post(url(PAGE), data)
    assert [row.live_from for row in Edition.objects.pending()] == [hour, hour]
    held_back.refresh_from_db()
    assert held_back.embargo_until == hour
