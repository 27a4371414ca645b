"""Words set in type: which letters a typeface has, how wide a line is, where it breaks.

Two faces, serif and sans, each with a second one for the Latin letters that the first lacks (ş, ł, ő). What is
in neither, such as Chinese characters, leaves a box where it is a letter, and nothing where it is a picture.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from PIL import ImageDraw, ImageFont

HERE = Path(__file__).parent
SERIF, SANS = "serif", "sans"
FILES = {SERIF: ("serif-bold.otf", "serif-latin.ttf"), SANS: ("sans-bold.otf", "sans-latin.ttf")}
LONGEST = 400  # characters; nobody reads more from a picture, and a line must not take for ever to break
ELLIPSIS = "…"
LEADING = 1.16  # from line to line, of the size


@lru_cache(maxsize=64)
def _font(face: str, number: int, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(HERE / FILES[face][number], size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _which(face: str, letter: str) -> int | None:
    """The number of the first of a face's files that has a letter; None where it is left out."""
    if letter == " ":
        return 0
    for number in range(len(FILES[face])):
        font = _font(face, number, 20)
        if bytes(font.getmask(letter)) != bytes(font.getmask("\U0010fffe")):
            return number
    return 0 if unicodedata.category(letter)[0] in "LN" else None


def _runs(text: str, face: str) -> list[tuple[int, str]]:
    """The text in stretches of one file each."""
    placed = [(number, letter) for letter in text if (number := _which(face, letter)) is not None]
    return [(number, "".join(one[1] for one in run)) for number, run in groupby(placed, lambda one: one[0])]


def width(text: str, face: str, size: int) -> float:
    """Of a line, in pixels."""
    return sum(_font(face, number, size).getlength(run) for number, run in _runs(text, face))


def write(pen: ImageDraw.ImageDraw, x: float, y: float, text: str, face: str, size: int, ink: str) -> float:
    """Write a line whose letters stand at height `y`; gives where it ends."""
    for number, run in _runs(text, face):
        font = _font(face, number, size)
        pen.text((x, y), run, fill=ink, font=font, anchor="ls")
        x += font.getlength(run)
    return x


def lines(text: str, face: str, size: int, measure: float) -> list[str]:
    """The text in lines no wider than a measure; a word that is wider by itself is broken."""
    found, filled, space = [""], 0.0, width(" ", face, size)
    for word in " ".join(text.split())[:LONGEST].split():
        for part in _parts(word, face, size, measure):
            wide = width(part, face, size)
            if not found[-1] or filled + space + wide <= measure:
                found[-1], filled = f"{found[-1]} {part}".strip(), filled + space + wide
            else:
                found.append(part)
                filled = wide
    return found


def _parts(word: str, face: str, size: int, measure: float) -> list[str]:
    if width(word, face, size) <= measure:
        return [word]
    parts, filled = [""], 0.0
    for letter in word:
        wide = width(letter, face, size)
        if parts[-1] and filled + wide > measure:
            parts.append("")
            filled = 0.0
        parts[-1], filled = parts[-1] + letter, filled + wide
    return parts


def fitted(text: str, face: str, sizes: Iterable[int], measure: float, room: float) -> tuple[int, list[str]]:
    """The largest size at which the text stands within a height; at the smallest one it is cut."""
    whole = " ".join(text.split())
    for size in sizes:
        found, most = lines(whole, face, size, measure), max(1, int(room / (size * LEADING)))
        if len(found) <= most and len(whole) <= LONGEST:
            return size, found
    cut = " ".join(found[most - 1 :]) + (ELLIPSIS if len(whole) > LONGEST else "")
    return size, [*found[: most - 1], shortened(cut, face, size, measure)]


def shortened(text: str, face: str, size: int, measure: float) -> str:
    """One line, cut at a word where it is too long, with an ellipsis."""
    if width(text, face, size) <= measure:
        return text
    while text and width(text + ELLIPSIS, face, size) > measure:
        head, space, _ = text.rstrip().rpartition(" ")
        text = head if space and width(head, face, size) > measure / 2 else text[:-1]
    return text.rstrip(" ,;:.") + ELLIPSIS
