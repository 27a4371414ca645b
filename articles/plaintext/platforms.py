"""The platforms we know by name, and which of them shows the title."""

import re
from collections import Counter

_CLEAR = """
Netflix|Disney+ Hotstar|Disney+|Disney Plus|Amazon Prime Video|Prime Video|Hulu|HBO Max|HBO|Apple TV+|
Apple TV|Peacock|Paramount+|Paramount Plus|Starz|Showtime|AMC+|AMC|FX|FXX|BBC One|BBC Two|BBC Three|
BBC iPlayer|BBC|ITV1|ITVX|ITV2|ITV|Channel 4|Channel 5|Sky Atlantic|Sky One|Sky Max|NBC|CBS|ABC|The CW|
Syfy|USA Network|TNT|MTV|VH1|tvN|JTBC|SBS|KBS2|KBS 2TV|KBS|MBC|ENA|TV Chosun|Channel A|OCN|TVING|Tving|
Wavve|Coupang Play|Watcha|U+ Mobile TV|Genie TV|Rakuten Viki|Viki|Viu|iQIYI|iQiyi|WeTV|Tencent Video|
Youku|Mango TV|Bilibili|CCTV|Hunan TV|Crunchyroll|Hidive|HIDIVE|Abema|ABEMA|U-NEXT|NHK|TV Tokyo|
Tokyo MX|Fuji TV|Nippon TV|TV Asahi|JioHotstar|JioCinema|Hotstar|ZEE5|Zee TV|SonyLIV|Sony LIV|MX Player|
Star Plus|StarPlus|Kanal D|Show TV|Star TV|ATV|TRT 1|TRT|TV8|FOX Türkiye|NOW TV|Exxen|BluTV|Tabii|
Globoplay|TV Globo|Televisa|Telemundo|Univision|ViX|Movistar Plus+|Movistar+|Antena 3|Atresplayer|RTVE|
La 1|Telecinco|RTL+|RTL|ZDF|ARD|ProSieben|Canal+|TF1|France 2|France Télévisions|Arte|RaiPlay|Rai 1|RAI|
Rai|SVT|NRK|TV 2|TV2|Viaplay|ABC iview|Foxtel|Channel Nine|Channel Seven|Channel Ten|Network 10|CBC|CTV|
Crave|Shudder|DR1|DR2|DRTV|SVT1|
SVT Play|NRK1|NRK TV|TV4|TV3|Yle|RÚV|NPO 1|NPO Start|VRT|Videoland|
WOW Presents Plus|National Geographic|Discovery Channel|Sky Cinema|Shahid|
BritBox|Acorn TV|Tubi|Freevee|Discovery+|Lifetime|Hallmark Channel|PBS|Adult Swim|
Cartoon Network|Nickelodeon|Comedy Central|RTÉ One|RTÉ|S4C|ABS-CBN|GMA|MGM+|BET+|BET|Showmax|Fox
"""
_UNCLEAR = (
    "Max|Sky|Now|NOW|Stan|Binge|Bravo|Gain|Colors|Seven|Nine|Ten|Star|History|Hallmark|"
    "Discovery|E4|Dave|Alibi|YouTube"
)
PLATFORMS = tuple(name for name in _CLEAR.replace("\n", "").split("|") if name)
SHARED_NAMES = tuple(
    _UNCLEAR.split("|")
)  # words with another meaning: they count only after "on" or the like

_ACTS = (
    r"(?:[’']s)?\s(?:has|have|is|will|announce[sd]?|confirm(?:s|ed)|renew(?:s|ed)|"
    r"order(?:s|ed)|cancel(?:s|led|ed)|says?|"
    r"reveal(?:s|ed)|sets?|picked|picks|original|series|drama|show|drops?|unveil(?:s|ed)|hasn|introduced)"
)
_ON = r"(?:on|to|at|by|from|only on|via|for|exclusively on|hits|leaves)\s(?:the\s)?"


def _any(names: tuple[str, ...]) -> str:
    return "|".join(re.escape(name).replace(r"\ ", r"\s") for name in sorted(names, key=len, reverse=True))


_MENTION = re.compile(
    rf"(?P<on>\b(?:[Oo]n|[Vv]ia|[Ff]rom|[Ff]or|[Tt]o|[Hh]its|"
    rf"[Bb]y)\s)?(?<![\w-])(?:(?P<clear>{_any(PLATFORMS)})|"
    rf"(?P<shared>{_any(SHARED_NAMES)}))"
    rf"(?![\w-])(?P<acts>{_ACTS})?"
)
_BY_CAPITALS = {name.upper(): name for name in PLATFORMS}
_IN_CAPITALS = re.compile(rf"(?<![\w-])(?:{_any(tuple(_BY_CAPITALS))})(?![\w-])")
# "Max orders": a name that is also a person's must do what only a broadcaster does.
_TRADES = re.compile(
    r"\s(?:has\s)?(?:order|renew|cancel|commission|greenl|given\s|hand|pick(?:s|ed)\sup)\w*\b", re.I
)
_OLD = re.compile(
    r"(?:season|class|part)s?\s(?:1|one)\b|\bformerly|\bused\sto|\blived\son|\bmoved?\s"
    r"from|\boriginally|\bprevious|\bleft\b|\bposted\b",
    re.I,
)
_LINE = re.compile(
    r"^(?:streaming\s)?(?:platform|network|channel|broadcaster|streamer|streaming(?:\s"
    r"on)?|where\sto\swatch|available\son|original\snetwork|"
    r"airs\son)\s*[:–—-]\s*(.{2,60})$",
    re.I,
)


def mentions(text: str) -> list[tuple[str, int, bool]]:
    """Platforms named in a text: name, place, and whether it stands in a role a platform plays."""
    if text.isupper():
        return [(_BY_CAPITALS[name.group()], name.start(), False) for name in _IN_CAPITALS.finditer(text)]
    found = []
    for mention in _MENTION.finditer(text):
        acting = bool(mention["on"] or mention["acts"])
        trades = mention["shared"] and _TRADES.match(text, mention.end("shared"))
        if mention["clear"] or trades or (mention["on"] and (mention["on"].lower().strip() in ("on", "via"))):
            found.append((mention["clear"] or mention["shared"], mention.start(), acting or bool(trades)))
    return found


def is_platform(name: str) -> bool:
    """Whether a name is a platform's, with or without its possessive."""
    return name.removesuffix("'s").removesuffix("’s") in _KNOWN


def platform_of(head: list[str], sentences: list[str], lines: list[str], *, is_film: bool) -> str | None:
    """The platform of the title: stated on its own line, or the one head and body name most in that role.

    A film's only counts where it streams, for its cinema release has none.
    """
    for line in lines:
        if stated := _LINE.match(line):
            return re.split(r"\s*[(;,–—]\s*|\s-\s", stated[1])[0].strip() or None
    votes: Counter[str] = Counter()
    for text, weight in [*((t, 3) for t in head), *((s, 1) for s in sentences)]:
        for name, place, acting in mentions(text):
            old = _OLD.search(text[max(0, place - 40) : place + len(name) + 40])
            votes[name] += 0 if old else weight * (3 if acting else 1)
    best = votes.most_common(1)
    if not best or best[0][1] <= 0:
        return None
    precise = [name for name, count in votes.most_common() if count > 0 and name.startswith(best[0][0] + " ")]
    best = [(precise[0], 1)] if precise else best
    if is_film and not _streams(best[0][0], [*head, *sentences]):
        return None
    return best[0][0]


def _streams(name: str, texts: list[str]) -> bool:
    """Whether a film is said to be shown on that platform."""
    shown = re.compile(
        rf"(?:\b(?:on|to|hits|lands\son|streams?\son|"
        rf"exclusively\son)\s{re.escape(name)}(?!\w))|{re.escape(name)}(?:[’']s)?\s(?:original|"
        rf"film|movie)",
        re.I,
    )
    return any(shown.search(text) for text in texts)


_KNOWN = frozenset(PLATFORMS) | frozenset(SHARED_NAMES)
