"""Saved filters over the list of stories: kept under a name, one's own or the whole desk's."""

from django import forms
from django.contrib import messages
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import PermissionDenied
from django.http import Http404, QueryDict
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from articles.models import SavedFilter

LIST = "admin:articles_article_changelist"
MOST = 30  # of one person
DROPPED = {PAGE_VAR, "e", "all", "_popup", "_to_field", "_facets", "_changelist_filters"}


class SaveForm(forms.ModelForm):
    is_shared = forms.BooleanField(label="For the whole desk", required=False)

    class Meta:
        model = SavedFilter
        fields = ["name", "query", "is_shared"]
        labels = {"name": "Name of this list"}
        widgets = {"query": forms.HiddenInput}

    def clean_query(self):
        query = asked(QueryDict(self.cleaned_data["query"].encode("utf-8", "replace")))
        if not query:
            raise forms.ValidationError("Filter or search the list first: this is the whole of it.")
        return query


def asked(given: QueryDict) -> str:
    """What an address asks of the list, but for the page."""
    kept = given.copy()
    for name in DROPPED & set(kept):
        del kept[name]
    return kept.urlencode()


class WithSavedFilters:
    change_list_template = "admin/articles/article/change_list.html"

    def get_urls(self):
        save, forget = require_POST(self.save_filter), require_POST(self.forget_filter)
        wrap = self.admin_site.admin_view
        return [
            path("saved-filters/", wrap(save), name="articles_article_save_filter"),
            path("saved-filters/<int:saved>/forget/", wrap(forget), name="articles_article_forget_filter"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        query, mine = asked(request.GET), SavedFilter.objects.seen_by(request.user)
        saved = [
            {"row": one, "is_here": one.query == query, "is_own": one.by_id == request.user.pk}
            for one in mine
        ]
        told = {"saved_filters": saved}
        if query and not any(one["is_here"] for one in saved):
            told["save_form"] = SaveForm(initial={"query": query}, auto_id="save_%s")
        return super().changelist_view(request, told | (extra_context or {}))

    def save_filter(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        form = SaveForm(request.POST)
        if not form.is_valid():
            for told in form.errors.values():
                messages.error(request, told[0])
            return redirect(LIST)
        given, own = form.cleaned_data, SavedFilter.objects.filter(by=request.user)
        if own.exclude(name=given["name"]).count() >= MOST:
            messages.error(request, f"You have {MOST} saved lists: forget one first.")
        else:
            own.update_or_create(name=given["name"], by=request.user, defaults=given)
            messages.success(request, f"The list is saved as “{given['name']}”.")
        return redirect(f"{reverse(LIST)}?{given['query']}")

    def forget_filter(self, request, saved):
        found = SavedFilter.objects.filter(pk=saved, by=request.user).first()
        if found is None:
            raise Http404
        found.delete()
        messages.success(request, f"“{found.name}” is forgotten; the stories are not touched.")
        return redirect(LIST)
