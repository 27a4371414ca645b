"""The demo's words: clean markup, every claim cited, what is invented says so."""

from html.parser import HTMLParser

from tests.newsroom.demo.reading import MARK, cited, span

TAGS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "a", "span"}
SEED = "all-of-us-are-dead-season-2-release-date"


class Markup(HTMLParser):
    """Opens and closes what it may, and nothing else."""

    def __init__(self, text):
        super().__init__(convert_charrefs=False)
        self.open, self.words = [], []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        assert tag in TAGS, tag
        assert [name for name, _ in attrs] == {"span": ["data-claim"], "a": ["href"]}.get(tag, [])
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def bodies(demo):
    articles = demo.all("article").values()
    return [story["body"] for story in [*articles, *(edition for _, edition in demo.editions())]]


def test_bodies_hold_what_the_editor_can_make(demo):
    for body in bodies(demo):
        assert "".join(Markup(body).words).strip()


def test_every_marked_claim_exists_and_every_claim_is_cited(demo):
    marked = {key for body in bodies(demo) for key in MARK.findall(body)}
    assert marked == set(demo.all("claim"))


def test_what_a_headline_rests_on_is_marked_in_the_body(demo):
    for article, edition in demo.editions():
        assert set(edition["lead_claims"]) <= set(MARK.findall(edition["body"])), article["key"]


def test_the_seed_story_says_what_the_seed_says(demo):
    """Word for word, in a heading or a sentence of its own; its disclaimer is the one that is attached."""
    story, disclaimers = demo.all("article")[SEED], demo.all("disclaimer")
    words = "".join(Markup(story["body"]).words)
    assert story["headline"].startswith("All of Us Are Dead Season 2 RELEASE DATE, New Cast & Plot Details")
    for said in (
        "All of Us Are Dead Season 2 has officially wrapped filming, bringing fans one step closer",
        "Season 2 officially began production in July 2025.",
        "Principal photography wrapped on February 18, 2026.",
        "Netflix has not announced an official release date yet.",
        "Industry reports suggest a 2026 release window, possibly late 2026.",
        "Some estimates place the premiere around mid-to-late 2026.",
        "The focus may shift from human survival to the survival of zombies and coexistence themes.",
    ):
        assert said in words
    assert story["disclaimers"] == ["unconfirmed"]
    assert "Viewers should await official updates" in disclaimers["unconfirmed"]["text"]


def test_every_invented_story_says_that_it_is_invented(demo):
    for article, edition in demo.editions():
        if article["shows"] != ["all-of-us-are-dead"]:
            for place in ("body", "description", "disclaimers"):
                assert "invented" in edition[place], f"{article['key']}: {place}"
            assert edition["kicker"].startswith("Invented")


def test_lists_show_the_invented_news_first(demo):
    live = [
        (span(edition)[0], article["key"])
        for article, edition in demo.editions()
        if span(edition)[0] <= demo.earliest_now
    ]
    assert max(live)[1] == "the-proving-room-season-4-date"
    assert all(len(cited(edition)) >= 1 for _, edition in demo.editions())
