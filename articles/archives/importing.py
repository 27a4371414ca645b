"""A whole archive brought in, post by post: what fails or is odd is told, and the rest goes in."""

from contextlib import nullcontext
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from articles.archives.albums import Album
from articles.archives.bringing import Bringing
from articles.archives.opening import archive_of
from articles.archives.post import Kind, Post
from articles.archives.report import Outcome, Report, Told
from articles.drafting.finding import Names
from newsroom.lib.text import line

EVERY = 50  # posts after which progress is told
CUT = (
    "The archive is cut short or damaged after {count} posts: what came before was read. Export it again and run this "
    "once more; what stands already stays."
)


class _Undone(Exception):
    """Takes back what a dry run has written."""


def import_archive(path: Path, *, by: str, pictures: Path | None = None, is_dry=False, tell=print) -> Report:
    """Bring an archive in for the account of that name, made if there is none; the report of it. Raises NotAnArchive.
    A dry run keeps nothing."""
    archive = archive_of(path)
    album = Album(pictures, is_dry)
    report, bringing = Report(archive.house, is_dry), Bringing(archive.house, album)
    for number, post in enumerate(archive.posts(), 1):
        report.told.append(_brought(bringing, post, by, is_dry))
        if number % EVERY == 0:
            tell(f"{number} posts read …")
    report.others = archive.left
    report.archive += archive.damaged
    if archive.is_cut:
        report.archive.append(CUT.format(count=len(report.told)))
    for told in report.told:
        report.figures["claims were proposed"] += told.claims
        report.figures["former addresses lead here"] += told.addresses
    report.figures["pictures were taken in"] = len(album.taken)
    return report


def _brought(bringing: Bringing, post: Post, by: str, is_dry: bool) -> Told:
    told: list[Told] = []
    try:
        with transaction.atomic() if is_dry else nullcontext():
            bringing.by = _account(by)
            told.append(bringing.bring(post))
            if is_dry:
                raise _Undone
    except _Undone:
        bringing.names = Names()
    except (ValidationError, DatabaseError, ValueError) as error:
        bringing.names = Names()
        why = " ".join(error.messages) if isinstance(error, ValidationError) else line(str(error))
        told = [Told(post, Outcome.FAILED)]
        told[0].note(Kind.LEFT, f"It could not be brought in: {why[:300]} Nothing of it was kept.")
    return told[0]


def _account(name: str):
    User = get_user_model()
    return User.objects.filter(username=name).first() or User.objects.create_user(name)
