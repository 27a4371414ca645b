import pytest

from images.models import Image
from tests.factories import an_image

pytestmark = pytest.mark.django_db


def test_a_rendition_is_served_as_a_picture_and_as_nothing_else(client):
    rendition = an_image().renditions["webp"][0]
    answer = client.get(rendition.url)
    assert answer["Content-Type"] == "image/webp"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "public, max-age=86400"
    assert b"".join(answer.streaming_content)[8:12] == b"WEBP"


@pytest.mark.parametrize(
    "name", ["../manage.py", "renditions/../masters/x.webp", "renditions/x.svg", "renditions/"]
)
def test_no_other_file_is_served(client, name):
    image = an_image()
    assert client.get(f"/media/{name}").status_code == 404
    assert client.get(f"/media/{image.file.name}").status_code == 404


@pytest.mark.parametrize(
    "name", ["renditions/%00", "%2e%2e/manage.py", "renditions/..%2f..%2fmanage.py", "masters/"]
)
def test_a_name_that_tries_the_folder_above_leads_nowhere(client, name):
    assert client.get(f"/media/{name}").status_code == 404


def test_a_file_is_served_as_long_as_a_picture_with_its_pixels_has_rights(client, at):
    ended, url = an_image(rights_until="2026-02-28"), an_image("still-2").renditions["webp"][0].url
    assert ended.renditions["webp"][0].url == url  # the same pixels, brought twice
    assert b"".join(client.get(url).streaming_content)[8:12] == b"WEBP"
    Image.objects.filter(key="still-2").update(rights_until="2026-02-28")
    answer = client.get(url)
    assert (answer.status_code, b"The right to show this picture has ended." in answer.content) == (410, True)
    assert "86400" not in answer["Cache-Control"]
    ended.delete()
    Image.objects.all().delete()
    assert client.get(url).status_code == 404  # a file without its row


def test_a_picture_may_be_shown_until_the_end_of_its_last_day(client, at):
    url = an_image(rights_until="2026-03-01").renditions["avif"][2].url
    before = client.get(url)
    assert b"".join(before.streaming_content)
    assert (before.status_code, before["Cache-Control"]) == (200, "public, max-age=86400")
    at.to("2026-03-02")
    assert client.get(url, headers={"If-None-Match": before["ETag"]}).status_code == 410


def test_a_copy_that_still_stands_costs_a_query_and_no_bytes(client, django_assert_num_queries):
    url = an_image().renditions["webp"][0].url
    whole = client.get(url)
    tag = whole["ETag"] if b"".join(whole.streaming_content) else ""
    with django_assert_num_queries(1):
        answer = client.get(url, headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content) == (304, b"")
