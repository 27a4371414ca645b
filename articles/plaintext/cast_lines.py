"""One line of a cast list to a person, a character, a role: the notations of the genre."""

import re
from dataclasses import dataclass, field

from .dates import MONTH
from .names import CHARACTER, NAME, UPPER, brackets_off, is_native, is_person, native_of
from .words import CREW, HOSTS, NOT_NAMES

_AS = re.compile(
    rf"^(?P<person>{NAME})(?P<aside>\s?\([^()]*\))?,?\s(?:(?i:(?:who\s)?(?:is\s|will\s|has\s"
    rf"been\s|are\s)?(?:also\s)?(?:returns?|returning|back|joins?|stars?|appears?|cast|"
    rf"reprises?|set\sto\s\w+|confirmed)(?:\s(?:his|her|their)\srole)?\s)?)as\s"
    rf"(?P<rest>\S.*)$"
)
_PLAYS = re.compile(
    rf"^(?P<person>{NAME})(?P<aside>\s?\([^()]*\))?,?\s(?:who\s)?(?:will\s)?(?:plays?|"
    rf"playing|portrays?|voices?|voicing|takes\son(?:\sthe\srole\sof)?)\s(?P<rest>\S.*)$"
)
_PLAYED = re.compile(
    rf"^(?P<rest>\S.{{0,80}}?)[,:–—\s(-]{{1,3}}(?:(?:is\s)?(?:played|portrayed|voiced|"
    rf"performed)\s)by\s(?P<person>{NAME})\)?(?P<aside>.*)$"
)
_DASH = re.compile(
    rf"^(?P<person>{NAME})(?P<aside>\s?\([^()]*\))?\s?(?:\s[–—-]|–|—|:|\.{{3,}}|…|→|=>|\s/|"
    rf"\s=)\s?(?P<rest>\S.*)$"
)
_REVERSED = re.compile(
    rf"^(?P<rest>[^:–—]{{2,60}}?)\s?(?:\s[–—-]|–|—|:)\s(?P<person>{NAME})(?P<aside>\s?\([^()]*\))?$"
)
_AGED = re.compile(
    rf"^(?P<person>{NAME})\s?(?:,\s|\(|–\s|-\s)(?:aged?\s)?(?P<age>1[6-9]|[2-9]\d)\b\)?(?P<rest>.*)$"
)
_TRADE = re.compile(rf"^(?P<person>{NAME}),\s(?P<rest>(?:an?\s)?[a-z].*)$")
_BRACKET = re.compile(rf"^(?P<person>{NAME})\s?\((?P<rest>[^()]{{1,80}})\)$")
_CHARACTER = re.compile(CHARACTER)
# "nurse Jung Da-eun", "the robot KX-9", "a detective named Kim": the name comes after what it names.
_DESCRIBED = re.compile(
    rf"^(?:(?:the|his|her|their|its)\s)?(?:[A-Z]{{2,4}}\s(?=[a-z]))?(?:(?!(?:an?|of|in|at|on|for|from|with|to|and|by|"
    rf"who|host|well|part|season|while|but|when|then|as|that|is|are|"
    rf"was)\b)[a-z-]+(?:[’']s)?,?\s){{1,3}}(?=[{UPPER}])"
    rf"|^an?\s(?:[a-z-]+\s){{1,4}}(?:named|called)\s(?=[{UPPER}])"
)
_NEW_ONE = re.compile(
    r"^an?\s(?:brand[- ])?new\s(?:character|recruit|arrival|face|role)(?:\s(?:named|called)|,)?\s"
)
# "Chicago, IL": where somebody is from, in a list of people as themselves; and what nobody has said.
_NO_CHARACTER = re.compile(
    r"^(?:[A-Z][\w .’'-]+,\s(?:[A-Z]{2}|England|Scotland|Wales|Ireland|Canada|Australia|USA|UK|California|Texas|Florida"
    r"|New\sYork|Ohio|Georgia|Illinois)$|\(?(?:undisclosed|unnamed|unspecified|unknown|unconfirmed|tba|tbc|tbd|role\s"
    rf"(?:tba|undisclosed|unknown)|not\s(?:yet\s)?(?:announced|revealed))\b|{MONTH}\s\d)",
    re.I,
)
_MARKED = re.compile(r"\((new|newcomer|debut|returning|returns|back)\b[^()]{0,20}\)\W*$", re.I)
_OWNING = re.compile(r"[’']s?$")
_CUT = re.compile(
    r"\s(?:–|—|-)\s|\s?[(;]|,\s|"
    r"(?<!\s[A-Z])(?<!Mr)(?<!Dr)(?<!Ms)(?<!Mrs)(?<!St)(?<!Lt)(?<!Sgt)(?<!Rev)(?<!Capt)(?<!Prof)(?<!Col)(?<!Gen)(?<!Insp)(?<!Det)(?<!Fr)(?<!Gov)(?<!Jr)\.\s(?=[A-Z])|"
    r"\s(?:who|whose|in|from|a|an|and\sis|is|for|after|when)\s"
)
_CREW_ROLE = re.compile(
    rf"^(?:an?\s|the\s)?(?:series\s|executive\s|co-?|head\s|lead\s)*(?:{CREW}|music|"
    rf"editing|cinematography|production\sdesign)s?\b",
    re.I,
)
_CREDIT = re.compile(
    r"\b(?:known\s(?:for|from)|seen\sin|star\sof|of\s[A-Z]|from\s|credits?|best\sknown|"
    r"formerly|previously|also\sin|season\s\d|(?:19|20)\d\d)|[“”\"‘]|[!&:]|,|\s(?:of|in|"
    r"on|to|and|with|for)\s|(?-i:^(?:The|A|My|Our)\s)",
    re.I,
)
KNOWN_TITLES = frozenset(
    """
Squid Game|Parasite|Stranger Things|Bridgerton|Game of Thrones|Succession|The Crown|Euphoria|
Crash Landing on You|Goblin|Hellbound|Kingdom|Sweet Home|Vincenzo|Itaewon Class|Hospital Playlist|
Reply 1988|Extraordinary Attorney Woo|The Glory|Moving|Money Heist|Elite|Dark|Lupin|The Witcher|
Wednesday|Outlander|Ozark|Narcos|Black Mirror|Peaky Blinders|Sherlock|Fleabag|Killing Eve|Normal People|
Doctor Who|Downton Abbey|Line of Duty|Happy Valley|Broadchurch|Sex Education|Heartstopper|Skins|Misfits|
Merlin|Shameless|Breaking Bad|Better Call Saul|Mad Men|Lost|Westworld|True Detective|The Boys|Andor|
Loki|Severance|Ted Lasso|The Bear|Shogun|Shōgun|Yellowjackets|The White Lotus|House of the Dragon|
The Last of Us|Fargo|Barry|Atlanta|Pachinko|Beef|Snowpiercer|Minari|Train to Busan|Oldboy|
Decision to Leave|Weak Hero|True Beauty|Business Proposal|Twenty-Five Twenty-One|Lovely Runner|Mouse|
Taxi Driver|Signal|Arrival|Dune|Avatar|Titanic|Barbie|Oppenheimer|Inception|Gladiator|Twilight|Hamilton|
Wicked|Glee|Riverdale|Gossip Girl|Suits|Friends|House|Scandal|Bones|Castle|Arrow|Vikings|Rome|Spartacus|
Black Sails|Justified|Deadwood|The Wire|Sense8
""".replace("\n    ", "").split("|")
)


@dataclass(frozen=True)
class Entry:
    """A cast line as read; `brackets` holds what stood in brackets and may be a credit or a character."""

    person: str
    character: str | None = None
    role: str | None = None
    native: str | None = None
    brackets: tuple[str, ...] = ()
    form: str = "bare"
    rest: str = field(default="", compare=False)


def read_entry(text: str) -> Entry | None:
    """The person, and whom they play, of one line; None if it is no such line."""
    text = text.strip(" ,;").removesuffix(".") if text.count(". ") == 0 else text.strip(" ,;")
    if not 2 <= len(text) <= 300:
        return None
    for form, pattern in (("as", _AS), ("plays", _PLAYS), ("played", _PLAYED), ("aged", _AGED)):
        if found := pattern.match(text):
            return _entry(found, form)
    bare, inner = brackets_off(text)
    if found := _DASH.match(text):
        return _entry(found, "dash")
    if found := _TRADE.match(bare):
        return _entry(found, "trade", inner)
    if is_person(bare, mononym=True):
        kept = tuple(item for item in inner if not is_native(item))
        return Entry(bare, None, None, native_of(inner), kept, "bracket" if kept else "bare")
    return None


def _entry(found: re.Match[str], form: str, inner: list[str] | None = None) -> Entry | None:
    person, rest = found["person"], found["rest"]
    if not is_person(person, mononym=form != "trade"):
        return None
    aside = found.groupdict().get("aside") or ""
    brackets = [*brackets_off(aside)[1], *brackets_off(rest)[1], *(inner or [])]
    if form in ("aged", "trade"):
        return Entry(person, None, role_in(rest), native_of(brackets), (), form, rest)
    if (_CREW_ROLE.match(rest) and not rest[0].isupper()) or (form == "dash" and _CREW_ROLE.match(rest)):
        return None
    character = character_in(rest, strict=form == "dash")
    role = None if character else role_in(rest)
    if form == "dash" and not character and not role:
        said = rest[0].islower() or _NO_CHARACTER.match(rest)
        return Entry(person, None, None, native_of(brackets), (), "dash", rest) if said else None
    return Entry(person, character, role, native_of(brackets), (), form, rest)


def marked(text: str) -> str | None:
    """The status that a last bracket gives: "Kim Hye-yoon as Bada (new)"."""
    found = _MARKED.search(text)
    return ("new" if found[1].lower() in ("new", "newcomer", "debut") else "returning") if found else None


def character_in(rest: str, *, strict: bool = False) -> str | None:
    """The character's name at the start of a text; None where an occupation stands instead."""
    rest = _DESCRIBED.sub("", _NEW_ONE.sub("", rest.strip()))
    found = _CHARACTER.match(rest)
    if not found or _NO_CHARACTER.match(rest):
        return None
    after = rest[found.end() :]
    if re.match(r"[’']s?\s[a-z]", after) or (_OWNING.search(found.group()) and re.match(r"\s[a-z]", after)):
        # "Defne's mother, Nermin" is Nermin, "Defne's sister Nil" is Nil; "Defne's mother" has no name.
        own = re.match(rf"(?:[^,;.]{{0,50}},\s|[’']?s?\s(?:[a-z-]+\s){{1,3}})({CHARACTER})", after)
        return own[1] if own else None
    cut = _CUT.search(rest, 1)
    name = min(found.group(), rest[: cut.start()] if cut else rest, key=len)
    return _tidied(name, strict=strict)


def _tidied(name: str, *, strict: bool) -> str | None:
    """A character's name without article, quotes and possessive; None if what is left is no name."""
    name = re.sub(r"^the\s", "", name)
    name = name if name.endswith(("Jr.", "Sr.")) else name.strip(' .,“”"‘')
    name = re.sub(r"(?<=s)[’']$|[’']s?$", "", name)
    words = name.lower().split()
    if not words or is_native(name) or len(name) > 60:
        return None
    if strict and words[0] in ("season", "episode", "episodes"):
        return None
    return None if len(words) == 1 and words[0] in NOT_NAMES | {"himself", "herself"} else name


def role_in(rest: str) -> str | None:
    """The job in front of the camera that a text gives: host, narrator, judge, guest, cameo."""
    for found in re.finditer(r"(?<![\w-])[a-z]+(?:-[a-z]+)?", rest):
        if found.group() in HOSTS and "reality" not in rest.lower():
            return HOSTS[found.group()]
        if found.group() == "cameo":
            return "cameo"
    return None


def are_credits(entries: list[Entry], context: str) -> bool:
    """Whether what stands in the brackets of a list are past works rather than characters."""
    brackets = [item for entry in entries for item in entry.brackets]
    if not brackets:
        return False
    if re.search(
        r"\b(?:known\s(?:for|from)|credits?|previous\s(?:work|roles?|shows?)|past\s(?:work|"
        r"roles?|shows?)|seen\sin|in\sbrackets|hit\sshows\slike)\b",
        context,
        re.I,
    ):
        return True
    titles = sum(is_credit(item) for item in brackets)
    named = sum(entry.form in ("as", "dash", "plays") for entry in entries)
    return titles * 5 >= len(brackets) * 2 or len(set(brackets)) < len(brackets) or named > len(brackets)


def is_credit(text: str) -> bool:
    """Whether words in brackets after a name are a work they were in."""
    return is_native(text) or text in KNOWN_TITLES or bool(_CREDIT.search(text))


def reversed_entry(text: str) -> Entry | None:
    """A line that gives the character first ("Nam On-jo: Park Ji-hu")."""
    found = _REVERSED.match(text)
    if not found or not is_person(found["person"], mononym=True):
        return None
    character = character_in(found["rest"])
    return Entry(found["person"], character, None, None, (), "reversed") if character else None
