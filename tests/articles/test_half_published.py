"""Publishing that breaks off at any statement leaves everything old; one that ends, everything new."""

import pytest
from django.apps import apps
from django.db import OperationalError, connection

from articles import workflow
from claims.assessing import judge
from newsroom import integrity
from tests import factories as make
from tests.newsstand import held

pytestmark = pytest.mark.django_db(transaction=True)  # a test's own transaction would roll back for the verb


class Broken(OperationalError):
    """The disk is full, the connection is gone, the process is stopped."""


class Breaking:
    """Lets so many statements through, and breaks at the next; but for what takes savepoints back."""

    def __init__(self, after):
        self.left = after

    def __call__(self, execute, sql, params, many, context):
        if sql.startswith("ROLLBACK"):
            return execute(sql, params, many, context)
        if self.left == 0:
            raise Broken
        self.left -= 1
        return execute(sql, params, many, context)


def state():
    """Every row of every table that publishing may touch."""
    names = [model._meta.db_table for model in apps.get_models(include_auto_created=True)]
    with connection.cursor() as cursor:
        told = {}
        for name in sorted({name for name in names if name.startswith(OURS)}):
            cursor.execute(f'SELECT * FROM "{name}"')
            told[name] = sorted(map(repr, cursor.fetchall()))
    return told


OURS = ("articles_", "claims_", "outbox_", "page_cache_", "newsroom_lib_", "following_")


def a_story_to_publish():
    season = make.a_season()
    claim = make.a_release(season)
    judge(claim, "rumoured", evidence=[make.a_source("press", "press")])
    known = held(make.a_casting(season=season))
    return make.a_story("the-date", season.show, claims=[claim, known], leads=[claim])


def an_update(article, by):
    return workflow.update(article, by=by, note="It says more.")


def a_first(article, by):
    return workflow.publish(article, by=by)


@pytest.mark.parametrize("verb", [a_first, an_update])
def test_an_exception_at_any_statement_leaves_everything_old(at, verb):
    article, by = a_story_to_publish(), make.a_user()
    if verb is an_update:
        a_first(article, by)
        article.headline = "Other words"
        article.save()
        at.forward(hours=1)
    before, broken_off = state(), 0
    while True:
        article.refresh_from_db()
        try:
            with connection.execute_wrapper(Breaking(broken_off)):
                verb(article, by)
        except Broken:
            assert state() == before
            broken_off += 1
            continue
        break
    assert broken_off > 20
    assert state() != before
    assert list(integrity.faults()) == []
