"""Texts that are no cast-and-dates story: a sensible draft each, and nothing that the text does not say."""

import time

import pytest

from articles.drafting import draft
from articles.models import Article
from claims.models import Claim
from newsroom.lib.html import plain
from shows.models import Show

OYSTERS = """Oyster season opens on the bay

The harbour's oyster season opened on Monday, fishermen said. The first boats left at dawn on 2 November 2026.
Prices are expected to rise in late 2026. “The cast of the nets was good,” said Ana Petrov.
"""
RECIPE = """Seaweed soup for four

Ingredients
- 20 g dried seaweed
- 200 g beef
- 1 tbsp sesame oil
Method
Soak the seaweed for 30 minutes. Fry the beef. Season 2 minutes before the end, and serve.
"""
TRACE = """Traceback (most recent call last):
  File "/srv/app/main.py", line 12, in <module>
    main()
  File "/srv/app/main.py", line 7, in main
    raise ValueError("no such season: 3")
ValueError: no such season: 3
"""
HTML = """<html><head><title>x</title><script>alert("stolen"); var show = "Fake Show";</script></head><body>
<h1>Moonlit Harbour Season 3 wraps filming</h1>
<p onclick="steal()">The harbour drama is nearly done.</p><h2>Filming</h2>
<p>Filming of Moonlit Harbour Season 3 wrapped on 18 February 2026.</p>
<h2>Cast</h2><ul><li>Ana Petrov as Captain Reyes</li><li>Ben Okafor as Nils</li></ul>
<img src=x onerror=alert(1)><style>p { color: red }</style></body></html>"""
TWO = """2026-03-01 Moonlit Harbour Season 3 and Glass Tower Season 2: release dates | Drama News
Two dramas come back this year.
Moonlit Harbour Season 3 Release date
Moonlit Harbour Season 3 premieres on 6 November 2026.
Glass Tower Season 2 Release date
Glass Tower Season 2 premieres on 4 December 2026.
"""
LINE = "The story of Moonlit Harbour Season 3 goes on, and people at the harbour speak of boats and of weather.\n"
LONG = HTML.replace("<h2>Cast</h2>", f"<p>{LINE * 600}</p><h2>Cast</h2>")

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(at, alice, record_property):
    def make(text):
        began = time.perf_counter()
        article = draft(text, by=alice).article
        record_property("seconds", round(time.perf_counter() - began, 2))  # measured, not asserted
        return article

    return make


@pytest.mark.parametrize(
    ("text", "words"),
    [(OYSTERS, "first boats left"), (RECIPE, "Soak the seaweed"), (TRACE, "no such season")],
)
def test_what_is_no_story_of_a_show_is_a_draft_of_its_words_alone(made, text, words):
    article = made(text)
    assert words in f"{article.standfirst} {plain(article.body)}"
    assert (article.headline != "", Claim.objects.count(), Show.objects.count()) == (True, 0, 0)


@pytest.mark.parametrize("text", [HTML, LONG], ids=["html", "long"])
def test_html_is_read_without_its_scripts_however_long_it_is(made, text):
    article = made(text)
    assert article.headline == "Moonlit Harbour Season 3 wraps filming"
    assert {str(claim) for claim in Claim.objects.exclude(kind="detail")} == {
        "Filming of Moonlit Harbour Season 3 wrapped on 18 February 2026.",
        "Ana Petrov is in Moonlit Harbour Season 3 as Captain Reyes.",
        "Ben Okafor is in Moonlit Harbour Season 3 as Nils.",
    }
    for word in ("alert", "stolen", "Fake Show", "onclick", "steal", "color: red"):
        assert word not in article.body + article.headline + article.standfirst + article.description


def test_two_shows_in_one_story_do_not_trade_their_dates(made):
    made(TWO)
    assert {
        (claim.show.title, str(claim.earliest)) for claim in Claim.objects.filter(property="release")
    } == {("Moonlit Harbour", "2026-11-06")}
    assert [article.state for article in Article.objects.all()] == ["draft"]
