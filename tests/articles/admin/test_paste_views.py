"""“Paste a story”: what is shown of a text, what is made of it, and what is not."""

from datetime import timedelta

import pytest

from articles.models import Article
from claims.models import Claim, Source
from newsroom.lib import clock
from newsroom.lib.html import cited, plain
from shows.models import Person
from tests.articles.admin.pasting import TEXT, counts, levels, make, page_of, read, rows_of, taking
from tests.articles.admin.posting import url
from tests.factories import a_casting, a_person, a_season, a_show
from tests.newsstand import held, words

pytestmark = pytest.mark.django_db


def test_a_text_is_shown_beside_what_was_read_and_nothing_is_kept(editor, at):
    page = read(editor, TEXT)
    html = page.content.decode()
    assert [(name, row.is_kept) for name, row in rows_of(page).items()] == [
        ("credit-0", False), ("credit-1", False), ("fact-0", False), ("fact-1", False),
    ]  # fmt: skip
    assert 'id="read-credit-0" href="#said-credit-0"' in html and 'href="#read-credit-0"' in html
    assert "Ana Petrov returns as Captain Reyes in Moonlit Harbour Season 3." in words(page)
    assert counts() == [0, 0, 0, 0, 0]


def test_the_level_as_worded_stands_beside_the_proposed_one_which_a_text_can_carry(editor, at):
    rows = rows_of(read(editor, TEXT))
    assert {name: (row.offer.worded.value, row.chosen_level) for name, row in rows.items()} == {
        "credit-0": ("confirmed", "rumoured"),
        "credit-1": ("confirmed", "rumoured"),
        "fact-0": ("confirmed", "rumoured"),
        "fact-1": ("speculation", "speculation"),
    }
    assert levels(rows["fact-0"]) == ["rumoured", "speculation", "debunked"]


def test_what_is_accepted_becomes_the_draft_and_what_is_not_stays_words(editor, at):
    done = make(editor, TEXT, taking("credit-0", "fact-0"))
    article = Article.objects.get()
    assert done.redirect_chain[-1][0] == url("change", article)
    assert [str(one) for one in Claim.objects.order_by("kind")] == [
        "Ana Petrov returns as Captain Reyes in Moonlit Harbour Season 3.",
        "Filming of Moonlit Harbour Season 3 began in January 2026.",
    ]
    assert sorted(text for _, text in cited(article.body)) == ["Ana Petrov", "January 2026"]
    assert (
        "Ben Okafor as Nils" in plain(article.body) and not Person.objects.filter(name="Ben Okafor").exists()
    )
    assert (article.state, article.made_by, [str(one) for one in article.seasons.all()]) == (
        "draft", editor.user, ["Moonlit Harbour Season 3"],
    )  # fmt: skip


def test_all_at_one_level_are_accepted_without_scripts(editor, at):
    page = editor.post(url("paste"), page_of(read(editor, TEXT)) | {"_accept": "speculation"})
    assert [name for name, row in rows_of(page).items() if row.is_kept] == ["fact-1"]
    page = editor.post(url("paste"), page_of(page) | {"_accept": "every"})
    assert all(row.is_kept for row in rows_of(page).values())
    page = editor.post(url("paste"), page_of(page) | {"_accept": "none"})
    assert not any(row.is_kept for row in rows_of(page).values())
    assert not Article.objects.exists()


def test_what_is_changed_is_what_is_made(editor, at):
    changed = taking("credit-0", "fact-1") | {
        "credit-0-person": "Anna Petrova", "credit-0-character": "", "credit-0-status": "departing",
        "credit-0-level": "debunked", "fact-1-when": "6 November 2026", "head-title": "Another headline",
        "head-section": "",
    }  # fmt: skip
    make(editor, TEXT, changed)
    casting, release = Claim.objects.order_by("kind")
    assert (casting.person.name, casting.character, casting.change) == ("Anna Petrova", "", "departing")
    assert casting.judgement.level == "debunked"
    assert (release.precision, str(release.earliest), release.as_said) == (
        "day",
        "2026-11-06",
        "6 November 2026",
    )
    article = Article.objects.get()
    assert (article.headline, article.kicker) == ("Another headline", "")
    assert len(cited(article.body)) == 2


def test_pressing_twice_makes_one_draft(editor, at):
    page = page_of(read(editor, TEXT)) | taking("credit-0") | {"_make": "draft"}
    editor.post(url("paste"), page)
    at.forward(hours=1)
    again = editor.post(url("paste"), page | taking("credit-1"), follow=True)
    assert "This text was read before" in words(again)
    assert counts()[:2] == [1, 1]
    assert again.redirect_chain[-1][0] == url("change", Article.objects.get())


def test_a_text_whose_draft_was_deleted_can_be_pasted_again(editor, at):
    make(editor, TEXT, taking("credit-0"))
    Article.objects.get().delete()
    make(editor, TEXT, taking("credit-0"))
    assert (Article.objects.count(), Source.objects.count()) == (1, 1)


def test_nothing_accepted_is_asked_about_once(editor, at):
    page = make(editor, TEXT, {})
    assert "No claim is accepted yet" in words(page) and not Article.objects.exists()
    make(editor, TEXT, {"_make": "bare"})
    assert (Article.objects.count(), Claim.objects.count()) == (1, 0)


FROM_A_PAPER = {
    "outlet": "Harbour One", "outlet_kind": "primary", "title": "Filming began", "url": "https://one.example/filming",
    "published_on": "2026-02-28",
}  # fmt: skip


def test_a_named_source_lifts_what_may_be_chosen_to_what_its_evidence_carries(editor, at):
    rows = rows_of(read(editor, TEXT, **FROM_A_PAPER))
    assert {name: row.chosen_level for name, row in rows.items()} == {
        "credit-0": "confirmed", "credit-1": "confirmed", "fact-0": "confirmed", "fact-1": "speculation",
    }  # fmt: skip
    assert levels(rows["fact-1"])[0] == "official"
    press = rows_of(read(editor, TEXT, **FROM_A_PAPER | {"outlet_kind": "press", "published_on": ""}))
    assert {row.chosen_level for row in press.values()} == {"reported", "speculation"}
    assert not Source.objects.exists()
    make(editor, TEXT, taking("fact-0") | {"fact-0-level": "official"}, **FROM_A_PAPER)
    judgement = Claim.objects.get().judgement
    assert (judgement.level, judgement.reason) == ("official", "Stated in “Filming began” (Harbour One).")
    assert [bool(one.source.outlet) for one in judgement.evidence.order_by("pk")] == [False, True]


@pytest.mark.parametrize(
    "forged",
    [
        {"fact-0-level": "official"}, {"fact-0-level": "no-level"}, {"fact-0-when": "some day"},
        {"credit-0-kept": "on", "credit-0-status": "dead"}, {"head-season": "-1"}, {"head-title": ""},
        {"head-date": "tomorrow"}, {"fact-0-when": "x" * 101},
    ],
)  # fmt: skip
def test_forged_choices_make_nothing_and_lose_nothing(editor, at, forged):
    page = make(editor, TEXT, taking("fact-0") | {"head-standfirst": "Typed words."} | forged)
    assert page.status_code == 200 and "Nothing has been made yet" in words(page)
    assert "Typed words." in page.content.decode() and counts() == [0, 0, 0, 0, 0]


def test_choices_for_what_was_never_offered_do_nothing(editor, at):
    make(editor, TEXT, taking("fact-0", "credit-7", "fact--1", "platform"))
    assert [claim.property for claim in Claim.objects.all()] == ["filming_start"]


def test_a_writers_paste_is_their_draft_and_marks_only_what_the_desk_has(writer, at):
    season = a_season(a_show("moonlit-harbour", title="Moonlit Harbour"), number=3)
    ana = a_person("ana", name="Ana Petrov")
    known = held(a_casting(ana, season, character="Captain Reyes", change="returning"))
    assert "an editor makes its claim" in words(read(writer, TEXT))
    make(writer, TEXT, taking("credit-0", "credit-1", "fact-0"), **FROM_A_PAPER)
    article = Article.objects.get()
    assert (article.made_by, list(article.seasons.all())) == (writer.user, [season])
    assert [key for key, _ in cited(article.body)] == [known.key]
    assert (Claim.objects.count(), Person.objects.count()) == (1, 1)
    assert "Details may change" in plain(article.body)
    assert (
        Source.objects.filter(kind="").exclude(pk__in=known.judgement.evidence.values("source")).count() == 0
    )


def test_a_writer_learns_of_anothers_draft_only_that_it_is_there(editor, writer, at):
    make(editor, TEXT, taking("fact-0") | {"head-title": "Alice’s secret headline"})
    page = writer.post(url("paste"), {"text": TEXT, "_read": "1"}, follow=True)
    assert "was read before, by somebody else" in words(page) and "secret" not in page.content.decode()
    assert "Moonlit Harbour" in page.content.decode()


def test_an_hour_that_is_still_to_come_is_no_day_that_a_text_speaks_to(editor, at):
    tomorrow = clock.today() + timedelta(days=1)
    make(editor, TEXT, taking("fact-0") | {"head-date": tomorrow.isoformat()})
    assert Claim.objects.get().judgement.as_of == clock.today()
