"""`?as_of=t` shows, on every kind of page, what was served at t."""

import re

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.models import Edition
from claims.models import Claim
from newsroom.lib import clock
from tests.histories import UNHURRIED, a_desk, histories, played
from tests.newsstand import words

LISTS = ["/api/v1/claims/", "/api/v1/articles/"]


def addresses():
    """A page of each kind that travels in time."""
    claims = [claim.get_absolute_url() for claim in Claim.objects.live()[:4]]
    stories = [edition.get_absolute_url() for edition in Edition.objects.live()[:3]]
    show = "/shows/all-of-us-are-dead/"
    pages = [*claims, *stories, show, f"{show}cast/", f"{show}season-2/"] if claims or stories else []
    return [*pages, *(_for_machines(page) for page in [*claims[:2], *stories[:2]]), *LISTS]


def _for_machines(page):
    """The same claim, or story, as the API tells it."""
    return "/api/v1" + page.replace("/news/", "/articles/")


def read(client, address):
    """The words of a page without what says of which moment they are: the banner, and how to cite it."""
    response = client.get(address)
    dated = r"<(aside) class=\"as-of\".*?</\1>|<(section) class=\"cite\".*?</\2>"
    page = re.sub(dated, "", response.content.decode(), flags=re.S)
    response.content = page
    return response.status_code, words(response)


# What changes what readers see, and leaves what they saw.
CHANGES = ["publish", "publish", "assess", "assess", "assess", "schedule", "restate", "expire", "make_claim"]


@pytest.mark.django_db
@settings(max_examples=6, **UNHURRIED)
@given(history=histories(CHANGES, min_size=24, max_size=30), which=st.integers(1, 5))
def test_any_earlier_moment_reads_as_it_was_served(history, which):
    client, served = Client(), []
    with a_desk() as desk:
        for number, _ in enumerate(played(desk, history)):
            if number % 6 == which % 6:
                moment = clock.now().isoformat().replace("+00:00", "Z")
                served += [(address, moment, read(client, address)) for address in addresses()]
        desk.time.shift(1)
        for address, moment, page in served:
            assert read(client, f"{address}?as_of={moment}") == page
