"""Media and sites that stories of this genre cite by name. Data alone."""

_NAMES = """
Deadline|Variety|The Hollywood Reporter|Hollywood Reporter|THR|TVLine|TV Line|Entertainment Weekly|EW|
IGN|Collider|ScreenRant|Screen Rant|CBR|GamesRadar+|GamesRadar|Digital Spy|Radio Times|NME|Soompi|OSEN|
Naver|Dispatch|Sports Chosun|Newsen|Star News|Xports News|TV Report|JoyNews24|Ilgan Sports|Yonhap News|
Yonhap|Korea Herald|The Korea Herald|Korea Times|The Korea Times|Korea JoongAng Daily|Chosun Ilbo|
TV Daily|SPOTV News|My Daily|Sports Donga|Herald Pop|10Asia|Ten Asia|AllKpop|Allkpop|Koreaboo|KBIZoom|
Kdramastars|MyDramaList|Forbes|The Guardian|BBC News|The New York Times|New York Times|
Wall Street Journal|The Wall Street Journal|Bloomberg|Reuters|Associated Press|AP|AFP|Los Angeles Times|
LA Times|Washington Post|The Washington Post|USA Today|People|People Magazine|Us Weekly|TMZ|Page Six|
Vulture|Vanity Fair|GQ|Empire|Empire Magazine|Total Film|Rolling Stone|Billboard|TheWrap|The Wrap|
IndieWire|Dark Horizons|What's on Netflix|What’s on Netflix|Tudum|Puck|Nexus Point News|
Production Weekly|Bloody Disgusting|Esquire|Elle|Vogue|W Magazine|Marie Claire|Cosmopolitan|The Sun|
The Mirror|Daily Mail|MailOnline|Metro|The Times|The Telegraph|The Independent|Evening Standard|
Daily Express|Sky News|CNN|NBC News|ABC News|Good Morning America|Hindustan Times|Times of India|
The Times of India|Pinkvilla|Bollywood Hungama|Mid-Day|Mid-day|India Today|The Indian Express|
Indian Express|News18|Film Companion|Hürriyet|Milliyet|Sabah|Posta|Anime News Network|Oricon|
Oricon News|Natalie|Comic Natalie|Weekly Shonen Jump|Nikkan Sports|Sports Nippon|TVInsider|TV Insider|
Parade|E! News|Entertainment Tonight|Access Hollywood|SFX|SFX Magazine|Den of Geek|Polygon|The Verge|
Kotaku|Gizmodo|io9|Nerdist|SlashFilm|/Film|ComicBook.com|Comicbook.com|Decider|Primetimer|Next TV|
Broadcast|C21|World of Reel|Backstage|Nielsen|Luminate|Parrot Analytics|Samba TV|FlixPatrol|
Gallup Korea|Nielsen Korea|El País|Le Monde|Le Parisien|Der Spiegel|Bild|Corriere della Sera|
La Repubblica|Marca|Fotogramas|FormulaTV|Vertele|AlloCiné|Rotten Tomatoes|IMDb|Kodak|Tatler|The Cut|
The Ringer|Insider|Business Insider|Newsweek|Time|TIME|The Atlantic|The New Yorker|Harper's Bazaar|
Harper’s Bazaar|Town & Country|Teen Vogue|Buzzfeed|BuzzFeed|Complex|Sportskeeda|Bustle|Glamour|Hello!|
Hello Magazine|OK! Magazine|Closer|TV Times|What's on TV|What’s on TV|Inside Soap|RTÉ News|
The Irish Times|Irish Times|Sydney Morning Herald|The Sydney Morning Herald|The Age|TV Tonight|
Toronto Star|Globe and Mail|The Globe and Mail|Sina|Sohu|Weibo|Douban|Mtime|Apple Daily|China Daily|
South China Morning Post|Straits Times|The Straits Times|Nikkei|Asahi Shimbun|Yomiuri Shimbun|Mainichi|
Crew United|FilmLA|Production List|KFTV|Screen Daily|Screen International|Cineuropa|Awards Daily|
Gold Derby|Wired|CNET|TechCrunch|TechRadar|Tom's Guide|Tom’s Guide|MovieWeb|Looper|JoBlo|AV Club|
The A.V. Club|The AV Club|Mashable|Prensa Ibérica|Reforma|O Globo|Folha|Birsen Altuntaş|Medyatava|Gecce|
Fanatik|Channel NewsAsia|Philstar|Rappler|Inquirer|ABC Entertainment News|Jeuxvideo.com|Inverse|
Heat Vision|The DisInsider|DisInsider|Giant Freakin Robot|Murphy's Multiverse|Murphy’s Multiverse|
Redanian Intelligence|Illuminerdi|The Illuminerdi
"""
OUTLETS = tuple(sorted({name for name in _NAMES.replace("\n", "").split("|") if name}, key=len, reverse=True))
# Words with another meaning: they count as outlets only where somebody reports or is told.
SHARED_WORDS = frozenset(
    [
        "People",
        "Empire",
        "Time",
        "TIME",
        "Elle",
        "Metro",
        "Posta",
        "Puck",
        "Dispatch",
        "Broadcast",
        "Insider",
        "Broadcast",
        "AP",
        "EW",
        "Complex",
        "Closer",
        "Bustle",
        "Glamour",
        "Bild",
        "Parade",
        "Natalie",
        "Marca",
        "Wired",
        "Looper",
        "Inverse",
        "Vogue",
        "Backstage",
        "Variety",
        "Kodak",
        "Sabah",
        "Nielsen",
        "Tudum",
        "Weibo",
        "Naver",
    ]
)
