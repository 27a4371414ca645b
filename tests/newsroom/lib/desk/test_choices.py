"""Mine or theirs: a stale save is settled field by field, and what was typed is kept."""

import json
from datetime import UTC, datetime

import pytest

from articles.models import Article, Sitting
from newsroom.lib.desk import choices
from shows.models import Show
from tests import factories as make
from tests.desk_people import change_url, desk_of, filled

pytestmark = pytest.mark.django_db


def opened(client, row):
    """The form as a browser holds it, with what it knows of how it was opened."""
    page = client.get(change_url(row))
    return filled(page) | {"_begun": page.context["desk_begun"]}


def choosing(refused, **chosen):
    sent = filled(refused) | {"_choose": "1", "_begun": refused.context["desk_begun"]}
    standing = {
        one.name: "theirs" if one.takes_theirs else "mine" for one in refused.context["desk_differences"]
    }
    return sent | {f"_take-{name}": which for name, which in (standing | chosen).items()}


@pytest.fixture
def show():
    make.a_season()
    return Show.objects.get()


def test_what_one_has_not_touched_is_theirs_until_one_chooses(show):
    alice = desk_of("alice")
    hers = opened(alice, show)
    Show.objects.update(title="Theirs", country="KR")
    refused = alice.post(change_url(show), hers | {"title": "Mine"})
    told = [(one.label, one.takes_theirs) for one in refused.context["desk_differences"]]
    assert refused.status_code == 409 and told == [("Title", False), ("Country", True)]
    assert alice.post(change_url(show), choosing(refused)).status_code == 302
    assert Show.objects.values_list("title", "country").get() == ("Mine", "KR")


def test_each_field_can_be_theirs_the_lists_as_well(show):
    alice = desk_of("alice")
    hers = opened(alice, show)
    show.seasons.update(title="The siege")
    Show.objects.update(title="Theirs", country="KR")
    refused = alice.post(
        change_url(show), hers | {"title": "Mine", "country": "JP", "seasons-0-title": "Mine"}
    )
    sent = choosing(refused, title="theirs", country="mine", seasons="theirs")
    assert alice.post(change_url(show), sent).status_code == 302
    show.refresh_from_db()
    assert (show.title, show.country) == ("Theirs", "JP")
    assert [season.title for season in show.seasons.all()] == ["The siege"]


def test_a_save_in_between_is_refused_again_and_the_choice_stands(show):
    alice = desk_of("alice")
    hers = opened(alice, show)
    Show.objects.update(title="Theirs")
    refused = alice.post(change_url(show), hers | {"title": "Mine"})
    sent = choosing(refused, title="theirs")
    Show.objects.update(country="KR")
    again = alice.post(change_url(show), sent)
    assert again.status_code == 409 and filled(again)["title"] == "Mine"
    told = {one.name: one.takes_theirs for one in again.context["desk_differences"]}
    assert told == {"title": True, "country": False}
    assert Show.objects.get().title == "Theirs"


def test_what_is_not_saved_of_a_story_is_kept_as_unsaved_words(at):
    alice = desk_of("alice")
    article = make.a_story("the-date", headline="Old")
    hers = opened(alice, article)
    Article.objects.update(headline="Theirs")
    mine = {"headline": "Mine", "body": "<p>Mine.</p>", "kicker": "Mine"}
    refused = alice.post(change_url(article), hers | mine)
    sent = choosing(refused, headline="theirs", kicker="mine")
    response = alice.post(change_url(article), sent, follow=True)
    article.refresh_from_db()
    assert (article.headline, article.kicker, article.body) == ("Theirs", "Mine", "<p>Mine.</p>")
    assert response.redirect_chain[-1][0] == change_url(article)
    assert dict(Sitting.objects.with_words().get().typed())["headline"] == "Mine"


def test_with_all_mine_nothing_is_kept_back(at):
    alice = desk_of("alice")
    article = make.a_story("the-date", headline="Old")
    hers = opened(alice, article)
    Article.objects.update(headline="Theirs")
    refused = alice.post(change_url(article), hers | {"headline": "Mine"})
    alice.post(change_url(article), choosing(refused))
    assert Article.objects.get().headline == "Mine" and not Sitting.objects.with_words().exists()


def test_the_page_offers_the_choice_without_scripts(show):
    alice = desk_of("alice")
    hers = opened(alice, show)
    Show.objects.update(title="Theirs", country="KR")
    page = alice.post(change_url(show), hers | {"title": "Mine"}).content.decode()
    assert 'name="_take-title" value="mine" checked' in page
    assert 'name="_take-country" value="theirs" checked' in page
    assert page.count("You had not changed it.") == 1 and 'name="_choose" value="1"' in page


@pytest.mark.parametrize("told", ["", "[", "[1]", "{}", '{"title": 1}', "null"])
def test_a_forged_beginning_leaves_the_choice_open(show, told):
    alice = desk_of("alice")
    hers = opened(alice, show)
    Show.objects.update(title="Theirs")
    refused = alice.post(change_url(show), hers | {"title": "Mine", "_begun": told})
    assert [one.takes_theirs for one in refused.context["desk_differences"]] == [False]


def test_what_is_sent_of_an_untouched_form_is_what_a_browser_sends(at):
    alice = desk_of("alice")
    article = make.a_story("the-date", image=make.an_image(), is_lead=True)
    article.embargo_until = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    article.save()
    page = alice.get(change_url(article))
    form = page.context["adminform"].form
    said = {}
    for name, value in choices.sent(form):
        said.setdefault(name, []).append(value)
    browser = {name: value if isinstance(value, list) else [value] for name, value in filled(page).items()}
    assert said == {name: browser[name] for name in said}
    assert json.loads(page.context["desk_begun"]).keys() == form.fields.keys()
