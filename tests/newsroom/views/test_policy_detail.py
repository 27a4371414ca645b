import pytest

from newsroom.policies import POLICIES
from tests.newsstand import on_sale, words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", POLICIES)
def test_each_policy_is_a_page_that_leads_to_all_others(client, name):
    page = client.get(f"/policies/{name}/").content.decode()
    assert f"<h1>{POLICIES[name].title}</h1>" in page
    assert [one for one in POLICIES if f'href="/policies/{one}/"' not in page] == []
    assert len(words(client.get(f"/policies/{name}/")).split()) > 120


def test_a_policy_that_the_house_does_not_have_is_not_here(client):
    assert client.get("/policies/none/").content == client.get("/never/").content


def test_the_masthead_names_who_has_signed_what_is_live_and_how_to_write(client, at, settings):
    assert "Alice Han" not in words(client.get("/policies/contact/"))
    on_sale()
    settings.DEFAULT_FROM_EMAIL = "The desk <desk@news.example>"
    page = client.get("/policies/contact/").content.decode()
    assert 'href="/authors/alice-han/">Alice Han</a>' in page
    assert 'href="mailto:desk@news.example"' in page
