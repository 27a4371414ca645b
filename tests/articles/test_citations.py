"""The claims of a story as they are held today, and what its page says of those that moved."""

import pytest

from articles import citations, workflow
from articles.models import Article, Edition
from claims.assessing import assess, retract, supersede
from claims.merging import merge
from newsroom.lib import clock
from tests.factories import a_detail, a_release, a_season, a_source, a_user
from tests.newsstand import held, on_sale, words

pytestmark = pytest.mark.django_db

URL = "/news/the-date/"


@pytest.fixture
def window(at):
    claim = held(a_release(a_season()))
    on_sale("the-date", claims=[claim], leads=[claim])
    at.forward(hours=1)
    return claim


def announce(old, **fields):
    day = a_release(earliest="2026-11-06", latest="2026-11-06", precision="day", as_said="", **fields)
    supersede(old, day, "official", by=a_user(), because="Named.", evidence=[a_source()])
    return day


def test_a_story_says_at_its_top_what_moved_since(client, window):
    assert "Since this was published" not in words(client.get(URL))
    announce(window)
    page = words(client.get(URL))
    told = "Since this was published Release window , from late 2026 Rumoured to 6 November 2026 Official 1 March 2026"
    assert told in page
    assert page.index("By Alice Han") < page.index(told) < page.index("What we know")
    assert "Updated 1 Mar 2026, 13:00 UTC" in page


def test_behind_words_that_are_out_of_date_stands_what_answers_now(client, window):
    announce(window)
    page = client.get(URL).content.decode()
    assert f'<span data-claim="{window.key}">{window.key}</span>' in page
    assert '<span class="mark-now">now <a href="/claims/' in page
    assert "1 of them is out of date by now." in words(client.get(URL))


def test_as_it_stood_before_the_page_says_nothing_of_it(client, window, at):
    before = clock.now().isoformat().replace("+00:00", "Z")
    at.forward(hours=1)
    announce(window)
    assert "Since this was published" not in words(client.get(f"{URL}?as_of={before}"))


def test_a_new_edition_has_been_told(client, window, at):
    announce(window)
    at.forward(hours=1)
    workflow.reissue(Article.objects.get(), by=a_user(), note="It is set.")
    page = words(client.get(URL))
    assert "Since this was published" not in page and "It is set." in page


def test_a_typo_put_right_has_not_been_told(client, window, at):
    announce(window)
    at.forward(hours=1)
    workflow.publish(Article.objects.get(), by=a_user(), substantive=False)
    assert "Since this was published" in words(client.get(URL))


def test_a_retraction_is_told_with_its_note(client, window):
    retract(window, by=a_user(), because="The mail was forged.")
    page = words(client.get(URL))
    assert "A claim in this story was retracted on 1 March 2026 : The mail was forged." in page


def test_a_major_spoiler_stays_folded(client, at):
    plot = held(a_detail(a_season(), "Nam On-jo dies.", spoiler="major"))
    on_sale("the-date", claims=[plot])
    at.forward(hours=1)
    assess(plot, "official", by=a_user(), because="The synopsis.", evidence=[a_source()])
    page = client.get(URL).content.decode()
    assert "<summary>Major spoiler: show what moved</summary>" in page


def test_a_merged_claim_speaks_by_its_survivor(client, window, at):
    survivor = a_release(as_said="at the end of 2026")
    survivor.beside.add(window)
    held(survivor, "official")
    merge(window, into=survivor, by=a_user())
    at.forward(hours=1)
    edition = Edition.objects.live().with_substance().get()
    known = citations.load([edition], clock.now())
    assert [claim.held.level for claim in edition.cited] == ["official"]
    (shift,) = citations.since(edition, known)
    assert shift.said == "release window, from late 2026 (rumoured) to at the end of 2026 (official)"


def test_merging_with_the_same_at_the_same_level_moves_nothing(window, at):
    survivor = a_release()
    survivor.beside.add(window)
    merge(window, into=held(survivor), by=a_user())
    at.forward(hours=1)
    edition = Edition.objects.live().with_substance().get()
    assert citations.since(edition, citations.load([edition], clock.now())) == []


def test_editions_of_any_number_cost_seven_queries(window, django_assert_num_queries):
    on_sale("another", claims=[held(a_release(a_season(number=3)))])
    editions = list(Edition.objects.live().with_substance())
    with django_assert_num_queries(7):
        citations.load(editions, clock.now())
    assert [len(edition.cited) for edition in editions] == [1, 1]


def test_a_story_told_of_the_day_says_so_when_that_moves_too(client, window, at):
    """It still marks the window alone; what answers for it now is another than when readers were told."""
    day = announce(window)
    at.forward(hours=1)
    workflow.reissue(Article.objects.get(), by=a_user(), note="It is set.")
    at.forward(hours=1)
    denied = [{"source": a_source(), "role": "denies"}]
    assess(day, "debunked", by=a_user(), because="Forged.", evidence=denied, walked_back="It was forged.")
    page = words(client.get(URL))
    assert "Since this was published Release date , 6 November 2026, from Official to Debunked" in page
    assert "Updated 1 Mar 2026, 15:00 UTC" in page


def test_a_duplicate_goes_where_its_survivor_goes(client, window, at):
    survivor = a_release()
    survivor.beside.add(window)
    merge(window, into=held(survivor), by=a_user())
    at.forward(hours=1)
    announce(survivor)
    page = words(client.get(URL))
    assert "now 6 November 2026 Official" in page and "Updated 1 Mar 2026, 14:00 UTC" in page
    at.forward(hours=1)
    workflow.reissue(Article.objects.get(), by=a_user(), note="It is set.")
    assert "Since this was published" not in words(client.get(URL))


def test_a_duplicate_is_retracted_with_its_survivor(client, window, at):
    survivor = a_release()
    survivor.beside.add(window)
    merge(window, into=held(survivor), by=a_user())
    at.forward(hours=1)
    retract(survivor, by=a_user(), because="It was forged.")
    page = words(client.get(URL))
    assert "A claim in this story was retracted on 1 March 2026 : It was forged." in page
    assert f"{window.key} Retracted" in page


def test_a_sentence_that_takes_the_place_of_another_is_told(window, client, at):
    old = held(a_detail(statement="It is set in Seoul."))
    on_sale("the-place", claims=[old])
    at.forward(hours=1)
    held(a_detail(statement="It is set in Busan.", supersedes=old))
    page = words(client.get("/news/the-place/"))
    assert "Plot , from It is set in Seoul Rumoured to It is set in Busan Rumoured" in page
