"""Import and export on a list's page: a file in, what it would change on view, written when that is confirmed."""

import json

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from newsroom.lib import clock, tables
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import act

MOVED_ON = "The catalogue has changed since this was shown: see what the file would change now, then confirm."
KINDS = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
KINDS["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class FileForm(forms.Form):
    file = forms.FileField(label="File", help_text="CSV (UTF-8), XLSX or JSON, up to 5 MB and 2,000 rows.")


class WithTables:
    """A ModelAdmin whose rows go out as a table, and come in as one. `table` says which columns."""

    table: tables.Table
    change_list_template = "admin/tables/change_list.html"

    def get_urls(self):
        wrap = self.admin_site.admin_view
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        export, take = (
            require_safe(self.export_view),
            require_http_methods(["GET", "HEAD", "POST"])(self.import_view),
        )
        own = [
            path("export/", wrap(export), name=f"{name}_export"),
            path("import/", wrap(take), name=f"{name}_import"),
        ]
        return own + super().get_urls()

    def may_import(self, request) -> bool:
        return self.has_add_permission(request) and self.has_change_permission(request)

    def changelist_view(self, request, extra_context=None):
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        told = {"export_url": reverse(f"{name}_export"), "may_import": self.may_import(request)}
        told |= {"import_url": reverse(f"{name}_import"), "formats": list(tables.FORMATS)}
        return super().changelist_view(request, told | (extra_context or {}))

    def export_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        kind = request.GET.get("format", "csv")
        kind = kind if kind in tables.FORMATS else "csv"
        rows = (self.table.told(row) for row in self.table.current().iterator(chunk_size=500))
        response = HttpResponse(tables.written(kind, self.table.headings, rows), content_type=KINDS[kind])
        name = f"{self.opts.verbose_name_plural}-{clock.today()}.{kind}".replace(" ", "-")
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def prepared(self, data: dict):
        """Put into a form's data what a cell names by another row's name; yields what is wrong with it."""
        return ()

    def import_view(self, request):
        if not self.may_import(request):
            raise PermissionDenied
        if request.method != "POST":
            return self._import_page(request, FileForm())
        if "table" in request.POST:
            return self._confirmed(request)
        form = FileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._import_page(request, form)
        file = form.cleaned_data["file"]
        try:
            cells = tables.read(file.name, file.read(tables.files.LARGEST + 1))
        except tables.Unreadable as told:
            form.add_error("file", str(told))
            return self._import_page(request, form)
        return self._preview(request, file.name, cells)

    def _confirmed(self, request):
        """What was shown, sent back. It is judged anew: the browser may have sent anything."""
        name = request.POST.get("name", "")[:200]
        try:
            cells = tables.read("shown.json", request.POST["table"].encode())
            with act():
                plan = tables.plan_of(self.table, cells, self.prepared)
                if plan.seen != request.POST.get("seen", "") or plan.faulty:
                    raise Refused(MOVED_ON)
                self._write(request, plan, name)
        except tables.Unreadable as told:
            form = FileForm({}, {})
            form.add_error("file", str(told))
            return self._import_page(request, form)
        except (Refused, IntegrityError):
            return self._preview(request, name, cells, fault=MOVED_ON)
        new, changed = len(plan.new), len(plan.changed)
        messages.success(request, f"Imported from {name}: {new} new, {changed} changed.")
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    def _write(self, request, plan: tables.Plan, name: str) -> None:
        with act(*(line.row for line in plan.changed)):
            for line in plan.to_write:
                is_new = line.row is None
                row = line.form.save(commit=False)
                self.save_model(request, row, line.form, change=not is_new)
                line.form.save_m2m()
                told = self.construct_change_message(request, line.form, [], add=is_new)
                log = self.log_addition if is_new else self.log_change
                log(request, row, told if not is_new else f"Imported from {name}, row {line.number}.")

    def _preview(self, request, name, cells, fault=""):
        plan = tables.plan_of(self.table, cells, self.prepared)
        shown = json.dumps(cells, ensure_ascii=False)
        return self._import_page(request, None, plan=plan, shown=shown, name=name, fault=fault)

    def _import_page(self, request, form, **told):
        context = {
            **self.admin_site.each_context(request),
            "title": f"Import {self.opts.verbose_name_plural}",
            "opts": self.opts,
            "form": form,
            "table": self.table,
            "media": self.media,
            **told,
        }
        status = 422 if form is not None and form.errors else 200
        return TemplateResponse(request, "admin/tables/import.html", context, status=status)
