"""What one line at the head of a text is: a byline, a date line, a kicker, a dateline."""

import re

from .dates import MONTH, YEAR, find_dates
from .platforms import is_platform
from .seasons import season_numbers
from .words import HEADING

BYLINE = re.compile(
    r"^(?:(?:written\s|words\s|posted\s|reported\s|story\s|edited\s|compiled\s)?by:?|"
    r"words:|author:|text:|writer:)\s+(\S.*)$",
    re.I,
)
BY = re.compile(r"\bby\s([A-Z].{1,40})$")
_META = re.compile(
    r"\b(?:first|last|originally)?\s*(?:publish(?:ed)?|posted|updated?|modified|date|"
    r"dated|on|at|as\sof|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|"
    r"thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|[a-z]{1,4}t|utc|gmt[+\d]*|"
    r"a\.?m\.?|p\.?m\.?|noon|\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]m|hrs|hours|local\s"
    r"time|"
    r"\d+\smin(?:ute)?s?(?:\sread)?|read(?:ing\stime)?)\b|[+-]\d\d:?\d\d",
    re.I,
)
_KICKER = re.compile(
    r"\b(?:news|tv|television|telly|film|films|movie|movies|streaming|entertainment|"
    r"culture|arts?|drama|k-?drama|kdramas?|c-?drama|j-?drama|"
    r"reality|series|soaps?|anime|manga|guide|exclusive|explainer|explained|interview|"
    r"review|reviews|casting|renewals?|cancellations?|trailers?|spoilers?|"
    r"bollywood|hollywood|hallyu|opinion|analysis|fact\scheck|rumou?rs?|fantasy|sci-fi|"
    r"science\sfiction|horror|comedy|thriller|celebrity|showbiz|"
    r"lifestyle|food|recipes?|science|tech|sport|business|world|features?|watch|update|"
    r"recap|what\sto\swatch|international|originals?|awards|genre|game\sshows?|dizi|"
    r"telenovelas?)\b",
    re.I,
)
SEPARATOR = re.compile(r"\s+[|•·–—-]\s+|\s{2,}|\s*[|•·]\s*")
# "LONDON, Nov 3 (Reuters) - ", "CUPERTINO, CALIFORNIA — February 10, 2026 — "
_DAY = rf"(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH})(?:,?\s{YEAR})?"
DATELINE = re.compile(
    rf"^(?:(?-i:[A-Z][A-Z .,/]{{2,40}})(?:,|\s?[—–-]+)\s?(?i:{_DAY})"
    rf"(?:\s?\([^()]{{2,40}}\))?|[A-Z][\w ]{{2,20}}(?:,\s[A-Z][\w .]{{1,20}})?,\s(?i:{_DAY})(?:\s?\([^()]{{2,40}}\))?"
    rf"|[A-Z][A-Z .,]{{2,40}}[,(]\s?[^—–-]{{4,25}})"
    r"\s?(?:—|–|--|-)\s"
)
_LABEL_OF_DATE = re.compile(
    rf"^(?P<label>[^\d\W][\w&’'. -]{{1,34}}?)\s?(?:,|[|•·–—:]|\s-)\s(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?"
    rf"(?:{_DAY},?\s?)(?<=\d)$",
    re.I,
)


def kicker_in(text: str) -> str | None:
    """The kicker that stands beside a date ("Entertainment | 3 May 2025"), or None."""
    pieces = [piece for piece in SEPARATOR.split(text) if piece and not find_dates(piece)]
    kickers = [piece for piece in pieces if _KICKER.search(piece) and not is_meta(piece)]
    return (kickers or [piece for piece in pieces if _is_word(piece)] or [None])[0]


def _is_short_kicker(piece: str) -> bool:
    """Whether a piece of a date line names a section ("Web Series", "TV news")."""
    short = len(piece) < 24 and len(piece.split()) <= 3 and piece[:1].isupper()
    return bool((short and _KICKER.search(piece)) or (len(piece) < 24 and _KICKER.fullmatch(piece)))


def _is_word(piece: str) -> bool:
    """Whether a piece of a date line is one word of its own, as a kicker in any language is."""
    return piece.isalpha() and piece[0].isupper() and bool(_META.sub("", piece).strip())


def is_meta(text: str) -> bool:
    """Whether a line is a date, a time or a byline and nothing else."""
    if _is_labelled_date(text):
        return True
    dates = find_dates(text)
    pieces = []
    for piece in SEPARATOR.split(text):
        for date in find_dates(piece):
            piece = piece.replace(date.text, " ")
        piece = re.sub(r"\bby\s[A-Z].{1,40}$|^[A-Z][a-zA-Z ]{2,25},(?=\s+$)", "", piece)
        beside = (
            bool(dates)
            and not find_dates(piece)
            and piece.strip() != text.strip()
            and _is_word(piece.strip())
        )
        if not beside and not BYLINE.match(piece) and not (dates and _is_short_kicker(piece.strip())):
            pieces.append(_META.sub(" ", piece))
    left = re.sub(r"[\W_]+", "", "".join(pieces))
    return not left and (bool(dates) or bool(_META.search(text) and re.search(r"\d", text)))


def is_kicker(text: str) -> bool:
    """Whether a line has the shape of a kicker: few words, no sentence."""
    words = re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", text)
    if not words or len(words) > 5 or len(text) > 45 or text[-1] in ".?!:,;" or season_numbers(text):
        return False
    bracketed = text[0] == "[" and text[-1] == "]"
    return (
        bracketed
        or text.isupper()
        or bool(_KICKER.search(text))
        or " / " in text
        or " | " in text
        or is_platform(text)
    )


def is_topic(text: str) -> bool:
    """Whether a line below a headline is a kicker beyond doubt: few words, one of them a topic."""
    short = len(text.split()) <= 3 or " | " in text or " / " in text
    return short and is_kicker(text) and bool(_KICKER.search(text))


def _is_labelled_date(text: str) -> bool:
    """Whether a line is a date with a word or two before it ("Bogotá, 8 Aug 2025", "Issue 114, 7 March 2026")."""
    found = _LABEL_OF_DATE.match(text) if len(text) < 70 else None
    if not found or not re.search(YEAR, text) or season_numbers(text):
        return False
    words = found["label"].split()
    topical = (
        set()
        if is_platform(found["label"])
        else {word.lower() for word in words} & (HEADING - {"news", "series", "tv", "drama", "film"})
    )
    return (
        len(words) <= 4
        and not topical
        and all(not word[0].islower() or word in ("of", "the") for word in words)
    )
