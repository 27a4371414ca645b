"""The demo: real facts about one series, and three invented shows, as a file in the exchange's format.

What happened to the real series has fixed dates; what is invented is dated from the day of loading, so that
something fresh, due, scheduled, lapsed, debunked and walked back is always on view.
"""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

from newsroom.lib.dates import day_said

NEWS = Path(__file__).with_name("news.jsonl")

# What the file names as images/NAME.png, and `pictures.draw(NAME)` draws.
POSTERS = (
    "aouad-school",
    "aouad-seoul",
    "aouad-set",
    "robbery-vault",
    "robbery-five",
    "saltmarsh-light",
    "saltmarsh-chart",
    "proving-oven",
    "proving-table",
)
TILES = (
    "tile-park-ji-hu",
    "tile-yoon-chan-young",
    "tile-cho-yi-hyun",
    "tile-lomon",
    "tile-lee-min-jae",
    "tile-kim-si-eun",
    "tile-roh-jae-won",
    "tile-yoon-ga-i",
    "tile-imogen-tallowby",
    "tile-desmond-quillory",
    "tile-petra-vassenhove",
    "tile-hal-oyelaran-birch",
    "tile-roisin-hallaquay",
    "tile-anselm-verbrugge-day",
    "tile-tam-okello-pryce",
    "tile-hattie-brambleworth",
    "tile-joss-adeyinka-finch",
    "tile-cosimo-bellweather",
)
IMAGES = POSTERS + TILES

_TOKEN = re.compile(r"\{\{today(?P<days>[+-]\d+)?(?:T(?P<time>\d\d:\d\d)|\|(?P<long>long))?\}\}")


def rendered(today: datetime.date) -> Iterator[str]:
    """The lines of the demo with every date told from `today`, as `import_news` takes them.

    `{{today-3}}` becomes an ISO date, `{{today+14T09:00}}` an instant in UTC, `{{today+40|long}}` a day in
    words (1 January 2027). What is past lies before the end of yesterday's morning UTC and what is scheduled
    days ahead, so that the history is legal whatever the hour and the time zone of loading.
    """

    def said(token: re.Match[str]) -> str:
        day = today + datetime.timedelta(days=int(token["days"] or 0))
        if token["time"]:
            return f"{day.isoformat()}T{token['time']}:00+00:00"
        return day_said(day) if token["long"] else day.isoformat()

    with NEWS.open(encoding="utf-8") as lines:
        for line in lines:
            yield _TOKEN.sub(said, line.rstrip("\n"))
