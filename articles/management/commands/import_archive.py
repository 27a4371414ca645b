"""`import_archive FILE`: a WordPress or Ghost export, post by post (docs/archives.md)."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.archives.importing import import_archive
from articles.archives.post import NotAnArchive


class Command(BaseCommand):
    help = "Imports a WordPress export (WXR) or a Ghost export (JSON), and tells what was kept, changed and left."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the export: .xml, .json, or a ZIP of it")
        parser.add_argument("--pictures", type=Path, help="the folder of its uploads, or a ZIP of it")
        parser.add_argument(
            "--dry-run", action="store_true", help="tell what would come of it; write nothing"
        )
        parser.add_argument(
            "--by", default="importer", help="the account that imports (made if there is none)"
        )
        parser.add_argument("--report", type=Path, help="write the whole report here, as JSON")

    def handle(self, *, file, pictures, dry_run, by, report, verbosity, **options):
        if pictures and not pictures.exists():
            raise CommandError(f"There is no folder {pictures}: give the one that the uploads lie in.")
        tell = self.stderr.write if verbosity else lambda sentence: None
        try:
            told = import_archive(file, by=by, pictures=pictures, is_dry=dry_run, tell=tell)
        except NotAnArchive as refused:
            raise CommandError(str(refused)) from None
        if verbosity:
            self.stdout.write("\n".join([*(["Nothing was written."] if dry_run else []), *told.lines()]))
        if report:
            report.write_text(json.dumps(told.as_dict(), ensure_ascii=False, indent=1), "utf-8")
        if told.archive:
            raise CommandError("Not all of the archive could be read: see the end of the report.")
