"""Where a picture's file lies: in a folder or ZIP laid beside the archive. Nothing is fetched."""

import re
import zipfile
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

_SIZED = re.compile(r"(?:-\d{2,5}x\d{2,5}|-scaled)(\.[A-Za-z]{3,5})$")
_RESIZED = re.compile(r"/size/w\d+(?:h\d+)?(?=/)")


def names_of(address: str) -> list[str]:
    """The names under which a picture may lie, the whole path first; the original before a smaller copy."""
    try:
        path = _RESIZED.sub("", unquote(urlsplit(address).path))
    except ValueError:
        return []
    parts = [part for part in PurePosixPath(path).parts if part not in ("/", "..", ".")]
    names = []
    for begin in range(max(1, len(parts) - 1)):
        name = "/".join(parts[begin:])
        names += dict.fromkeys([_SIZED.sub(r"\1", name), name])
    return [name for name in names if name]


class Folder:
    """`read` gives a picture's bytes, at most one more than `most`; None where there is no such file."""

    def __init__(self, path: Path | None, most: int):
        self.root, self.most = path and path.resolve(), most
        self.archive = zipfile.ZipFile(path) if path and not path.is_dir() else None
        self.names: dict[str, str] = {}
        for name in self.archive.namelist() if self.archive else ():
            for one in names_of(name):
                self.names.setdefault(one, name)

    def read(self, address: str) -> bytes | None:
        for name in names_of(address):
            if found := self._zipped(name) if self.archive else self._lying(name):
                return found
        return None

    def _zipped(self, name: str) -> bytes | None:
        if name not in self.names:
            return None
        try:
            with self.archive.open(self.names[name]) as file:
                return file.read(self.most + 1)
        except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
            return b"damaged"

    def _lying(self, name: str) -> bytes | None:
        if not self.root:
            return None
        try:
            path = (self.root / name).resolve()
            if not path.is_relative_to(self.root) or not path.is_file():
                return None
            with path.open("rb") as file:
                return file.read(self.most + 1)
        except (OSError, ValueError, RuntimeError):
            return None
