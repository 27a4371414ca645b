"""What only looks like a word of certainty: fixed phrases. And what is said in quotation marks."""

import re

from .auxiliaries import without_names

_IDIOMS = re.compile(
    r"\bofficial(?=\s(?:\w+\s)?(?:trailers?|teasers?|synops[ie]s|websites?|sites?|accounts?|instagram|twitter|x|tiktok"
    r"|facebook|youtube|social|posters?|soundtracks?|merch\w*|images?|stills?|photos?|pictures?|loglines?|titles?"
    r"|podcasts?|channels?|pages?|fan|opening|ceremony|charts?|complaint|business|duties|duty|visit|language|biograph\w+"
    r"|secrets?|art|artwork|clips?|lyrics?|music|video|companion|guide|tie-in|novelisation|selection|competition"
    r"|partner|sponsor|documents?|report|inquiry|investigation|key)\b)"
    r"|\bwill\s(?:(?:not|only|then|now|later|soon)\s)?(?:decide|depend|tell|see|know|show|need|have\sto|consider|discuss|announce|reveal"
    r"|confirm|share|comment|say|respond|update|want|differ)\b|\bwill\sbe\s(?:announced|revealed|confirmed|decided|shared|known|seen|told)\b"
    r"|\bone\sthing(?:'s|\sis)\s(?:certain|for\ssure|clear)\b"
    r"|\bofficial\s(?:announcements|updates|sources|statements|channels|communications|information)\b"
    r"|\b(?:may|might|could)\s(?:still\s|yet\s)?(?:change|vary|differ|be\ssubject)\b"
    r"|\bofficially\s(?:titled|called|named|known|licensed|licenced|sanctioned|credited|billed|rated)\b"
    r"|\b(?:carr|mark|treat|list|present|regard|describ|bill)\w*\s(?:\w+\s){0,3}as\s(?:official|confirmed)\b"
    r"|\bofficials?\s(?:says?|said)\b|\b(?:police|city|government|state|federal|palace|army|court|school|health|studio)"
    r"\sofficials?\b|\b(?:an|the|high-ranking|corrupt|senior)\sofficial(?=\s(?:who|in|at|from|whose)\b)"
    r"|\bofficial\ssecrets?\b|\b(?:the\s)?Official\sCompetition\b"
    r"|\bconfirmed\s(?:bachelor|bachelors|vegetarian|kills?|cases?|atheist|fan|spinster)\b"
    r"|\bconfirms?\s(?:his|her|their|its)\s(?:status|reputation|place|talent)\b"
    r"|\brelease\sdates?\s(?:page|calendar)\b"
    r"|\b(?:at|good|free|ill|last|living|iron|political|own|of|strong|sheer|a|his|her|their|the|my|your|father's|"
    r"mother's|grandmother's|grandfather's|dying)\swill(?=[\s,.;:!]|$)(?!\s(?:be|have|not)\b)"
    r"|\bwill[\s-](?:they|he|she)?[,/\s-]+(?:or\s)?wo?n't[\s-](?:they|he|she)\b|\bwill[\s-]power\b"
    r"|\bwhere\sthere's\sa\swill\b|\bif\syou\swill\b|\bgod\swill\b"
    r"|\b(?:all\s)?(?:his|her|their|its|its\sfull|with\sall|the|military|of|full|collective)\s(?:own\s)?might\b"
    r"|\bmight\sof\b|\bmight\sand\s(?:main|magic)\b|\bmay\sor\smay\snot\b|\bmay\sthe\sforce\b|\bas\s(?:it\s)?may\s(?:be\s)?seem\b"
    r"|\bbe\sthat\sas\sit\smay\b|\bcome\swhat\smay\b|\blikely\slads?\b|\bcould\s(?:hardly|barely|scarcely|not|n't)\b"
    r"|\bcouldn't\b|\bcould(?=\s(?:be\s(?:heard|seen|spotted)|see|hear|watch|tell)\b)"
    r"|\b(?:you|viewers|fans|readers|audiences|some|many|eagle-eyed\s\w+|those\swho)\s(?:\w+\s)?(?:may|might|could)\b"
    r"|\b(?:most|much|long|hotly|eagerly|highly|keenly)[\s-](?:anticipated|expected|awaited|rumou?red)\b"
    r"|\b(?:as|than|when|previously|once|first|originally|initially|long|earlier|had\sbeen|was|were)\s(?:once\s|first\s|"
    r"originally\s|widely\s|previously\s|long\s|initially\s)?(?:expected|rumou?red|thought\sto|believed\sto|understood\sto|"
    r"tipped|touted|reported|mooted|speculated|scheduled|slated|set\sto)\b"
    r"|\bno\slonger\s(?:rumou?red|expected|in\stalks|unconfirmed)\b|\b(?:not|more\sthan)\s(?:just|merely|only)\s"
    r"(?:a\s)?(?:rumou?red?|possible|possibly|likely|expected)\b"
    r"|\ba\scertain\b|\bset\s(?:in(?!\sstone)|on\sthe|photos?|visit)\b|\bset\sto\s(?:music|song)\b"
    r"|\bsupposed\sto\b|\blook\slike\s(?:an?|the)\b|\blooks\slike\s(?:an?|the)\b|\bdreams?\sof\b|\bdream\sdate\b",
    re.I,
)
_QUOTED = re.compile(
    r"\"[^\"\n]{1,600}\"|«[^»\n]{1,600}»|「[^」\n]{1,600}」|『[^』\n]{1,600}』"
    r"|(?<![\w'])'(?!\s)(?:[^'\n]|(?<=\w)'(?=\w)){1,300}(?<!\s)'(?!\w)"
)

HAS_VERB = re.compile(
    r"\b(?:is|are|was|were|been|being|has|have|had|will|shall|may|might|could|would|should|can|does|did|do|says?|said"
    r"|told|tells|set|put|puts|began|begun|wraps?|airs?|returns?|joins?|opens?|plays?|stars?|leaves?|left|starts?|begins?"
    r"|ends?|comes?|came|goes|went|gets?|got|takes?|took|moves?|drops?|lands?|hits?|arrives?|premieres?|debuts?"
    r"|renews?|cancels?|orders?|confirms?|announces?|reveals?|unveils?|reports?|hears|claims?|suggests?|follows?|runs?"
    r"|shoots?|films?|casts?|exits?|quits?|promises?|makes?|made|brings?|brought|shows?|rumou?red|held|holds"
    r"|directs?|signs?|writes?|adapts?|hosts?|leads?|stays?|dies|helms|reprises|voices|features|introduces|continues|remains|becomes|means|says|wants|teases|expects|hopes|believes|thinks|boards|streams|launches|lives|works|finds|meets|turns|sets"
    r"|explores?|knows?|known|gave|gives?|sees?|saw|wins?|won|lost|loses?|\w{2,}ed)\b|n't\b|'(?:ll|re|ve)\b"
    r"|\b(?:it|he|she|that|who|there)'s\b",
    re.I,
)


def masked(text: str, is_titled: bool) -> str:
    """The text with underscores in place of what only looks like a cue; as long as it was."""
    return without_names(_IDIOMS.sub(lambda found: "_" * len(found.group()), text), is_titled)


def quoted(text: str) -> list[tuple[int, int]]:
    """Where somebody else's words, or a title, stand in quotation marks (straight ones)."""
    return [found.span() for found in _QUOTED.finditer(text)]
