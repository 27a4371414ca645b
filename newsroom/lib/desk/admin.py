"""The base of every ModelAdmin here: a save against a row that changed meanwhile is refused, both shown."""

from collections.abc import Iterable
from dataclasses import replace

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import SEARCH_VAR
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.db import IntegrityError, models
from django.forms import DateInput, Script
from django.forms.models import _get_foreign_key
from django.http import QueryDict
from django.urls import reverse

from newsroom.lib import text
from newsroom.lib.desk import before_after, choices, twins, versions
from newsroom.lib.desk.searching import FoundPaginator
from newsroom.lib.desk.verbs import Verb
from newsroom.lib.moments import MomentField, MomentWidget
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import act, said

AT_ONCE = "Somebody saved at this very moment something that this rests on: look once more, and save again."
LONGEST_SEARCH = 200  # characters
DAY = DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class DeskAdmin(admin.ModelAdmin):
    """A change form carries the version that it was made from; verbs stand on pages of their own."""

    verbs: tuple[type[Verb], ...] = ()
    unversioned: tuple[str, ...] = ()  # fields that may change without making an open form stale
    formfield_overrides = {
        models.DateTimeField: {"form_class": MomentField, "widget": MomentWidget},
        models.DateField: {"widget": DAY},
    }
    list_per_page = 50
    show_full_result_count = False

    class Media:
        js = [Script("js/desk/labels.js", type="module")]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """Choices are taken away one by one. A widget that may be emptied gets a button for it amid its list, where
        no screen reader expects one."""
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if field is not None:
            field.widget.is_required = True
        return field

    # Verbs

    def get_urls(self):
        return [verb.pattern() for verb in self.verbs_here()] + super().get_urls()

    def verbs_here(self) -> list[Verb]:
        return [verb(self) for verb in self.verbs]

    def verbs_for(self, request, row) -> list[dict]:
        """The buttons of a change form: what this person may do to this row now."""
        return [
            {"label": verb.label, "url": verb.url(row), "is_grave": verb.is_grave}
            for verb in self.verbs_here()
            if verb.permits(request, row) and not verb.hindrance(request, row)
        ]

    def address(self, row, page: str) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=[row.pk])

    # Versions

    def versioned(self, row) -> Iterable[models.QuerySet]:
        """The rows that are edited together with this one: those of the inlines."""
        for inline in self.inlines:
            key = _get_foreign_key(self.model, inline.model, fk_name=inline.fk_name)
            yield inline.model._base_manager.filter(**{key.name: row})

    def version(self, row) -> str:
        """Of the row as it stands in the database."""
        fresh = self.model._base_manager.get(pk=row.pk)
        return versions.version_of(fresh, self.versioned(fresh), but=self.unversioned)

    def locks(self, row) -> Iterable[models.Model]:
        """What is locked while the row is saved, in the order in which its verbs lock."""
        return (row,)

    def _changeform_view(self, request, object_id, form_url, extra_context):
        row = self.get_object(request, unquote(object_id)) if object_id else None
        typed = self.taken_up(request, row)
        if typed is not None or request.method != "POST":
            request.desk_version = self.version(row) if row else ""
        if typed is not None:
            return self._retyped(twins.as_post(request, typed), row, object_id, form_url, extra_context)
        if request.method != "POST":
            return super()._changeform_view(request, object_id, form_url, extra_context)
        sent = request.POST
        try:
            with act(*(self.locks(row) if row else ())):
                if row is None:
                    self._one_after_another()
                request.desk_version = self.version(row) if row else ""
                if self._is_stale(request, row):
                    return self._stale(request, row, object_id, form_url, extra_context)
                if row and choices.CHOOSING in request.POST:
                    self._settle(request, row)
                return super()._changeform_view(request, object_id, form_url, extra_context)
        except Refused as refused:
            request.desk_faults = refused.messages
        except IntegrityError:
            request.desk_faults = [AT_ONCE]
        request.POST = sent
        return super()._changeform_view(request, object_id, form_url, extra_context)

    def _one_after_another(self) -> None:
        """New rows of one kind are judged one by one: what two would both call themselves is free for one alone."""
        key = ContentType.objects.get_for_model(self.model).pk
        ContentType.objects.select_for_update(no_key=True).get(pk=key)

    def _is_stale(self, request, row) -> bool:
        """Who may not change it is told that, and not what stands in it."""
        may = row is not None and self.has_change_permission(request, row)
        return may and request.desk_version != request.POST.get("_version", "")

    # Words that were typed before

    def taken_up(self, request, row) -> QueryDict | None:
        """What was typed before and is to stand in the form once more, not saved yet; None for the usual form."""
        return None

    def kept_back(self, request, row, typed: QueryDict) -> None:
        """A save took the place of some of what was typed by what stood: a chance to keep the rest."""

    def _retyped(self, request, row, object_id, form_url, extra_context):
        """The form with these words in it. Nothing is written."""
        request.desk_retyped = True
        if self._is_stale(request, row):
            return self._stale(request, row, object_id, form_url, extra_context, status=200)
        if row is None:
            self._rebase(request, self.model())  # what it names may have belonged to a row that is gone
        return super()._changeform_view(request, object_id, form_url, extra_context)

    def _settle(self, request, row):
        """Save what was chosen of both versions, and come back to the form."""
        typed, fresh = request.POST, self.get_object(request, str(row.pk))
        form, formsets = self._as_it_stands(request, fresh)
        request.POST = choices.settled(typed, form, formsets)
        request.POST["_continue"] = "1"
        if choices.theirs(typed):
            self.kept_back(request, row, typed)

    def _as_it_stands(self, request, row):
        """The form and its lists, of what is in the database."""
        formsets, _ = self._create_formsets(twins.as_get(request), row, change=True)
        return self.get_form(request, row, change=True)(instance=row), formsets

    # Saves that come too late

    def _stale(self, request, row, object_id, form_url, extra_context, status=409):
        """Nothing is written; the form comes back with the person's words and what stands beside them."""
        entry = versions.last_saved(row)
        by = f" by {entry.user} at {said(entry.action_time)}" if entry else ""
        request.desk_faults = [
            f"This was saved{by} after you had opened it: nothing of yours has been saved yet, and nothing of"
            " theirs is lost. Compare, take over what you want to keep, and save again."
        ]
        request.desk_saved = entry
        request.desk_stale = True
        self._rebase(request, row)
        response = super()._changeform_view(request, object_id, form_url, extra_context)
        response.status_code = status
        return response

    def _rebase(self, request, row):
        formsets, _ = self._create_formsets(twins.as_get(request), row, change=bool(row.pk))
        for formset in formsets:
            key = formset.model._meta.pk.name
            standing = {str(one.pk) for one in formset.get_queryset()}
            request.POST = versions.rebased(request.POST, formset.prefix, standing, key, formset.fk.name)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if faults := getattr(request, "desk_faults", None):
            return twins.refusing(form, faults)
        return twins.unjudged(form) if getattr(request, "desk_retyped", False) else form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if getattr(request, "desk_retyped", False) and not getattr(request, "desk_stale", False):
            context["errors"] = []  # nothing was judged yet
        context["desk_version"] = getattr(request, "desk_version", "")
        context["desk_verbs"] = self.verbs_for(request, obj) if obj else []
        if obj:
            told = request.POST.get(choices.BEGUN)
            context["desk_begun"] = choices.begun(context["adminform"].form) if told is None else told
        if getattr(request, "desk_stale", False):
            context |= {"desk_stale": True, "desk_saved": request.desk_saved}
            context["desk_differences"] = self._differences(request, context, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _differences(self, request, context, obj) -> list[versions.Difference]:
        fresh, formsets = self._as_it_stands(request, self.get_object(request, str(obj.pk)))
        typed, lists = context["adminform"].form, [one.formset for one in context["inline_admin_formsets"]]
        untouched = choices.untouched(typed, request.POST.get(choices.BEGUN, ""))
        chosen = choices.theirs(request.POST) if choices.CHOOSING in request.POST else untouched
        return [
            replace(one, takes_theirs=one.name in chosen, is_untouched=one.name in untouched)
            for one in versions.differences(typed, lists, fresh, formsets)
        ]

    def construct_change_message(self, request, form, formsets, add=False):
        told = super().construct_change_message(request, form, formsets, add)
        return before_after.with_values(told, form, formsets)

    # What may be asked of a list

    def lookup_allowed(self, lookup, value, request):
        """Only what the list offers as a filter: a filter on a hidden field tells that field."""
        offered = {"id", "pk", self.date_hierarchy or "pk", *map(_asked_by, self.get_list_filter(request))}
        if not any(lookup == name or lookup.startswith(f"{name}__") for name in offered):
            return False
        return super().lookup_allowed(lookup, value, request)

    def get_paginator(self, request, queryset, per_page, *rest, **options):
        if request.GET.get(SEARCH_VAR, "").strip() and self.paginator is Paginator:
            return FoundPaginator(queryset, per_page, *rest, **options)
        return super().get_paginator(request, queryset, per_page, *rest, **options)

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, text.line(search_term)[:LONGEST_SEARCH])


def _asked_by(list_filter) -> str:
    """The parameter of a list's filter: the field of a plain one, or of one with a class of its own."""
    named = list_filter[0] if isinstance(list_filter, (list, tuple)) else list_filter
    return named if isinstance(named, str) else named.parameter_name
