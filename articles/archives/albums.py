"""The pictures of an archive, taken in like any upload, each once."""

import hashlib
from pathlib import Path

from django.core.exceptions import ValidationError

from articles.archives.folder import Folder
from articles.archives.post import Kind, Picture
from articles.archives.report import Told
from images.intake import MOST_BYTES, pixels, take_in
from images.models import Image
from newsroom.lib.text import line

NAMELESS = (
    "The picture {name} has no alt text: describe it, or mark it as decorative, before the next update."
)


class Album:
    """Gives our picture for one of theirs. `is_dry`: looked at, and not kept."""

    def __init__(self, path: Path | None, is_dry: bool = False):
        self.folder, self.is_dry = Folder(path, MOST_BYTES), is_dry
        self.is_given = path is not None
        self.known: dict[str, tuple[str, str]] = {}  # address → key, fault
        self.taken: set[str] = set()

    def key(self, picture: Picture, told: Told, by) -> str:
        """Its key here; nothing, and a note that says why, where it can't be had."""
        if picture.address not in self.known:
            self.known[picture.address] = self._had(picture, by)
        key, fault = self.known[picture.address]
        name = f"“{line(picture.address)[-80:]}”"
        if fault:
            told.note(Kind.LEFT, f"The picture {name} was left: {fault}")
        elif not self.is_dry:
            self._describe(Image.objects.get(key=key), picture, name, told)
        elif not (picture.alt or picture.is_decorative):
            told.note(Kind.CHANGED, NAMELESS.format(name=name))
        return key

    def _had(self, picture: Picture, by) -> tuple[str, str]:
        if not self.is_given:
            return (
                "",
                "no --pictures were given. Copy the folder of its uploads and run this again elsewhere.",
            )
        data = self.folder.read(picture.address)
        if data is None:
            return "", "its file is not among the pictures. Add it at the desk."
        key = f"picture-{hashlib.sha256(data).hexdigest()[:24]}"
        try:
            if self.is_dry:
                pixels(data)
            elif not Image.objects.filter(key=key).exists():
                alt = line(picture.alt)[:300]
                take_in(data, key=key, alt=alt, is_decorative=picture.is_decorative and not alt, added_by=by)
                self.taken.add(key)
        except ValidationError as error:
            return "", " ".join(error.messages)
        except OSError as error:
            return "", f"it can't be kept ({error.strerror or error}). Make room and add it at the desk."
        return key, ""

    def _describe(self, image: Image, picture: Picture, name: str, told: Told) -> None:
        """Who describes it first has the word; a picture here has one description wherever it stands."""
        alt = line(picture.alt)[:300]
        if alt and not image.has_alt and image.key in self.taken:
            image.alt = alt
            image.save(update_fields=["alt"])
        elif alt and image.alt and alt != image.alt:
            told.note(
                Kind.CHANGED, f"The picture {name} keeps the alt text “{image.alt[:80]}”, not “{alt[:80]}”."
            )
        elif not image.has_alt:
            told.note(Kind.CHANGED, NAMELESS.format(name=name))
