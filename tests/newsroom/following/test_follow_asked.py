"""What is said once somebody has asked: the same to all."""

import pytest

from tests import factories as make
from tests.newsstand import held, words

pytestmark = pytest.mark.django_db


def test_it_says_where_to_look_and_offers_a_way_on(client, at):
    held(make.a_release(make.a_season(make.a_show(title="All of Us Are Dead"))))
    page = client.get("/follow/asked/?show=all-of-us-are-dead&season=2")
    assert page.status_code == 200
    assert (
        "Look into your mail If All of Us Are Dead Season 2 is not followed from that address yet"
        in words(page)
    )
    assert b'href="/shows/all-of-us-are-dead/season-2/"' in page.content
    assert client.get("/follow/asked/").status_code == 200
    assert client.post("/follow/asked/").status_code in (403, 405)
