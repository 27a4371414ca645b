"""Addresses that stories had elsewhere lead here in one hop, and tell nothing of what is hidden."""

import pytest

from articles import workflow
from articles.models import Article, FormerAddress
from tests import factories
from tests.newsstand import on_sale

pytestmark = pytest.mark.django_db
OLD = ["/2024/05/old-name", "?p=7", "/archives/7.html", "/archiv/겨울"]


def formerly(article):
    for address in OLD:
        FormerAddress.objects.create(address=address, article=article)


def answers(
    client,
    addresses=("/2024/05/old-name/", "/2024/05/old-name", "/?p=7", "/archives/7.html", "/archiv/겨울/"),
):
    found = [client.get(address) for address in addresses]
    return [(one.status_code, one.headers.get("Location", "")) for one in found]


def test_each_leads_to_the_story_in_one_hop(at, client):
    formerly(on_sale("new-name"))
    assert answers(client) == [(301, "/news/new-name/")] * 5


def test_they_lead_to_todays_address(at, client, alice):
    article = on_sale("first-name")
    formerly(article)
    at.forward(hours=1)
    article.slug = "second-name"
    article.save()
    workflow.update(article, by=alice, note="A better address.")
    at.forward(hours=1)
    assert answers(client) == [(301, "/news/second-name/")] * 5


def hidden():
    return factories.a_story("hidden-name")


def scheduled():
    return on_sale("hidden-name", at=factories.dates.moment_of("2026-04-01"))


@pytest.mark.parametrize("make", [hidden, scheduled])
def test_of_what_is_hidden_they_tell_nothing(at, client, make):
    paths = ["/2024/05/old-name/", "/archives/7.html", "/?p=7", "/news/hidden-name/"]
    before = [client.get(path) for path in paths]
    formerly(make())
    after = [client.get(path) for path in paths]
    assert [one.status_code for one in after] == [404, 404, 200, 404]
    assert [one.content for one in after] == [one.content for one in before]
    assert [one.headers.items() for one in after] == [one.headers.items() for one in before]


def test_of_what_was_withdrawn_they_say_what_its_own_address_says(at, client, alice):
    article = on_sale("withdrawn-name")
    formerly(article)
    at.forward(hours=1)
    workflow.withdraw(article, by=alice, note="It was not so.")
    responses = [client.get(path) for path in ("/2024/05/old-name/", "/?p=7", "/news/withdrawn-name/")]
    assert [response.status_code for response in responses] == [410] * 3
    assert all("It was not so." in response.content.decode() for response in responses)


def test_what_answers_here_is_never_led_away(at, client):
    FormerAddress.objects.create(address="/shows", article=on_sale("new-name"))
    FormerAddress.objects.create(address="/admin/nothing", article=Article.objects.get())
    assert answers(client, ["/shows/", "/"]) == [(200, ""), (200, "")]


def test_a_number_that_names_nothing_is_the_front_page(at, client):
    formerly(on_sale("new-name"))
    plain = client.get("/").content
    assert [client.get(f"/?p={number}").content == plain for number in ("8", "x", "%27", "７")] == [True] * 4


@pytest.mark.parametrize("path", ["/%00/", "/a%00b", "/" + "x" * 3000, "/%ff%fe/", "/%E2%80%AE/"])
def test_odd_paths_are_not_found(at, client, path):
    assert client.get(path).status_code in (400, 404)


def test_what_is_sent_to_a_former_address_is_not_led_on(at, client):
    formerly(on_sale("new-name"))
    assert client.post("/2024/05/old-name/").status_code == 404
