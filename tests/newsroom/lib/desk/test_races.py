"""Saves at one moment: whoever comes second is told, however close behind."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from shows.models import Show
from tests import factories as make
from tests.desk_people import change_url, desk_of, filled

AT_ONCE = 6


@pytest.mark.django_db(transaction=True)
def test_of_saves_at_one_moment_one_goes_through():
    show = make.a_show()
    alice = desk_of("alice")
    typed = filled(alice.get(change_url(show)))
    desks, gate = [desk_of("alice") for _ in range(AT_ONCE)], Barrier(AT_ONCE)

    def save(number):
        try:
            gate.wait()
            return desks[number].post(change_url(show), typed | {"title": f"Title {number}"}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(save, range(AT_ONCE)))
    assert sorted(answers) == [302] + [409] * (AT_ONCE - 1)
    assert Show.objects.get().title == f"Title {answers.index(302)}"
