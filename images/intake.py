"""What comes in: decoded whole, in bounded memory, and kept only as our own re-encoding without metadata."""

import hashlib
import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from threading import Lock

from django.db import transaction
from PIL import Image as Pillow
from PIL import ImageCms, UnidentifiedImageError

from images.models import Image
from images.renditions import files_of, keep, make_renditions, remove
from newsroom.lib.refusals import Refused

MOST_BYTES = 15 * 1024 * 1024
MOST_PIXELS = 50_000_000
LARGE = 12_000_000  # pixels; from here on a process decodes one picture at a time, in up to 900 MB
ONE_LARGE = Lock()
TOO_LARGE = "The picture is larger than 15 MB: save it smaller and upload it again."
TOO_MANY = "The picture has more than 50 million pixels: save it smaller."
UNKNOWN = "This is no JPEG, PNG, WebP, GIF or AVIF picture that can be read."
DAMAGED = "The picture is damaged: it can't be read to its end."
LONGEST_SIDE = 3200  # pixels of what is kept; nothing is shown larger
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
# What decoders raise for bytes that are not what their format promises.
DAMAGES = (
    OSError, ValueError, SyntaxError, EOFError, MemoryError, RuntimeError, struct.error, TypeError, LookupError
)  # fmt: skip
SMOOTH = {"L", "RGB", "RGBA", "CMYK", "YCbCr"}  # modes that can be made smaller as they are
ORIENTATION = 0x0112
TURN = Pillow.Transpose
UPRIGHT = {
    2: TURN.FLIP_LEFT_RIGHT, 3: TURN.ROTATE_180, 4: TURN.FLIP_TOP_BOTTOM, 5: TURN.TRANSPOSE,
    6: TURN.ROTATE_270, 7: TURN.TRANSVERSE, 8: TURN.ROTATE_90,
}  # fmt: skip


@dataclass(frozen=True)
class Master:
    """A picture as kept: WebP without loss, hence the same bytes however often it goes out and comes in."""

    data: bytes
    digest: str
    picture: Pillow.Image


def pixels(data: bytes) -> Pillow.Image:
    """What is kept of a picture: the first frame, upright, in RGB or RGBA of the web's own colours, no larger
    than anything shown, without metadata. Raises Refused for what is no picture of ours."""
    if len(data) > MOST_BYTES:
        raise Refused(TOO_LARGE)
    try:
        picture = Pillow.open(io.BytesIO(data), formats=FORMATS)
        size = picture.width * picture.height
        if size > MOST_PIXELS:
            raise Refused(TOO_MANY)
        with ONE_LARGE if size > LARGE else nullcontext():
            kept = _without_useless_alpha(_in_srgb(_upright(_made_small(picture))))
        return Pillow.frombytes(kept.mode, kept.size, kept.tobytes())
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning) as error:
        raise Refused(TOO_MANY) from error
    except UnidentifiedImageError as error:
        raise Refused(UNKNOWN) from error
    except DAMAGES as error:
        raise Refused(DAMAGED) from error


def _made_small(picture: Pillow.Image) -> Pillow.Image:
    """The first frame. A JPEG is decoded no larger than needed; a palette is resolved before it is scaled."""
    picture.seek(0)
    if picture.format != "JPEG":
        picture.load()
    if "transparency" in picture.info or picture.mode in {"LA", "PA", "La", "RGBa"}:
        picture = _with(picture.info, picture.convert("RGBA"))
    elif picture.mode.startswith("I"):
        picture = _with(picture.info, _eight_bits(picture))
    elif picture.mode not in SMOOTH:
        picture = _with(picture.info, picture.convert("RGB"))
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    picture.load()  # a small JPEG was not read yet
    return picture


def _with(info: dict, picture: Pillow.Image) -> Pillow.Image:
    """What a conversion may lose: the notes on colours and on which side is up."""
    picture.info = {key: info[key] for key in ("icc_profile", "exif") if key in info}
    return picture


def _eight_bits(picture: Pillow.Image) -> Pillow.Image:
    """Of a grey picture with sixteen bits the upper eight: a plain conversion would cut off all that is light."""
    return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")


def _upright(picture: Pillow.Image) -> Pillow.Image:
    try:
        turn = UPRIGHT.get(picture.getexif().get(ORIENTATION))
    except DAMAGES:
        return picture  # the notes are damaged, and the picture is not
    return _with(picture.info, picture.transpose(turn)) if turn is not None else picture


def _in_srgb(picture: Pillow.Image) -> Pillow.Image:
    """In the colours that a browser assumes of a picture without a profile."""
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    if profile := picture.info.get("icc_profile"):
        try:
            given, wanted = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(picture, given, wanted, outputMode=mode)
        except (ImageCms.PyCMSError, *DAMAGES):
            pass  # a profile of another kind of picture, or a damaged one: the numbers are taken as they are
    return picture.convert(mode)


def _without_useless_alpha(picture: Pillow.Image) -> Pillow.Image:
    """WebP forgets an alpha channel that hides nothing: what comes in again must have the same digest."""
    is_opaque = picture.mode == "RGBA" and picture.getchannel("A").getextrema()[0] == 255
    return picture.convert("RGB") if is_opaque else picture


def digest_of(kept: Pillow.Image) -> str:
    return hashlib.sha256(f"{kept.mode}{kept.size}".encode() + kept.tobytes()).hexdigest()


def master(data: bytes) -> Master:
    kept, out = pixels(data), io.BytesIO()
    # A twentieth of the time of quality 60, method 2, for half as many bytes again that nobody is ever sent.
    kept.save(out, "WEBP", lossless=True, quality=0, method=0, exact=True)
    return Master(out.getvalue(), digest_of(kept), kept)


def lay_out(image: Image, data: bytes) -> Image:
    """Write the file and the renditions of an Image whose row is still to be saved: all of them, or none."""
    kept = master(data)
    image.digest = kept.digest
    image.file.name = f"masters/{kept.digest[:32]}.webp"
    image.width, image.height = kept.picture.size
    with no_file_without_row(image):
        keep(image.file.name, kept.data)
        make_renditions(image, kept.picture)
    return image


@contextmanager
def no_file_without_row(image: Image) -> Iterator[None]:
    """Where the block fails, the files of these pixels go again, unless a row shows them."""
    try:
        yield
    except BaseException:
        clear_away(image)
        raise


def clear_away(image: Image) -> None:
    """Remove the files of a picture that no row shows."""
    if not Image.objects.filter(digest=image.digest).exists():
        remove([image.file.name, *files_of(image)])


def take_in(data: bytes, **fields) -> Image:
    """A new Image of these bytes, its file and renditions written before its row."""
    image = Image(**fields)
    image.full_clean(exclude=["file", "digest", "width", "height"])
    lay_out(image, data)
    with no_file_without_row(image), transaction.atomic():
        image.save()
    return image


def recrop(image: Image) -> None:
    """Renditions around a focal point that has moved. Those around the old one stay, for pages that name them."""
    with image.file.open() as file:
        make_renditions(image, pixels(file.read()))
