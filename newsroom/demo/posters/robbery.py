"""A vault and five hats, for A Quiet Little Robbery."""

import math

from newsroom.demo.press import (
    AMBER,
    BRICK,
    CREAM,
    HIGH,
    MIST,
    NIGHT,
    PINE,
    PLUM,
    POPPY,
    SEA,
    STRAW,
    TEAL,
    WIDE,
    WINE,
    Point,
    Press,
    circle,
)


def vault() -> Press:
    press = Press()
    press.wash(TEAL, PINE)
    press.sunburst(640, 430, 30, SEA, 0.28)
    press.disc(640, 430, 372, NIGHT)
    press.disc(640, 430, 340, AMBER)
    press.dots(
        (300, 90, 980, 770),
        BRICK,
        17,
        lambda across, down: math.hypot(across - 0.5, down - 0.5) * 1.6 - 0.12,
        circle(640, 430, 340),
    )
    press.disc(640, 430, 150, STRAW)
    for turn in range(24):
        angle = 2 * math.pi * turn / 24
        press.disc(640 + 356 * math.cos(angle), 430 + 356 * math.sin(angle), 9, SEA)
    press.wash(NIGHT, PINE, 770)
    press.light(AMBER, 0.75, [(420, 770), (860, 770), (1240, 900), (80, 900)])
    door(press)
    teacup(press, 520, 770)
    return press


def door(press: Press) -> None:
    """The vault's door, swung open towards us."""
    press.disc(1190, 430, 250, NIGHT, 1.42)
    press.disc(1222, 430, 240, PINE, 1.4)
    press.disc(1228, 430, 205, SEA, 1.4)
    press.disc(1228, 430, 190, TEAL, 1.4)
    for turn in range(6):
        angle = 2 * math.pi * turn / 6 + 0.26
        rim = (1228 + 120 * math.cos(angle), 430 + 168 * math.sin(angle))
        press.stroke([(1228, 430), rim], STRAW, 15)
        press.disc(*rim, 22, AMBER, 1.3)
    press.disc(1228, 430, 50, STRAW, 1.4)
    press.disc(1228, 430, 26, NIGHT, 1.4)
    for y in (230, 560):
        press.block(950, y, 1010, y + 74, NIGHT, 12)


def teacup(press: Press, x: float, y: float) -> None:
    press.disc(x + 70, y + 66, 130, NIGHT, 0.18)
    press.disc(x + 70, y + 56, 122, CREAM, 0.17)
    press.disc(x + 150, y + 4, 40, CREAM)
    press.disc(x + 150, y + 4, 22, AMBER)
    press.block(x, y - 54, x + 140, y - 10, CREAM)
    press.slice(x + 70, y - 14, 70, 0, 180, CREAM)
    press.disc(x + 70, y - 54, 70, MIST, 0.2)
    press.disc(x + 70, y - 52, 58, BRICK, 0.17)
    for shift in (-24, 18):
        steam = [(x + 70 + shift + 11 * math.sin(step / 3.2), y - 76 - step * 6) for step in range(18)]
        press.stroke(steam, CREAM, 6)


def five_hats() -> Press:
    press = Press()
    press.wash(PLUM, NIGHT)
    press.block(0, 690, WIDE, HIGH, WINE)
    press.dots((0, 690, WIDE, 900), NIGHT, 15, lambda across, down: down)
    hats = (bowler, beret, flat_cap, sun_hat, top_hat)
    inks = (AMBER, POPPY, SEA, STRAW, BRICK)
    places = [200 + place * 300 for place in range(5)]
    for lamp, pool in ((26, 128), (12, 88)):
        press.light(CREAM, 0.17, *(beam(x, lamp, pool) for x in places))
    for x, hat, ink in zip(places, hats, inks, strict=True):
        press.disc(x, 720, 128, CREAM, 0.2)
        press.block(x - 8, 470, x + 8, 716, NIGHT)
        press.disc(x, 716, 56, NIGHT, 0.2)
        press.disc(x, 440, 66, NIGHT, 1.15)
        hat(press, x, 400, ink)
    return press


def beam(x: float, lamp: float, pool: float) -> list[Point]:
    """Light from above, leaning towards the middle of the stage."""
    top = x - (x - WIDE / 2) * 0.12
    return [(top - lamp, -10), (top + lamp, -10), (x + pool, 720), (x - pool, 720)]


def bowler(press: Press, x: float, y: float, ink: str) -> None:
    press.slice(x, y, 84, 180, 360, ink)
    press.block(x - 84, y - 26, x + 84, y, NIGHT)
    press.disc(x, y + 4, 124, ink, 0.16)


def beret(press: Press, x: float, y: float, ink: str) -> None:
    press.block(x - 70, y - 20, x + 70, y + 20, WINE, 10)
    press.disc(x + 16, y - 34, 118, ink, 0.42)
    press.stroke([(x + 22, y - 78), (x + 32, y - 106)], ink, 10)


def flat_cap(press: Press, x: float, y: float, ink: str) -> None:
    press.slice(x + 10, y, 96, 190, 360, ink)
    press.shape([(x - 96, y), (x - 80, y - 34), (x - 10, y - 60), (x + 106, y)], ink)
    press.disc(x - 62, y + 4, 88, PINE, 0.17)
    press.dots((x - 60, y - 76, x + 84, y - 14), PINE, 20, lambda *_: 0.34)


def sun_hat(press: Press, x: float, y: float, ink: str) -> None:
    press.disc(x, y + 2, 146, ink, 0.22)
    press.slice(x, y, 76, 180, 360, ink)
    press.block(x - 76, y - 30, x + 76, y - 2, POPPY)
    press.disc(x + 56, y - 20, 26, AMBER)


def top_hat(press: Press, x: float, y: float, ink: str) -> None:
    press.shape([(x - 84, y - 172), (x + 84, y - 172), (x + 72, y), (x - 72, y)], ink)
    press.disc(x, y - 172, 84, ink, 0.15)
    press.block(x - 76, y - 48, x + 76, y - 12, NIGHT)
    press.disc(x, y + 2, 116, ink, 0.16)
