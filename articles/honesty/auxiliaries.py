""" "Will" and "may": the auxiliary, or a name, a noun, a month."""

import re

# What may follow the auxiliary in a headline, whose capitals tell nothing.
_BASE_VERBS = """
adapt air all also always announce appear arrive battle be become begin both bow break bring cancel cast
celebrate change come compete conclude confirm consist contain continue cover debut definitely delay die
direct dive dominate drop end even exit expand explore face fall feature fight film finally find focus
follow get give go grow happen haunt have head help hit hold host include introduce join judge just keep
kill land last launch lead leave let likely live look lose make mark meet move narrate narrow need never no
not now officially only open pick play possibly premiere present probably produce push put reach receive
release remain renew replace reportedly reprise return reunite reveal rise rule run save say screen see
serve set shift shock shoot show skip soon span star start stay still stop stream surprise survive tackle
take tell travel try turn voice want win work wow wrap write
"""
_SURNAMES = (
    "Smith|Poulter|Ferrell|Forte|Arnett|Byers|Graham|Turner|Trent|Sharpe|Young|Wheaton|Sasso|Patton|Yun|Tudor|"
    "Mellor|Hunting|Truman|Grayson|Scarlet|Robinson|Herondale|Roland|Merrick|Keen|Estes|Gluck|Packham|Attenborough|"
    "Tennyson|Ropp|Harrison|Kemp|Oldham|Friedle|Chase|Brittain|Theakston|Gardner|Graham|Hutchins|Speck|Dunn|Bailey"
)
_BEFORE_NAMES = re.compile(
    r"(?:\b(?:and|with|by|of|from|for|to|as|starring|stars?|actor|singer|director|like|character|when|'s|aunt)|[,&:(|–—])\s$",
    re.I,
)
_FIRST_NAMES = re.compile(
    r"\b(?:Elaine|Brian|Theresa|James|Ralphie|Aunt|Melinda|Jonny|Fiona|Imelda|Mathilda)\s$", re.I
)
_VERB = rf"(?:{'|'.join(_BASE_VERBS.split())})"
_VERB_NEXT = re.compile(rf"\s(?:n[o']t\s|\w+ly\s)?{_VERB}\b", re.I)
_NAME_NEXT = re.compile(rf"\s(?:{_SURNAMES})\b|'s\b", re.I)
_AUXILIARY = re.compile(r"(?<![\w'-])(?:will|may)(?![\w'-])", re.I)


def without_names(text: str, is_titled: bool) -> str:
    """The text with underscores in place of every "will" and "may" that is no auxiliary; as long as it was."""
    return _AUXILIARY.sub(lambda found: _kept(found, text, is_titled), text)


def _kept(found: re.Match[str], text: str, is_titled: bool) -> str:
    word, before, after = found.group(), text[: found.start()][-30:], text[found.end() :][:40]
    return word if _is_verb(word, before, after, is_titled) else "_" * len(word)


def _is_verb(word: str, before: str, after: str, is_titled: bool) -> bool:
    """Whether "will" or "may" is the auxiliary, and no name, noun or month."""
    if word.islower():
        return True
    if not before.strip(" \"'"):
        return False
    verb_next = bool(_VERB_NEXT.match(after))
    if word.lower() == "may":
        return (is_titled or word.isupper()) and verb_next and not _FIRST_NAMES.search(before)
    if word.isupper():
        return not _NAME_NEXT.match(after)
    if not is_titled or _NAME_NEXT.match(after):
        return False
    return verb_next or not (_BEFORE_NAMES.search(before) or not after.strip())
