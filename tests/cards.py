"""What holds of every card's address."""

import io

from PIL import Image

SHAPES = {"": (1200, 630), "16x9": (1200, 675), "4x3": (1200, 900), "1x1": (1200, 1200)}


def assert_is_a_card(client, address: str) -> None:
    """A picture in four shapes, asked for again only once it says something else, fit to be shown elsewhere."""
    for shape, size in SHAPES.items():
        answer = client.get(address, {"shape": shape})
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
        assert Image.open(io.BytesIO(answer.content)).size == size
    answer = client.get(address)
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer["Cache-Control"] == "public, max-age=0, s-maxage=2, must-revalidate"
    again = client.get(address, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"{address}?v=nonsense&utm_source=x").content == answer.content
    assert client.get(f"{address}?shape=2x1").status_code == 400
    assert client.get(f"{address}?shape=1x1&shape=4x3").status_code == 400
    assert client.get(f"{address}?as_of=2020-01-01").status_code == 404
    assert client.post(address).status_code == 405
