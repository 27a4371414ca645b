import pytest

from tests.factories import an_image

pytestmark = pytest.mark.django_db


def test_a_rendition_is_served_as_a_picture_and_as_nothing_else(client):
    rendition = an_image().renditions["webp"][0]
    answer = client.get(rendition.url)
    assert answer["Content-Type"] == "image/webp"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert b"".join(answer.streaming_content)[8:12] == b"WEBP"


@pytest.mark.parametrize(
    "name", ["../manage.py", "renditions/../masters/x.webp", "renditions/x.svg", "renditions/"]
)
def test_no_other_file_is_served(client, name):
    image = an_image()
    assert client.get(f"/media/{name}").status_code == 404
    assert client.get(f"/media/{image.file.name}").status_code == 404
