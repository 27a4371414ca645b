"""The named sizes in which a picture is served; their names come from the pixels and can't be guessed."""

import io
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image as Pillow
from PIL import ImageOps

WIDTHS = (480, 960, 1600)
RATIO = 16 / 9
FORMATS = {"avif": {"quality": 55, "speed": 9}, "webp": {"quality": 78, "method": 2}, "jpeg": {"quality": 82}}


@dataclass(frozen=True)
class Rendition:
    name: str
    width: int
    height: int

    @property
    def url(self) -> str:
        return default_storage.url(self.name)


def name_of(image, width: int, kind: str) -> str:
    """Name in the storage. The focal point is part of it: another crop is another file."""
    focus = f"{round(image.focus_x * 100):02d}{round(image.focus_y * 100):02d}"
    return f"renditions/{image.digest[:24]}-{focus}-{width}.{kind}"


def renditions_of(image) -> dict[str, list[Rendition]]:
    """What stands in the storage for an image, smallest first, by format."""
    return {
        kind: [Rendition(name_of(image, width, kind), width, round(width / RATIO)) for width in WIDTHS]
        for kind in FORMATS
    }


def keep(name: str, data: bytes) -> None:
    """Write a file under exactly this name; whoever was quicker has written the same bytes."""
    if not default_storage.exists(name):
        written = default_storage.save(name, ContentFile(data))
        if written != name:
            default_storage.delete(written)


def make_renditions(image, picture: Pillow.Image) -> None:
    """Write every rendition that does not stand yet: 16:9, cropped around the focal point."""
    for width in WIDTHS:
        wanted = [kind for kind in FORMATS if not default_storage.exists(name_of(image, width, kind))]
        if not wanted:
            continue
        size = (width, round(width / RATIO))
        fitted = ImageOps.fit(picture, size, centering=(image.focus_x, image.focus_y)).convert("RGB")
        for kind in wanted:
            out = io.BytesIO()
            fitted.save(out, kind.upper(), **FORMATS[kind])
            keep(name_of(image, width, kind), out.getvalue())
