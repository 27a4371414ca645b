"""The lexicon of certainty: which words say how sure a sentence is. Data alone.

It serves the importer (wording.py) and whoever holds words against a level, such as the headline check.
A cue's `level` is the confidence that the words claim; `reach` says how far they carry: a modal colours its
clause ("could"), an attribution its whole sentence ("sources said").
"""

import re
from dataclasses import dataclass

LEVELS = ("official", "confirmed", "reported", "rumoured", "speculation", "debunked")


@dataclass(frozen=True)
class Cues:
    """Words of one kind, as alternatives of a pattern (a space stands for any space)."""

    level: str
    reach: str
    words: tuple[str, ...]

    def pattern(self) -> re.Pattern[str]:
        """One pattern for all the words, whole words only, any case."""
        alternatives = "|".join(word.replace("'", "[’']").replace(" ", r"\s") for word in self.words)
        return re.compile(rf"(?<![\w])(?:{alternatives})(?!\w)", re.I)


DENIALS = Cues("debunked", "sentence", (
    "den(?:y|ies|ied)", "debunk(?:s|ed)?", "denial",
    "(?:completely |totally |entirely |simply |just )?(?:false|untrue|fake|bogus)", "not true", "no truth",
    "no basis", "baseless", "groundless", "unfounded", "refut(?:e|es|ed)", "rubbished", "shot down",
    "shoots down", "dismiss(?:es|ed)", "hoax", "made up", "fabricated",
    "(?:is|are|was|were) (?:wrong|incorrect|inaccurate)", "nonsense", "fact check: no", "ruled out",
    "rules out", "quash(?:es|ed)", "misinformation", "poured cold water", "pours cold water",
    "never (?:been )?approached", "set the record straight",
    "clarified that (?:he|she|they) (?:is|are|was|were) not", "AI[- ]generated", "AI fakes?",
))  # fmt: skip
RUMOURS = Cues("rumoured", "sentence", (
    "rumou?r(?:s|ed)?", "rumou?redly", "leak(?:s|ed|er|ers)?", "insiders?", "unnamed", "anonymous(?:ly)?",
    "unverified", "chatter", "whispers?", "word is", "word has it", "tipsters?", "scoopers?", "grapevine",
    "gossip", "buzz is", "hearsay", "alleged(?:ly)?", "purported(?:ly)?",
    "sources? (?:close|familiar|say|says|said|claims?|claimed|told|tells?|with knowledge|inside|who)",
    "a source", "fan accounts?", "(?:on|via) (?:reddit|tiktok|weibo|4chan)",
    "reddit (?:posts?|users?|threads?)", "tiktok (?:posts?|users?|videos?)",
    "social media (?:posts?|users?|claims?)", "supposed(?:ly)?", "talk of", "speaking on condition",
    "unconfirmed",
))  # fmt: skip
GUESSES = Cues("speculation", "clause", (
    "may(?! \\d)(?! 20)", "might", "could", "would", "possibl[ey]", "perhaps", "maybe", "probably",
    "likely", "unlikely", "presumably", "potentially", "expect(?:s|ed|ing)?", "expectations?",
    "anticipate[sd]?", "estimat(?:e|es|ed)", "predict(?:s|ed|ion|ions)?", "projected",
    "hop(?:e|es|ed|ing) (?:to|for|that|it|the|he|she|they|we|fans|season)", "hopefully",
    "should (?:arrive|land|drop|premiere|air|debut|return|be|come|hit|get|launch|start|begin|see|release)",
    "speculat(?:e|es|ed|ion|ive)", "theor(?:y|ies|ise|ize|ised|ized)", "guess(?:es|ed|ing)?",
    "assum(?:e|es|ed|ing)", "suggest(?:s|ed)?", "hint(?:s|ed)?", "point(?:s|ed|ing)? (?:to|towards?)",
    "eye(?:s|d|ing)", "aim(?:s|ed|ing)", "target(?:s|ed|ing)?", "tentative(?:ly)?", "pencil+ed in",
    "in theory", "if all goes", "wish(?:es|ed)? (?:for|to)", "fans (?:think|believe|want|hope)",
    "we (?:think|believe|predict|reckon)", "believed to", "thought to", "said to be (?:considering|eyeing)",
    "convinced", "insists?", "safe bet", "wager", "bets?", "calculations?",
    "if (?:the )?(?:history|pattern)", "rough(?:ly)? (?:guess|idea)",
    "look(?:s|ing) (?:increasingly )?(?:like|likely)", "on the cards", "going on past",
    "based on (?:the )?(?:previous|past|usual|typical)", "seems?", "appears? to",
    "looks (?:like|set|likely)", "in talks", "circling", "considering", "plan(?:s|ning) to",
    "remains to be seen", "wishlist", "dream cast(?:ing)?", "educated guess", "realistic(?:ally)?",
))  # fmt: skip
REPORTS = Cues("reported", "sentence", (
    "reportedly", "report(?:s|ed|ing)?", "according to", "per", "is said to", "are said to", "sources",
    "media", "outlets?", "industry (?:reports|sources|talk)", "claim(?:s|ed|ing)?", "understood to",
    "learned that", "hears that", "told the (?:outlet|paper|magazine|site|trade)",
))  # fmt: skip
ANNOUNCEMENTS = Cues("official", "sentence", (
    "announc(?:e|es|ed|ing|ement)", "confirm(?:s|ed|ing|ation)?", "reveal(?:s|ed|ing)?",
    "unveil(?:s|ed|ing)?", "press release", "statement", "introduced", "set", "sets", "has set",
    "renew(?:s|ed)", "order(?:s|ed)", "cancel(?:s|led|ed)", "greenlit", "commission(?:s|ed)", "picked up",
    "said", "says", "shared", "posted", "uploaded", "bringing", "has dated", "dated", "handed",
    "giv(?:es|en)|gave", "made it official", "declared", "axed", "brings back", "scheduled", "slated",
    "stated", "told",
))  # fmt: skip
CERTAINTIES = Cues("confirmed", "clause", (
    "official(?:ly)?", "confirm(?:s|ed|ing|ation)?", "will", "definite(?:ly)?", "release date",
    "certain(?:ly)?", "guaranteed", "is happening", "locked in", "set in stone", "announc(?:ed|es|ement)",
    "revealed", "finally (?:here|dated)",
))  # fmt: skip
# Who speaks for a title: what they announce is official.
AUTHORITIES = (
    "streamer|streaming (?:service|giant|platform)|network|broadcaster|studio|platform|"
    "channel|agency|label|production company|makers|producers?|creator|showrunner|"
    "director|service|distributor|"
    "cable network|company|official (?:account|site|website|twitter|instagram|x account|"
    "trailer|poster)|publicist|spokesperson|spokesman|spokeswoman|representative"
)
ALL = (DENIALS, RUMOURS, GUESSES, REPORTS, ANNOUNCEMENTS, CERTAINTIES)
