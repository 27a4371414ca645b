"""What comes in: decoded whole, in bounded memory, and kept only as our own re-encoding without metadata."""

import hashlib
import io
import warnings
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image as Pillow
from PIL import ImageOps, UnidentifiedImageError

from images.models import Image
from images.renditions import make_renditions
from newsroom.lib.refusals import Refused

MOST_BYTES = 15 * 1024 * 1024
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 3200  # pixels of what is kept; nothing is shown larger
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")


@dataclass(frozen=True)
class Master:
    """A picture as kept: WebP without loss, hence the same bytes however often it goes out and comes in."""

    data: bytes
    digest: str
    picture: Pillow.Image


def decoded(data: bytes) -> Pillow.Image:
    """The first frame, turned upright, in RGB or RGBA. Raises Refused for what is no picture of ours."""
    if len(data) > MOST_BYTES:
        raise Refused("The picture is larger than 15 MB: save it smaller and upload it again.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            picture = Pillow.open(io.BytesIO(data), formats=FORMATS)
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused("The picture has more than 50 million pixels: save it smaller.")
            picture.seek(0)
            picture.load()
            picture = ImageOps.exif_transpose(picture)
    except (UnidentifiedImageError, Pillow.DecompressionBombError, Pillow.DecompressionBombWarning) as error:
        raise Refused("This is no JPEG, PNG, WebP, GIF or AVIF picture that can be read.") from error
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError) as error:
        raise Refused("The picture is damaged: it can't be read to its end.") from error
    has_alpha = "A" in picture.getbands() or "transparency" in picture.info
    return picture.convert("RGBA" if has_alpha else "RGB")


def master(data: bytes) -> Master:
    picture = decoded(data)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    kept = Pillow.frombytes(picture.mode, picture.size, picture.tobytes())  # pixels alone: no metadata
    out = io.BytesIO()
    kept.save(out, "WEBP", lossless=True, quality=60, method=2, exact=True)
    digest = hashlib.sha256(f"{kept.mode}{kept.size}".encode() + kept.tobytes()).hexdigest()
    return Master(out.getvalue(), digest, kept)


def take_in(data: bytes, **fields) -> Image:
    """A new Image of these bytes, its file and renditions written before its row."""
    kept = master(data)
    image = Image(digest=kept.digest, **fields)
    image.full_clean(exclude=["file", "width", "height"])
    name = f"masters/{kept.digest[:32]}.webp"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(kept.data))
    make_renditions(image, kept.picture)
    image.file.name = name
    image.width, image.height = kept.picture.size
    image.save()
    return image
