"""What is kept of a picture that is taken in: its pixels, upright, in the colours it had; and what that costs."""

import subprocess
import sys

import pytest
from PIL import Image as Pillow
from PIL import ImageCms

from images import intake
from tests.images import pictures

RED, BLUE = (254, 0, 0), (0, 0, 254)


def near(colour, wanted, by=12):
    return all(abs(one - other) <= by for one, other in zip(colour, wanted, strict=False))


def corners(picture):
    picture = picture.convert("RGB")
    return picture.getpixel((4, 4)), picture.getpixel((picture.width - 5, picture.height - 5))


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_of_an_animation_the_first_frame_is_kept(kind):
    assert near(intake.pixels(pictures.a_film(kind)).getpixel((20, 20)), RED)


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("CMYK", "JPEG"), ("P", "PNG"), ("P", "GIF"), ("RGBA", "PNG"), ("RGBA", "WEBP"), ("RGB", "AVIF")],
)
def test_colours_are_kept(mode, kind):
    picture = intake.pixels(pictures.saved(pictures.halves(mode), kind))
    assert [near(*pair) for pair in zip(corners(picture), (RED, BLUE), strict=True)] == [True, True]


@pytest.mark.parametrize("mode", ["I;16", "L", "LA", "1"])
def test_greys_are_kept(mode):
    grey = pictures.halves("L", "black", "white")
    if mode == "I;16":
        grey = grey.convert("I").point(lambda value: value * 200 + 5000)
    ends = corners(intake.pixels(pictures.saved(grey.convert(mode), "PNG")))
    wanted = ((19,) * 3, (218,) * 3) if mode == "I;16" else ((0,) * 3, (255,) * 3)
    assert [near(*pair) for pair in zip(ends, wanted, strict=True)] == [True, True]


def test_what_is_transparent_stays_so():
    picture = Pillow.new("RGBA", (64, 36), (255, 0, 0, 0))
    picture.paste((0, 0, 255, 255), (32, 0, 64, 36))
    for kind in ("PNG", "WEBP", "GIF"):
        kept = intake.pixels(pictures.saved(picture, kind))
        assert (kept.mode, kept.getpixel((4, 4))[3], kept.getpixel((60, 30))[3]) == ("RGBA", 0, 255)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_that_was_taken_sideways_stands_upright(kind):
    exif = Pillow.Exif()
    exif[pictures.ORIENTATION] = 6  # its right side is down
    picture = intake.pixels(pictures.saved(pictures.halves(), kind, exif=exif))
    assert picture.size == (36, 64)
    assert [near(*pair) for pair in zip(corners(picture), (RED, BLUE), strict=True)] == [True, True]


@pytest.mark.parametrize("size", [(1, 1), (1, 4000), (4000, 1)])
def test_the_smallest_and_the_narrowest_are_taken(size):
    assert max(intake.pixels(pictures.saved(Pillow.new("RGB", size), "PNG")).size) == min(max(size), 3200)


def test_what_goes_out_comes_in_again_as_the_same_picture():
    for mode in ("RGB", "RGBA"):
        kept = intake.master(pictures.saved(pictures.halves(mode), "PNG"))
        assert intake.master(kept.data).data == kept.data


def test_a_picture_in_another_profile_is_turned_into_the_webs_own_colours():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for profile, wanted in ((lab, RED), (b"no profile", RED)):
        data = pictures.saved(pictures.halves(), "PNG", icc_profile=profile)
        assert near(intake.pixels(data).getpixel((4, 4)), wanted)


MEASURED = """
import resource, sys, django
django.setup()
from images import intake
data = sys.stdin.buffer.read()
resource.setrlimit(resource.RLIMIT_AS, (2 * 2**30,) * 2)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    print(*intake.master(data).picture.size, end=" ")
except intake.Refused:
    print("refused", end=" ")
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def measured(data):
    """What became of it, and megabytes at the most, in a process of its own that may have two gigabytes."""
    command = [sys.executable, "-c", MEASURED]
    *outcome, most = subprocess.run(command, input=data, capture_output=True, check=True).stdout.split()
    return b" ".join(outcome).decode(), int(most)


def test_a_bomb_costs_no_memory():
    outcome, most = measured(pictures.a_png_that_claims(13_000, 13_000))
    assert outcome == "refused" and most < 32


def test_the_largest_that_is_taken_is_decoded_in_bounded_memory():
    """WebP with transparency is the dearest: its decoder holds two canvases of its own."""
    outcome, most = measured(pictures.saved(Pillow.new("RGBA", (7_000, 7_100)), "WEBP", method=0))
    assert outcome == "3155 3200" and most < 1000
