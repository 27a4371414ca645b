"""What a story is about: a title, its kind, its season, its platform; or no title at all."""

import re
from collections import Counter
from dataclasses import dataclass

from .platforms import mentions, platform_of
from .seasons import season_numbers
from .titles import REACH, find_title, with_number
from .wording import UNSURE, level_of
from .words import number

_STRONG = re.compile(
    r"\b(?:episodes?|soaps?|showrunners?|k-?dramas?|c-?dramas?|sitcoms?|premieres?|"
    r"premiered|movies?|films?|filming|trailers?|teasers?|cast|casting|actors?|"
    r"actress(?:es)?|starring|"
    r"streamer|spin-?off|sequel|prequel|cinemas?|box\soffice|screenplay|finale|"
    r"contestants?|islanders|celebrit(?:y|ies)|anime|miniseries|telenovela|reboot|remake|"
    r"co-?stars?|"
    r"(?:season|series)\s(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)|(?:first|second|third|fourth|fifth|"
    r"final)\s(?:season|series))\b",
    re.I,
)
_WEAK = re.compile(
    r"\b(?:series|shows?|drama|stars?|director|role|character|renew(?:s|ed|al)|streaming|"
    r"thriller|comedy|plot|viewers|fans|broadcast|franchise|season|audience)\b",
    re.I,
)
_FILM = re.compile(
    r"\b(?:films?|movies?|cinemas?|theaters?|theatres?|theatrical(?:ly)?|box\soffice|"
    r"feature|big\sscreen|imax|sequel|trilogy|blockbuster|biopic)\b",
    re.I,
)
_SERIES = re.compile(
    r"\b(?:seasons?|episodes?|series|showrunners?|sitcom|k-?drama|drama\sseries|spin-?off\s"
    r"series|renewed|tv\sshow|show|finale|contestants?|hosts?|telenovela|dizi|soap)\b",
    re.I,
)
# "7 shows ending in 2026, ranked" and a weekly letter are about no one title.
_ROUNDUP = re.compile(
    r"^(?:\W*the\s)?(?:(?:\d{1,3}|five|six|seven|eight|nine|ten|best|top(?:\s(?:\d+|ten|five))?|every|all(?:\sthe)?)\s"
    r"(?:\S+\s){0,3}?(?:shows|films|movies|k-?dramas|dramas|titles|series|renewals|cancellations)\b(?!\s\d)"
    r"|what[’']?s?\s(?:to\swatch|new\son|on\stv|coming\sto|leaving)\b|new\s(?:on|to)\s\w+\+?\s(?:this|in)\b)"
    r"|\b(?:weekly|daily|your)\s(?:\w+\s){0,2}(?:briefing|newsletter|round-?up|digest|bulletin)\b"
    r"|\b(?:round-?up|roundup|renewal\sscorecard|this\sweek\sin\stv)\b",
    re.I,
)
# Words of other trades that have seasons, episodes and casts too; each asks for one more word of ours.
_OTHER = re.compile(
    r"\b(podcasts?|essay|midfielder|striker|goalkeeper|substitute|hamstring|transfer\sfee|tablespoons?|teaspoons?|oven|"
    r"butter|flour|oysters?|sentenced|jailed|defendants?|crown\scourt|mah|megapixels?|pre-?orders?|consoles?|gameplay|"
    r"playhouse|box\soffice\stickets|album|festival)\b",
    re.I,
)
_MACHINE = re.compile(
    r"Traceback \(most recent|\bFile \"[^\"]+\", line \d|\w+(?:Error|Exception):|^\s*at\s[\w.$<>]+\(|"
    r"\b(?:ERROR|WARN|INFO|DEBUG)\s\d{4}-|\.(?:py|js|java|go|rb):\d+"
)
_CONTEST = re.compile(
    r"\b(contestants?|islanders?|housemates?|castaways?|bombshells?|villa|queens|celebrit(?:y|ies)|bakers|potters|singles|"
    r"amateur|compet(?:e|es|ing|ition|itors?)|eliminat\w+|judges|guest\sjudges?|prize|winners?|hosts?|panel|viewers\svote)\b",
    re.I,
)


@dataclass(frozen=True)
class Subject:
    """The title a story is about; `show` None means it is about none."""

    show: str | None = None
    season: int | None = None
    kind: str | None = None
    platform: str | None = None


def find_subject(
    title: str | None,
    section: str | None,
    standfirst: str | None,
    headings: list[str],
    sentences: list[str],
    lines: list[str],
) -> Subject:
    """The subject of a story from its head and body; an empty one for a text of another genre."""
    head = [text for text in (title, standfirst, section) if text]
    if (title and _ROUNDUP.search(title)) or not is_entertainment([*head, *headings, *sentences]):
        return Subject()
    heads = [text for text in (title, standfirst) if text] or sentences[:1]
    show = find_title(heads, title, headings, sentences)
    if not show:
        return Subject()
    kind = _kind(title, section, [*headings, *sentences], show)
    if kind == "film":
        show = with_number(show, " ".join([title or "", *headings, *sentences]))
    season = _season(title, standfirst, headings, sentences) if kind == "series" else None
    return Subject(show, season, kind, platform_of(head, sentences, lines, is_film=kind == "film"))


def is_entertainment(texts: list[str]) -> bool:
    """Whether a text speaks the language of screen news, in words of that trade or with a platform's name."""
    if sum(bool(_MACHINE.search(text)) for text in texts) > 1:
        return False
    strong: set[str] = set()
    weak: set[str] = set()
    hits = total = 0
    for text in texts:
        found = [word.lower() for word in _STRONG.findall(text)] + [name for name, _, _ in mentions(text)]
        strong.update(found)
        weak.update(word.lower() for word in _WEAK.findall(text))
        hits += len(found)
        total += len(text.split())
    other = {word.lower() for text in texts for word in _OTHER.findall(text)}
    return hits * 150 >= total and len(strong) >= 2 + len(other) and len(strong) * 2 + len(weak) >= 5


def is_contest(texts: list[str]) -> bool:
    """Whether a title's people appear as themselves: a contest or reality show."""
    return len({word.lower().rstrip("s") for text in texts for word in _CONTEST.findall(text)}) >= 3


def _kind(title: str | None, section: str | None, texts: list[str], show: str) -> str:
    """Film or series, by the words of the head and then of the body."""
    head = f"{section or ''} {title or ''}"
    votes = 6 * bool(re.search(r"\bfilms?\b|\bmovies?\b|\bcinema\b", head, re.I)) - 8 * bool(
        season_numbers(head)
    )
    votes -= 4 * bool(re.search(r"\btv\b|series|k-?drama|\bseason\b|reality|streaming|anime", head, re.I))
    for text in texts:
        votes += len(_FILM.findall(text)) - len(_SERIES.findall(text)) - 2 * len(season_numbers(text))
    return "film" if votes > 0 else "series"


def _season(
    title: str | None, standfirst: str | None, headings: list[str], sentences: list[str]
) -> int | None:
    """The season a story is about: the headline's, else the one the lead or the headings name most."""
    for texts in ([title], [standfirst], sentences[:1], headings):
        found = Counter(n for text in texts if text for n, _, _ in season_numbers(text))
        if found:
            return max(found, key=lambda n: (found[n], n))
    stated = [text for text in sentences if level_of(text) not in UNSURE]
    counted = Counter(n for text in stated for n, _, _ in season_numbers(text))
    if counted and max(counted.values()) > 1:
        return max(counted, key=lambda n: (counted[n], n))
    after = re.search(r"\bfor\sa\s(\w+)\s(?:season|series)", " ".join(sentences)[:REACH])
    return number(after[1]) if after else next(iter(counted), None)
