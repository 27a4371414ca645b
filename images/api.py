"""A picture as the API tells it."""

from images.models import Image
from newsroom.lib import api
from newsroom.lib.shapes import ADDRESS, NUMBER, TEXT, Shape, maybe

IMAGE = Shape(
    "Image",
    "A picture, in its largest rendition.",
    {"url": ADDRESS, "alt": TEXT, "credit": maybe(TEXT), "width": NUMBER, "height": NUMBER},
)


def told(image: Image | None) -> dict | None:
    """Nothing once its rights have ended."""
    if image is None or not image.may_be_shown:
        return None
    largest = image.renditions["jpeg"][-1]
    return IMAGE.tell(
        {
            "url": api.absolute(largest.url),
            "alt": "" if image.is_decorative else image.alt,
            "credit": image.credit or None,
            "width": largest.width,
            "height": largest.height,
        }
    )
