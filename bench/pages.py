"""What is measured: each page by name and address, of the busiest show, season and person there is."""

from django.db.models import Count
from django.urls import reverse

from articles.models import Article, Edition
from articles.paging import cursor_of

PUBLIC, DESK = "public", "desk"


def pages() -> list[tuple[str, str, str]]:
    """Side, name, address."""
    newest = Edition.objects.live().newest_first()
    half = newest[newest.count() // 2]
    season, person = busiest("seasons"), busiest("people")
    middle = Article.objects.order_by("pk")[Article.objects.count() // 2]
    news, stories = reverse("article_list"), reverse("admin:articles_article_changelist")
    public = {
        "front page": reverse("front_page"),
        "news, page 1": news,
        "news, half way down": f"{news}?after={cursor_of(half)}",
        "news of the busiest show": f"{news}?show={season.show.slug}",
        "news, at least official": f"{news}?min=official",
        "news, a word searched for": f"{news}?q=lanterns",
        "story": half.get_absolute_url(),
        "season, the busiest": season.get_absolute_url(),
        "person, the busiest": person.get_absolute_url(),
        "people": reverse("person_list"),
        "shows": reverse("show_list"),
        "feed": reverse("feed_rss"),
        "API, stories": reverse("article_api_list"),
        "API, claims": reverse("claim_api_list"),
    }
    desk = {
        "stories": stories,
        "stories, searched": f"{stories}?q=lanterns",
        "stories, drafts": f"{stories}?state__exact=draft",
        "stories, last page": f"{stories}?p={(Article.objects.count() - 1) // 50 + 1}",
        "story form": reverse("admin:articles_article_change", args=[middle.pk]),
        "a new story": reverse("admin:articles_article_add"),
        "front of the desk": reverse("admin:index"),
    }
    return [
        *((PUBLIC, name, url) for name, url in public.items()),
        *((DESK, name, url) for name, url in desk.items()),
    ]


def busiest(topic: str):
    """The season or person with the most stories."""
    model = Article._meta.get_field(topic).related_model
    return model.objects.annotate(many=Count("articles")).order_by("-many", "pk").first()
