"""The named sizes in which a picture is served; their names come from the pixels and can't be guessed."""

import io
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
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


def files_of(image) -> list[str]:
    return [one.name for kind in renditions_of(image).values() for one in kind]


def keep(name: str, data: bytes) -> None:
    """Write a file under exactly this name, whole or not at all; whoever was quicker has written the same bytes."""
    if default_storage.exists(name):
        return
    path = Path(default_storage.path(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        part.write_bytes(data)
        part.chmod(settings.FILE_UPLOAD_PERMISSIONS)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def remove(names: Iterable[str]) -> None:
    for name in names:
        default_storage.delete(name)


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
