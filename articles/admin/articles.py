"""Stories on the desk."""

from functools import partial

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.db.models import Prefetch
from django.template.response import TemplateResponse
from django.urls import path

from articles import honest, reviewing
from articles.admin import claim_views, paste_views, picture_views, preview, unsaved
from articles.admin.bundle import bundle, publish_together
from articles.admin.claim_form import ClaimForm
from articles.admin.compare import compare
from articles.admin.editions import lines
from articles.admin.evidence_form import EvidenceForm
from articles.admin.forms import ArticleForm
from articles.admin.moved import something_moved
from articles.admin.restore import Restore
from articles.admin.review_verbs import BEFORE_THE_PAPER
from articles.admin.rights import is_editor, why_not_change
from articles.admin.ripple import ON_WHAT_MOVED, open_tasks, ripple_tasks
from articles.admin.saved_filters import WithSavedFilters
from articles.admin.share import Share
from articles.admin.together import TOGETHER
from articles.admin.verbs import ON_THE_PAPER
from articles.models import Article, ArticleByline, Edition
from articles.stage import stage_of
from claims.confidence import Confidence
from claims.models import Outlet
from images.admin import ImageForm
from newsroom.lib import clock
from newsroom.lib.desk import DeskAdmin, WithVerbsTogether
from newsroom.lib.insets import LIVE
from newsroom.lib.timeline import said

# Of each story in the list, how it stands with readers: without the words.
EDITIONS = Prefetch("editions", Edition.objects.defer("body", "standfirst", "description", "note"))


class BylineInline(admin.TabularInline):
    model = ArticleByline
    autocomplete_fields = ["author"]
    extra = 0
    verbose_name, verbose_name_plural = "byline", "bylines"


@admin.register(Article)
class ArticleAdmin(WithSavedFilters, WithVerbsTogether, DeskAdmin):
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

    actions = [publish_together]
    together = TOGETHER
    verbs = (*BEFORE_THE_PAPER, *ON_WHAT_MOVED, *ON_THE_PAPER, Restore, Share)

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
        stories = super().get_queryset(request).prefetch_related(EDITIONS)
        return stories if is_editor(request.user) else stories.written_by(request.user)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and why_not_change(request.user, obj))

    def has_publish_permission(self, request):
        return is_editor(request.user)

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

    def taken_up(self, request, row):
        may = self.has_change_permission(request, row) if row else self.has_add_permission(request)
        return unsaved.taken_up(request, row) if may else None

    def kept_back(self, request, row, typed):
        unsaved.keep_back(request, row, typed)

    def save_model(self, request, obj, form, change):
        obj.changed_at = clock.now()
        if not change:
            obj.made_by = request.user
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """Who begins a story signs it, unless the form says who does."""
        super().save_related(request, form, formsets, change)
        unsaved.settle(request)
        is_changed = change and any(one.has_changed() for one in (form, *formsets))
        if is_changed and reviewing.reconsider(form.instance):
            messages.warning(
                request, "What had been approved were other words: the story is in review again."
            )
        author = getattr(request.user, "author", None)
        if author and not change and not form.instance.bylines.exists():
            form.instance.bylines.create(author=author)

    def get_urls(self):
        views = [claim_views.claim_search, claim_views.claim_new, claim_views.person_names]
        views += [picture_views.picture_search, picture_views.picture_new]
        views += [ripple_tasks, something_moved, bundle]
        own = [self._path(f"{view.__name__.replace('_', '-')}/", view, view.__name__) for view in views]
        own.append(self._path("paste/", partial(paste_views.paste, self), "paste"))
        own.append(self._path("preview/", partial(preview.preview_new, self), "preview_new"))
        own.append(self._path("unsaved/", partial(unsaved.unsaved_new, self), "unsaved_new"))
        own.append(self._path("unsaved/throw-away/", partial(unsaved.throw_away, self), "throw_away"))
        for view in (compare, preview.preview, unsaved.unsaved):
            own.append(self._path(f"<int:object_id>/{view.__name__}/", partial(view, self), view.__name__))
        return own + super().get_urls()

    def _path(self, route, view, name):
        return path(route, self.admin_site.admin_view(view), name=f"articles_article_{name}")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["title"] = "Story" if obj else "A new story"
        context["may_write"] = (
            self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        )
        context["story"] = story_context(obj, request.user) if obj else None
        context["preview_url"] = preview.preview_url(obj)
        if context["may_write"]:
            context |= panel_context(request.user) | unsaved.form_context(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)


def panel_context(user):
    """What the panels over the text are made of."""
    return {
        "live_kinds": LIVE,
        "may_add_pictures": user.has_perm("images.add_image"),
        "picture_form": ImageForm(auto_id="picture_%s"),
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
        "moved": open_tasks(article),
        "honesty": honest.findings(article),
    }
