"""Verb pages: a page that says in words what will happen, asks what the verb needs, and does it on POST."""

from collections.abc import Iterable

from django import forms
from django.contrib import messages
from django.db import models
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import act

CHANGED = (
    "Somebody changed this while you were reading: nothing was done. Read it again, then confirm once more."
)


class VerbForm(forms.Form):
    """What a verb asks. It knows the row that the verb is done to, and who does it."""

    required_css_class = "required"

    def __init__(self, *args, row=None, by=None, **kwargs):
        self.row, self.by = row, by
        super().__init__(*args, **kwargs)


class Verb:
    """One verb of a ModelAdmin, at `…/<id>/<name>/`; a button on the change form for those who may.

    Subclasses say `name`, `label`, `permission`, perhaps `form_class`, and write `tells` and `act`.
    """

    name = label = permission = ""
    form_class: type[forms.Form] = VerbForm
    template = "admin/verb.html"
    is_grave = False  # it can't be undone, or readers see it at once
    undone_by = ""  # the name of the verb that takes it back, where one does

    def __init__(self, model_admin):
        self.admin = model_admin
        opts = model_admin.model._meta
        self.url_name = f"{opts.app_label}_{opts.model_name}_{self.name}"

    # What a verb says of itself.

    def permits(self, request, row: models.Model) -> bool:
        """The person may do this to this row."""
        may_see = self.admin.has_view_or_change_permission(request, row)
        return may_see and request.user.has_perm(self.permission)

    def hindrance(self, request, row: models.Model) -> str:
        """Why it can't be done to this row now, in a sentence; empty where it can. No button then."""
        return ""

    def foreseen(self, request, row: models.Model) -> Iterable[str]:
        """Beside the hindrance, what would refuse it if it were done to many rows; it may take a rehearsal."""
        return ()

    def tells(self, request, row: models.Model) -> Iterable[str]:
        """What will happen, in sentences."""
        return ()

    def act(self, request, row: models.Model, **typed) -> str:
        """Do it, and say what was done. Raises Refused, in words."""
        raise NotImplementedError

    def form(self, request, row: models.Model, data=None) -> forms.Form:
        return self.form_class(data, row=row, by=request.user)

    def context(self, request, row: models.Model) -> dict:
        """What its template needs beside the usual."""
        return {}

    def refusal(self) -> str:
        """What who may not do it is told."""
        return f"“{self.label}” is not for your role: ask somebody who may."

    def after(self, row: models.Model) -> str:
        """Where to go when it is done."""
        return self.admin.address(row, "change")

    # How it is done.

    def url(self, row: models.Model) -> str:
        return reverse(f"admin:{self.url_name}", args=[row.pk])

    def pattern(self):
        view = self.admin.admin_site.admin_view(self.view)
        return path(f"<int:object_id>/{self.name}/", view, name=self.url_name)

    def view(self, request, object_id: int):
        row = self.admin.get_object(request, str(object_id))
        if row is None:
            raise Http404
        if not self.permits(request, row):
            return self._page(request, row, refusal=self.refusal())
        if hindrance := self.hindrance(request, row):
            return self._page(request, row, hindrance=hindrance)
        form = self.form(request, row, request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            return self._done(request, row, form)
        return self._page(request, row, form)

    def _done(self, request, row, form):
        """The verb is done to the row that the page told of; to no other state of it."""
        try:
            with act(*self.admin.locks(row)):
                if request.POST.get("_version") != self.admin.version(row):
                    raise Refused(CHANGED)
                said = self.act(request, row, **form.cleaned_data)
                self.admin.log_change(request, row, f"{self.label}: {said}")
        except Refused as refused:
            form.add_error(None, refused.messages)
            fresh = self.admin.get_object(request, str(row.pk)) or row
            return self._page(request, fresh, form, hindrance=self.hindrance(request, fresh))
        messages.success(request, said)
        return redirect(self.after(row))

    def _page(self, request, row, form=None, refusal="", hindrance=""):
        context = {
            **self.admin.admin_site.each_context(request),
            "title": self.label,
            "subtitle": "" if refusal else str(row),
            "opts": self.admin.opts,
            "original": row,
            "verb": self,
            "form": form,
            "media": self.admin.media + form.media if form else self.admin.media,
            "refusal": refusal,
            "hindrance": hindrance,
            "change_url": self.admin.address(row, "change"),
        }
        if not refusal and not hindrance:
            context |= {"version": self.admin.version(row), "tells": list(self.tells(request, row))}
            context |= self.context(request, row)
        return TemplateResponse(request, self.template, context, status=403 if refusal else 200)
