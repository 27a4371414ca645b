"""Exporting: the whole newsroom as lines, always in the same order and to the same bytes."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from articles.exchange.kinds import CHUNK, Kind
from articles.exchange.pictures import file_of
from articles.exchange.types import KINDS
from claims.gate import Case
from claims.hindsight import unmet
from claims.models import Assessment
from images.models import Image
from newsroom.lib.refusals import Refused

# In the order of docs/exchange.md: what is named comes before what names it, where that can be.
ORDER = (
    "platform",
    "image",
    "show",
    "season",
    "person",
    "author",
    "outlet",
    "source",
    "disclaimer",
    "claim",
    "article",
)


@contextmanager
def one_moment() -> Iterator[None]:
    """All reads within the block see the newsroom as it stood at its beginning."""
    begins = not connection.in_atomic_block
    with transaction.atomic():
        if begins and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def lines() -> Iterator[str]:
    """Every line of the export, without its newline."""
    for name in ORDER:
        for told in _objects(KINDS[name]):
            yield json.dumps(told, ensure_ascii=False)


def _objects(kind: Kind) -> Iterator[dict[str, Any]]:
    then = _met_then() if kind.name == "claim" else set()
    for row in kind.rows().iterator(chunk_size=CHUNK):
        told = kind.line(row)
        for assessment in told.get("assessments", ()):
            if (row.pk, assessment["live_from"]) in then:
                assessment["gate_met_then"] = True
        yield told


def _met_then() -> set[tuple[int, str]]:
    """Assessments whose evidence carried them when they were published, and would not today."""
    rows = Assessment.objects.uncancelled().filter(override="", redacted_at=None).with_evidence()
    return {
        (row.claim_id, row.live_from.isoformat())
        for row in rows.iterator(chunk_size=CHUNK)
        if unmet(row, Case.of(row, row.evidence.all()))
    }


def give(path: Path) -> int:
    """Write the export and, beside it, the pictures; gives the number of lines. No file is half written."""
    with one_moment():
        for image in Image.objects.iterator():
            _write_picture(path.parent, image)
        count = 0
        with _replaced(path) as file:
            for line in lines():
                file.write(f"{line}\n".encode())
                count += 1
    return count


def _write_picture(folder: Path, image: Image) -> None:
    path = folder / file_of(image)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with image.file.storage.open(image.file.name) as kept:
            data = kept.read()
    except FileNotFoundError:
        raise Refused(
            f"The file of the picture “{image.key}” is missing ({image.file.name}): see `verify`."
        ) from None
    if path.is_file() and path.read_bytes() == data:
        return
    with _replaced(path) as file:
        file.write(data)


@contextmanager
def _replaced(path: Path) -> Iterator[Any]:
    """A file that takes the place of another only once it is whole."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with draft.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
