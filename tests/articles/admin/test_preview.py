"""The preview beside the form: what is typed, as publishing would show it, and nothing written."""

import pytest

from articles import workflow
from articles.models import Article
from claims.assessing import judge
from newsroom.lib import clock
from tests import factories as make
from tests.articles.admin.posting import form_of, url
from tests.newsstand import held, queries, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(at, alice):
    claim = held(make.a_release(key="c-window"))
    return make.a_story("the-date", claims=[claim], leads=[claim], made_by=alice, image=make.an_image())


def test_what_is_saved_is_shown_to_the_byte_as_publishing_does(editor, client, article):
    page = editor.get(url("preview", article)).content
    workflow.publish(article, by=editor.user)
    assert page == client.get("/news/the-date/").content


def test_what_is_typed_is_shown_as_saving_and_publishing_would(editor, client, article):
    season, lomon = make.a_season(number=3), make.a_person()
    new = make.a_detail(season, key="c-new")
    judge(new, "rumoured", evidence=[make.a_source()])
    typed = form_of(
        editor,
        article,
        headline="  Typed   headline ",
        standfirst="A standfirst.\n",
        body='<p onclick="x()">Typed <span data-claim="c-new">words</span>.</p><script>x()</script>',
        kicker="New  kicker",
        seasons=[season.pk],
        people=[lomon.pk],
        lead_claims=[new.pk],
        disclaimers=[make.a_disclaimer().pk],
    )
    typed |= {"bylines-TOTAL_FORMS": 2, "bylines-1-author": make.an_author("bob-ashdown").pk}
    typed |= {"bylines-0-position": 5, "bylines-1-position": 1, "bylines-1-article": article.pk}
    page = editor.post(url("preview", article), typed)
    assert Article.objects.get().headline == "The date"
    assert editor.post(url("change", article), typed).status_code == 302
    workflow.publish(Article.objects.get(), by=editor.user)
    assert page.content == client.get("/news/the-date/").content
    assert "By Bob Ashdown , Alice Han" in words(page) and "Typed headline" in words(page)


def test_a_story_that_was_never_saved_is_shown(writer, at):
    author = make.an_author("bob-ashdown")
    author.account = writer.user
    author.save()
    typed = form_of(writer, headline="Not yet saved", body="<p>Words.</p>")
    page = writer.post(url("preview_new"), typed)
    assert "Not yet saved By Bob Ashdown" in words(page) and not Article.objects.exists()
    assert writer.get(url("preview_new")).status_code == 405


@pytest.mark.parametrize(
    "typed",
    [
        {"slug": "not a slug", "headline": "Typed"},
        {"image": "999999", "headline": "Typed"},
        {"shows": ["x", "-1"], "headline": "Typed"},
        {"embargo_until_0": "soon", "headline": "Typed"},
        {"headline": "Typed", "bylines-TOTAL_FORMS": "x"},
        {"headline": "Typed", "body": '<p>x<span data-claim="no-such">y</span></p>' * 40},
    ],
)
def test_what_can_not_be_read_does_not_keep_the_rest_from_being_shown(editor, article, typed):
    page = editor.post(url("preview", article), form_of(editor, article) | typed)
    assert page.status_code == 200 and "Typed" in words(page)


def test_looking_changes_nothing(editor, client, article):
    before = (editor.get(url("change", article)).context["desk_version"], Article.objects.get().changed_at)
    news = client.get("/news/").content
    editor.get(url("preview", article))
    editor.post(url("preview", article), form_of(editor, article, headline="Typed"))
    after = (editor.get(url("change", article)).context["desk_version"], Article.objects.get().changed_at)
    assert (before, news) == (after, client.get("/news/").content)


def test_a_writer_looks_at_their_own_alone(writer, article):
    for response in (
        writer.get(url("preview", article)),
        writer.post(url("preview", article), {"headline": "x"}),
    ):
        assert response.status_code == 404 and "The date" not in words(response)
    own = make.a_story("own", article.shows.get(), made_by=writer.user, state="in_review")
    assert writer.get(url("preview", own)).status_code == 200
    assert writer.post(url("preview", own), {"headline": "Typed"}).status_code == 403


def test_it_is_kept_by_no_cache_and_framed_by_nobody(editor, article):
    headers = editor.get(url("preview", article)).headers
    assert headers["Cache-Control"] == "no-store, private" and headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_the_form_leads_to_it_without_scripts(editor, article):
    page = editor.get(url("change", article)).content.decode()
    assert f'href="{url("preview", article)}" class="verb" target="_blank"' in page
    assert f'data-preview="{url("preview", article)}"' in page
    assert f'data-preview="{url("preview_new")}"' in editor.get(url("add")).content.decode()


def test_an_embargo_and_what_is_scheduled_are_left_alone(editor, article, at):
    edition = workflow.schedule(article, at=clock.now().replace(year=2027), by=editor.user)
    Article.objects.update(headline="Newer")
    assert "Newer" in words(editor.get(url("preview", article)))
    edition.refresh_from_db()
    assert edition.is_pending()


def test_its_queries_do_not_grow_with_what_is_typed(editor, article):
    season = make.a_season(number=5)
    for number in range(12):
        held(make.a_detail(season, f"Point {number}.", key=f"c-{number}00"), "speculation")
    few, many = (
        "".join(f'<p><span data-claim="c-{n}00">x</span></p>' for n in range(count)) for count in (2, 12)
    )
    counts = []
    for body in (few, many):
        Article.objects.update(body=body)
        counts.append(queries(editor, url("preview", article)))
    assert counts[0] == counts[1]
