"""A verb done to many rows: who it will be refused to is told first, each row is its own act, each outcome is told."""

from dataclasses import dataclass

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from newsroom.lib.desk.verbs import CHANGED, Verb
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import act

MOST = 50  # rows at one time: a page of a list


@dataclass(frozen=True)
class One:
    """A row, with what will be or was refused (`no`) or what was done (`said`)."""

    row: models.Model
    url: str
    version: str = ""
    no: str = ""
    said: str = ""


class WithVerbsTogether:
    """A ModelAdmin that offers some verbs for the rows that are ticked in its list."""

    together: tuple[type[Verb], ...] = ()

    def get_urls(self):
        view = require_http_methods(["GET", "HEAD", "POST"])(self.together_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_together"
        return [path("together/", self.admin_site.admin_view(view), name=name), *super().get_urls()]

    def get_actions(self, request):
        """One for each verb that is this person's to do; the page behind it asks the rest."""
        own = super().get_actions(request)
        if not own and (self.actions is None or "_popup" in request.GET):
            return own
        offered = {
            f"do_{verb.name}": verb for verb in self.together if request.user.has_perm(verb.permission)
        }
        return own | {name: (_to_page(verb), name, f"{verb.label}…") for name, verb in offered.items()}

    def together_view(self, request):
        offered = [verb for verb in self.together if request.user.has_perm(verb.permission)]
        if not offered or not self.has_view_or_change_permission(request):
            raise PermissionDenied
        given = request.POST if request.method == "POST" else request.GET
        name = given.get("verb", offered[0].name)
        verb = next((verb(self) for verb in self.together if verb.name == name), None)
        if verb is None:
            raise Http404
        rows = self._chosen(request, given.getlist("row"))
        if request.method != "POST":
            return self._ask(request, verb, rows)
        form = verb.form(request, rows[0], request.POST) if rows else None
        if form is None or not form.is_valid():
            return self._ask(request, verb, rows, form)
        found = [self._do(request, verb, row) for row in rows]
        typed = [(name, request.POST.get(name, "")) for name in form.fields]
        return self._page(
            request, verb, "done", found=found, done=[one for one in found if not one.no], typed=typed
        )

    def _chosen(self, request, keys: list[str]) -> list[models.Model]:
        numbers = {int(key) for key in keys[: MOST + 1] if key.isdecimal() and len(key) < 19}
        return list(self.get_queryset(request).filter(pk__in=numbers)[:MOST])

    def _ask(self, request, verb, rows, form=None):
        found = [self._foreseen(request, verb, row) for row in rows]
        may = [one for one in found if not one.no]
        form = form or (verb.form(request, may[0].row) if may else None)
        left = max(len(request.GET.getlist("row")) - MOST, 0)
        return self._page(request, verb, "ask", found=found, form=form, may=may, left=left)

    def _foreseen(self, request, verb, row) -> One:
        no = self._refusal(request, verb, row) or " ".join(verb.foreseen(request, row))
        return One(row, self.address(row, "change"), "" if no else self.version(row), no)

    def _refusal(self, request, verb, row) -> str:
        return verb.hindrance(request, row) if verb.permits(request, row) else verb.refusal()

    def _do(self, request, verb, row) -> One:
        """To the state that the page told of, and to no other. Another row's refusal takes nothing from it."""
        url = self.address(row, "change")
        form = verb.form(request, row, request.POST)
        try:
            if no := self._refusal(request, verb, row):
                raise Refused(no)
            if not form.is_valid():
                raise Refused([error for told in form.errors.values() for error in told])
            with act(*self.locks(row)):
                if request.POST.get(f"version-{row.pk}") != self.version(row):
                    raise Refused(CHANGED)
                said = verb.act(request, row, **form.cleaned_data)
                self.log_change(request, row, f"{verb.label}, with others: {said}")
        except Refused as refused:
            return One(row, url, no=" ".join(refused.messages))
        return One(row, url, self.version(row), said=said)

    def _page(self, request, verb, page: str, **told):
        undo = next((other(self) for other in self.together if other.name == verb.undone_by), None)
        context = {
            **self.admin_site.each_context(request),
            "title": verb.label,
            "opts": self.opts,
            "verb": verb,
            "undo": undo,
            "refused": [one for one in told["found"] if one.no],
            "media": self.media + told["form"].media if told.get("form") else self.media,
            **told,
        }
        return TemplateResponse(request, f"admin/together_{page}.html", context)


def _to_page(verb: type[Verb]):
    @admin.action(description=f"{verb.label}…")
    def to_page(model_admin, request, queryset):
        keys = [("row", pk) for pk in queryset.values_list("pk", flat=True)[: MOST + 1]]
        opts = model_admin.opts
        url = reverse(f"admin:{opts.app_label}_{opts.model_name}_together")
        return redirect(f"{url}?{urlencode([('verb', verb.name), *keys])}")

    return to_page
