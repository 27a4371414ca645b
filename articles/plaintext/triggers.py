"""Words that make a fact of a kind, and the spans they take in a sentence. Data and one reader.

Order matters: the first kinds take their span before the later ones ("filming starts" is production, so
"starts" is no premiere there). `absorb` kinds yield no fact; they keep a date from being taken for a release.
"""

import re
from dataclasses import dataclass

SHOOT = (
    r"(?:production|filming|shooting|principal\sphotography|photography|cameras|the\s"
    r"shoot|shoot|work|recording|the\sproduction)"
)
_STARTED = (
    r"(?:began|begun|begins?|beginning|start(?:s|ed|ing)?|kick(?:s|ed)?\soff|commence[sd]?|"
    r"roll(?:s|ed|ing)?|got\s(?:underway|under\sway)|get\s(?:underway|under\sway)|went\s"
    r"before|resume[sd]?|is\s(?:already\s)?under\s?way|under\s?way)"
)
_WRAPPED = (
    r"(?:wrap(?:s|ped|ping)?(?:\sup)?|finish(?:es|ed)|complete[sd]?|conclude[sd]?|ended|"
    r"done|over|came\sto\san\send)"
)
_NOT = (
    r"(?:not|never|n[’']t|yet\sto|no|nor|without|neither|nothing|hasn[’']t|haven[’']t|"
    r"isn[’']t|awaiting|mum|quiet|unclear|unknown|remains?|to\sbe)"
)

TRIGGERS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        ("no_date",
            rf"\b{_NOT}\b[^.;]{{0,60}}?\b(?:announce[sd]?|confirm(?:s|ed)?|reveal(?:s|ed)?|set|"
            rf"sets|give[ns]?|gave|share[sd]?|said|released|unveiled|dated|disclosed|available|"
            rf"specif(?:y|ied)|official|known|scheduled|fixed|determined|"
            rf"locked)\b[^.;]{{0,50}}?\b(?:release|premiere|air|launch|return|start|debut|"
            rf"broadcast|opening|streaming|exact)?\s?(?:date|dates|window|when)\b"),
        ("no_date",
            r"\b(?:no|without\san?|lacks\san?|there\sis\sno|still\sno|yet\sno)\s(?:\w+\s"
            r"){0,2}(?:release|premiere|air|launch|return|broadcast|opening|streaming)\s(?:date|"
            r"window)\b[^.;]{0,60}|\b(?:release|premiere|air|launch)\s(?:date|window)\s(?:is|has|"
            r"remains?)\s(?:not|yet|still|unknown|unconfirmed|under\swraps|to\sbe|tbc|tba|a\s"
            r"mystery)\b[^.;]{0,40}"),
        ("no_date",
            r"\bno\s(?:official\s|firm\s)?(?:word|news|announcement|confirmation|indication|"
            r"details?|information)\b[^.;]{0,40}\b(?:when|dates?|premiere|release)\b[^.;]{0,40}"),
        ("no_date",
            r"\b(?:keeping|kept|staying|remains?)\s(?:quiet|silent|tight-lipped|mum|under\s"
            r"wraps)\b[^.;]{0,40}\b(?:date|when)\b|\bawait(?:s|ing)?\s[^.;]{0,30}\b(?:release|"
            r"premiere)\sdate\b|\bdate\s(?:tba|tbc|tbd)\b"),
        ("not_filming",
            rf"\b{_NOT}\s(?:\w+\s){{0,2}}{_STARTED}\s{SHOOT}\b|\b{SHOOT}\s(?:has|have|had)(?:\s"
            rf"not|n[’']t)\s(?:yet\s|even\s)?(?:begun|started|wrapped|finished)|\b(?:not|yet\sto|"
            rf"hasn[’']t)\s(?:\w+\s)?(?:wrap(?:ped)?|finish(?:ed)?)\s{SHOOT}"),
        ("wrapping",
            r"\b(?:due|set|expected|scheduled|slated|will|likely)\s(?:to\s)?(?:finish|wrap|"
            r"conclude|end)(?:\sup)?\b|\bthrough(?:out)?\s(?:until|to)\b"),
        ("filming_wrap",
            rf"\bcameras\s(?:have\s|had\s)?stopped\srolling|\bstopped\s(?:filming|shooting)|"
            rf"\b{SHOOT}\b(?:(?!{_STARTED}\b)[^.;,]){{0,40}}?\b(?:has\s|have\s|had\s|is\s|was\s|"
            rf"officially\s|now\s|already\s|finally\s|reportedly\s|due\sto\s|expected\sto\s|set\s"
            rf"to\s|will\s){{0,4}}{_WRAPPED}\b|\b{_WRAPPED}\s(?:\w+\s){{0,2}}?(?:on\s)?(?:\w+\s"
            rf")?{SHOOT}\b|\bwrapp?ed\son\s(?:season|series|the\s(?:film|series|show|season))\b|"
            rf"\bwrapped(?=\s(?:season|in|on|after|last|this)\b)|\b(?:that[’']s\sa\swrap|filming\s"
            rf"wrap)\b|\bshoot\s(?:continues|runs|goes\son)\s(?:through|until|to)\b"),
        ("production_start",
            rf"\b(?:start|shoot)\b[^.;,]{{0,20}}\b(?:slipped|pushed|delayed|moved|postponed)\b|"
            rf"\b{SHOOT}\b[^.;,]{{0,45}}?\b{_STARTED}\b|\b{_STARTED}\s(?:\w+\s){{0,3}}?{SHOOT}\b|"
            rf"\b(?:went|go(?:es)?|enter(?:s|ed)?|moved)\sinto\sproduction|\bentered\sproduction|"
            rf"\bgo(?:es)?\sbefore\scameras|\bcameras\s(?:are\s)?roll(?:ed|ing)?\b|\bbegan\s(?:in|"
            rf"on)\b(?=[^.;]{{0,20}}\band\slasted)"),
        ("finale",
            r"\b(?:finale|final\sepisode|last\sepisode)\b(?:\s\w+){0,2}\s(?:aired|airs|air|drops?|"
            r"streams?|lands?|arrives?|is|was|on)\b|\b(?:finale|came\sto\sa\sclose|comes\sto\sa\s"
            r"close|came\sto\san\send|ended\son|concluded|wrapped\sup\son|until\sthe\sfinale)\b"),
        ("not_renewed",
            r"\b(?:not\syet|yet\sto|has\snot|hasn[’']t|have\snot|haven[’']t|is\snot|isn[’']t)\s"
            r"(?:yet\s)?(?:been\s)?(?:officially\s)?(?:renew(?:ed)?|order(?:ed)?|"
            r"commission(?:ed)?|greenlit|picked\sup|cancell?ed|axed)\b"),
        ("cancellation",
            r"\b(?:cancel(?:s|led|ed|lation|ling|ing)|axe[sd]?|axing|scrap(?:s|ped)|pull(?:s|ed)\s"
            r"the\splug|plug\swas\spulled|(?:will|would|to)\snot\s(?:be\s)?(?:order|renew|return\s"
            r"for|moving\sforward|pick)\w*|not\sto\s(?:order|renew|pick\sup|move\sforward)\w*|"
            r"won[’']t\s(?:be\s)?(?:order|renew|return\sfor\sa|coming\sback\sfor\sa)\w*|no\s"
            r"(?:second|third|fourth|fifth|sixth)\sseason|call(?:s|ed)\stime\son|drop(?:s|ped)\s"
            r"the\sseries)\b"),
        ("renewal",
            r"\bannounce[sd]?\s(?:that\s)?an?\s(?:second|third|fourth|fifth|sixth|seventh|eighth|new)\s(?:and\s"
            r"(?:final|last)\s)?(?:season|series)(?=\s(?:of|for)\b|[.,])|"
            r"\b(?:renew(?:s|ed|al|als)|pick(?:s|ed)\sup\sfor|pick-?up|green-?lit|green-?lights?|"
            r"green-?lighted|commission(?:s|ed)\s(?:a|for|season|series)|recommission(?:s|ed)|"
            r"re-?order(?:s|ed)|order(?:s|ed)\s(?:[\w-]+\s){0,3}?(?:second|third|fourth|fifth|"
            r"sixth|another|season|more)|(?:is\s)?bringing\s[^.;]{3,60}?\sback\sfor|given\s(?:a|"
            r"another)\s(?:\w+\s)?(?:season|series|run)|gets?\s(?:a\s)?(?:second|third|fourth|"
            r"fifth|season|another)|announced\sthat\sit\swas\smaking|will\sreturn\sfor\s(?:a|its)\s"
            r"(?:\w+\s)?season|(?:second|third|fourth|fifth|sixth)\s(?:season|series)\s(?:has\s"
            r"been|was|is)\s(?:officially\s)?(?:confirmed|announced|ordered|greenlit))\b"),
        ("trailer",
            r"\b(?:trailers?|teasers?|first[- ]look|sneak\speek|announcement[”\"]?\sclip|teaser\s"
            r"poster|footage|stills|key\svisual|promo)\b(?:[^.,;]{0,50}?\b(?:release[sd]?|"
            r"arriv(?:es|ed)|drop(?:s|ped)|debut(?:s|ed)|launched|landed|unveiled|came\sout|"
            r"premiered|shared|is\sout|was\sout)\b)?"),
        ("episode_count", r"\b(?:episodes?|ep\.)\b"),
        ("out_now",
            r"\b(?:is|are)\s(?:now|currently|already)\s(?:streaming|available|out|showing|playing|"
            r"airing)\b|\bnow\s(?:streaming|available)\son\b|\bout\snow\b"),
        ("absorb",
            r"\b(?-i:novels?|books?|albums?|soundtracks?|single|(?:video\s|mobile\s)?game|webtoon|manga|comics?|tickets|ost|"
            r"OST|DVDs?|Blu-[Rr]ay|box\sset|vinyl)\b[^.,;]{0,30}?\b(?:released?|published|launch(?:ed|es)|debut(?:ed|s)|"
            r"drop(?:s|ped)?|arriv\w+|lands|comes\sout|hits|out|on\ssale)\b|"
            r"\b(?:opens?|opening|begins?|starts?|started|began)\swith\b|\bon\ssale\b|\b(?:set\s"
            r"(?:in|during)|based\son|novels?|webtoon|manga|born|died|founded|won\b|awards?|emmys|"
            r"(?:final|last|exit)\s(?:scenes|storyline|appearances?)\b[^.;]{0,40}?\b(?:air|airs|aired|shown|seen|broadcast)|"
            r"oscars|nominat\w+|met\b|published|posted|told|interview(?:ed)?|filmed|shot|cost|"
            r"budget|viewers|views|drew|ratings|weeks?\sof|charted|deal|strikes?|gala|poster|script\sreadings?|table\sreads?|read-?throughs?|auditions?|press\sconferences?|"
            r"delayed\sby|age[ds]?|concert|tour|married|joined|resurfaced|said)\b"),
        ("announce",
            r"\b(?:announc(?:e|es|ed|ing|ement)|reveal(?:s|ed|ing)?|unveil(?:s|ed)?|confirm(?:s|"
            r"ed|ation)?|uploaded|shared|dropped\s(?:a|the)|report(?:s|ed)|carried\sa\sreport|"
            r"wrote|statement|press\srelease|teased)\b"),
        ("release",
            r"\b(?:premier(?:e[sd]?|ing)(?:\s(?:date|window))?|release[sd]?(?:\s(?:date|window|"
            r"timeframe|slot|schedule|plan))?|releasing|debut(?:s|ed|ing)?|launch(?:es|ed|ing)?|"
            r"arriv(?:e|es|ed|ing|al)|air(?:s|ed|ing)?(?:\sdate)?|broadcast(?:s|ing)?|drop(?:s|"
            r"ped|ping)?|land(?:s|ed|ing)?|open(?:s|ed|ing)?(?:\sdate)?|hit(?:s|ting)?|stream(?:s|"
            r"ed|ing)?|available|return(?:s|ed|ing)?|come(?:s)?\s(?:out|back|to)|coming(?:\sto|\s"
            r"out|\sback)?|came\sout|out\s(?:on|in|now)|bow(?:s|ed)|slated|scheduled|dated|due|"
            r"start(?:s|ed|ing)?|begin(?:s)?|began|kick(?:s|ed)?\soff|roll(?:s|ed)?\sout|eye(?:s|"
            r"d|ing)|aim(?:s|ed|ing)\sfor|target(?:s|ed|ing)?|slip|push(?:es|ed)?(?:\sback)?|"
            r"delay(?:s|ed)?|mov(?:e|es|ed)|brought\sforward|shift(?:s|ed)?|postponed|bumped|"
            r"go(?:es)?\slive|went\slive|in\s(?:cinemas|theaters|theatres)|returns?\sto\sscreens|"
            r"set\sfor|put(?:s|ting)?\s(?:it|the\s\w+)|pencil+ed\sin|planned\sfor|(?:confirmed|"
            r"dated|booked|earmarked)\s(?:[\w’']+\s){0,4}for|(?:is|are)\s(?:now\s|still\s|widely\s|currently\s)?(?:expected|"
            r"anticipated|planned)\s(?=in\b|by\b|on\b|for\b|this\b|next\b|early\b|late\b|around\b|sometime\b)|"
            r"point(?:s|ed|ing)?\s(?:to|towards?)(?=\s(?:an?\s|the\s)?(?:early|mid|late|spring|summer|autumn|fall|winter|first|"
            r"second|third|fourth|last|final|end|start|Q[1-4]|20\d\d)\b)|as\s(?:soon|early)\sas|will\sbe\sback|is\sback|lands?)\b"),
    )
)  # fmt: skip


@dataclass(frozen=True)
class Trigger:
    """A span of a sentence that speaks of a kind of fact."""

    kind: str
    start: int
    end: int
    text: str


def find_triggers(sentence: str) -> list[Trigger]:
    """All triggers of a sentence, in order; where two overlap, the earlier kind of the table stands."""
    found: list[Trigger] = []
    for kind, pattern in TRIGGERS:
        for hit in pattern.finditer(sentence):
            if all(hit.end() <= other.start or hit.start() >= other.end for other in found):
                found.append(Trigger(kind, hit.start(), hit.end(), hit.group()))
    shooting = re.search(rf"\b{SHOOT}\b", sentence, re.I)
    found = [
        Trigger("filming_wrap" if shooting else "absorb", t.start, t.end, t.text)
        if t.kind == "wrapping"
        else t
        for t in found
    ]
    found = [_closed(trigger, found, sentence) for trigger in found]
    return sorted(found, key=lambda trigger: trigger.start)


def _closed(trigger: Trigger, found: list[Trigger], sentence: str) -> Trigger:
    """ "Filming began in May and concluded in June": what is concluded is the filming, not the show."""
    joined = re.search(r"\band\s(?:was\s|it\s)?$", sentence[: trigger.start])
    began = any(other.kind == "production_start" and other.start < trigger.start for other in found)
    if trigger.kind == "finale" and joined and began and "final" not in trigger.text.lower():
        return Trigger("filming_wrap", trigger.start, trigger.end, trigger.text)
    return trigger
