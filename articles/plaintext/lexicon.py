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


# What somebody does who denies, and what a thing is that is not so.
DENYING = Cues("debunked", "sentence", (
    "den(?:ies|ied)", "refut(?:es|ed)", "quash(?:es|ed)", "rubbish(?:es|ed)", "shot down", "shoots? down",
))  # fmt: skip
FALSE = Cues("debunked", "clause", (
    "(?:(?:completely|totally|entirely|simply|just|patently) )?"
    "(?:false|untrue|fake|fabricated|debunked|a hoax|baseless|not true|made up|nonsense)",
))  # fmt: skip
DENIALS = Cues("debunked", "sentence", (
    *DENYING.words, *FALSE.words, "deny", "debunks?", "denial", "bogus", "no truth", "no basis", "groundless",
    "unfounded", "refute", "dismiss(?:es|ed)", "hoax",
    "(?:is|are|was|were) (?:wrong|incorrect|inaccurate)", "fact check: no", "ruled out", "rules out",
    "misinformation", "poured cold water", "pours cold water",
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
# What takes certainty away from the verb that it stands by.
MODALS = (
    "may(?! \\d)(?! 20)", "might", "could",
    "should (?:arrive|land|drop|premiere|air|debut|return|be|come|hit|get|launch|start|begin|see|release)",
)  # fmt: skip
MAYBES = (
    "possibl[ey]", "perhaps", "maybe", "probably", "likely", "unlikely", "presumably", "potentially",
    "hopefully", "tentative(?:ly)?",
)  # fmt: skip
GUESSES = Cues("speculation", "clause", (
    *MODALS, *MAYBES, "would", "expect(?:s|ed|ing)?", "expectations?",
    "anticipate[sd]?", "estimat(?:e|es|ed)", "predict(?:s|ed|ion|ions)?", "projected",
    "hop(?:e|es|ed|ing) (?:to|for|that|it|the|he|she|they|we|fans|season)",
    "speculat(?:e|es|ed|ion|ive)", "theor(?:y|ies|ise|ize|ised|ized)", "guess(?:es|ed|ing)?",
    "assum(?:e|es|ed|ing)", "suggest(?:s|ed)?", "hint(?:s|ed)?", "point(?:s|ed|ing)? (?:to|towards?)",
    "eye(?:s|d|ing)", "aim(?:s|ed|ing)", "target(?:s|ed|ing)?", "pencil+ed in",
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
# What a headline check holds against a level. Words of the highest level, of a fact, of a plan.
OFFICIALS = Cues("official", "clause", ("official", "officially", "(?:made|makes|making) it official"))
CERTAINTIES = Cues("confirmed", "clause", (
    "confirm(?:s|ed)", "definite(?:ly)?", "certainly", "(?:is|are|seems|all but) certain", "certain to",
    "guaranteed?", "100 ?% (?:happening|confirmed|certain|back|true)",
    "locked in", "locks in", "set in stone", "(?:is|are) happening", "finally (?:here|dated)",
    "(?:no|without|without a|beyond|beyond a) doubt", "(?:no|without|beyond) question", "undoubtedly", "unquestionably",
    "make no mistake", "for sure", "sure to", "done deal", "in the bag", "signed and sealed", "bound to",
))  # fmt: skip
REVEALS = Cues("confirmed", "clause", (
    "announc(?:es|ed)", "reveal(?:s|ed)", "unveil(?:s|ed)", "declar(?:es|ed)",
))  # fmt: skip
FUTURES = Cues("confirmed", "clause", ("will", "won't", "shall"))
DATES = Cues("confirmed", "clause", (
    "(?:release|premiere|air|launch|start|debut|return|broadcast|streaming|opening) dates?",
))  # fmt: skip
PLANS = Cues("reported", "clause", (
    "(?:all )?set (?:to|for)", "slated (?:to|for)", "scheduled (?:to|for)", "due out", "poised to", "on track to",
))  # fmt: skip
# Hedges that say less than what is held, where what is held is a fact.
DOUBTS = Cues("speculation", "clause", (
    *MODALS, *MAYBES, "apparently", "seemingly", "(?:widely )?expected (?:to|in|on|by|for|around|this|next)",
    "(?:is|are) (?:widely )?expected", "tipped (?:to|for|as)", "(?:believed|thought|understood|said) to",
    "in (?:early |final |advanced |late )?talks", "(?:is|are|being) eye(?:d|ing)", "(?:is|are) considering",
    "(?:is|are) circling", "(?:the|a) front-?runners?", "in the running", "in line (?:for|to)", "linked (?:to|with)",
    "mooted", "touted", "estimated (?:to|for|at)", "predicted to", "speculated", "hoped to",
    "(?:seems?|appears?) to", "looks? (?:set|likely|like)", "on the cards", "pencil+ed in", "hinted at",
    "reportedly", "allegedly", "alleged", "purportedly", "purported", "supposedly", "supposed",
    "unverified", "unconfirmed", "rumou?red(?:ly)?", "rumou?r has it", "word is", "whispered",
    "(?:rumou?rs?|reports|whispers|leaks?|estimates|theories) (?:suggest|say|claim|hint|point|place|put|have it)s?",
    "(?:insiders?|sources?|tipsters?|leakers?|scoopers?)(?: close to [a-z ]{3,30})? "
    "(?:says?|said|claims?|claimed|suggests?|believes?|tells?|told|hints?|insists?)",
    "there (?:is|are) (?:\\w+ )?(?:whispers?|rumou?rs?|talk|chatter|speculation) (?:that|of)",
    "fans (?:think|believe|hope|suspect)", "we (?:expect|think|believe|predict|reckon|hope)",
    "it (?:seems|appears)", "(?:pure|mere|only|just|still) (?:an? )?(?:speculation|rumou?r|guess(?:work)?)",
    "unclear (?:whether|if)", "remains to be seen (?:whether|if)", "in theory",
    "if (?:rumou?rs|reports|whispers) are (?:true|right)",
))  # fmt: skip
# Who speaks for a title: what they announce is official.
AUTHORITIES = (
    "streamer|streaming (?:service|giant|platform)|network|broadcaster|studio|platform|"
    "channel|agency|label|production company|makers|producers?|creator|showrunner|"
    "director|service|distributor|"
    "cable network|company|official (?:account|site|website|twitter|instagram|x account|"
    "trailer|poster)|publicist|spokesperson|spokesman|spokeswoman|representative"
)
# Studios and makers by name; platforms have their own list in platforms.py.
STUDIOS = (
    "Warner Bros|Universal|Paramount|Sony|Disney|Marvel|Lucasfilm|Pixar|A24|Lionsgate|Legendary|MGM|Focus Features|"
    "Searchlight|Neon|Blumhouse|Toho|Toei|MAPPA|Ufotable|Aniplex|Studio Dragon|ITV Studios|BBC Studios|CJ ENM|Apple|"
    "Amazon|StudioCanal|Gaumont|Pathé|Constantin|Yash Raj|Dharma|DC Studios|Columbia|Nintendo|Hasbro|Banijay|"
    "Fremantle|Endemol"
)
ALL = (
    *(DENYING, FALSE, DENIALS, RUMOURS, GUESSES, REPORTS, ANNOUNCEMENTS),
    *(OFFICIALS, CERTAINTIES, REVEALS, FUTURES, DATES, PLANS, DOUBTS),
)
