"""`reindex`: make again whatever is derived. Today that is the renditions of pictures, and nothing else:
every other thing that readers see is read from its rows."""

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand

from images.intake import pixels
from images.models import Image
from images.renditions import make_renditions
from newsroom.integrity import names_of


class Command(BaseCommand):
    help = "Make again what is derived from rows: the renditions of pictures that are missing."

    def handle(self, **options):
        made = 0
        for image in Image.objects.iterator():
            missing = [name for name in names_of(image)[1:] if not default_storage.exists(name)]
            if missing:
                made += self._make(image, len(missing))
        self.stdout.write(f"{made} renditions made.")

    def _make(self, image: Image, missing: int) -> int:
        try:
            with default_storage.open(image.file.name) as file:
                picture = pixels(file.read())
        except (OSError, ValidationError):
            self.stderr.write(f"The file of the picture {image.key} is missing or damaged: take it in again.")
            return 0
        make_renditions(image, picture)
        return missing
