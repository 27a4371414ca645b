"""`reindex`: make again whatever is derived: the rows of the lists, and the renditions of pictures."""

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand
from django.db import transaction

from articles import filing
from articles.models import Article
from images.intake import pixels
from images.models import Image
from images.renditions import make_renditions
from newsroom import search_index
from newsroom.integrity import names_of
from newsroom.page_cache.models import Generation


class Command(BaseCommand):
    help = (
        "Make again what is derived: the rows of the lists that are wrong, the renditions that are missing."
    )

    def handle(self, **options):
        self.stdout.write(f"{self._lists()} rows of the lists and of what stories are found by put right.")
        self.stdout.write(f"{search_index.rebuild()} names and claims put right in the search.")
        made = 0
        for image in Image.objects.iterator():
            missing = [name for name in names_of(image)[1:] if not default_storage.exists(name)]
            if missing:
                made += self._make(image, len(missing))
        self.stdout.write(f"{made} renditions made.")
        Generation.end()

    def _lists(self) -> int:
        """Under the stories' locks, some at a time, so that no verb comes between."""
        changed, articles = 0, Article.objects.order_by("pk")
        for keys in filing.chunks(articles.values_list("pk", flat=True)):
            with transaction.atomic():
                list(articles.select_for_update().filter(pk__in=keys).values_list("pk"))
                changed += filing.file(keys)
        return changed

    def _make(self, image: Image, missing: int) -> int:
        try:
            with default_storage.open(image.file.name) as file:
                picture = pixels(file.read())
        except (OSError, ValidationError):
            self.stderr.write(f"The file of the picture {image.key} is missing or damaged: take it in again.")
            return 0
        make_renditions(image, picture)
        return missing
