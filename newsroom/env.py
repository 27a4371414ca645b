"""The one place where the environment is read; what is missing or ill-formed is said in a sentence."""

import os
import zoneinfo
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}


def text(name: str, default: str | None = None) -> str:
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set {name} in the environment; `./dev run` sets development values.")
    return value


def flag(name: str) -> bool:
    """True or false, false when unset."""
    value = os.environ.get(name, "").strip().lower()
    if value not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} is {value!r}: say 1 or 0.")
    return value in TRUE


def words(name: str) -> list[str]:
    """A list, separated by commas."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def secret_key(debug: bool) -> str:
    """The signing key; outside DEBUG a weak one is refused."""
    key = text("SECRET_KEY")
    if not debug and (len(key) < 50 or len(set(key)) < 5 or key.startswith("django-insecure-")):
        raise ImproperlyConfigured(
            "SECRET_KEY is weak: use at least 50 random characters, for example from"
            " `python -c 'import secrets; print(secrets.token_urlsafe(64))'`."
        )
    return key


def allowed_hosts(debug: bool) -> list[str]:
    hosts = words("ALLOWED_HOSTS") or (["127.0.0.1", "localhost", "[::1]"] if debug else [])
    if not debug and not hosts:
        raise ImproperlyConfigured("Set ALLOWED_HOSTS to the names that this site answers to.")
    if not debug and "*" in hosts:
        raise ImproperlyConfigured("ALLOWED_HOSTS is open to every name: list the site's own names.")
    return hosts


def site_url(debug: bool) -> str:
    """The address of the front page, without a slash at its end."""
    url = text("SITE_URL", "http://127.0.0.1:8000" if debug else None).rstrip("/")
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path:
        raise ImproperlyConfigured(f"SITE_URL is {url!r}: give scheme and host alone, https://news.example.")
    return url


def proxies() -> int:
    """How many proxies of our own stand between a client and this process."""
    told = text("PROXIES", "0").strip()
    if not (told.isascii() and told.isdecimal() and len(told) < 3):
        raise ImproperlyConfigured(f"PROXIES is {told!r}: say how many, 0 where there is none.")
    return int(told)


def time_zone() -> str:
    name = text("TIME_ZONE", "Etc/UTC")
    try:
        zoneinfo.ZoneInfo(name)
    except (ValueError, zoneinfo.ZoneInfoNotFoundError):
        raise ImproperlyConfigured(f"TIME_ZONE is {name!r}: use a name such as Europe/London.") from None
    return name
