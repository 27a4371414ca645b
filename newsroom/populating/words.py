"""What invented things are called, and what is said of them."""

ADJECTIVES = [
    "Quiet",
    "Borrowed",
    "Silver",
    "Northern",
    "Broken",
    "Distant",
    "Hidden",
    "Paper",
    "Winter",
    "Second",
    "Salt",
    "Golden",
    "Hollow",
    "Patient",
    "Crooked",
    "Midnight",
    "Early",
    "Unlit",
    "Scarlet",
    "Gentle",
]
NOUNS = [
    "Harbour",
    "Orchard",
    "Station",
    "Verdict",
    "Garden",
    "Signal",
    "Kingdom",
    "Letters",
    "Tide",
    "Witness",
    "Summer",
    "Engine",
    "Mirror",
    "Lanterns",
    "Inheritance",
    "Ferry",
    "Archive",
    "Daughters",
    "Circuit",
    "Valley",
]
COUNTRIES = ["KR", "US", "GB", "JP", "ES", "DE", "FR", "TR", "IN", "SE"]
GENRES = ["Drama", "Thriller", "Comedy", "Science fiction", "Romance", "Crime", "Fantasy", "Documentary"]

# By script: family names and given names, each with how it is written at home; whether the family stands first.
PEOPLE = [
    (
        "Park 박|Kim 김|Lee 이|Choi 최|Jung 정|Kang 강|Yoon 윤|Im 임|Han 한|Seo 서",
        "Ji-hu 지후|Min-seo 민서|Seo-yeon 서연|Do-yun 도윤|Ha-eun 하은|Jun-ho 준호|Yi-jun 이준|Su-bin 수빈",
        True,
        "",
    ),
    (
        "Sato 佐藤|Tanaka 田中|Suzuki 鈴木|Ito 伊藤|Mori 森|Abe 阿部",
        "Haruka 遥|Ren 蓮|Aoi 葵|Sora 空|Yuto 悠斗|Mei 芽依",
        True,
        "",
    ),
    (
        "Ivanova Иванова|Petrov Петров|Sokolova Соколова|Orlov Орлов",
        "Anna Анна|Mikhail Михаил|Darya Дарья|Lev Лев",
        False,
        " ",
    ),
    ("Haddad حداد|Nasser ناصر|Khoury خوري", "Layla ليلى|Omar عمر|Salma سلمى|Karim كريم", False, " "),
    ("Åkesson|Müller|García|Novák|Ødegaard|Lefèvre", "Zoë|Jürgen|Iñigo|Chloë|Søren|Agnès", False, ""),
    ("Marsh|Bell|Okafor|Quinn|Hughes|Reyes|Cole|Ward", "Ada|Tom|Nora|Ben|Iris|Sam|Grace|Leo", False, ""),
]
CHARACTERS = [
    "Nam On",
    "Alex",
    "Mira",
    "The Warden",
    "Jo",
    "Teodor",
    "Sister Anne",
    "Kit",
    "Ruth",
    "Old Harry",
]

PLATFORMS = ["Halo+", "Nordlys", "Kanal 9", "Streamline", "Orbit", "Second Screen", "Lantern TV", "Moru"]
OUTLETS = {
    "primary": [
        "Halo+ Newsroom",
        "Nordlys Press",
        "Kanal 9 Press",
        "Streamline News",
        "Orbit Media",
        "Moru Press",
    ],
    "trade": ["The Trade Sheet", "Screen Ledger", "Production Weekly Wire", "Backlot Daily", "The Slate"],
    "press": ["Morning Courier", "The Evening Dial", "Television Review", "Culture Post", "Serial Times"],
    "social": ["set_spotter", "A fan forum", "castwatch"],
}
KICKERS = ["Release dates", "Casting", "Renewals", "Production", "Explained", "Film"]
AUTHORS = [
    "Ines Falk",
    "Jonas Reed",
    "Mai Tran",
    "Peter Okoro",
    "Sofia Lind",
    "Wei Zhang",
    "Elin Sund",
    "Ravi Nair",
]

# What a story says of a claim, by what is claimed.
SAID = {
    "renewal": "another run has been ordered",
    "nothing": "no date has been announced",
    "release": "when it comes out",
    "filming_start": "cameras are rolling",
    "filming_wrap": "filming has wrapped",
    "post_production": "the episodes are being cut",
    "trailer": "a trailer is out",
    "episodes": "how many episodes there are to be",
    "platform": "where it can be seen",
    "writing": "the writers have begun",
    "casting": "who is in it",
    "plot": "what it is about",
    "setting": "where it is set",
    "based_on": "what it is based on",
}
HEADLINES = {
    "renewal": "{subject} is to return",
    "nothing": "{subject} still has no date",
    "release": "When {subject} comes out",
    "filming_start": "{subject} goes before the cameras",
    "filming_wrap": "{subject} has wrapped",
    "post_production": "{subject} in the cutting room",
    "trailer": "The first trailer for {subject}",
    "episodes": "How long {subject} will be",
    "platform": "Where {subject} will be seen",
    "writing": "{subject} is being written",
    "casting": "Who is in {subject}",
    "plot": "What {subject} is about",
    "setting": "Where {subject} takes place",
    "based_on": "The book behind {subject}",
}
SENTENCES = [
    "The production has kept its circle small, and what reaches the outside does so in pieces.",
    "Nobody at the company would add to what had been said before.",
    "Two of the people who worked on the earlier episodes describe a schedule with little room in it.",
    "A year ago the same plans were spoken of in other words.",
    "For those who follow the series, the order of events matters more than any single date.",
    "The town in which it was shot has already taken down the signs.",
    "What was promised in spring has not been taken back, but neither has it been repeated.",
    "The writers had asked for more time, and were given some of it.",
    "An earlier version of the plan had a longer run, with a break in the middle.",
    "Audiences abroad may have to wait longer than those at home.",
    "The budget is said to be close to that of the first season.",
    "It would be the first time that the whole cast stands before one camera.",
    "Whether the ending of the book survives is a question that the makers leave open.",
    "The music is again by the composer of the pilot.",
    "Several dates went round in forums; none of them could be traced to anybody.",
    "The announcement came without pictures, and late on a Friday.",
    "Rehearsals were held in a former school, as they had been before.",
    "On the record, there is a sentence and a half; the rest is inference.",
]
REASONS = [
    "As it was told to the outlets named here.",
    "It follows from the order in which the work was announced.",
    "Nobody has contradicted it since.",
    "The company's own calendar leaves no other month.",
]
