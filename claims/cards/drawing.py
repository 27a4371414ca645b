"""How a card is drawn: a marquee over newsprint, as the pages are."""

import io
import math
from functools import lru_cache

from django.conf import settings
from PIL import Image, ImageDraw

from claims.cards import SHAPES, Card
from claims.confidence import Confidence
from newsroom.lib import typesetting as type

PAPER, INK, SOFT, ACCENT = "#fffdf8", "#17131f", "#5a5266", "#b3123f"
BAND, BAND_INK, BULB = "#17131f", "#fff6dc", "#ffc928"
TONES = {
    "seal": "#0b5d3b",
    "tick": "#14508f",
    "lines": "#5b3a99",
    "wave": "#8a4700",
    "question": "#5f5a66",
    "cross": "#a3161c",
}
# The signs of the badges, as the stylesheet cuts them: corners in hundredths of a square.
SIGNS = {
    "seal": [
        *((50, 0), (61, 15), (79, 9), (81, 27), (100, 32), (90, 50), (100, 68), (81, 73), (79, 91), (61, 85)),
        *((50, 100), (39, 85), (21, 91), (19, 73), (0, 68), (10, 50), (0, 32), (19, 27), (21, 9), (39, 15)),
    ],
    "tick": [(0, 55), (15, 40), (37, 62), (85, 8), (100, 22), (38, 92)],
    "lines": [
        *((0, 5), (100, 5), (100, 25), (0, 25), (0, 40), (100, 40), (100, 60), (0, 60), (0, 75)),
        *((65, 75), (65, 95), (0, 95), (0, 75), (0, 60), (0, 40), (0, 25)),
    ],
    "wave": [
        *((0, 60), (25, 25), (50, 60), (75, 25), (100, 60)),
        *((100, 85), (75, 50), (50, 85), (25, 50), (0, 85)),
    ],
    "cross": [
        *((0, 15), (15, 0), (50, 35), (85, 0), (100, 15), (65, 50)),
        *((100, 85), (85, 100), (50, 65), (15, 100), (0, 85), (35, 50)),
    ],
}
RING = [(50 + 41 * math.cos(turn * math.pi / 4), 50 + 41 * math.sin(turn * math.pi / 4)) for turn in range(8)]
MARGIN, TOP, FOOT, FINE = 64, 104, 148, 4
HEADLINE_SIZES, STANDFIRST_SIZES = range(84, 39, -4), range(38, 25, -4)


@lru_cache(maxsize=64)
def drawn(card: Card, shape: str) -> bytes:
    """The card as a PNG. Those that were asked for last are kept: a few megabytes at most."""
    size = SHAPES[shape]
    sheet = Image.new("RGB", size, PAPER)
    pen = ImageDraw.Draw(sheet)
    _masthead(pen, size)
    _words(pen, card, size)
    _foot(sheet, pen, card, size)
    out = io.BytesIO()
    sheet.quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        out, "PNG", compress_level=7
    )
    return out.getvalue()


def _masthead(pen: ImageDraw.ImageDraw, size: tuple[int, int]) -> None:
    pen.rectangle((0, 0, size[0], TOP), fill=BAND)
    name = type.shortened(settings.SITE_NAME, type.SERIF, 56, size[0] - 3 * MARGIN)
    end = type.write(pen, MARGIN, 72, name, type.SERIF, 56, BAND_INK)
    type.write(pen, end + 3, 72, "?", type.SERIF, 56, BULB)
    for x in range(10, size[0], 20):
        pen.ellipse((x - 4, TOP - 4, x + 4, TOP + 4), fill=BULB)


def _words(pen: ImageDraw.ImageDraw, card: Card, size: tuple[int, int]) -> None:
    """Kicker, headline and standfirst; in tall shapes they stand in the middle of their room."""
    measure, room = size[0] - 2 * MARGIN, size[1] - TOP - FOOT - 56
    kicker = 52 if card.kicker else 0
    share = 0.62 if card.standfirst else 1
    large, headline = type.fitted(
        card.headline, type.SERIF, HEADLINE_SIZES, measure, (room - kicker) * share - 12
    )
    high = kicker + len(headline) * large * type.LEADING
    small, standfirst = type.fitted(
        card.standfirst, type.SANS, STANDFIRST_SIZES, measure, max(room - high - 24, 46)
    )
    high += 24 + len(standfirst) * small * type.LEADING if card.standfirst else 0
    y = TOP + 36 + max(0, room - high) / 2
    if card.kicker:
        told = type.shortened(card.kicker.upper(), type.SANS, 28, measure)
        type.write(pen, MARGIN, y + 28, told, type.SANS, 28, ACCENT)
    y = _column(pen, headline, y + kicker, type.SERIF, large, INK)
    if card.standfirst:
        _column(pen, standfirst, y + 24, type.SANS, small, SOFT)


def _column(pen: ImageDraw.ImageDraw, words: list[str], y: float, face: str, size: int, ink: str) -> float:
    for words_of_line in words:
        type.write(pen, MARGIN, y + size * 0.94, words_of_line, face, size, ink)
        y += size * type.LEADING
    return y


def _foot(sheet: Image.Image, pen: ImageDraw.ImageDraw, card: Card, size: tuple[int, int]) -> None:
    """The badge and its day; without a level, where the page is."""
    y = size[1] - FOOT + 24
    pen.rectangle((MARGIN, y - 24, size[0] - MARGIN, y - 21), fill=INK)
    if not card.level:
        host = settings.SITE_URL.partition("://")[2]
        told = type.shortened(host, type.SANS, 32, size[0] - 2 * MARGIN)
        type.write(pen, MARGIN, y + 54, told, type.SANS, 32, SOFT)
        return
    level = Confidence(card.level)
    tone = TONES[level.rule.shape]
    end = type.write(pen, MARGIN + 92, y + 57, level.label, type.SANS, 44, tone)
    _sign(sheet, level.rule.shape, tone, (MARGIN + 24, y + 15), 50)
    pen.rounded_rectangle((MARGIN, y, end + 26, y + 82), 6, outline=tone, width=4)
    _day(pen, card.sure, end + 58, y, size[0] - MARGIN - end - 60)


def _day(pen: ImageDraw.ImageDraw, sure: str, x: float, y: float, measure: float) -> None:
    """As of when, and in a second line that this is overdue."""
    day, _, overdue = sure.partition(", ")
    told = type.shortened(day, type.SANS, 34, measure)
    type.write(pen, x, y + (36 if overdue else 54), told, type.SANS, 34, SOFT)
    type.write(pen, x, y + 74, type.shortened(overdue, type.SANS, 26, measure), type.SANS, 26, ACCENT)


def _sign(sheet: Image.Image, shape: str, tone: str, at: tuple[int, int], side: int) -> None:
    """Drawn at four times its size and brought down at once: that is the smoothing."""
    unit = side * FINE / 100
    mask = Image.new("L", (side * FINE, side * FINE))
    pen = ImageDraw.Draw(mask)
    if shape in SIGNS:
        pen.polygon([(x * unit, y * unit) for x, y in SIGNS[shape]], fill=255)
    for x, y in RING if shape not in SIGNS else ():
        pen.circle((x * unit, y * unit), 9 * unit, fill=255)
    sheet.paste(tone, at, mask.resize((side, side), Image.Resampling.LANCZOS))
