"""Which archive a file is."""

import zipfile
from functools import partial
from pathlib import Path
from typing import BinaryIO

from articles.archives.decoding import texts
from articles.archives.ghost import Ghost
from articles.archives.post import NotAnArchive
from articles.archives.wxr import Wxr

_KINDS = {"<": Wxr, "{": Ghost}


def archive_of(path: Path) -> Wxr | Ghost:
    """The archive in a file, or in the first XML or JSON of a ZIP. Raises NotAnArchive."""
    opened = partial(_of_zip, path) if zipfile.is_zipfile(path) else partial(path.open, "rb")
    try:
        with opened() as file:
            first = next(texts(file), "").lstrip("\ufeff \t\r\n")[:1]
    except (OSError, zipfile.BadZipFile, RuntimeError) as error:
        raise NotAnArchive(f"{path} can't be opened: {getattr(error, 'strerror', None) or error}.") from None
    if first not in _KINDS:
        raise NotAnArchive(
            "This is neither a WordPress export (XML) nor a Ghost export (JSON): export the content there again."
        )
    return _KINDS[first](opened)


def _of_zip(path: Path) -> BinaryIO:
    archive = zipfile.ZipFile(path)
    names = [name for name in archive.namelist() if name.lower().endswith((".xml", ".json"))]
    if not names:
        raise NotAnArchive("This ZIP holds no export: it has neither .xml nor .json in it.")
    return archive.open(names[0])
