"""Names: what a person's or character's name looks like, and what only looks so."""

import re

from .words import NOT_NAMES

_RANGES = ((0x41, 0x250), (0x370, 0x530), (0x1E00, 0x1F00))
UPPER = "".join(re.escape(chr(c)) for low, high in _RANGES for c in range(low, high) if chr(c).isupper())
_PARTICLE = r"(?:de|da|del|della|der|den|di|do|dos|du|la|le|van|von|bin|ibn|ap|y|al|el)"
_WORD = rf"(?:(?:al|el|ul)-|[a-z]{{1,2}}[’'])?[{UPPER}](?:[\w’'-]*\w)?"
_INITIAL = rf"(?:[{UPPER}]\.){{1,3}}"
_PIECE = rf"(?:(?:Jr|Sr|St)\.|{_INITIAL}|{_WORD})"
NAME = (
    rf"(?<![\w.’'-]){_PIECE}(?:\s(?:{_PARTICLE}\s){{0,2}}{_PIECE}|"
    rf"\s[“\"][^\s“”\"]{{1,20}}(?:\s[^\s“”\"]{{1,20}})?[”\"](?=\s[{UPPER}])){{0,5}}(?:,\s"
    rf"(?:Jr|Sr)\.)?"
)
_RANK = "Mr|Mrs|Ms|Dr|St|Lt|Sgt|Capt|Col|Gen|Prof|Rev|Fr|Sr|Insp|Supt|Cpl|Maj|Det|Gov|Sen"
_CHARACTER_WORD = rf"(?:(?:{_RANK})\.|{_INITIAL}|{_WORD}|\d{{1,4}}\b|#\d+)"
CHARACTER = (
    rf"(?:the\s|The\s)?(?:[“\"‘'](?=[{UPPER}]))?{_CHARACTER_WORD}"
    rf"(?:(?:\s|/|\s/\s|\s[“\"‘'])(?:(?:of\s|the\s|of\sthe\s|and\sthe\s|{_PARTICLE}\s|do\s"
    rf"){{0,2}}){_CHARACTER_WORD}[”\"’']?){{0,6}}"
)

_PERSON = re.compile(rf"{NAME}$")
_NATIVE = re.compile(
    r"[\u0370-\u06ff\u0900-\u0dff\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_INITIALS = re.compile(rf"{_INITIAL},?")
_NICKNAME = re.compile(r"[“\"][^“”\"]*[”\"]")


def is_person(name: str, *, mononym: bool = False) -> bool:
    """Whether a string reads like one person's name; single words only if `mononym`."""
    name = name.strip()
    if not 2 <= len(name) <= 60 or not _PERSON.match(name):
        return False
    words = _NICKNAME.sub("", name).split()
    if any(word.lower().strip(".,") in NOT_NAMES and not _INITIALS.fullmatch(word) for word in words):
        return False
    if any(char.isdigit() for char in name):
        return False
    return len(words) > 1 or mononym


def without_titles(name: str) -> str:
    """The name less the words before it that are no names ("Creator Hwang Dong-hyuk")."""
    words = name.split()
    while words and (words[0].lower().strip(".,") in NOT_NAMES or words[0].endswith(("'s", "’s"))):
        words.pop(0)
    # "Emerald Row's Carla Dunne"
    owner = next((at for at, word in enumerate(words) if word.endswith(("'s", "’s"))), None)
    return " ".join(words[owner + 1 :] if owner is not None and len(words) - owner > 2 else words)


def is_native(text: str) -> bool:
    """Whether a string is a spelling in another script than Latin."""
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and sum(bool(_NATIVE.match(char)) for char in letters) * 2 > len(letters)


def brackets_off(text: str) -> tuple[str, list[str]]:
    """A text without its round brackets, and what stood in them."""
    inner = [found.strip() for found in re.findall(r"[(（\[]([^()（）\[\]]{0,120})[)）\]]", text)]
    bare = re.sub(r"\s*[(（\[][^()（）\[\]]{0,120}[)）\]]", "", text)
    return re.sub(r"\s+", " ", bare).strip(), [item for item in inner if item]


def native_of(inner: list[str]) -> str | None:
    """The native spelling among what stood in brackets."""
    return next((item for item in inner if is_native(item)), None)
