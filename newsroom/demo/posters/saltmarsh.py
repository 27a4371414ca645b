"""A light, a ship and a steamer, for The Saltmarsh Light."""

import math
import random

from newsroom.demo.press import (
    BRICK,
    CREAM,
    HIGH,
    MIST,
    NAVY,
    NIGHT,
    PINE,
    POPPY,
    SEA,
    STRAW,
    TEAL,
    WIDE,
    Point,
    Press,
    circle,
)


def lighthouse() -> Press:
    press, dice = Press(), random.Random(61)
    press.wash(NIGHT, NAVY, 0, 380)
    press.wash(NAVY, TEAL, 380, 700)
    for _ in range(90):
        press.disc(dice.uniform(0, WIDE), dice.uniform(0, 480), dice.choice((1.4, 2, 3)), MIST)
    beam = [(372, 236), (1600, 280), (1600, 720), (372, 262)]
    press.light(STRAW, 0.45, beam)
    press.light(CREAM, 0.5, [(372, 242), (1600, 370), (1600, 620), (372, 256)])
    press.dots((372, 236, 1600, 720), TEAL, 15, lambda across, down: max(0, across * 0.55 - 0.12), beam)
    press.light(STRAW, 0.35, [(328, 236), (0, 130), (0, 330), (328, 262)])
    ship(press, 1180, 610)
    for place, ink in enumerate((TEAL, PINE, NAVY, NIGHT)):
        press.shape(wave(640 + place * 66, 14 + place * 4, 420 - place * 50, place * 170), ink)
    tower(press)
    return press


def wave(y: float, height: float, length: float, shift: float = 0) -> list[Point]:
    """A swell across the sheet and down to its foot."""
    crest = [(x, y + height * math.sin((x + shift) * 2 * math.pi / length)) for x in range(0, WIDE + 10, 10)]
    return [*crest, (WIDE, HIGH), (0, HIGH)]


def ship(press: Press, x: float, y: float) -> None:
    """A three-master that ought not to be there."""
    press.shape([(x - 170, y - 24), (x + 190, y - 30), (x + 150, y + 50), (x - 130, y + 50)], NIGHT)
    for shift, top in ((-96, 210), (6, 250), (104, 200)):
        press.block(x + shift - 4, y - top, x + shift + 4, y, NIGHT)
        for sail in range(3):
            foot, reach = y - 44 - sail * 56, 46 - sail * 9
            press.shape(
                [
                    (x + shift - reach, foot),
                    (x + shift + reach, foot),
                    (x + shift + reach * 0.8, foot - 46),
                    (x + shift - reach * 0.8, foot - 46),
                ],
                NIGHT,
            )
    press.stroke([(x + 180, y - 28), (x + 270, y - 76)], NIGHT, 6)


def tower(press: Press) -> None:
    press.glow(350, 249, 150, STRAW, 0.9)
    press.shape([(80, 900), (200, 730), (300, 700), (420, 712), (520, 800), (640, 900)], NIGHT)
    for band in range(6):
        high, low = 300 + band * 70, 300 + (band + 1) * 70
        near, far = 44 + band * 8, 44 + (band + 1) * 8
        press.shape(
            [(350 - near, high), (350 + near, high), (350 + far, low), (350 - far, low)],
            POPPY if band % 2 == 0 else CREAM,
        )
        press.light(
            NIGHT,
            0.3,
            [(350 + near * 0.2, high), (350 + near, high), (350 + far, low), (350 + far * 0.2, low)],
        )
    press.block(286, 288, 414, 304, NIGHT, 4)
    press.block(314, 212, 386, 288, STRAW)
    for x in (314, 338, 362, 384):
        press.block(x - 2, 212, x + 2, 288, NIGHT)
    press.slice(350, 214, 50, 180, 360, POPPY)
    press.block(347, 138, 353, 170, NIGHT)
    press.block(336, 400, 364, 440, NIGHT, 12)
    press.block(330, 640, 370, 722, NIGHT, 18)


def steamer() -> Press:
    press = Press()
    press.wash(MIST, SEA)
    press.disc(1090, 250, 150, CREAM)
    press.dots(
        (880, 200, 1300, 420), SEA, 15, lambda across, down: max(0, down * 1.1 - 0.35), circle(1090, 250, 150)
    )
    for y, x, reach in ((150, 240, 420), (330, 980, 520), (250, -80, 380), (420, 420, 460)):
        press.block(x, y, x + reach, y + 34, CREAM, 17)
        press.block(x + 90, y + 26, x + reach + 120, y + 52, MIST, 13)
    smoke = ((664, 330, 34), (706, 282, 48), (770, 236, 62), (858, 196, 74), (966, 170, 84))
    for x, y, radius in smoke:
        press.disc(x, y, radius, PINE)
    press.shape([(380, 520), (930, 470), (880, 640), (450, 680)], NIGHT)
    press.shape([(384, 546), (922, 496), (912, 526), (392, 578)], POPPY)
    press.shape([(500, 440), (790, 414), (800, 484), (508, 512)], CREAM)
    for porthole in range(6):
        press.disc(546 + porthole * 44, 470 - porthole * 4, 11, NAVY)
    press.shape([(618, 350), (690, 343), (700, 424), (626, 431)], BRICK)
    press.shape([(618, 350), (690, 343), (693, 366), (620, 373)], NIGHT)
    press.stroke([(452, 514), (436, 330)], NIGHT, 8)
    press.stroke([(436, 336), (384, 520)], NIGHT, 3)
    scales(press)
    return press


def scales(press: Press) -> None:
    """Waves as overlapping scales, row before row."""
    for row in range(6):
        y, radius = 640 + row * 62, 92
        for column in range(-1, 11):
            x = column * radius * 2 + (row % 2) * radius - (row * 30) % 60
            for step, ink in enumerate((NAVY, TEAL, NAVY, SEA, PINE)):
                press.disc(x, y + radius * 0.55, radius * (1 - step * 0.19), ink)
