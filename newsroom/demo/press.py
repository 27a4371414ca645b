"""A small press for posters: flat inks, gradients, halftone dots, translucent light, grain of paper."""

import math
import random
from collections.abc import Callable, Iterable

from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageOps

Ink = str
Point = tuple[float, float]
Box = tuple[float, float, float, float]
Weight = Callable[[float, float], float]

# One set of inks for every picture, so that they hang together on a wall.
NIGHT, NAVY, PLUM, WINE = "#12131f", "#1d2b4a", "#45223f", "#7d2340"
POPPY, BRICK, AMBER, STRAW = "#d8323c", "#e8633a", "#f3b23e", "#f8d98b"
CREAM, MIST, SEA, TEAL, PINE = "#f6ecd6", "#c9d8cf", "#4fa69b", "#1c7a78", "#123f47"
CRUST, EMBER, RUST = "#b5562a", "#d4552f", "#8d2c42"

# Shapes are drawn at twice their size and halved once: that is the smoothing.
FINE = 2
WIDE, HIGH = 1600, 900


def circle(x: float, y: float, radius: float) -> list[Point]:
    """The edge of a disc, as points."""
    angles = (2 * math.pi * step / 120 for step in range(120))
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]


def _around(x: float, y: float, across: float, down: float) -> list[float]:
    return [(x - across) * FINE, (y - down) * FINE, (x + across) * FINE, (y + down) * FINE]


class Press:
    """A sheet `width` by `height` units; every measure below is in these units, from the top left."""

    def __init__(self, width: int = WIDE, height: int = HIGH, paper: Ink = CREAM):
        self.width, self.height = width, height
        self.sheet = Image.new("RGB", (width * FINE, height * FINE), paper)
        self.pen = ImageDraw.Draw(self.sheet)

    def wash(self, top: Ink, bottom: Ink, begin: float = 0, end: float | None = None) -> None:
        """A gradient over the whole width, from height `begin` to `end`."""
        end = self.height if end is None else end
        size = (self.width * FINE, round((end - begin) * FINE))
        ramp = Image.linear_gradient("L").resize(size)
        self.sheet.paste(ImageOps.colorize(ramp, top, bottom), (0, round(begin * FINE)))

    def block(self, x: float, y: float, right: float, bottom: float, ink: Ink, round_by: float = 0) -> None:
        corners = [value * FINE for value in (x, y, right, bottom)]
        self.pen.rounded_rectangle(corners, round_by * FINE, fill=ink)

    def disc(self, x: float, y: float, radius: float, ink: Ink, flat: float = 1) -> None:
        """A disc, or an ellipse whose height is `flat` times its width."""
        self.pen.ellipse(_around(x, y, radius, radius * flat), fill=ink)

    def slice(self, x: float, y: float, radius: float, begin: float, end: float, ink: Ink) -> None:
        """A slice of a disc, between two angles in degrees, clockwise from three o'clock."""
        self.pen.pieslice(_around(x, y, radius, radius), begin, end, fill=ink)

    def shape(self, points: Iterable[Point], ink: Ink) -> None:
        self.pen.polygon([(x * FINE, y * FINE) for x, y in points], fill=ink)

    def stroke(self, points: Iterable[Point], ink: Ink, wide: float) -> None:
        places = [(x * FINE, y * FINE) for x, y in points]
        self.pen.line(places, fill=ink, width=round(wide * FINE), joint="curve")

    def word(self, x: float, y: float, text: str, ink: Ink, size: float) -> None:
        """A word centred on a point, in the typeface that Pillow carries with it."""
        font = ImageFont.load_default(size * FINE)
        self.pen.text((x * FINE, y * FINE), text, fill=ink, font=font, anchor="mm", stroke_width=size / 26)

    def light(self, ink: Ink, strength: float, *shapes: Iterable[Point]) -> None:
        """Translucent shapes: 0 is nothing, 1 covers."""
        mask = Image.new("L", self.sheet.size)
        pen = ImageDraw.Draw(mask)
        for points in shapes:
            pen.polygon([(x * FINE, y * FINE) for x, y in points], fill=round(strength * 255))
        self.sheet.paste(ink, (0, 0), mask)

    def glow(self, x: float, y: float, radius: float, ink: Ink, strength: float) -> None:
        """Light that fades with the distance from its source."""
        side = round(radius * 2 * FINE)
        mask = ImageOps.invert(Image.radial_gradient("L")).resize((side, side))
        mask = mask.point(lambda value: round(max(0, value - 76) * strength * 1.42))
        self.sheet.paste(ink, (round((x - radius) * FINE), round((y - radius) * FINE)), mask)

    def ring(self, x: float, y: float, radius: float, angles: Point, ink: Ink, wide: float) -> None:
        """Part of a ring, `radius` at its outer edge and `wide` across, between two angles."""
        self.pen.arc(_around(x, y, radius, radius), *angles, fill=ink, width=round(wide * FINE))

    def sunburst(self, x: float, y: float, rays: int, ink: Ink, strength: float) -> None:
        """Rays of light from a point to beyond the edges."""
        shapes = []
        for ray in range(rays):
            begin, end = (2 * math.pi * (ray + part) / rays for part in (0, 0.5))
            far = [(x + 2000 * math.cos(angle), y + 2000 * math.sin(angle)) for angle in (begin, end)]
            shapes.append([(x, y), *far])
        self.light(ink, strength, *shapes)

    def dots(self, box: Box, ink: Ink, pitch: float, weight: Weight, within: Iterable[Point] = ()) -> None:
        """Halftone in a box, and nowhere but within a shape if one is given.

        `weight(across, down)`, each from 0 to 1, is how much of its cell a dot fills.
        """
        left, top, right, bottom = box
        mask = Image.new("L", self.sheet.size)
        pen = ImageDraw.Draw(mask)
        for row in range(int((bottom - top) / pitch * 2) + 1):
            y = top + row * pitch / 2
            for column in range(int((right - left) / pitch) + 1):
                x = left + (column + row % 2 / 2) * pitch
                radius = pitch * 0.56 * weight((x - left) / (right - left), (y - top) / (bottom - top))
                if radius > 0.5 and x <= right:
                    pen.circle((x * FINE, y * FINE), radius * FINE, fill=255)
        if edge := [(x * FINE, y * FINE) for x, y in within]:
            stencil = Image.new("L", self.sheet.size)
            ImageDraw.Draw(stencil).polygon(edge, fill=255)
            mask = ImageChops.multiply(mask, stencil)
        self.sheet.paste(ink, (0, 0), mask)

    def pulled(self, seed: int, grain: float = 0.1) -> Image.Image:
        """The finished print: smoothed, with the same grain for the same seed."""
        picture = self.sheet.reduce(FINE)
        half = (self.width // 2, self.height // 2)
        fine = Image.frombytes("L", picture.size, random.Random(seed).randbytes(self.width * self.height))
        coarse = Image.frombytes("L", half, random.Random(seed + 1).randbytes(half[0] * half[1]))
        noise = Image.blend(fine, coarse.resize(picture.size, Image.Resampling.BICUBIC), 0.45)
        noise = noise.point(lambda value: round(128 + (value - 128) * grain * 2.2))
        return ImageChops.overlay(picture, Image.merge("RGB", (noise,) * 3))
