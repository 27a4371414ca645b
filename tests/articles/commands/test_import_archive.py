"""`import_archive`: what was published elsewhere stands here as it stood; what is odd is named, the rest goes in."""

import contextlib
import json

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Author, Edition, FormerAddress
from claims.models import Claim, Judgement
from images.models import Image
from newsroom import integrity
from tests import factories
from tests.articles.archives import exports

pytestmark = pytest.mark.django_db


def brought(tmp_path, data, name="archive", **options):
    """The report of an import, and whether all of the archive could be read."""
    path, report = tmp_path / name, tmp_path / "report.json"
    path.write_bytes(data)
    with contextlib.suppress(CommandError):  # not all of it could be read: the report says so
        call_command("import_archive", str(path), report=report, verbosity=0, **options)
    return json.loads(report.read_text())


def rows():
    return [model.objects.count() for model in (Article, Edition, Author, Claim, Image, FormerAddress)]


def told(report, title):
    post = next(post for post in report["posts"] if post["title"] == title)
    return post["outcome"], [*post["changed"], *post["left"]]


@pytest.fixture
def wordpress(at, tmp_path):
    pictures = exports.lay_pictures(tmp_path / "wp-content", "uploads")
    return brought(tmp_path, exports.wordpress(), pictures=pictures)


@pytest.fixture
def ghost(at, tmp_path):
    pictures = exports.lay_pictures(tmp_path / "content", "images")
    return brought(tmp_path, exports.ghost(), pictures=pictures)


def test_a_wordpress_export_goes_in_but_for_what_is_not_for_readers(wordpress):
    counts = {"published": 27, "draft": 6, "standing": 0, "edited": 0, "left": 2, "failed": 0}
    assert wordpress["outcomes"] == counts
    assert wordpress["left_by_kind"] == {"page": 1, "menu item": 1, "attachment": 1}
    assert (Article.objects.count(), Edition.objects.live().count()) == (33, 27)
    assert wordpress["archive"][0].startswith("“Broken here” can't be read")
    assert list(integrity.faults()) == []


def test_a_ghost_export_goes_in_but_for_what_is_not_for_readers(ghost):
    counts = {"published": 26, "draft": 4, "standing": 0, "edited": 0, "left": 2, "failed": 0}
    assert ghost["outcomes"] == counts
    assert (Article.objects.count(), Edition.objects.live().count()) == (30, 26)
    assert ghost["archive"] == ["Post 33 is no object: export the archive again."]
    assert list(integrity.faults()) == []


@pytest.mark.parametrize("house", ["wordpress", "ghost"])
def test_twice_is_as_once(request, tmp_path, house):
    request.getfixturevalue(house)
    before = rows()
    again = brought(tmp_path, getattr(exports, house)())
    assert [again["outcomes"][name] for name in ("published", "draft", "edited", "failed")] == [0, 0, 0, 0]
    assert rows() == before


def test_a_published_story_is_dated_and_worded_as_it_was_and_claims_nothing(wordpress):
    edition = Edition.objects.get(slug="hollow-crossing-2")
    assert edition.published_at.isoformat() == "2024-05-21T10:00:00+00:00"
    assert edition.headline == "Hollow Crossing Season 2: Release Date, Cast and Plot"
    assert "data-claim" not in edition.body and "<strong>eight episodes</strong>" in edition.body
    linked = [*edition.claims.all(), *edition.lead_claims.all(), *edition.shows.all(), *edition.people.all()]
    assert (linked, [str(one) for one in edition.authors]) == ([], ["Hana Baek"])


def test_the_desks_draft_proposes_what_the_text_says_at_no_more_than_a_text_carries(wordpress):
    article = Article.objects.get(slug="hollow-crossing-2")
    assert [show.title for show in article.shows.all()] == ["Hollow Crossing"]
    assert article.body.count("data-claim") == 5
    assert {judgement.level for judgement in Judgement.objects.all()} == {"rumoured"}
    assert not Claim.objects.live().exists()


def test_a_show_that_the_catalogue_knew_is_a_topic_at_once(at, tmp_path):
    show = factories.a_show("hollow-crossing")
    brought(tmp_path, exports.wordpress())
    assert list(Edition.objects.get(slug="hollow-crossing-2").shows.all()) == [show]


def test_pictures_are_taken_in_with_their_words(wordpress):
    assert sorted(image.alt for image in Image.objects.all()) == ["", "The set at night"]
    article = Article.objects.get(headline="A set at night")
    key = article.image.key
    assert f'<figure data-picture="{key}"><figcaption>A caption</figcaption></figure>' in article.body


def test_each_ill_is_named_with_what_to_do(wordpress):
    no_show = "No show was read in it: it is in no show's list until you name a topic."
    date = (
        "It was published there and became a draft, since its date is none that can be: publish it at the desk, "
        "it will carry that day."
    )
    assert told(wordpress, "Year nought") == ("draft", [date])
    assert told(wordpress, "Private") == (
        "left", ["It is private there: publish it there first if readers may have it."])  # fmt: skip
    assert told(wordpress, "Script") == ("published", ["Code in its text was taken out.", no_show])
    assert told(wordpress, "No author") == (
        "published", ["It names no author: it carries the newsroom's byline.", no_show])  # fmt: skip
    assert told(wordpress, "Scheduled")[0] == "draft"
    assert told(wordpress, "")[0] == "draft"
    assert "describe it" in told(wordpress, "Undescribed")[1][0]
    assert "is no JPEG" in told(wordpress, "No picture at all")[1][-1]
    assert "not among the pictures" in told(wordpress, "Lost picture")[1][-1]
    assert told(wordpress, "Another post one")[1][0].endswith("here it is /news/post-1-2/.")


def test_an_edited_post_is_told_and_overwrites_nothing(at, tmp_path):
    post = exports.ghost_post(1, "As it was")
    brought(tmp_path, exports.ghost([post]))
    again = brought(tmp_path, exports.ghost([post | {"html": "<p>Other words.</p>"}]))
    assert again["outcomes"]["edited"] == 1
    assert [article.body for article in Article.objects.all()] == [post["html"]]


def test_a_draft_that_the_desk_deleted_does_not_come_back(at, tmp_path):
    archive = exports.ghost([exports.ghost_post(1, status="draft")])
    brought(tmp_path, archive)
    Article.objects.all().delete()
    again = brought(tmp_path, archive)
    assert (again["outcomes"]["standing"], Article.objects.count()) == (1, 0)


@pytest.mark.parametrize("house", ["wordpress", "ghost"])
def test_a_dry_run_tells_the_same_and_keeps_nothing(at, tmp_path, house):
    pictures = exports.lay_pictures(tmp_path / "uploads")
    before = rows()
    dry = brought(tmp_path, getattr(exports, house)(), pictures=pictures, dry_run=True)
    assert rows() == before == [0] * 6
    wet = brought(tmp_path, getattr(exports, house)(), pictures=pictures)
    assert dry["outcomes"] == wet["outcomes"]


@pytest.mark.parametrize("house", ["wordpress", "ghost"])
def test_of_an_archive_cut_short_what_came_before_goes_in(at, tmp_path, house):
    data = getattr(exports, house)()
    cut = brought(tmp_path, data[: len(data) // 2])
    assert "cut short" in cut["archive"][-1]
    assert cut["outcomes"]["published"] == Edition.objects.live().count() > 9
    brought(tmp_path, data)
    assert Edition.objects.live().count() == {"wordpress": 27, "ghost": 26}[house]


@pytest.mark.parametrize(
    "data", [b"", b"Dear editor,", b"<html></html>", b"{}", b'{"a": [1]}', b"\x00\x01", b"PK\x03\x04broken"]
)
def test_what_is_no_archive_is_refused_in_a_sentence(db, tmp_path, data):
    (tmp_path / "x").write_bytes(data)
    with pytest.raises(CommandError, match=r"export"):
        call_command("import_archive", str(tmp_path / "x"), verbosity=0)
    assert rows() == [0] * 6


def redirects(client, addresses):
    return [(one.status_code, one.headers.get("Location")) for one in map(client.get, addresses)]


def test_every_former_address_of_a_live_story_leads_to_it_in_one_hop(wordpress, client):
    live = {edition.article_id: edition.get_absolute_url() for edition in Edition.objects.live()}
    former = FormerAddress.objects.filter(article__in=live)
    asked = [one.address if one.address.startswith("/") else f"/{one.address}" for one in former]
    assert redirects(client, asked) == [(301, live[one.article_id]) for one in former]
    assert len(asked) == 54
    assert redirects(client, ["/2024/06/post-1/", "/?p=27"]) == [(301, "/news/post-1-2/")] * 2


def test_those_of_drafts_lead_nowhere(wordpress, client):
    nowhere = client.get("/2024/05/never/").content
    assert [client.get(f"/2024/05/post-{number}/").content for number in (29, 26)] == [nowhere] * 2


def test_a_ghosts_address_leads_here_but_never_away_from_a_page_of_ours(ghost, client):
    assert redirects(client, ["/ghost-2/", "/ghost-2", "/shows/"]) == [
        (301, "/news/ghost-2/"), (301, "/news/ghost-2/"), (200, None)]  # fmt: skip
    assert client.get("/news/shows/").status_code == 200


def test_a_story_about_nothing_of_ours_goes_out_and_comes_in_again(wordpress, tmp_path):
    out, again = tmp_path / "out.jsonl", tmp_path / "again.jsonl"
    call_command("export_news", str(out), verbosity=0)
    call_command("import_news", str(out), verbosity=0)
    call_command("export_news", str(again), verbosity=0)
    assert out.read_bytes() == again.read_bytes()
    assert '"former_addresses": ["/2024/05/post-1", "?p=1"]' in out.read_text()
