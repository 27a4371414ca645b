"""A story's page as publishing would show it, of what is saved and of what is typed; and links that share it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed
from django.urls import reverse

from articles import previews
from articles.admin.compare import story_of
from articles.content import Content, content_of
from articles.models import Article, Story
from articles.views.articles import story_page
from newsroom.lib import clock
from newsroom.lib.params import Moment


def preview(admin, request, object_id):
    """The public page of what is saved; on POST, of what the form holds. Nothing is written."""
    article = story_of(admin, request, object_id)
    if request.method != "POST":
        return _shown(request, article, content_of(article))
    if not admin.has_change_permission(request, article):
        raise PermissionDenied
    return _shown(request, *typed(admin, request, article))


def preview_new(admin, request):
    """The same of a story that was never saved."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if not admin.has_add_permission(request):
        raise PermissionDenied
    return _shown(request, *typed(admin, request, Article(made_by=request.user)))


def _shown(request, article, content):
    now = clock.now()
    edition, known = previews.foresee(article, now, content)
    return story_page(request, edition, known, Moment(now))


def typed(admin, request, article: Article) -> tuple[Article, Content]:
    """What the form holds, as far as it can be read; what can't be stays as it is saved."""
    saved = content_of(article)
    form = admin.get_form(request, article, change=bool(article.pk))(request.POST, instance=article)
    form.is_valid()
    links = {name: list(form.cleaned_data.get(name, saved.links[name])) for name in Story.LINKS}
    # As saving would clean them.
    words = {name: Article._meta.get_field(name).pre_save(article, add=False) for name in Story.WORDS}
    return article, Content(words, article.image, links, _authors(admin, request, article))


def _authors(admin, request, article: Article) -> list:
    formsets, _ = admin._create_formsets(request, article, change=bool(article.pk))
    lines = [form for formset in formsets for form in formset.forms if form.is_valid()]
    lines = [form.cleaned_data for form in lines if form.cleaned_data and not form.cleaned_data.get("DELETE")]
    lines.sort(key=lambda line: line.get("position") or 0)
    author = getattr(request.user, "author", None)
    if not lines and not article.pk and author:
        return [author]  # who begins a story signs it
    return [line["author"] for line in lines if line.get("author")]


def preview_url(article: Article | None) -> str:
    """Where the form of a story is previewed."""
    if article is None:
        return reverse("admin:articles_article_preview_new")
    return reverse("admin:articles_article_preview", args=[article.pk])
