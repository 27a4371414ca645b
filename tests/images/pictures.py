"""Files that somebody might upload: honest, odd and hostile ones."""

import io
import struct
import zlib

from PIL import Image as Pillow
from PIL import ImageCms, ImageDraw, PngImagePlugin

SCRIPT = b"<script>alert('canary')</script>"
GPS, GPS_LATITUDE, MAKER, ORIENTATION = 0x8825, 2, 0x010F, 0x0112


def saved(picture, kind, **how):
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def a_png_that_claims(width, height):
    """One bit a pixel, all of them black: a hundred and sixty-nine million pixels in some twenty kilobytes."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (height * (1 + (width + 7) // 8)), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def halves(mode="RGB", left="red", right="blue", size=(64, 36)):
    """Two colours side by side: it shows which side is up, and whether colours were kept."""
    picture = Pillow.new("RGB", size, left)
    ImageDraw.Draw(picture).rectangle((size[0] // 2, 0, size[0], size[1]), fill=right)
    return picture.convert(mode)


def a_film(kind):
    """An animation: red, then blue."""
    frames = [Pillow.new("RGB", (64, 36), colour) for colour in ("red", "blue", "lime")]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=50)


def with_everything_told(kind):
    """EXIF with a place and a device, XMP, a comment, a text chunk, a colour profile, each with a canary."""
    exif = Pillow.Exif()
    exif[MAKER] = "CanaryPhone"
    exif.get_ifd(GPS)[GPS_LATITUDE] = (37.0, 33.0, 36.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    told = {"exif": exif, "icc_profile": profile, "xmp": b"<x:xmpmeta>CanaryPlace</x:xmpmeta>"}
    if kind == "PNG":
        told["pnginfo"] = PngImagePlugin.PngInfo()
        told["pnginfo"].add_text("Comment", "CanaryComment")
        told["pnginfo"].add_itxt("XML:com.adobe.xmp", "CanaryPlace")
    if kind == "GIF":
        told = {"comment": b"CanaryComment"}
    if kind == "JPEG":
        told["comment"] = b"CanaryComment"
    data = saved(halves(), kind, **told)
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x5a\0\x0bCanaryPlace"
    block = b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc
    return data[:2] + block + data[2:] if kind == "JPEG" else data


HTML = b"<!doctype html><html><body>" + SCRIPT
NO_PICTURES = {
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT + b"</svg>",
    "html": HTML,
    "tiff": saved(halves(), "TIFF"),
    "bmp": saved(halves(), "BMP"),
    "ico": saved(halves(), "ICO"),
    "pdf": saved(halves(), "PDF"),
    "ppm": saved(halves(), "PPM"),
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
    "nothing": b"",
}
