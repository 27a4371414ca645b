"""Word lists the steps share: what is no name, what makes a heading, who stands behind the camera."""

from .dates import MONTHS, WEEKDAYS

_NUMBERS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen twenty"""
_ORDINALS = """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
thirteenth fourteenth fifteenth"""
NUMBERS = {word: value for value, word in enumerate(_NUMBERS.split())}
NUMBERS |= {"twenty-four": 24, "twenty-six": 26, "thirty": 30}
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split())} | {"sophomore": 2, "debut": 1}
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}


def number(word: str) -> int | None:
    """The number a word or figure stands for ("two", "second", "2nd", "II"), or None."""
    low = word.lower()
    figures = low.rstrip("stndrh")
    if figures.isascii() and figures.isdigit():
        return int(figures[:6])
    return NUMBERS.get(low, ORDINALS.get(low, ROMAN.get(word)))


# Words that stand in headings of this genre and in nobody's name.
_HEADING = """about additions all and announced announcement at background based behind book books
broadcast budget cameo cast casting channel character characters chat conclusion confirmed
confirms contestants countdown crew date dates delay details disclaimer do drama ending
episode episodes everything exit expect expected fact facts fans faq far film filming
final finale first for from game guide happen happened has have history host hosts how in
into is it judges know latest line-up lineup location locations look main make makers meet
move method ingredients instructions music network new news next note notes number of official on online original other
overview platform players plot possible premiere preview production quick ratings reaction
reactions recap release released renewal renewed returning returns review rumors rumours
running runtime schedule season see series setting shooting show similar so sources
speculation spoilers start status stay story storyline stream streaming summary supporting
synopsis takeaways teaser that the theories there timeline title to trailer trailers tuned
twist twists update updates verdict viewers voice watch we were what what's what’s when
where where's which who who's who’s why will window with works wrap writer you your"""
HEADING = frozenset(_HEADING.split())

# Capitalised words that begin sentences or stand for things, and are no part of a person's name.
_THINGS = """a action actor actors actress advertisement after again agent all along alongside already
also although amazon america american among an and anime another any anyone april around
as asia asked at author award awards back based because before best bollywood book books
both bottom british but by cable can cast chapter character characters china cinema
cinemas class click comedy coming company confirmed could creator credit crime critics
currently date despite details did director disclaimer disney do does drama during each
early eight elsewhere emmy emmys english entertainment episode episodes europe even every
everybody everyone executive expect facebook fact fans fantasy february festival few film
filming films finally first five following for former four franchise from further game
games getty given globes golden gone great hallyu hbo hello her here here's here’s his
hollywood horror host how however hulu i if image in india inside insiders instagram
instead international is it it's its it’s january japan joining just k-drama korea korean
last lastly late later latest lead like london look magazine main man manga many marvel's
marvel’s maybe meanwhile media meet men might monday more most movie movies mr mrs my
nearly netflix netflix's netflix’s never new newcomer newcomers news next nine no nobody
none not note nothing novel novels now of official officially on once one only or original
oscar oscars other our over paris part peacock people per photo photos picture pictures
play plays plot plus previous prime producer producers production question read reality
reddit related release reporters returning romance romantic rumors rumours saga sci-fi
season season's seasons season’s second see seoul series seven several share she show
showrunner shows since singer six so some someone source sources spanish speaking spoiler
star starring stars starz still stream streaming studio studios subscribe such television
tba tbc tbd tell ten than that that's that’s the their them then there these they third this those
though three thriller through thus tiktok to together tokyo too trailer trilogy tv twitter
two under universe unlike until up update verdict very video villain voice vol volume was
watch we web webtoon well were what when where whether which while who whose why will
winner with without women would writer writers x year years yes yet you your youtube"""
# April, June, August and May are months and first names.
NOT_NAMES = (frozenset(_THINGS.split()) | set(MONTHS) | set(WEEKDAYS)) - {
    "may",
    "april",
    "june",
    "jun",
    "august",
    "mar",
    "jan",
}

_CREW = """director creator co-creator showrunner writer screenwriter scriptwriter producer author
novelist cinematographer composer executive boss chief ceo president chairman head editor
journalist critic manager representative spokesperson spokesman spokeswoman agent creators
directors writers producers showrunners mangaka cartoonist artist filmmaker auteur helmer
dp choreographer designer publicist analyst reporter columnist blogger fan"""
CREW = "|".join(_CREW.split())
HOSTS = {
    "host": "host",
    "presenter": "host",
    "narrator": "narrator",
    "judge": "judge",
    "coach": "coach",
    "mentor": "mentor",
    "guest": "guest",
    "contestant": "contestant",
    "islander": "contestant",
    "voice": "narrator",
    "co-host": "host",
}
