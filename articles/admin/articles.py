"""Stories on the desk."""

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.template.response import TemplateResponse
from django.urls import path

from articles.admin import claim_views
from articles.admin.claim_form import ClaimForm
from articles.admin.editions import lines
from articles.admin.evidence_form import EvidenceForm
from articles.admin.forms import ArticleForm
from articles.admin.review_verbs import BEFORE_THE_PAPER
from articles.admin.rights import is_editor, why_not_change
from articles.admin.verbs import ON_THE_PAPER
from articles.models import Article, ArticleByline
from articles.stage import stage_of
from claims.confidence import Confidence
from claims.models import Outlet
from newsroom.lib import clock
from newsroom.lib.desk import DeskAdmin
from newsroom.lib.timeline import said


class BylineInline(admin.TabularInline):
    model = ArticleByline
    autocomplete_fields = ["author"]
    extra = 0
    verbose_name, verbose_name_plural = "byline", "bylines"


@admin.register(Article)
class ArticleAdmin(DeskAdmin):
    form = ArticleForm
    inlines = [BylineInline]
    prepopulated_fields = {"slug": ["headline"]}
    autocomplete_fields = ["shows", "seasons", "people", "lead_claims", "disclaimers", "image"]
    fieldsets = [
        (None, {"fields": ["headline", "standfirst", "body"]}),
        ("What it is about", {"fields": ["shows", "seasons", "people", "lead_claims"]}),
        (
            "How it is shown",
            {"fields": ["kicker", "slug", "description", "image", "is_lead", "disclaimers", "embargo_until"]},
        ),
    ]
    list_display = ["headline_or_slug", "stage", "state", "changed"]
    list_filter = ["state"]
    search_fields = ["headline", "slug", "standfirst"]

    verbs = (*BEFORE_THE_PAPER, *ON_THE_PAPER)

    @admin.display(description="Headline", ordering="headline")
    def headline_or_slug(self, article):
        return str(article)

    @admin.display(description="With readers")
    def stage(self, article):
        return stage_of(article).words

    @admin.display(description="Changed", ordering="changed_at")
    def changed(self, article):
        return said(article.changed_at)

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": "Stories"} | (extra_context or {}))

    def get_queryset(self, request):
        stories = super().get_queryset(request).prefetch_related("editions")
        return stories if is_editor(request.user) else stories.written_by(request.user)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and why_not_change(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        """What readers have seen is withdrawn, not deleted."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and not (obj and (obj.editions.exists() or why_not_change(request.user, obj)))

    def _changeform_view(self, request, object_id, form_url, extra_context):
        is_save = object_id and request.method == "POST"
        story = self.get_object(request, unquote(object_id)) if is_save else None
        if story and (sentence := why_not_change(request.user, story)):
            return self.refuse(request, sentence)
        return super()._changeform_view(request, object_id, form_url, extra_context)

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        if is_editor(request.user):
            return super()._get_obj_does_not_exist_redirect(request, opts, object_id)
        return self.refuse(request, "No story of yours is here. Writers open their own; an editor opens any.")

    def refuse(self, request, sentence):
        """No, in words, on a page of the desk."""
        context = self.admin_site.each_context(request) | {"title": "Not for your role", "sentence": sentence}
        context |= {"opts": self.opts, "typed": request.POST.get("body", "")}
        return TemplateResponse(request, "admin/articles/refused.html", context, status=403)

    def save_model(self, request, obj, form, change):
        obj.changed_at = clock.now()
        if not change:
            obj.made_by = request.user
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """Who begins a story signs it, unless the form says who does."""
        super().save_related(request, form, formsets, change)
        author = getattr(request.user, "author", None)
        if author and not change and not form.instance.bylines.exists():
            form.instance.bylines.create(author=author)

    def get_urls(self):
        views = [claim_views.claim_search, claim_views.claim_new, claim_views.person_names]
        own = [self._path(f"{view.__name__.replace('_', '-')}/", view, view.__name__) for view in views]
        return own + super().get_urls()

    def _path(self, route, view, name):
        return path(route, self.admin_site.admin_view(view), name=f"articles_article_{name}")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["title"] = "Story" if obj else "A new story"
        context["may_write"] = (
            self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        )
        context["story"] = story_context(obj, request.user) if obj else None
        if context["may_write"]:
            context |= panel_context(request.user)
        return super().render_change_form(request, context, add, change, form_url, obj)


def panel_context(user):
    """What the panel “Mark as claim” is made of."""
    return {
        "may_make_claims": user.has_perms(claim_views.MAKING),
        "claim_form": ClaimForm(auto_id="claim_%s"),
        "evidence_form": EvidenceForm(auto_id="claim_%s"),
        "levels": Confidence.ranked(),
        "outlets": Outlet.objects.filter(merged_into=None),
    }


def story_context(article, user):
    """What stands beside the form: where the story is with its readers, and what they have seen of it."""
    return {
        "stage": stage_of(article),
        "why_not_change": why_not_change(user, article),
        "editions": list(lines(article)),
    }
