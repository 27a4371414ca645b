"""An oven and a tent, for The Proving Room."""

import math
import random

from newsroom.demo.press import (
    AMBER,
    BRICK,
    CREAM,
    CRUST,
    EMBER,
    HIGH,
    MIST,
    NAVY,
    NIGHT,
    PINE,
    PLUM,
    POPPY,
    RUST,
    SEA,
    STRAW,
    TEAL,
    WIDE,
    WINE,
    Press,
    circle,
)


def oven() -> Press:
    press = Press()
    press.wash(WINE, PLUM)
    bricks(press, random.Random(4))
    press.slice(800, 620, 400, 180, 360, POPPY)
    press.block(400, 618, 1200, 720, POPPY)
    press.glow(800, 650, 560, AMBER, 0.95)
    press.dots(
        (400, 220, 1200, 620),
        WINE,
        17,
        lambda across, down: max(0, math.hypot(across - 0.5, (1 - down) / 2) * 2.1 - 0.75),
        circle(800, 620, 394),
    )
    arch(press)
    press.block(0, 718, WIDE, HIGH, NIGHT)
    press.block(300, 712, 1300, 752, PLUM, 8)
    press.light(BRICK, 0.5, [(416, 752), (1184, 752), (1460, 900), (140, 900)])
    loaf(press)
    for place in range(3):
        x = 690 + place * 110
        steam = [(x + 20 * math.sin(step / 2.6 + place), 470 - step * 9) for step in range(17)]
        press.stroke(steam, CREAM, 9)
    return press


def bricks(press: Press, dice: random.Random) -> None:
    for row in range(16):
        for column in range(-1, 12):
            x, y = column * 150 + (row % 2) * 75, row * 58
            press.block(x + 4, y + 4, x + 146, y + 54, dice.choice((WINE, WINE, RUST, PLUM)), 5)


def arch(press: Press) -> None:
    """The mouth of the oven, stone by stone."""
    press.ring(800, 620, 416, (180, 360), NIGHT, 28)
    for side in (384, 1188):
        press.block(side, 618, side + 28, 720, NIGHT)
    for stone in range(15):
        begin = 180 + stone * 12
        press.ring(800, 620, 506, (begin + 0.5, begin + 11.5), BRICK if stone % 2 else EMBER, 88)
    for side in (294, 1218):
        press.block(side, 626, side + 88, 716, BRICK)


def loaf(press: Press) -> None:
    press.disc(800, 716, 262, NIGHT, 0.1)
    press.slice(800, 716, 244, 180, 360, CRUST)
    press.slice(800, 712, 226, 186, 354, AMBER)
    press.dots(
        (570, 500, 1030, 716),
        BRICK,
        15,
        lambda across, down: max(0, (down - 0.4) * 0.6 + abs(across - 0.5) * 0.4),
        circle(800, 716, 226),
    )
    for place in range(-2, 3):
        x, lift = 800 + place * 78, abs(place) * 20
        press.shape(
            [
                (x - 34, 664 + lift * 0.6),
                (x + 4, 545 + lift),
                (x + 34, 540 + lift),
                (x - 2, 662 + lift * 0.6),
            ],
            CREAM,
        )


def tent() -> Press:
    press = Press()
    press.wash(SEA, MIST)
    press.disc(1360, 190, 110, AMBER)
    for stripe in range(16):
        left, right = stripe * 120 - 160, stripe * 120 - 40
        ink = POPPY if stripe % 2 else CREAM
        press.shape([(800, -160), (left, 420), (right, 420)], ink)
        press.slice((left + right) / 2, 418, 60, 0, 180, ink)
    press.light(NIGHT, 0.14, [(800, -160), (1760, 420), (1070, 420)])
    for pole in (150, 1450):
        press.block(pole - 9, 380, pole + 9, 900, NIGHT)
    bunting(press)
    press.wash(SEA, PINE, 690)
    press.dots((0, 690, WIDE, 900), PINE, 16, lambda across, down: down * 0.8)
    press.block(230, 690, 1370, 730, WINE, 6)
    for leg in (290, 1270):
        press.block(leg, 728, leg + 40, HIGH, PLUM)
    press.shape([(250, 700), (1350, 700), (1310, 770), (290, 770)], CREAM)
    press.dots((300, 718, 1300, 768), POPPY, 26, lambda *_: 0.4)
    table(press)
    return press


def bunting(press: Press) -> None:
    for flag in range(14):
        x, sag = 170 + flag * 92, 470 + 66 * math.sin(math.pi * (flag + 0.4) / 14)
        press.shape([(x, sag), (x + 62, sag), (x + 31, sag + 62)], (AMBER, TEAL, POPPY, NAVY)[flag % 4])
    press.stroke([(150 + x, 466 + 66 * math.sin(math.pi * x / 1300)) for x in range(0, 1301, 20)], NIGHT, 4)


def table(press: Press) -> None:
    """A tin loaf, a round one, a jar of starter that has got away, and a rolling pin."""
    press.block(360, 600, 610, 702, NAVY, 10)
    for bulge in (410, 485, 560):
        press.disc(bulge, 604, 58, CRUST, 0.85)
        press.disc(bulge - 8, 592, 42, AMBER, 0.7)
    press.block(346, 606, 624, 628, NIGHT, 6)
    press.slice(800, 702, 120, 180, 360, BRICK)
    press.slice(800, 698, 104, 190, 350, AMBER)
    for slash in (-50, 0, 50):
        press.stroke([(800 + slash - 14, 672), (800 + slash + 14, 618 + abs(slash) * 0.4)], CREAM, 11)
    press.block(1000, 540, 1110, 702, MIST, 16)
    press.block(1000, 590, 1110, 702, STRAW, 16)
    for x, y, radius in ((1020, 545, 26), (1056, 528, 34), (1092, 546, 24), (1118, 574, 16)):
        press.disc(x, y, radius, STRAW)
    press.block(990, 556, 1120, 572, WINE, 4)
    press.block(1150, 652, 1300, 702, CRUST, 22)
    press.block(1118, 668, 1336, 686, NIGHT, 9)
    press.block(1150, 652, 1300, 676, AMBER, 12)
