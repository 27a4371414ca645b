"""Images in the exchange: a row and the file beside the JSON Lines, taken in like any upload."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage

from articles.exchange import days, values
from articles.exchange.faults import Unfit
from articles.exchange.kinds import Kind
from articles.exchange.making import MADE, made_columns, same_but_made, tell_made
from articles.exchange.table import Record
from articles.exchange.world import World
from images.intake import MOST_BYTES, digest_of, lay_out, pixels
from images.models import Image
from newsroom.lib import clock

FOLDERS = ("masters", "renditions")
COLUMNS = {"alt": "alt", "decorative": "is_decorative", "credit": "credit", "licence": "licence"}


def file_of(row: Image) -> str:
    """Where an export puts the picture, beside its own file."""
    return f"images/{row.key}.webp"


def tell_image(row: Image) -> dict:
    return {
        "file": file_of(row),
        **{name: getattr(row, column) for name, column in COLUMNS.items()},
        "rights_until": row.rights_until,
        "focus": [row.focus_x, row.focus_y],
        "made": tell_made(row.added_at, row.added_by),
    }


def read_picture(folder: Path, name: str) -> bytes:
    """The bytes of a picture named beside the file. Raises Unfit for what is none, or lies elsewhere."""
    try:
        path = (folder / name).resolve()
        if Path(name).is_absolute() or ".." in Path(name).parts or not path.is_relative_to(folder.resolve()):
            raise Unfit(f"“{name[:80]}” lies outside the folder of the file")
        if not path.is_file():
            raise Unfit(f"there is no file “{name[:80]}” beside the lines")
        if path.stat().st_size > MOST_BYTES:
            raise Unfit("the picture is larger than 15 MB")
        return path.read_bytes()
    except (OSError, RuntimeError) as error:
        raise Unfit(f"“{name[:80]}” can't be read: {getattr(error, 'strerror', None) or error}") from None


def lay_out_new(records: list[Record], world: World) -> None:
    """Write the files of pictures that don't stand yet, several at once, before the database is held up."""
    standing = IMAGE.find(record.key for record in records)
    new = [record for record in records if record.key not in standing]
    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
        for record, laid in [(record, pool.submit(_laid_out, record, world)) for record in new]:
            with world.faults.catching(record.line, "file"):
                world.laid_out[record.key] = laid.result()


def _laid_out(record: Record, world: World) -> Image:
    right, down = record.data["focus"]
    image = Image(key=record.key, focus_x=right, focus_y=down, rights_until=record.data["rights_until"])
    for name, column in COLUMNS.items():
        setattr(image, column, record.data[name])
    data = read_picture(world.folder, record.data["file"])
    try:
        return lay_out(image, data)
    except ValidationError as error:
        raise Unfit(" ".join(error.messages)) from None
    except OSError as error:
        raise Unfit(f"the picture can't be kept: {error.strerror or error}") from None
    finally:
        world.digests.add(image.digest)


def make_images(records: list[Record], world: World) -> None:
    for record in records:
        record.row = world.laid_out[record.key]
        added = made_columns(record.data["made"], world)
        record.row.added_at, record.row.added_by = added.at or clock.now(), added.by
    Image.objects.bulk_create([record.row for record in records])


def same_picture(record: Record, told: dict) -> dict:
    """Compared by its pixels, wherever its file lies."""
    told = same_but_made(record, told)
    return told | {"file": record.data["file"]}


def differs(record: Record, row: Image, folder: Path) -> bool:
    """The picture beside the file is another than the one that stands under its key."""
    data = read_picture(folder, record.data["file"])
    with row.file.storage.open(row.file.name) as kept:
        if kept.read() == data:
            return False
    try:
        return digest_of(pixels(data)) != row.digest
    except ValidationError as error:
        raise Unfit(" ".join(error.messages)) from None


def standing_files() -> set[str]:
    """Every picture's file in the storage."""
    return {
        f"{folder}/{name}"
        for folder in FOLDERS
        if default_storage.exists(folder)
        for name in default_storage.listdir(folder)[1]
    }


def remove_files(digests: set[str], but: set[str] = frozenset()) -> None:
    """Remove the files of pictures that no row shows, except those named in `but`."""
    shown = set(Image.objects.filter(digest__in=digests).values_list("digest", flat=True))
    gone = tuple(f"{folder}/{digest[:24]}" for folder in FOLDERS for digest in digests - shown - {""})
    for name in standing_files() - but:
        if gone and name.startswith(gone):
            default_storage.delete(name)


IMAGE = Kind(
    "image",
    Image,
    {
        "file": values.path(),
        "alt": values.words(Image, "alt"),
        "decorative": values.truth(),
        "credit": values.words(Image, "credit"),
        "licence": values.words(Image, "licence"),
        "rights_until": days.day(),
        "focus": values.focus(),
        "made": MADE,
    },
    tell_image,
    make_images,
    slot="key",
    full=lambda rows: rows.select_related("added_by"),
    same=same_picture,
)
