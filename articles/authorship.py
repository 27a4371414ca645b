"""Who writes: bylines of what is live."""

from django.db.models import Exists, OuterRef

from articles.models import Author, Edition, EditionByline

MOST = 60  # names on the masthead


def masthead(at) -> list[Author]:
    """Whose stories are live at a moment, by name."""
    live = Edition.objects.live(at).values("pk")
    signed = EditionByline.objects.filter(author=OuterRef("pk"), edition__in=live)
    return list(Author.objects.filter(Exists(signed)).order_by("name", "slug")[:MOST])
