import io

import pytest
from PIL import Image

from tests.heads import meta, page

pytestmark = pytest.mark.django_db


def test_pages_without_a_card_of_their_own_show_the_sites(client, at):
    head = meta(page(client, "/confidence/"))
    [address] = head["og:image"]
    assert address.startswith("https://news.example/card.png?v=")
    answer = client.get(address.removeprefix("https://news.example"))
    assert Image.open(io.BytesIO(answer.content)).size == (1200, 630)
    assert head["og:image:alt"] == [
        "Entertainment news that says how sure it is. One word for each claim, a date and a source"
    ]
    assert client.get("/card.png?shape=nope").status_code == 400
