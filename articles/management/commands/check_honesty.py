"""Headline honesty by itself: a line of JSON in, a line of JSON out."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from django.core.management.base import BaseCommand, CommandError

from articles.honesty import PLACES, check
from claims.confidence import Confidence

FIELDS = {"place": str, "text": str, "claims": list}
KINDS = {str: "a text", list: "a list"}


class Fault(Exception):
    """What is wrong with a line, in words."""


class Command(BaseCommand):
    help = "Holds words against the levels of the claims they cite: a line of JSON in, a line of JSON out."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="JSON Lines in UTF-8, or - for standard input")

    def handle(self, file, **options):
        failed = 0
        for number, line in enumerate(self.lines(file), 1):
            if not line.strip():
                continue
            try:
                self.stdout.write(_told(answer(line)))
            except Fault as fault:
                failed += 1
                self.stderr.write(f"line {number}: {fault}")
        if failed:
            lines = "1 line was" if failed == 1 else f"{failed} lines were"
            raise CommandError(f"{lines} not checked, as said above; every other line was.")

    def lines(self, file: str) -> Iterator[bytes]:
        try:
            if file == "-":
                yield from sys.stdin.buffer
                return
            with open(file, "rb") as lines:
                yield from lines
        except OSError as error:
            raise CommandError(f"{file} can’t be opened: {error.strerror}.") from error


def answer(line: bytes) -> dict:
    """What is to be said of one line. Raises Fault."""
    asked = _asked(line)
    claims = [_claim(number, claim) for number, claim in enumerate(asked["claims"])]
    if asked["place"] not in PLACES:
        raise Fault(f"“place” is “{asked['place']}”: use {_or(PLACES)}.")
    flags = check(asked["text"], asked["place"], claims)
    return {"id": asked["id"], "flags": [asdict(flag) for flag in flags]}


def _told(told: dict) -> str:
    """One line of JSON; in ASCII where half a surrogate pair, which has no UTF-8, was asked about."""
    line = json.dumps(told, ensure_ascii=False)
    return json.dumps(told) if any("\ud800" <= char <= "\udfff" for char in line) else line


def _asked(line: bytes) -> dict:
    try:
        asked = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Fault("it is not UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise Fault(f"it is no JSON ({error}).") from error
    if not isinstance(asked, dict):
        raise Fault("it is no JSON object: write {…} with “id”, “place”, “text” and “claims”.")
    if "id" not in asked:
        raise Fault("“id” is missing.")
    _hold(asked, FIELDS)
    return asked


def _hold(row: dict, fields: dict, where: str = "") -> None:
    for name, kind in fields.items():
        if name not in row:
            raise Fault(f"“{where}{name}” is missing.")
        if not isinstance(row[name], kind):
            raise Fault(f"“{where}{name}” is not {KINDS[kind]}.")


def _claim(number: int, claim) -> tuple[str, str]:
    where = f"claims[{number}]"
    if not isinstance(claim, dict):
        raise Fault(f"“{where}” is no object with “statement” and “level”.")
    _hold(claim, {"statement": str, "level": str}, f"{where}.")
    if claim["level"] not in Confidence.values:
        raise Fault(f"“{where}.level” is “{claim['level']}”: use {_or(Confidence.values)}.")
    return claim["statement"], claim["level"]


def _or(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}"
