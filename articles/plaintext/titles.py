"""The title that a story is about, as the story spells it."""

import re

from .names import UPPER
from .platforms import is_platform
from .seasons import MENTION, PART, season_numbers
from .words import HEADING, NOT_NAMES

REACH = 60_000  # characters of the body that are looked through for a title
_QUOTED = re.compile(r"(?<!\w)[‘'“\"«](?=[^\s])([^‘“”\"«»\n]{1,70}?)[’'”\"»](?!\w)")
_CAP = rf"[{UPPER}0-9][\w’'.!&+-]*"
_RUN = re.compile(
    rf"{_CAP}(?:(?::\s|\s|,\s(?=[{UPPER}]))(?:(?:of|the|and|a|an|in|on|to|for|from|with|at|"
    rf"by|&|de|la|del|&|vs\.?|der|is|or|my|no|me|it|you|your|up)\s){{0,3}}{_CAP})*"
)
# Words of a headline that stand before a title and are no part of it.
_LEAD_WORDS = """meet watch inside everything why when is will here's here’s how what who where which no
yes not exclusive breaking confirmed official report new first next all about has have are
was can could does did know after before despite as from with in on at for to by the fact
check update rumour rumor review recap explained netflix's netflix’s disney hbo's latest
hit returning original series show drama k-drama film movie on-set leaked and but season
finally it's it’s that's that’s every star stars cast"""
_LEAD = frozenset(_LEAD_WORDS.split()) - {"the"}
_TOPICAL = re.compile(
    r"^[‘'“\"]?([A-Z0-9][^:–—|]{1,60}?)[’'”\"]?(?:\s\([^()]{1,60}\))?\s?(?::|–|—|\|)\s"
    r".*\b(?:cast|release|episodes?|plot|trailer|schedule|where\sto\swatch|everything|"
    r"premiere|streaming|synopsis|ending|filming)\b",
    re.I,
)
# "Everything we know about X", "Meet the cast of X": the title closes the headline.
_CLOSING = re.compile(
    r"\b(?:know(?:\sso\sfar)?\sabout|(?:the|meet\sthe)\scast\sof|guide\sto|made\sof)\s[‘'“\"]?(?=[A-Z0-9])",
    re.I,
)
_LETTERS = frozenset({"V", "X", "Z"})
# "UPDATED: …", "Exclusive: …", "Casting news: …"
_SHOUT = re.compile(
    r"^\W*(?:[A-Z]{4,}|(?i:exclusive|breaking|updated?|watch|report|rumou?r|review|opinion|(?:casting|tv)\snews)):\s(?=\S)"
)
_CONNECTORS = frozenset({"of", "and", "for", "with", "at", "by", "&", "de", "la", "del", "vs", "is", "or"})


_GENRES = (
    r"series|drama|show|film|movie|thriller|comedy|sitcom|soap|season\sof|anime|adaptation|sequel|"
    r"biopic|horror|romance|shooting|filming|watch|(?:role|part|seasons?|series|episodes?|cast|world|return)\s(?:on|in|of|to)"
)
_TITLE_DOES = (
    r"[Ss]eason|[Ss]eries|will\s(?:premiere|air|open|arrive|stream|be\sreleased|hit)|premieres?|opens|follows|"
    r"tells|is\s(?:set|directed|based|an?|scheduled|slated)|returns?|stars|launches|airs|"
    r"recasts|adds|casts|loses|wraps|rounds\sout|(?:is\s)?(?:renewed|cancell?ed|axed|delayed)|"
    r"has\sbeen\s(?:renewed|cancel|delayed|pushed)|was\sfirst"
)
_BEFORE_PERSON = "actor|actress|star|director|writer|creator|[Hh]ost|by|with"
_PERSON_DOES = r"as|plays|who|told|said|has\sjoined|joins"
_NONE: tuple[int, int, str | None] = (0, 0, None)


def find_title(heads: list[str], title: str | None, headings: list[str], sentences: list[str]) -> str | None:
    """The title meant, as the text itself spells it; `heads` are headline and standfirst, or the first words.

    In order: quoted or before "season 2" in the head; before the topics of a headline ("X: cast, plot");
    the capitalised words of the head that the body treats as a title; quoted in the body's beginning.
    """
    body = " \n".join([*headings, *sentences])[:REACH]
    heads = [_SHOUT.sub("", head) for head in heads]
    for head in heads:
        if named := _stated(head, body):
            return next((name for name in named if name in body), named[0])
    if title and (found := _TOPICAL.match(title)) and not is_platform(found[1]):
        return found[1].strip(" ,")
    if closing := _closing(title):
        return closing
    if scored := _scored(heads, title, body):
        return scored
    return next((name for text in [*headings, *sentences][:12] for name in _stated(text, body)), None)


def _closing(title: str | None) -> str | None:
    """The title that closes a headline after words which always name one."""
    found = _CLOSING.search(title or "")
    run = _RUN.match(title or "", found.end()) if found else None
    name = MENTION.split(run.group())[0].strip(" ,:’'‘“”\"") if run else ""
    return name if name and not is_platform(name) else None


def _stated(text: str, body: str) -> list[str]:
    """Titles that a text marks as such, by quotation marks or the number of a season."""
    return [name for name in [*_quoted(text, body), *_before_season(text, body)] if not is_platform(name)]


def _scored(heads: list[str], title: str | None, body: str) -> str | None:
    """The capitalised words of the head most treated as a title, by the body, else by the headline itself."""
    runs = [name for head in heads for name in _runs(head, body)]
    own = title or ""
    score, _, name = max(
        ((_cues(name, body) + _cues(name, own) // 2, -place, name) for place, name in enumerate(runs)),
        default=_NONE,
    )
    if score > 0:
        return name
    runs = [run.group() for run in _RUN.finditer(title or "") if not is_platform(run.group())]
    score, _, name = max(((_cues(name, own), -place, name) for place, name in enumerate(runs)), default=_NONE)
    return name if score > 2 else None


def _cues(name: str, body: str) -> int:
    """How often the body treats a name as a title rather than as a person or a place."""
    exact = re.escape(name)
    as_title = re.findall(rf"(?:\b(?:{_GENRES})\s|[‘“\"']){exact}(?!\w)", body)
    acting = re.findall(rf"(?<!\w){exact}[’'”\"]?(?:\s\([^()]{{1,40}}\))?[’',]*\s(?:{_TITLE_DOES})", body)
    person = re.findall(
        rf"(?:\b(?:{_BEFORE_PERSON})\s){exact}(?!\w)"
        rf"|(?<!\w){exact}(?:\s\([^()]{{1,40}}\))?,?\s(?:{_PERSON_DOES})\b",
        body,
    )
    cues = 2 * len(as_title) + 2 * len(acting) - 4 * len(person)
    # One word may be anybody's first name: without a cue only a longer name counts.
    return cues + min(body.count(name), 2) * (cues > 0 or " " in name)


def _runs(text: str, body: str) -> list[str]:
    """Capitalised runs of a headline, each in the longest form that the body has too."""
    found = []
    for run in _RUN.finditer(text):
        words = run.group().split()
        spans = (
            (size, at) for size in range(min(len(words), 9), 0, -1) for at in range(len(words) - size + 1)
        )
        for size, at in spans:
            name = re.sub(r"[’']s$", "", " ".join(words[at : at + size]).strip(" ,:"))
            if (
                name in body
                and name.split()[0].lower() not in _CONNECTORS
                and name.lower() not in NOT_NAMES | HEADING
                and not is_platform(name)
                and not name.isdigit()
                and not PART.fullmatch(name)
            ):
                found.append(name)
                break
    return found


def _quoted(text: str, body: str) -> list[str]:
    """Titles in quotation marks: capitalised, and known to the body outside speech."""
    names = [found[1].strip(" ,.") for found in _QUOTED.finditer(text)]
    names = [MENTION.split(name)[0].strip(" ,:–—-(") if season_numbers(name) else name for name in names]
    names = [_as_in(body, name) if name.isupper() else name for name in names]
    return [name for name in names if name and (name[0].isupper() or name[0].isdigit()) and name in body]


def _as_in(body: str, name: str) -> str:
    """A name in capitals as the body spells it."""
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", body, re.I)
    return found.group() if found else name


def _before_season(text: str, body: str) -> list[str]:
    """Capitalised words before "Season 2", or after "second season of"."""
    found = []
    for _, start, end in season_numbers(text):
        before = re.sub(r"\s(?:for|of|in|to)(?:\s(?:a|the|its))?\s?$", " ", text[max(0, start - 90) : start])
        runs = [run.group() for run in _RUN.finditer(before) if run.end() >= len(before) - 3]
        found += [_trimmed(run, body) for run in runs]
        if of := re.match(r"\s(?:of|for)\s(?:the\s[a-z]\w+\s)?[‘'“\"]?", text[end:]):
            run = _RUN.match(text, end + of.end())
            found += [_trimmed(run.group(), body)] if run else []
    found = [name.strip(" ,:’'‘“”\"") for name in found]
    return [
        name for name in found if name and (len(name) > 1 or name in _LETTERS) and not _is_stray(name, text)
    ]


def _is_stray(name: str, text: str) -> bool:
    """Whether a "title" is a number in other figures ("worker.py:88") or words of a sentence in capitals ("FOR A")."""
    if name.isdigit():
        return bool(re.search(rf"[\w:./]{name}\b", text))
    return all(word.lower() in NOT_NAMES | HEADING | _CONNECTORS for word in name.split())


def _trimmed(run: str, body: str) -> str:
    """A capitalised run less the words of the headline before the title ("Meet the Love Island USA")."""
    run = re.split(r"(?:\?|!|,)\s(?=[A-Z])", run)[-1] if body.count(run) == 0 else run
    words = run.split()
    while (
        len(words) > 1
        and not body.count(" ".join(words))
        and (
            words[0].lower().strip(":,") in _LEAD or is_platform(words[0]) or words[0].endswith(("’s", "'s"))
        )
    ):
        words.pop(0)
        if words[0] == "the":
            words.pop(0)
    name = " ".join(words)
    if ": " in name and body.count(name) < 2 and len(name.split()) > 4:
        tail = name.rpartition(": ")[2]
        name = tail if body.count(tail) else name
    return re.sub(r"(?:’s|'s)$", "", name).strip(" :,")


def with_number(show: str, text: str) -> str:
    """A sequel's number belongs to its title where the text mostly writes it so ("Pelican Bay 2")."""
    numbered = re.findall(rf"{re.escape(show)}\s(?:\d|II|III|IV|V)\b", text[:REACH])
    return numbered[0] if len(numbered) * 2 >= max(1, text[:REACH].count(show)) else show
