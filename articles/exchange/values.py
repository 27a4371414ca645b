"""Readers of single values: JSON in, a clean value out, or `Unfit` with the reason."""

import math
from collections.abc import Callable
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug

from articles.exchange.faults import Unfit
from articles.exchange.table import Field, Place, Table, read_object, said_type, written
from newsroom.lib import html
from newsroom.lib.fields import web_address
from newsroom.lib.text import clean, line, valid_key


def text_of(raw: Any) -> str:
    if not isinstance(raw, str):
        raise Unfit(f"takes text, not {said_type(raw)}")
    return raw


def _within(text: str, longest: int | None) -> str:
    if longest and len(text) > longest:
        raise Unfit(f"longer than {longest} characters ({len(text)})")
    return text


def _valid(check: Callable, value: Any) -> Any:
    try:
        check(value)
    except ValidationError as error:
        raise Unfit(" ".join(error.messages)) from None
    return value


def simple(read: Callable[[Any], Any], default: Any = "", **options) -> Field:
    return Field(lambda raw, place: read(raw), default, **options)


def words(model, name: str) -> Field:
    """One line of plain text, as long as the model's column takes."""
    longest = model._meta.get_field(name).max_length

    def read(raw: Any) -> str:
        text = _within(line(text_of(raw)), longest)
        if raw and not text:
            raise Unfit("holds no character that can be read")
        return text

    return simple(read)


def named(model, name: str) -> Field:
    """One line that must say something."""
    longest = model._meta.get_field(name).max_length

    def read(raw: Any) -> str:
        return _within(line(text_of(raw)), longest)

    return simple(read, is_required=True)


def prose(longest: int | None = None, check: Callable = lambda text: None) -> Field:
    """Plain text of several lines."""
    return simple(lambda raw: _valid(check, _within(clean(text_of(raw)).strip(), longest)))


def path() -> Field:
    """A file's name beside the lines."""

    def read(raw: Any) -> str:
        return _within(clean(text_of(raw)), 500)

    return simple(read, is_required=True)


def body() -> Field:
    return simple(lambda raw: html.clean_body(text_of(raw)))


def slug(longest: int = 100) -> Field:
    return simple(lambda raw: _valid(validate_slug, _within(text_of(raw), longest)))


def slugs() -> Field:
    return _listed(lambda raw: _valid(validate_slug, _within(text_of(raw), 100)))


def former_addresses() -> Field:
    """Whole addresses elsewhere: paths, or `?p=123`."""

    def read(raw: Any) -> str:
        address = _within(line(text_of(raw)), 500).rstrip("/")
        if not address.startswith(("/", "?p=")):
            raise Unfit("takes a path that begins with a slash, or ?p= and a number")
        return address

    return _listed(read)


def key() -> Field:
    return simple(lambda raw: _valid(valid_key, text_of(raw)))


def season_key() -> Field:
    return simple(_name, is_required=True)


def url(longest: int) -> Field:
    return simple(lambda raw: _valid(web_address, _within(text_of(raw), longest)) if raw else "")


def choice(choices, default: Any = "") -> Field:
    """One of an enum's words."""
    known = [value for value in choices.values if value]

    def read(raw: Any) -> str:
        if text_of(raw) not in known:
            raise Unfit(f"“{line(raw)[:60]}” is none of {', '.join(known)}")
        return raw

    return simple(read, default)


def whole(most: int, least: int = 1) -> Field:
    def read(raw: Any) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int):
            raise Unfit(f"takes a whole number, not {said_type(raw)}")
        if not least <= raw <= most:
            raise Unfit(f"takes a number from {least} to {most}")
        return raw

    return simple(read, None)


def truth(default: bool = False) -> Field:
    def read(raw: Any) -> bool:
        if not isinstance(raw, bool):
            raise Unfit(f"takes true or false, not {said_type(raw)}")
        return raw

    return simple(read, default)


def number_or_words(longest: int) -> Field:
    """A claim's value: 8 and "8" are the same."""

    def read(raw: Any) -> str:
        if isinstance(raw, int) and not isinstance(raw, bool):
            raw = str(raw)
        return _within(line(text_of(raw)), longest)

    return simple(read)


def account() -> Field:
    """The name of an account, which need not exist yet."""

    def read(raw: Any, place: Place) -> str:
        name = _within(get_user_model().normalize_username(text_of(raw)), 150)
        place.record.accounts.add(_valid(UnicodeUsernameValidator(), name))
        return name

    return Field(read, "")


def focus() -> Field:
    def read(raw: Any) -> list[float]:
        numbers = raw if isinstance(raw, list) else []
        fit = [
            n for n in numbers if isinstance(n, int | float) and not isinstance(n, bool) and math.isfinite(n)
        ]
        if len(numbers) != 2 or len(fit) != 2 or not all(0 <= n <= 1 for n in fit):
            raise Unfit("takes two numbers from 0 to 1: how far right and how far down")
        return [float(n) for n in fit]

    return simple(read, [0.5, 0.5])


def _listed(read: Callable[[Any], str], ordered: bool = False) -> Field:
    def read_all(raw: Any) -> list[str]:
        if not isinstance(raw, list):
            raise Unfit(f"takes a list, not {said_type(raw)}")
        items = list(dict.fromkeys(read(one) for one in raw))
        return items if ordered else sorted(items)

    return simple(read_all, [])


def names() -> Field:
    def read(raw: Any) -> str:
        if not (text := _within(line(text_of(raw)), 200)):
            raise Unfit("holds an empty name")
        return text

    return _listed(read, ordered=True)


def external_ids(check: Callable) -> Field:
    def read(raw: Any) -> dict[str, str]:
        if not isinstance(raw, dict):
            raise Unfit(f"takes an object, not {said_type(raw)}")
        ids = {service: line(text_of(one)) for service, one in sorted(raw.items())}
        return _valid(check, ids)

    return simple(read, {})


def _name(raw: Any) -> str:
    if not (text := _within(line(text_of(raw)), 200)):
        raise Unfit("empty")
    return text


def reference(type: str) -> Field:
    """The key of another line or row."""
    return Field(lambda raw, place: _name(raw), "", refers=type)


def references(type: str, ordered: bool = False) -> Field:
    """Keys of other lines or rows, each once; a set unless the order says something."""
    found = _listed(_name, ordered)
    return Field(found.read, [], refers=type, is_ordered=ordered)


def one(table: Table) -> Field:
    """An object of its own."""
    return Field(
        lambda raw, place: read_object(raw, table, place),
        None,
        write=lambda data: written(data, table) if data else None,
    )


def many(table: Table) -> Field:
    """A list of objects."""

    def read(raw: Any, place: Place) -> list[dict]:
        if not isinstance(raw, list):
            raise Unfit(f"takes a list, not {said_type(raw)}")
        found = []
        for index, item in enumerate(raw):
            with place.faults.catching(place.record.line, place.at(index).path):
                found.append(read_object(item, table, place.at(index)))
        return found

    return Field(read, [], write=lambda items: [written(item, table) for item in items])
