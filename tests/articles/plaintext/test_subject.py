import pytest

from articles.plaintext.subject import find_subject, is_entertainment

BODY = "Netflix has renewed the drama. The cast will return for more episodes, and the trailer is out."


def subject(title, body=BODY, section=None):
    return find_subject(title, section, None, [], body.split("\n"), [])


@pytest.mark.parametrize(
    ("title", "show", "season"),
    [
        ("Moving Season 2 release date", "Moving", 2),
        ("‘Sweet Home’ season two gets a date", None, 2),
        ("Meet the Love Island USA Season 5 cast", "Love Island USA", 5),
        ("No, Leonardo DiCaprio is not in Squid Game Season 3", "Squid Game", 3),
        ("Three join Apple's Orbital for season two", "Orbital", 2),
        ("Weak Hero Class 2 (약한영웅): cast and plot", "Weak Hero", 2),
        ("The Ferryman’s Oath: cast, episodes and schedule", "The Ferryman’s Oath", None),
        ("Tom and Ada to leave soap Harbour Street", "Harbour Street", None),
    ],
)
def test_the_show_is_taken_from_the_headline(title, show, season):
    found = subject(title, BODY + " Sweet Home is back.")
    assert (found.show, found.season) == (show or "Sweet Home", season)


def test_a_film_has_no_season():
    body = (
        "The film opens in cinemas in May. Shooting Pelican Bay 2 took months. "
        "Pelican Bay 2 is a sequel. Its cast is new."
    )
    found = subject("Pelican Bay sequel wraps", body, "Film News")
    assert (found.show, found.kind, found.season, found.platform) == ("Pelican Bay 2", "film", None, None)


def test_a_person_in_the_headline_is_not_the_show():
    body = (
        "Actor Ruth Adair told Deadline she joins the cast. The drama Deadwater follows a town.\n"
        "Deadwater is set in 1978. Ruth Adair plays a constable in all eight episodes."
    )
    assert subject("Ruth Adair joins Deadwater", body).show == "Deadwater"


@pytest.mark.parametrize(
    "text",
    [
        "The native oyster season opens on Monday, said the director. A star chef, a series of summers.",
        "Heat the oven. Beat the butter. Release the cake from the tin.",
        "Traceback (most recent call last): File x, line 2, in main. OperationalError: no such table",
        "The striker cast doubt on his future after the season.",
    ],
)
def test_other_genres_have_no_subject(text):
    assert not is_entertainment([text])


@pytest.mark.parametrize(
    "title",
    [
        "7 shows ending in 2026, ranked",
        "Best pirate shows to stream this weekend",
        "The Remote Control: your weekly TV briefing",
        "What to watch: five shows coming this month",
    ],
)
def test_a_list_of_many_titles_is_about_none(title):
    sentences = [
        "The final season of Stonewater premieres on AMC on January 18.",
        "The show was cancelled by Netflix.",
    ]
    assert find_subject(title, None, None, [], sentences, []).show is None


def test_a_machines_words_are_no_news():
    lines = [
        'File "shows/tasks.py", line 41, in run',
        "ValueError: could not cast 'John' for Season 2 of the Netflix series",
    ]
    assert not is_entertainment([*lines, "season 2 episodes cast film"])
