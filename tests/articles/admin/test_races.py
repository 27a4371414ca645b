"""A thousand saves that come too late, by clients that race: none overwrites, and every word comes back."""

import json
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from django.contrib.auth.models import User
from django.db import connection

from articles import sittings
from articles.models import Article, Edition, Sitting
from newsroom.lib.desk.verbs import CHANGED
from tests import factories as make
from tests.articles.admin.posting import url
from tests.desk_people import a_person_at_the_desk, change_url, desk_of, filled
from tests.newsstand import words

SAVES, CLIENTS = 1000, 4
# Of each 100: a form, a choice between both versions, a verb, a verb done to many, six autosaves, and 90 packets
# of one sitting that overtake each other.
KINDS = ["form", "theirs", "verb", "together", *["autosave"] * 6, *["packet"] * 90]
SHARED = "f" * 32


def by_form(client, article, typed, number):
    """Refused, with the words in the form that comes back."""
    page = client.post(change_url(article), typed | {"headline": f"Typed {number}"})
    return page.status_code == 409 and f'value="Typed {number}"' in page.content.decode()


def by_choice(client, article, typed, number):
    """Whoever chose between versions of which one is old by now chooses again: “take theirs” is no way round."""
    chosen = {"_choose": "1", "_take-standfirst": "theirs", "headline": f"Typed {number}"}
    page = client.post(change_url(article), typed | chosen)
    return page.status_code == 409 and f'value="Typed {number}"' in page.content.decode()


def by_verb_to_many(client, article, typed, number):
    """The list’s verbs are done to what was seen, or not at all."""
    told = {"verb": "kicker", "kicker": f"Typed {number}", "row": article.pk}
    page = client.post(url("together"), told | {f"version-{article.pk}": typed["_version"]})
    return page.status_code == 200 and words(page).count(CHANGED.split(":")[0]) == 1


def by_verb(client, article, typed, number):
    """Nothing is published that its person has not read."""
    page = client.post(url("publish", article), {"_version": typed["_version"]})
    return page.status_code == 200 and words(page).count(CHANGED.split(":")[0]) == 1


def by_autosave(client, article, typed, number):
    """Kept beside the story, in the sitting of this client."""
    told = json.dumps([["headline", f"Typed {number}"]])
    packet = {"by": client.user.pk, "key": client.sitting, "number": number, "version": typed["_version"]}
    answer = client.post(
        url("unsaved", article), packet | {"words": told}, headers={"Sec-Fetch-Dest": "empty"}
    )
    return answer.json()["number"] == number and "you will see both versions" in answer.json()["moved"]


def by_packet(client, article, typed, number):
    """Written over lower numbers alone; whoever comes late hears which number stands."""
    told = json.dumps([["headline", f"Typed {number}"]])
    kept = sittings.keep(client.user, SHARED, article, number=number, version="", words=told)
    return kept >= number


SAVE = {"form": by_form, "theirs": by_choice, "verb": by_verb, "together": by_verb_to_many}
SAVE |= {"autosave": by_autosave, "packet": by_packet}


def late(article, typed, first):
    """One client's share of them."""
    client = desk_of("alice")
    client.user, client.sitting = User.objects.get(username="alice"), f"{first:032x}"
    try:
        numbers = range(first, SAVES, CLIENTS)
        return [SAVE[KINDS[number % len(KINDS)]](client, article, typed, number) for number in numbers]
    finally:
        connection.close()


def in_time(article):
    """Somebody who knows what stands saves all the while."""
    client = desk_of("mona")
    try:
        for number in range(5):
            fresh = filled(client.get(change_url(article))) | {"headline": f"Mona’s {number}"}
            assert client.post(change_url(article), fresh).status_code == 302
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_of_a_thousand_stale_saves_none_overwrites():
    article = make.a_story("the-date")
    a_person_at_the_desk("mona")
    typed = filled(desk_of("alice").get(change_url(article)))
    Article.objects.update(headline="Saved before")
    with ThreadPoolExecutor(CLIENTS + 1) as pool:
        saving = pool.submit(in_time, article)
        answers = [one for told in pool.map(partial(late, article, typed), range(CLIENTS)) for one in told]
    saving.result()
    assert answers == [True] * SAVES
    story = Article.objects.get()
    assert (story.headline, story.kicker) == ("Mona’s 4", "") and not Edition.objects.exists()
    last = [  # of each client's autosaves
        max(n for n in range(first, SAVES, CLIENTS) if KINDS[n % len(KINDS)] == "autosave")
        for first in range(CLIENTS)
    ]
    kept = {row.key: dict(row.typed())["headline"] for row in Sitting.objects.with_words()}
    assert kept.pop(SHARED) == f"Typed {SAVES - 1}"
    assert sorted(kept.values()) == sorted(f"Typed {number}" for number in last)
