"""The one place where the environment is read; what is missing or ill-formed is said in a sentence."""

import os
import zoneinfo
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

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


def count(name: str, default: int) -> int:
    told = text(name, str(default)).strip()
    if not (told.isascii() and told.isdecimal() and len(told) < 7):
        raise ImproperlyConfigured(f"{name} is {told!r}: give a whole number, {default} for example.")
    return int(told)


def security_contact(site_url: str) -> str:
    """Where to write about a hole in the site: an address as RFC 9116 takes it."""
    contact = text("SECURITY_CONTACT", "").strip() or f"mailto:security@{urlsplit(site_url).hostname}"
    if not contact.startswith(("mailto:", "https://", "tel:")):
        raise ImproperlyConfigured(
            f"SECURITY_CONTACT is {contact!r}: give mailto:security@news.example, or an https:// page."
        )
    return contact


def proxies() -> int:
    """How many proxies of our own stand between a client and this process."""
    told = text("PROXIES", "0").strip()
    if not (told.isascii() and told.isdecimal() and len(told) < 3):
        raise ImproperlyConfigured(f"PROXIES is {told!r}: say how many, 0 where there is none.")
    return int(told)


class Mail(NamedTuple):
    """How mail leaves; without a backend none does."""

    backend: str = "dummy"
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    starts_tls: bool = False
    is_tls: bool = False
    folder: str | None = None
    is_set_up: bool = True


def mail() -> Mail:
    """EMAIL_URL: smtps://, smtp:// (STARTTLS, but to this machine), console:, file:/folder, memory:, or nothing."""
    url = text("EMAIL_URL", "").strip()
    if not url:
        return Mail(is_set_up=False)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ImproperlyConfigured("EMAIL_URL can't be read: smtps://name:password@mail.example.") from None
    if parts.scheme in {"console", "memory"}:
        return Mail({"console": "console", "memory": "locmem"}[parts.scheme])
    if parts.scheme == "file" and parts.path:
        return Mail("filebased", folder=parts.path)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ImproperlyConfigured(
            "EMAIL_URL must be smtps://name:password@host, smtp://host, console:, file:/folder or memory:."
        )
    is_tls, is_here = parts.scheme == "smtps", parts.hostname in {"localhost", "127.0.0.1", "::1"}
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    usual = 465 if is_tls else 25 if is_here else 587
    return Mail("smtp", parts.hostname, port or usual, user, password, not is_tls and not is_here, is_tls)


def hub() -> str:
    """The WebSub hub's address, or nothing."""
    url = text("WEBSUB_HUB", "").strip()
    if url and not (urlsplit(url).scheme in {"http", "https"} and urlsplit(url).netloc):
        raise ImproperlyConfigured(f"WEBSUB_HUB is {url!r}: give the address of a hub, https://hub.example/.")
    return url


def time_zone() -> str:
    name = text("TIME_ZONE", "Etc/UTC")
    try:
        zoneinfo.ZoneInfo(name)
    except (ValueError, zoneinfo.ZoneInfoNotFoundError):
        raise ImproperlyConfigured(f"TIME_ZONE is {name!r}: use a name such as Europe/London.") from None
    return name
