"""Cuts the typefaces of the cards from Debian's `fonts-noto-cjk` and `fonts-dejavu-core`.

Needs `fonttools`, which the newsroom does not: `pip install fonttools`, then run this file.
"""

from pathlib import Path

FONTS = Path("/usr/share/fonts")
HERE = Path(__file__).parent
# Latin with its accents, Greek, Cyrillic, punctuation, currency, arrows, kana; Han would take ten times the room.
LATIN = [(0x20, 0x24F), (0x2B0, 0x2FF), (0x370, 0x45F), (0x1E00, 0x1EFF), (0x2010, 0x2044), (0x20A0, 0x20BF)]
EAST = [(0x2100, 0x2122), (0x2190, 0x2193), (0x3000, 0x30FF), (0x1100, 0x11FF), (0x3131, 0x318E)]


def hangul() -> set[int]:
    """The 2,350 syllables of KS X 1001, read off the encoding that is made of them."""
    pairs = (bytes([first, second]) for first in range(0xB0, 0xC9) for second in range(0xA1, 0xFF))
    return {ord(pair.decode("euc_kr")) for pair in pairs}


def within(ranges) -> set[int]:
    return {code for first, last in ranges for code in range(first, last + 1)}


def korean(file: str):
    """The Korean member of a collection."""
    from fontTools.ttLib import TTCollection

    fonts = TTCollection(FONTS / "opentype/noto" / file)
    return next(font for font in fonts if font["name"].getDebugName(1).split()[-1] == "KR")


def plain(file: str):
    from fontTools.ttLib import TTFont

    return TTFont(FONTS / "truetype/dejavu" / file)


def cut(font, letters: set[int], name: str) -> None:
    from fontTools import subset

    options = subset.Options(layout_features=["kern", "liga"], hinting=False, notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    font.save(HERE / name)


if __name__ == "__main__":
    for face in ("Serif", "Sans"):
        name = face.lower()
        cut(korean(f"Noto{face}CJK-Bold.ttc"), within(LATIN + EAST) | hangul(), f"{name}-bold.otf")
        cut(plain(f"DejaVu{face}Condensed-Bold.ttf"), within(LATIN), f"{name}-latin.ttf")
