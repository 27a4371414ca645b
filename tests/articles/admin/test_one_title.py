"""Fifty people give fifty stories one headline at one moment: fifty addresses, and nobody meets an error."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from articles.models import Article
from tests.articles.admin.posting import form_of, url
from tests.desk_people import desk_of

STORIES, CLIENTS = 50, 8


def begun(client, typed):
    try:
        return client.post(url("add"), typed).status_code
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_fifty_stories_with_one_title_have_fifty_addresses():
    clients = [desk_of("alice") for _ in range(CLIENTS)]
    typed = form_of(clients[0], headline="The date is set", body="<p>Words.</p>")
    with ThreadPoolExecutor(CLIENTS) as pool:
        told = list(pool.map(lambda number: begun(clients[number % CLIENTS], typed), range(STORIES)))
    assert told == [302] * STORIES
    slugs = ["the-date-is-set", *(f"the-date-is-set-{number}" for number in range(2, STORIES + 1))]
    assert sorted(Article.objects.values_list("slug", flat=True)) == sorted(slugs)
