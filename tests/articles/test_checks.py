"""What stops a story from going live: each a sentence that says what to do, with the field where it is done."""

from datetime import UTC, date, datetime

import pytest

from articles import workflow
from articles.checks import blocking, of_scheduled
from articles.models import Edition
from articles.rehearsal import faults
from claims.assessing import retract
from claims.models import Claim
from images.models import Image
from newsroom.lib import clock
from newsroom.lib.refusals import Refused
from tests.factories import a_casting, a_release, a_story, a_user, an_image
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db


def told(article):
    return [(str(fault), fault.field) for fault in blocking(article, clock.now())]


def test_a_story_that_has_all_it_needs_is_stopped_by_nothing(at):
    assert told(a_story(image=an_image())) == []


def test_an_empty_story_is_told_all_that_it_lacks(at):
    article = a_story(headline="", body="<p> </p>")
    article.shows.clear()
    article.bylines.all().delete()
    assert told(article) == [
        ("The story has no headline: write one.", "headline"),
        ("The story has no body: write it.", "body"),
        ("The story has no topic: name a show, a season or a person that it is about.", "shows"),
        ("The story has no byline: say who wrote it.", "bylines"),
    ]


def test_a_picture_without_alt_text_or_rights_stops_it_in_the_text_as_at_the_top(at):
    Image.objects.filter(pk=an_image("bare").pk).update(alt="")
    ended = an_image("ended", alt="A still", rights_until=date(2026, 2, 28))
    body = '<p>Words.</p><figure data-picture="bare"></figure><figure data-picture="gone"></figure>'
    article = a_story(image=ended, body=f'{body}<figure data-picture="ended"></figure>')
    assert told(article) == [
        ("The lead picture may be shown no more: the rights ended on 28 Feb 2026. Choose another.", "image"),
        ("The picture “bare” in the text has no alt text: describe it, or mark it as decorative.", "body"),
        ("The text shows a picture “gone” that does not exist: choose another.", "body"),
        (
            "The picture “A still” in the text may be shown no more: the rights ended on 28 Feb 2026. Choose another.",
            "body",
        ),
    ]


def test_a_block_about_nothing_stops_it(at):
    article = a_story(body='<p>Words.</p><figure data-live="cast" data-of="no-show/2"></figure>')
    assert told(article) == [
        ("The text has a block about “no-show/2”, which does not exist: take it out.", "body")
    ]


def test_a_major_spoiler_that_the_headline_rests_on_stops_it(at):
    claim = held(a_casting(character="The murderer", spoiler=Claim.Spoiler.MAJOR))
    ((sentence, field),) = told(a_story(leads=[claim]))
    assert sentence.startswith("Headline and standfirst rest on a major spoiler, “") and field == "headline"
    assert told(a_story("in-the-body", claims=[claim])) == []


def test_an_embargo_stops_it_until_its_hour(at):
    article = a_story(embargo_until=datetime(2026, 3, 2, 9, tzinfo=UTC))
    assert told(article) == [
        ("The story is under embargo until 2 Mar 2026, 09:00 UTC: choose a later hour.", "embargo_until")
    ]


def test_marks_of_what_is_gone_or_was_never_made_stop_it(at):
    claim = held(a_release())
    article = a_story(claims=[claim], body=f'<p><span data-claim="{claim.key}">a</span>'
                      '<span data-claim="never-made">b</span></p>')  # fmt: skip
    retract(claim, by=a_user(), because="It was a mistake.")
    assert [field for _, field in told(article)] == ["body", "body"]
    assert "does not exist" in told(article)[0][0] and "was retracted" in told(article)[1][0]


def test_evidence_that_is_missing_stops_it_and_a_rehearsal_keeps_the_fields(at):
    article = a_story(headline="", claims=[a_release()])
    found = faults(article, by=a_user())
    assert found[0].field == "headline"
    assert any("has no level yet: judge it first" in fault for fault in found)
    with pytest.raises(Refused, match="The story has no headline"):
        workflow.publish(article, by=a_user())


def test_a_scheduled_edition_whose_picture_loses_its_rights_before_its_hour_is_found(at):
    image = an_image("still-1", alt="A still")
    body = '<p>Words.</p><figure data-picture="still-1"></figure>'
    on_sale(at=datetime(2026, 4, 1, 9, tzinfo=UTC), body=body)
    assert of_scheduled(Edition.objects.get()) == []
    Image.objects.filter(pk=image.pk).update(rights_until=date(2026, 3, 15))
    (fault,) = of_scheduled(Edition.objects.get())
    assert fault.startswith("The picture “A still” in the text may be shown no more")
