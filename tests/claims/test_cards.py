import io
import json
import time
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image

from claims.assessing import assess
from claims.cards import SHAPES, Card
from claims.cards.drawing import SIGNS, TONES, drawn
from claims.confidence import Confidence
from tests import factories as make
from tests.newsstand import held

LONG = Card(
    "/x",
    "W" * 5_000,
    "K" * 500,
    "로몬 " * 900,
    "rumoured",
    "as of 1 March 2026, not re-checked since 1 March 2026",
)


@pytest.mark.parametrize(("shape", "size"), SHAPES.items())
def test_it_is_drawn_in_every_shape_whatever_it_says(shape, size):
    for card in (LONG, Card("/x", ""), Card("/x", "로몬", level="official", sure="as of 1 March 2026")):
        picture = Image.open(io.BytesIO(drawn(card, shape)))
        assert (picture.format, picture.size) == ("PNG", size)
    assert size[0] >= 1200


def test_every_level_has_its_tone_and_its_sign():
    shapes = {level.rule.shape for level in Confidence}
    assert set(TONES) == shapes
    assert set(SIGNS) == shapes - {"question"}


def test_levels_are_told_apart_without_colour():
    pictures = [
        Image.open(io.BytesIO(drawn(Card("/x", "A", level=level, sure="x"), ""))).convert("L").tobytes()
        for level in Confidence
    ]
    assert len(set(pictures)) == len(Confidence)


def test_it_is_drawn_once_and_quickly():
    card = Card("/x", "All of Us Are Dead Season 2: everything we know so far", level="rumoured", sure="now")
    began = time.process_time()
    first = drawn(card, "")
    assert time.process_time() - began < 0.5
    assert drawn(card, "") is first
    assert len(first) < 100_000


def test_its_version_is_a_hash_of_what_it_says_and_of_nothing_else(settings):
    card = Card("/x", "A", "B", "C", "rumoured", "as of 1 March 2026")
    assert card.version == Card("/y", "A", "B", "C", "rumoured", "as of 1 March 2026").version
    others = [
        Card("/x", "Z", "B", "C", "rumoured", "as of 1 March 2026"),
        Card("/x", "A", "B", "C", "official", "as of 1 March 2026"),
        Card("/x", "A", "B", "C", "rumoured", "as of 2 March 2026"),
        Card("/x", "A", "B", "Z", "rumoured", "as of 1 March 2026"),
    ]
    assert len({card.version, *(one.version for one in others)}) == 5
    before = card.version
    settings.SITE_NAME = "Another"
    assert card.version != before


def test_its_alt_says_what_it_bears():
    card = Card("/x", "Late in the year.", "K-Drama", "", "rumoured", "as of 1 March 2026")
    assert card.alt == "K-Drama. Late in the year. Rumoured, as of 1 March 2026"


@pytest.mark.django_db
def test_its_address_moves_with_the_level_and_a_card_kept_elsewhere_is_not_wrong(client, at):
    claim = held(make.a_release(make.a_season(), key="c-window"))
    before = card_of(client)
    at.forward(hours=1)
    assert card_of(client) == before
    old = client.get(before)
    assess(claim, "official", by=make.a_user(), because="Said.", evidence=[make.a_source()])
    at.forward(hours=1)
    after = card_of(client)
    assert parse_qs(urlsplit(after).query)["v"] != parse_qs(urlsplit(before).query)["v"]
    assert client.get(before).content == client.get(after).content != old.content


def card_of(client) -> str:
    return json.loads(client.get("/oembed/?url=https://news.example/claims/c-window/").content)[
        "thumbnail_url"
    ]
