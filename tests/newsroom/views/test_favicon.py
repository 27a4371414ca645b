import io

from PIL import Image as Pillow


def test_it_is_an_icon_for_those_who_ask_where_nobody_told_them(client):
    answer = client.get("/favicon.ico")
    assert answer["Content-Type"] == "image/x-icon" and answer["Cache-Control"] == "public, max-age=86400"
    assert Pillow.open(io.BytesIO(answer.content)).format == "ICO"
