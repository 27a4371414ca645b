"""Two versions of a story held against each other, as rendered words."""

from django.http import Http404, HttpResponseNotAllowed
from django.template.response import TemplateResponse

from articles import comparing
from articles.admin.versions import DRAFT, Version, latest, versions
from articles.content import told
from claims.models import Claim

VIEWS = {"inline": "In one text", "side": "Side by side"}


def compare(admin, request, object_id):
    """Who may see the story may compare what it said; names of another story's versions lead nowhere."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    article = story_of(admin, request, object_id)
    known = versions(article)
    one = _chosen(known, request.GET.get("one"), latest(known))
    other = _chosen(known, request.GET.get("other"), known[DRAFT])
    shown = request.GET.get("view") if request.GET.get("view") in VIEWS else "inline"
    may_change = admin.has_change_permission(request, article)
    context = {
        **admin.admin_site.each_context(request),
        **difference(one, other),
        "title": "Compare versions",
        "subtitle": str(article),
        "opts": admin.opts,
        "original": article,
        "versions": known.values(),
        "views": VIEWS,
        "view": shown,
        "restorable": [side for side in (one, other) if may_change and _can_come_back(side, article)],
    }
    return TemplateResponse(request, "admin/articles/compare.html", context)


def story_of(admin, request, object_id):
    """The story, for who may see it; for everybody else it is not there."""
    article = admin.get_object(request, str(object_id))
    if article is None or not admin.has_view_or_change_permission(request, article):
        raise Http404
    return article


def difference(one: Version, other: Version) -> dict:
    """What the template of a difference needs; nothing of a version whose words were redacted."""
    if one.is_redacted or other.is_redacted:
        return {"one": one, "other": other, "redacted": [side for side in (one, other) if side.is_redacted]}
    before, after = told(one.content()), told(other.content())
    parts = comparing.compare(before, after)
    return {
        "one": one,
        "other": other,
        "parts": [part for part in parts if part.is_changed],
        "same": [part.label for part in parts if part.blocks and not part.is_changed],
        "marks": _named(comparing.moved_marks(before, after)),
    }


def _named(marks) -> list[dict]:
    claims = {
        one.key: one for one in Claim.objects.filter(key__in=[mark.key for mark in marks]).with_subject()
    }
    return [
        {"said": claims[mark.key].said if mark.key in claims else mark.key, "mark": mark} for mark in marks
    ]


def _chosen(known: dict[str, Version], name: str | None, otherwise: Version) -> Version:
    if not name:
        return otherwise
    if name not in known:
        raise Http404
    return known[name]


def _can_come_back(version: Version, article) -> bool:
    return not (version.is_draft or version.is_redacted or article.withdrawn_at)
