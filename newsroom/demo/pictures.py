"""The pictures of the demo, drawn here: posters for stories and shows, patterned tiles for people."""

import random
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from newsroom.demo import IMAGES
from newsroom.demo.posters import dead, proving, robbery, saltmarsh
from newsroom.demo.press import (
    AMBER,
    BRICK,
    CREAM,
    MIST,
    NAVY,
    NIGHT,
    PINE,
    PLUM,
    POPPY,
    SEA,
    STRAW,
    TEAL,
    WINE,
    Press,
)

DRAWINGS: dict[str, Callable[[], Press]] = {
    "aouad-school": dead.school,
    "aouad-seoul": dead.seoul,
    "aouad-set": dead.film_set,
    "robbery-vault": robbery.vault,
    "robbery-five": robbery.five_hats,
    "saltmarsh-light": saltmarsh.lighthouse,
    "saltmarsh-chart": saltmarsh.steamer,
    "proving-oven": proving.oven,
    "proving-table": proving.tent,
}

# Ground, two inks and an accent; a person keeps theirs, whoever else joins.
SCHEMES = (
    (NAVY, BRICK, CREAM, AMBER),
    (PINE, SEA, STRAW, POPPY),
    (PLUM, POPPY, STRAW, MIST),
    (CREAM, TEAL, POPPY, NIGHT),
    (AMBER, WINE, CREAM, NAVY),
    (TEAL, NIGHT, STRAW, CREAM),
    (BRICK, PLUM, CREAM, NIGHT),
    (MIST, NAVY, BRICK, WINE),
)
SIDE, CELLS = 800, 4


def draw(name: str) -> Image.Image:
    """The picture of that name, the same to the byte each time. Raises KeyError for a name we don't know."""
    if name not in IMAGES:
        raise KeyError(name)
    seed = zlib.crc32(name.encode())
    press = DRAWINGS[name]() if name in DRAWINGS else tile(name.removeprefix("tile-"), seed)
    return press.pulled(seed)


def write_all(folder: Path) -> list[Path]:
    """Draw every picture of the demo into a folder, which is made if need be, as NAME.png."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.png" for name in IMAGES]
    for path in paths:
        draw(path.stem).save(path, compress_level=1)  # grain hardly compresses, however long one tries
    return paths


def tile(person: str, seed: int) -> Press:
    """A person's tile: a pattern that is theirs, and their initials. Never a face."""
    dice = random.Random(seed)
    ground, *inks = SCHEMES[seed % len(SCHEMES)]
    press, cell = Press(SIDE, SIDE, ground), SIDE / CELLS
    for place in range(CELLS * CELLS // 2):
        kind, turn, ink = dice.randrange(5), dice.randrange(4), dice.choice(inks)
        column, row = place % CELLS, place // CELLS
        # The lower half is the upper one turned round: that is what makes it a device and not a scatter.
        figure(press, column * cell, row * cell, cell, kind, turn, ink)
        figure(press, (CELLS - 1 - column) * cell, (CELLS - 1 - row) * cell, cell, kind, (turn + 2) % 4, ink)
    press.disc(SIDE / 2, SIDE / 2, cell * 0.96, ground)
    press.disc(SIDE / 2, SIDE / 2, cell * 0.86, inks[2])
    initials = "".join(part[0] for part in person.split("-")[:2]).upper()
    press.word(SIDE / 2, SIDE / 2, initials, ground, 150)
    return press


def figure(press: Press, x: float, y: float, cell: float, kind: int, turn: int, ink: str) -> None:
    """One cell of a tile: a quarter, two quarters, a half, a wedge or a grid of dots, turned by quarters."""
    corners = [(x, y), (x + cell, y), (x + cell, y + cell), (x, y + cell)]
    corner = corners[turn]
    if kind == 0:
        press.slice(*corner, cell, turn * 90, turn * 90 + 90, ink)
    elif kind == 1:
        press.slice(*corner, cell / 2, turn * 90, turn * 90 + 90, ink)
        press.slice(*corners[turn - 2], cell / 2, turn * 90 + 180, turn * 90 + 270, ink)
    elif kind == 2:
        press.slice(x + cell / 2, y + cell / 2, cell / 2, turn * 90, turn * 90 + 180, ink)
    elif kind == 3:
        press.shape([corner, corners[turn - 1], corners[turn - 2]], ink)
    else:
        press.dots(
            (x + cell / 8, y + cell / 8, x + cell * 7 / 8, y + cell * 7 / 8), ink, cell / 4, lambda *_: 0.5
        )
