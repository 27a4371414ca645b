"""The school and the city of All of Us Are Dead, and a film set."""

import math
import random

from newsroom.demo.press import (
    AMBER,
    BRICK,
    CREAM,
    HIGH,
    MIST,
    NAVY,
    NIGHT,
    PINE,
    PLUM,
    POPPY,
    STRAW,
    TEAL,
    WIDE,
    WINE,
    Press,
    circle,
)


def school() -> Press:
    press, dice = Press(), random.Random(28)
    press.wash(STRAW, BRICK)
    press.sunburst(1060, 430, 22, CREAM, 0.16)
    press.disc(1060, 400, 345, POPPY)
    press.dots(
        (700, 200, 1420, 760), WINE, 15, lambda across, down: max(0, down * 1.4 - 0.3), circle(1060, 400, 345)
    )
    press.wash(WINE, PLUM, 742)
    press.block(240, 470, 1330, 760, NIGHT)
    press.block(215, 452, 1355, 478, NIGHT)
    press.block(690, 300, 880, 760, NIGHT)
    press.shape([(665, 305), (785, 225), (905, 305)], NIGHT)
    press.disc(785, 358, 36, STRAW)
    press.stroke([(785, 332), (785, 358), (806, 368)], NIGHT, 6)
    windows(press, (262, 496, 682, 740), 9, 4, dice)
    windows(press, (888, 496, 1310, 740), 9, 4, dice)
    press.block(742, 650, 828, 760, WINE, 4)
    crowd(press, 800, 46, PLUM, dice)
    crowd(press, 858, 64, NIGHT, dice)
    return press


def windows(
    press: Press, box: tuple[int, int, int, int], columns: int, rows: int, lit: random.Random
) -> None:
    """A front of windows, a few of them lit."""
    left, top, right, bottom = box
    across, down = (right - left) / columns, (bottom - top) / rows
    for row in range(rows):
        for column in range(columns):
            x, y = left + column * across, top + row * down
            ink = lit.choices([AMBER, STRAW, NAVY], [2, 1, 11])[0]
            press.block(x + across * 0.18, y + down * 0.2, x + across * 0.82, y + down * 0.8, ink)


def crowd(press: Press, y: float, size: float, ink: str, dice: random.Random) -> None:
    """Heads and shoulders, and here and there an arm reaching up."""
    x = -size
    while x < WIDE + size:
        top, lean = y + dice.uniform(-0.5, 0.5) * size, dice.uniform(-0.35, 0.35) * size
        press.disc(x + lean, top, size * 0.42, ink, 1.2)
        press.block(x - size * 0.8, top + size * 0.5, x + size * 0.8, HIGH + size, ink, size * 0.5)
        if dice.random() < 0.4:
            elbow = (x + size * 0.85 + lean, top - size * 0.2)
            hand = (elbow[0] + dice.uniform(-0.6, 0.5) * size, top - size * dice.uniform(1.2, 1.8))
            press.stroke([(x + size * 0.5, top + size), elbow, hand], ink, size * 0.3)
            for finger in (-0.28, -0.09, 0.1, 0.29):
                tip = (hand[0] + finger * size * 1.3, hand[1] - size * (0.5 - abs(finger) * 0.5))
                press.stroke([hand, tip], ink, size * 0.11)
        x += size * dice.uniform(1.0, 1.5)


def seoul() -> Press:
    press, dice = Press(), random.Random(23)
    press.wash(PLUM, POPPY, 0, 420)
    press.wash(POPPY, AMBER, 420, 670)
    press.disc(420, 330, 190, STRAW)
    press.dots(
        (220, 260, 620, 540), POPPY, 14, lambda across, down: max(0, down * 1.3 - 0.3), circle(420, 330, 190)
    )
    skyline(press, 660, (120, 250), BRICK, dice)
    hill_and_tower(press)
    skyline(press, 660, (60, 190), WINE, dice)
    skyline(press, 660, (30, 130), PLUM, dice)
    for x, top, across in (
        (70, 330, 120),
        (206, 430, 90),
        (1290, 250, 130),
        (1436, 380, 100),
        (560, 480, 70),
    ):
        lit_tower(press, x, top, across, dice)
    river(press, dice)
    bridge(press)
    return press


def skyline(press: Press, foot: float, tall: tuple[int, int], ink: str, dice: random.Random) -> None:
    x = -30
    while x < WIDE:
        across, top = dice.randrange(50, 130), foot - dice.randrange(*tall)
        press.block(x, top, x + across, foot, ink)
        if dice.random() < 0.35:
            press.block(x + across * 0.4, top - 46, x + across * 0.48, top, ink)
        x += across + dice.choice((-8, 0, 14))


def lit_tower(press: Press, x: float, top: float, across: float, dice: random.Random) -> None:
    press.block(x, top, x + across, 660, NIGHT)
    for y in range(int(top) + 16, 640, 22):
        for column in range(int(across // 20)):
            if dice.random() < 0.3:
                press.block(
                    x + 8 + column * 20, y, x + 18 + column * 20, y + 11, dice.choice((AMBER, STRAW, BRICK))
                )


def hill_and_tower(press: Press) -> None:
    hill = [(600 + x, 660 - 250 * math.sin(math.pi * x / 900) ** 1.5) for x in range(0, 901, 15)]
    press.shape(hill, WINE)
    press.shape([(1040, 415), (1060, 415), (1054, 170), (1046, 170)], WINE)
    press.block(1014, 228, 1086, 262, WINE, 10)
    press.block(1024, 206, 1076, 222, WINE, 6)
    press.block(1048, 90, 1052, 180, WINE)


def river(press: Press, dice: random.Random) -> None:
    """The city's lights, broken on the water."""
    press.wash(PLUM, NIGHT, 660)
    for row in range(26):
        y, reach = 668 + row * 9, 175 - row * 5
        for x, ink in ((420, AMBER), (1350, BRICK), (130, BRICK), (1048, WINE)):
            span = reach * dice.uniform(0.3, 1) * (1 if x == 420 else 0.4)
            press.block(x - span, y, x + span, y + 3, ink, 1)


def bridge(press: Press) -> None:
    """Low arches over the river, in the foreground."""
    press.block(0, 800, WIDE, 820, NIGHT)
    for pier in range(0, WIDE + 200, 200):
        press.block(pier - 12, 800, pier + 12, HIGH, NIGHT)
        press.stroke([(pier + x, 800 - 78 * math.sin(math.pi * x / 200)) for x in range(0, 201, 8)], NIGHT, 9)
        for hanger in range(25, 200, 25):
            press.stroke(
                [(pier + hanger, 802 - 78 * math.sin(math.pi * hanger / 200)), (pier + hanger, 802)], NIGHT, 3
            )


def film_set() -> Press:
    press = Press()
    press.wash(PINE, TEAL)
    press.dots((0, 420, WIDE, 900), PINE, 16, lambda across, down: down * 0.95)
    press.light(STRAW, 0.8, [(1430, 70), (-160, 900), (1290, 900)])
    press.light(CREAM, 0.6, [(1430, 70), (260, 900), (1040, 900)])
    press.block(1372, 20, 1490, 128, NIGHT, 20)
    press.shape([(1380, 50), (1330, 116), (1416, 178), (1460, 110)], NIGHT)
    press.stroke([(1470, 70), (1600, 30)], NIGHT, 18)
    for foot in ((430, 900), (720, 900), (1010, 900)):
        press.stroke([(720, 520), foot], NIGHT, 24)
    press.block(660, 486, 780, 540, NIGHT, 10)
    press.block(520, 300, 920, 496, NIGHT, 18)
    press.shape([(520, 350), (400, 296), (400, 500), (520, 446)], NIGHT)
    press.block(384, 290, 410, 506, BRICK, 4)
    reels(press)
    press.disc(820, 400, 52, TEAL)
    press.disc(820, 400, 34, STRAW)
    press.block(560, 350, 720, 366, BRICK, 8)
    press.block(560, 384, 680, 400, AMBER, 8)
    slate(press)
    return press


def reels(press: Press) -> None:
    for x, y, radius in ((610, 205, 112), (832, 218, 98)):
        press.disc(x, y, radius, NIGHT)
        press.disc(x, y, radius * 0.8, BRICK)
        for turn in range(5):
            angle = 2 * math.pi * turn / 5 + x
            press.disc(
                x + radius * 0.47 * math.cos(angle), y + radius * 0.47 * math.sin(angle), radius * 0.2, NIGHT
            )
        press.disc(x, y, radius * 0.12, STRAW)


def slate(press: Press) -> None:
    """A clapperboard leaning in the corner."""
    press.shape([(1090, 640), (1500, 600), (1530, 880), (1120, 920)], NIGHT)
    for stripe in range(5):
        x = 1090 + stripe * 84
        press.shape(
            [
                (x, 560 - stripe * 30),
                (x + 42, 545 - stripe * 30),
                (x + 66, 596 - stripe * 29),
                (x + 24, 612 - stripe * 29),
            ],
            NIGHT,
        )
        press.shape(
            [
                (x + 42, 545 - stripe * 30),
                (x + 84, 530 - stripe * 30),
                (x + 108, 581 - stripe * 29),
                (x + 66, 596 - stripe * 29),
            ],
            CREAM,
        )
    for line in range(3):
        press.stroke([(1130, 700 + line * 60), (1500, 664 + line * 60)], MIST, 4)
