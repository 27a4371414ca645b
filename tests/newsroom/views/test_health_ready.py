import pytest
from django.db import DatabaseError

from newsroom.views import health


@pytest.mark.django_db
def test_it_is_ready_with_its_database_migrated(client):
    assert client.get("/health/ready").json() == {"database": "ok", "cache": "ok"}


def test_without_its_database_it_is_not(client, monkeypatch):
    def away(connection):
        raise DatabaseError

    monkeypatch.setattr(health, "MigrationExecutor", away)
    assert client.get("/health/ready").status_code == 503
