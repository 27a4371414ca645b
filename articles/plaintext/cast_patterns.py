"""How sentences of the genre cast people: patterns alone, in the order they are tried."""

import re

from .names import CHARACTER, NAME, UPPER

_ASIDE = r"(?:\s\([^()]{1,80}\))?"
PEOPLE = re.compile(
    rf"{NAME}{_ASIDE}(?:(?:,\sand\s|,\s|\sand\s|\s&\s|,?\salongside\s|,?\sas\swell\sas\s|"
    rf",?\splus\s|,?\stogether\swith\s){NAME}{_ASIDE}){{0,24}}"
)
ONE_NAME = re.compile(NAME)
PAIR = re.compile(
    rf"(?P<person>{NAME}){_ASIDE},?\s(?:(?:who\s|will\s|is\s|are\s|has\s|been\s|was\s|also\s|be\s"
    rf"|set\sto\s|confirmed\sto\s|due\sto\s|officially\s|reportedly\s|may\s|might\s|could\s"
    rf"|would\s|likely\s|expected\sto\s|rumou?red\sto\s|again\s){{0,4}}(?:(?:back|returns?|returning|"
    rf"starring|stars?|recurs?|recurring|guest[- ]stars?|"
    rf"cast|featured|appears?|debuts?|headlines?|(?:leads?|heads?|tops?|fronts?|joins?|"
    rf"rounds?\sout)\sthe\s\w+|joins?|joined|signed\son|reprises?\s(?:his|her|their)\s"
    rf"roles?)\s)?as\s|[–—]\s)(?P<character>(?:an?\snew\scharacter,?\s(?:(?:named|called|the)\s)?)?(?:(?!(?:an?|of|in|at|on|for|from|with|to|and|"
    rf"by|while|but|part|well)\s)[a-z-]+\s){{0,3}}{CHARACTER})"
)
PLAYED_BY = re.compile(
    rf"(?P<character>{CHARACTER})(?:,\s|\s\(|\s)(?:(?:is|will\sbe|being|once\sagain|again)\s"
    rf")?(?:played|portrayed|voiced|brought\sto\slife)\s(?:once\sagain\s|again\s)?by\s"
    rf"(?:newcomer\s|the\s)?(?P<person>{NAME})"
)
PLAYS = re.compile(
    rf"(?P<person>{NAME}){_ASIDE}(?:,\s|\s\(|\s)(?P<lead>(?:who\s)?(?:will\s|also\s|is\s"
    rf"set\sto\s|is\sto\s|has\sbeen\scast\sto\s|has\sjoined\sto\s|is\srumou?red\sto\s(?:be\s"
    rf")?|reportedly\s|is\sreportedly\s|may\s|might\s|could\s|would\s|is\s(?:reportedly\s"
    rf")?in\s(?:final\s|early\s|advanced\s)?talks\sto\s|(?:is\sbeing\s|has\sbeen\s|was\s"
    rf")?(?:eyed|tapped|chosen|picked|confirmed|selected)\sto\s|(?:has\s)?signed\son\sto\s|"
    rf"again\s|once\sagain\s){{0,3}})"
    rf"(?P<verb>plays?|playing|(?<=who\s)(?:previously\s|first\s|once\s|had\s|has\s|has\s"
    rf"long\s)?played|portrays?|portraying|voices?|voicing|takes?\son\sthe\s(?:role|part)\s"
    rf"of|reprises?\s(?:his|her|their)\sroles?\sas|reprising\s(?:his|her|their)\sroles?\s"
    rf"as|steps?\sinto\s(?:the\s(?:role|shoes)\sof))\s(?=(?P<rest>[^;]{{1,90}}))"
)
REPLACES = re.compile(
    rf"(?P<new>{NAME})(?:,\s|\s)(?:(?:who\s|will\s|has\s|is\s|set\sto\s|to\s|reportedly\s|in\stalks\sto\s|be\s){{0,4}})"
    rf"(?:replac(?:e|es|ed|ing)|tak(?:e|es|ing)\sover\sfrom|took\sover\sfrom|succeed(?:s|ed|ing)?|"
    rf"step(?:s|ping|ped)?\sin\sfor)\s(?P<old>{NAME})"
    rf"(?:{_ASIDE},?\s(?:as|in\sthe\srole\sof)\s(?P<character>(?:(?!an?\s)[a-z-]+\s){{0,3}}{CHARACTER}))?"
)
REPLACED_BY = re.compile(
    rf"(?P<old>{NAME})(?:,\swho\s[^,.;]{{2,30}}?(?:\sas|play(?:s|ed))\s(?P<character>{CHARACTER})[^,.;]{{0,60}},)?"
    rf"\s(?:(?:has|have|is|was|will|be|been|being)\s){{1,3}}(?:replaced|succeeded)\sby\s(?P<new>{NAME})"
)
FUTURE = re.compile(r"\b(?:talks|cast|joined|tapped|chosen|picked|selected|eyed|will|signed|to)\b")
ROLE_TO = re.compile(
    rf"\b(?:role|part)\sof\s(?P<character>{CHARACTER})\s(?:goes|went|is\sgoing|has\sgone)\s"
    rf"to\s(?P<person>{NAME})"
)
# In a synopsis the character comes first: "Agnes (Mona Castellan)"; one word, for actors have two.
INSIDE = re.compile(rf"(?P<character>[{UPPER}][\w’-]+)\s\((?P<person>{NAME})\)")
TOLD = re.compile(rf"(?P<character>{NAME})\s\((?:played\sby\s)?(?P<person>{NAME})\)")
STORY = re.compile(
    r"\b(?:tells\sthe\s(?:story|tale)|story\sof|follows|revolves\saround|cent(?:er|re)s\s"
    r"(?:on|around)|falls?\s(?:in\slove|for)|depicts)\b",
    re.I,
)
RESPECTIVELY = re.compile(
    r"\bas\s(?P<characters>(?:[^.;]|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.){3,200}?),?\srespectively\b"
)

# "A and B return as C and D": as many characters as people, in their order.
IN_ORDER = re.compile(
    rf"\s(?:all\s|both\s|will\s|are\s|also\s|to\s|set\s|once\s|again\s)*(?:return|back|star|appear|repris(?:e|ing)\stheir\s"
    rf"roles?|reprise\sthe\sroles?)\s(?:again\s)?(?:as|of)\s(?P<characters>{CHARACTER}(?:(?:,\sand\s|,\s|\sand\s){CHARACTER})+)"
    rf"(?![’'\w])|\splay\s(?P<played>{CHARACTER}(?:(?:,\sand\s|,\s|\sand\s){CHARACTER})+)(?![’'\w])"
)

_BACK = (
    r"(?:(?:also\s|all\s|both\s|are\s|is\s|will\s|have\s|has\s|be\s|been\s|set\sto\s|"
    r"confirmed\sto\s|expected\sto\s|reportedly\s|due\sto\s|officially\s|likely\s|may\s|"
    r"might\s|could\s|rumou?red\sto\s|each\s|probably\s|would\s|once\sagain\s|"
    r"in\s(?:final\s|early\s|advanced\s)?talks\sto\s|negotiating\sto\s){0,5})"
)
AFTER = (
    ("departing", re.compile(
        rf"^,?\s(?:who\s)?{_BACK}(?:not\s(?:be\s)?(?:return|back|coming\sback|reprise)\w*|"
        rf"won[’']t\s(?:be\s)?(?:return|back|coming\sback|appear)\w*|isn[’']t\s(?:return|"
        rf"coming\sback)\w*|leav(?:es|ing)|exit(?:s|ing|ed)|left(?=\s(?:the|over|after|to|due|in|because|last)\b)|dropped\sout|pulled\sout|quit|walked\saway|depart(?:s|ing|ed)|bow(?:s|ing|ed)\s"
        rf"out)\b")),
    ("debunked", re.compile(
        r"^\s(?:is|are|was|were|will)\snot\s(?:be\s)?(?:in|part\sof|appear\w*\sin|join\w*|"
        r"playing|starring|cast\b)")),
    ("returning", re.compile(
        rf"^,?\s(?:who\s)?{_BACK}(?:return(?:s|ing)?|back|come(?:s)?\sback|coming\sback|"
        rf"repris(?:e|es|ing))\b")),
    ("new", re.compile(
        rf"^,?\s(?:who\s)?{_BACK}(?:join(?:s|ed|ing)?|sign(?:s|ed)\son|sign(?:s|ed)\sup|"
        rf"board(?:s|ed)|come(?:s)?\saboard|enter(?:s|ed|ing)?\sthe\s(?:villa|house|jungle|"
        rf"competition|show|castle|island)|(?<=been\s)cast\b|(?<=are\s)cast\b|(?<=is\s)cast\b|"
        rf"(?<=was\s)cast\b|(?<=been\s)(?:tapped|added)|make(?:s)?\s(?:his|her|their)\sdebuts?|"
        rf"round(?:s)?\sout|newcomers?\b)")),
    ("guest", re.compile(
        rf"^,?\s(?:who\s)?{_BACK}(?:drops?\sby|guest[- ]stars?|cameos?|make(?:s)?\sa\s(?:brief\s"
        rf")?(?:cameo|guest)|turns?\sup\sas|pops?\sup|appears?\sas\sa\s(?:surprise\s)?guest)")),
    ("unknown", re.compile(
        rf"^,?\s(?:(?:who\s)?{_BACK}(?:stars?\s(?:in\sthe|as|opposite|alongside)|star\b(?=\s"
        rf"(?:in|as|alongside|opposite)\b|[.,])|lead(?:s)?\sthe\s(?:cast|ensemble|series|show)|"
        rf"headlines?|headline|front(?:s)?\s(?:the|it)|hosts?\b(?!\sof))|in\s(?:supporting|"
        rf"lead|leading|starring|key|main|undisclosed|recurring|unspecified)\sroles?|(?:the|"
        rf"its)\s(?:star|lead)\sof\s(?:the\s(?:series|show|drama|film)|it)|-led\b)")),
)  # fmt: skip
BEFORE = (
    ("new", re.compile(
        r"(?:\b(?:[Jj]oining\s(?:them|him|her|the\s(?:cast|ensemble|show|series)|the\s"
        r"cast)(?:\s(?:are|is|will\sbe))?|[Nn]ewcomers?(?:\s(?:are|include|includes))?|[Nn]ew\s"
        r"(?:faces|additions|cast\smembers|names|arrivals|recruits|islanders|contestants|"
        r"characters)(?:\s\w+){0,3}\s(?:are|include|includes)|joined\sby(?:\s[a-z-]+){0,3}|"
        r"has\s(?:added|cast|tapped|recruited)|have\scast|adds|casts|welcomes?))[:,]?\s$")),
    ("returning", re.compile(
        r"\b(?:[Rr]eturn(?:ing)?\s(?:of|are|is|cast\smembers?\s(?:are|include)|stars?)|"
        r"[Bb]ack\s(?:are|is|too\sare)|brings?\sback|[Rr]eturning(?:\s[a-z-]+){0,2})[:,]?\s$")),
    ("departing", re.compile(r"\b(?:lose|loses|without|farewell\sto|goodbye\sto|departure\sof|exit\sof|"
        r"(?:[Dd]eparting|[Ll]eaving|[Ee]xiting|[Nn]ot\sreturning):)\s$")),
    ("guest", re.compile(
        r"\b(?:cameo(?:s)?(?:\sappearance)?\s(?:by|from)|[Gg]uest\sstars?\s(?:include|"
        r"includes|are|will\sinclude)|guest\s(?:stars?|appearances?\s(?:by|from)|turns?\s"
        r"(?:by|from)))[:,]?\s$")),
    ("unknown", re.compile(
        r"\b(?:starring|[Ss]tars|fronted\sby|led\sby|headlined\sby|toplined\sby|anchored\sby|"
        r"[Hh]osted\sby|[Nn]arrated\sby|voiced\sby|(?:main|core|original|voice|supporting|ensemble)\scast(?=:)|"
        r"[Cc]ast\s(?:members?\s)?(?:also\s)?(?:includes?|features?)|"
        r"features|featuring|headed\sby|[Cc]o-?stars?|series\sstar|show[’']s\sstar|the\scast\s"
        r"are|ensemble\s(?:also\s)?includes)[:,]?\s(?:actors?\s)?$")),
    ("panel", re.compile(r"\b(?:hosts?|presenters?|judges|mentors|coaches)\s$")),
    ("ensemble", re.compile(
        r"^(?:Around|Alongside|Opposite|Beside|With)\s\w+[^.,;]{0,40}\s(?:were|was|are|is)\s$")),
)  # fmt: skip
OTHER_ROLE = re.compile(
    r"\b(?:executive\sproducers?|producers?|writers?|directed|directors?)\b[^.;]{0,30}$", re.I
)
