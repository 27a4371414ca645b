"""“Publish together”: stories ticked in the list, and claims that wait, at one moment."""

from django import forms
from django.contrib import admin, messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from articles import bundling
from articles.admin import verb_forms
from articles.admin.rights import PUBLISH
from articles.models import Article, Edition
from newsroom.lib.desk.verbs import CHANGED
from newsroom.lib.desk.versions import last_saved
from newsroom.lib.moments import MomentField
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import act, said

MOST = 30  # stories of one bundle


class BundleForm(verb_forms.PerhapsHourForm):
    """For each live story its note; the claims that go with them; the hour."""

    at = MomentField(label="At", required=False)
    claims = forms.MultipleChoiceField(
        label="Claims to release with them", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, articles, **kwargs):
        super().__init__(*args, **kwargs)
        self.articles = articles
        live = set(Edition.objects.live().filter(article__in=articles).values_list("article", flat=True))
        for article in articles:
            if article.pk in live:
                self.fields[f"note-{article.pk}"] = forms.CharField(
                    label=f"What changed in “{article}”", widget=forms.Textarea(attrs=verb_forms.NOTE)
                )
        self.waiting = {claim.key: claim for claim in bundling.waiting(articles)}
        self.fields["claims"].choices = [(key, _line(claim)) for key, claim in self.waiting.items()]
        if not self.waiting:
            del self.fields["claims"]
        self.order_fields([name for name in self.fields if name.startswith("note-")] + ["claims", "at"])

    @property
    def parts(self) -> list[bundling.Part]:
        notes = self.cleaned_data
        return [bundling.Part(article, notes.get(f"note-{article.pk}", "")) for article in self.articles]

    @property
    def chosen(self):
        return [self.waiting[key] for key in self.cleaned_data.get("claims", [])]


def _line(claim) -> str:
    now = f", {claim.held.level} now" if claim.held else ", never told"
    return f"{claim.said} ({claim.judgement.get_level_display().lower()}{now})"


@admin.action(description="Publish together…", permissions=["publish"])
def publish_together(model_admin, request, queryset):
    """From the list to the page that asks the rest."""
    chosen = [("story", pk) for pk in queryset.values_list("pk", flat=True)[:MOST]]
    return redirect(f"{reverse('admin:articles_article_bundle')}?{urlencode(chosen)}")


@require_http_methods(["GET", "HEAD", "POST"])
def bundle(request):
    """Tell what will go live, ask the hour, do it: all of it or nothing."""
    context = {**admin.site.each_context(request), "title": "Publish together", "opts": Article._meta}
    if not request.user.has_perms([PUBLISH, "claims.assess_claim"]):
        context |= {"sentence": "Publishing is an editor’s to do: submit your story for review."}
        return TemplateResponse(request, "admin/articles/refused.html", context, status=403)
    articles, stale = _articles(request), []
    if request.method == "POST" and (stale := _stale(request, articles)):
        articles = [article for article in articles if article not in stale]
    form = BundleForm(request.POST or None, articles=articles, by=request.user)
    if request.method == "POST" and not stale and form.is_valid() and (told := _done(request, form)):
        messages.success(request, told)
        return redirect("admin:articles_article_changelist")
    desk = admin.site._registry[Article]
    shown = [(article, desk.version(article)) for article in articles]
    context |= {"articles": shown, "form": form, "stale": [_changed(article) for article in stale]}
    return TemplateResponse(request, "admin/articles/bundle.html", context)


def _stale(request, articles) -> list[Article]:
    """Those that are not, or not any more, what the page told of."""
    desk = admin.site._registry[Article]
    return [one for one in articles if request.POST.get(f"version-{one.pk}") != desk.version(one)]


def _changed(article) -> str:
    entry = last_saved(article)
    by = f" by {entry.user} at {said(entry.action_time)}" if entry else ""
    return (
        f"“{article}” was changed{by} after you had opened this page: it has been taken out, and nothing is"
        " published yet. Publish the others, or read it and begin again."
    )


def _articles(request) -> list[Article]:
    given = request.POST if request.method == "POST" else request.GET
    keys = [key for key in given.getlist("story") if key.isdecimal() and len(key) < 19][:MOST]
    found = Article.objects.standing().filter(pk__in=keys).prefetch_related("shows", "seasons")
    return list(found.order_by("headline", "pk"))


def _done(request, form) -> str:
    try:
        with act(*form.articles):
            if _stale(request, form.articles):
                raise Refused(CHANGED)
            at = bundling.publish_together(
                form.parts, form.chosen, by=request.user, at=form.cleaned_data["at"]
            )
    except Refused as refused:
        form.add_error(None, refused.messages)
        return ""
    desk = admin.site._registry[Article]
    for article in form.articles:
        desk.log_change(request, article, f"Published together with others, for {said(at)}.")
    for claim in form.chosen:
        desk.log_change(request, claim, f"Released together with others, for {said(at)}.")
    stories, claims = len(form.articles), len(form.chosen)
    told = f"{stories} stor{'ies' if stories != 1 else 'y'} and {claims} claim{'s' * (claims != 1)}"
    return f"{told} {'go' if form.cleaned_data['at'] else 'went'} live at one moment: {said(at)}."
