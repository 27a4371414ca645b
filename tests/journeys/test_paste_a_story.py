"""The seed, pasted in the browser and published through proposals alone, on a newsroom that has nothing yet."""

import pathlib
import time

import pytest

from articles.models import Article, Edition
from claims.models import Claim

SEED = pathlib.Path(__file__).parents[3] / "shared/stories/00-seed-all-of-us-are-dead-s2.txt"
PROPOSED = {"rumoured": 13, "speculation": 4}


def test_the_seed_is_pasted_and_published_within_three_minutes(desk, alice):
    if not SEED.exists():
        pytest.skip("the shared stories are not here")
    editor = desk(alice, "Editor", "alice-edits-here")
    began = time.monotonic()
    pastes(editor, SEED.read_text("utf-8"))
    accepts_all_at_each_level(editor)
    makes_the_draft(editor)
    publishes(editor)
    readers_see_every_claim_marked(editor)
    assert time.monotonic() - began < 180


def pastes(editor, text):
    page = editor.page
    page.click('.desk-pages a:has-text("Paste a story")')
    page.focus("#id_text")
    page.keyboard.insert_text(text)
    page.click("[name=_read]")
    page.wait_for_selector(".paste-columns")


def accepts_all_at_each_level(editor):
    """Each statement lights up the words that it was read from, and the other way round."""
    page = editor.page
    page.focus("#id_credit-0-kept")
    assert page.inner_text(".paste-read .is-lit") == "Park Ji-hu"
    page.focus("#read-fact-3")
    assert "comes out late 2026" in page.inner_text(".proposal.is-lit") or "late 2026" in page.inner_text(
        ".proposal.is-lit"
    )
    page.click("[name=_accept][value=rumoured]")
    page.click("[name=_accept][value=speculation]")
    assert page.inner_text("[data-count]") == str(page.locator(".proposal").count())


def makes_the_draft(editor):
    page = editor.page
    page.fill("#id_head-byline", "Alice Han")
    page.click("[name=_make][value=draft]")
    page.wait_for_selector(".messagelist")
    assert "is a draft, with 18 claims" in editor.words
    assert Article.objects.get().bylines.get().author.name == "Alice Han"


def publishes(editor):
    editor.page.click('.object-tools a[href$="/publish/"]')
    editor.page.wait_for_selector("#verb_form")
    assert "What stands in the way" not in editor.words
    editor.page.click("#verb_form [type=submit]")
    editor.page.wait_for_selector(".messagelist")


def readers_see_every_claim_marked(editor):
    edition = Edition.objects.live().get()
    assert (edition.claims.count(), Claim.objects.count()) == (18, 18)
    status, text = editor.reads(edition.get_absolute_url())
    body = text.partition('<div class="body">')[2].partition('class="topics"')[0]
    assert (status, body.count('class="badge"')) == (200, 18)
    told = {level: body.count(f'data-level="{level}"') for level in PROPOSED}
    assert (told, sum(told.values())) == (PROPOSED | {"rumoured": 14}, 18)
