"""What comes in: decoded whole, in bounded memory, and kept only as our own re-encoding without metadata."""

import hashlib
import io
import warnings
from dataclasses import dataclass

from PIL import Image as Pillow
from PIL import ImageOps, UnidentifiedImageError

from images.models import Image
from images.renditions import keep, make_renditions
from newsroom.lib.refusals import Refused

MOST_BYTES = 15 * 1024 * 1024
MOST_PIXELS = 50_000_000
TOO_MANY = "The picture has more than 50 million pixels: save it smaller."
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
                raise Refused(TOO_MANY)
            picture.seek(0)
            picture.load()
            picture = ImageOps.exif_transpose(picture)
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning) as error:
        raise Refused(TOO_MANY) from error
    except UnidentifiedImageError as error:
        raise Refused("This is no JPEG, PNG, WebP, GIF or AVIF picture that can be read.") from error
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError) as error:
        raise Refused("The picture is damaged: it can't be read to its end.") from error
    has_alpha = "A" in picture.getbands() or "transparency" in picture.info
    picture = picture.convert("RGBA" if has_alpha else "RGB")
    # WebP forgets an alpha channel that hides nothing: what comes in again must have the same digest.
    is_opaque = has_alpha and picture.getchannel("A").getextrema()[0] == 255
    return picture.convert("RGB") if is_opaque else picture


def pixels(data: bytes) -> Pillow.Image:
    """What is kept of a picture: its pixels alone, without metadata, no larger than anything shown."""
    picture = decoded(data)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return Pillow.frombytes(picture.mode, picture.size, picture.tobytes())


def digest_of(kept: Pillow.Image) -> str:
    return hashlib.sha256(f"{kept.mode}{kept.size}".encode() + kept.tobytes()).hexdigest()


def master(data: bytes) -> Master:
    kept, out = pixels(data), io.BytesIO()
    # A twentieth of the time of quality 60, method 2, for half as many bytes again that nobody is ever sent.
    kept.save(out, "WEBP", lossless=True, quality=0, method=0, exact=True)
    return Master(out.getvalue(), digest_of(kept), kept)


def lay_out(image: Image, data: bytes) -> Image:
    """Write the file and the renditions of an Image whose row is still to be saved."""
    kept = master(data)
    image.digest = kept.digest
    name = f"masters/{kept.digest[:32]}.webp"
    keep(name, kept.data)
    make_renditions(image, kept.picture)
    image.file.name = name
    image.width, image.height = kept.picture.size
    return image


def take_in(data: bytes, **fields) -> Image:
    """A new Image of these bytes, its file and renditions written before its row."""
    image = Image(**fields)
    image.full_clean(exclude=["file", "digest", "width", "height"])
    lay_out(image, data).save()
    return image


def recrop(image: Image) -> None:
    """Renditions around a focal point that has moved. Those around the old one stay, for pages that name them."""
    with image.file.open() as file:
        make_renditions(image, pixels(file.read()))
