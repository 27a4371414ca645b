"""Needs attention: what is due, lapsed, in conflict, overridden or no longer carried, on one page of the desk."""

import csv
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse

from claims import due, gate
from claims.models import Claim
from newsroom.lib import clock
from newsroom.lib.dates import day_said
from newsroom.lib.timeline import said

OUTCOME, OVERRIDE = "claims.add_outcome", "claims.override_gate"
HEADINGS = ["Claim", "Level", "The evidence carries", "Reason", "By", "Since", "Address"]


@dataclass(frozen=True)
class Row:
    """A claim on the list: where the desk has it, and what is to be said of it here."""

    claim: Claim
    note: str = ""
    verb_url: str = ""

    @property
    def url(self) -> str:
        return reverse(f"admin:claims_{self.claim.kind}_change", args=[self.claim.pk])


@dataclass(frozen=True)
class Section:
    """One list of the page. `groups` has rows in ones, or those of one question together."""

    name: str
    heading: str
    told: str
    empty: str
    groups: list[list[Row]]
    has_more: bool

    @property
    def count(self) -> str:
        return f"{len(self.groups)}{'+' * self.has_more}"


def urls(model_admin):
    """The addresses of the page and of the report of overrides."""
    site = model_admin.admin_site
    see, download = _seen_by(model_admin, attention), _seen_by(model_admin, overrides)
    return [
        path("attention/", site.admin_view(see), name="claims_claim_attention"),
        path("overrides.csv", site.admin_view(download), name="claims_claim_overrides"),
    ]


def _seen_by(model_admin, view):
    def seen(request):
        if not model_admin.has_view_permission(request):
            raise PermissionDenied
        return view(request, model_admin)

    return seen


def attention(request, model_admin):
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "Needs attention",
        "opts": model_admin.opts,
        "sections": sections(clock.now(), may_mark=request.user.has_perm(OUTCOME)),
        "may_report": request.user.has_perm(OVERRIDE),
        "media": model_admin.media,
    }
    return TemplateResponse(request, "admin/claims/claim/attention.html", context)


def counts(at, most: int) -> list[tuple[str, str, str]]:
    """Name, heading and number of what each list has, as far as there is anything: up to `most`, and of the lists
    that would have to be read to their end, among what came lately."""
    since = due.lately(at)
    found = {
        "lapsed": due.lapsed(at, most),
        "due": due.due_for_review(at, most),
        "conflicts": due.conflicts(at, most, since),
        "overrides": due.overridden(at, most),
        "not-carried": due.not_carried(at, most, since),
        "unsourced": due.unsourced(at, most, since),
        "single-source": due.single_source(at, most, since),
    }
    return [(name, WORDS[name][0], listed.count) for name, listed in found.items() if listed.rows]


def sections(at, may_mark: bool = True) -> list[Section]:
    """Every list, as it stands at a moment."""
    made = [
        ("lapsed", due.lapsed(at), lambda one: _lapsed(one, may_mark)),
        ("due", due.due_for_review(at), _overdue),
        ("conflicts", due.conflicts(at), Row),
        ("overrides", due.overridden(at), _overridden),
        ("not-carried", due.not_carried(at), lambda one: Row(one, due.shortfall_of(one))),
        ("unsourced", due.unsourced(at), Row),
        ("single-source", due.single_source(at), Row),
    ]
    return [
        Section(name, *WORDS[name], [_rows(row, one) for one in listed.rows], listed.has_more)
        for name, listed, row in made
    ]


def _rows(row, listed) -> list[Row]:
    return [row(claim) for claim in (listed if isinstance(listed, list) else [listed])]


def _lapsed(claim: Claim, may_mark: bool) -> Row:
    url = reverse(f"admin:claims_{claim.kind}_outcome", args=[claim.pk]) if may_mark else ""
    return Row(claim, f"It was to be by {day_said(claim.latest)}.", url)


def _overdue(claim: Claim) -> Row:
    return Row(
        claim, f"As of {day_said(claim.held.as_of)}; its review was due on {day_said(claim.held.review_by)}."
    )


def _overridden(claim: Claim) -> Row:
    told = f"{claim.held.by}, since {said(claim.held.live_from)}. The evidence carries {_carried(claim)}."
    return Row(claim, told)


def _carried(claim: Claim) -> str:
    best = gate.carried(gate.Case.of(claim.held, claim.held.evidence.all()))
    return best.label.lower() if best else "no level"


def overrides(request, model_admin):
    """The managing editor's report, for a spreadsheet: every override that is live."""
    if not request.user.has_perm(OVERRIDE):
        raise PermissionDenied
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="overrides-{clock.today()}.csv"'
    report = csv.writer(response)
    report.writerow(HEADINGS)
    for claim in due.overridden(clock.now(), most=None).rows:
        held = claim.held
        told = [held.said, held.confidence.label, _carried(claim), held.override, held.by.username]
        cells = [*told, said(held.live_from), f"{settings.SITE_URL}{claim.get_absolute_url()}"]
        report.writerow([as_text(cell) for cell in cells])
    return response


def as_text(cell: str) -> str:
    """What a spreadsheet would take for a formula is led by an apostrophe, which it shows as text."""
    is_formula = cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r", "|", "%"))
    return f"'{cell}" if is_formula else cell


WORDS = {
    "lapsed": (
        "Lapsed",
        "Their day has passed or their window has ended, and nobody has said what came of it.",
        "Nothing has lapsed: whatever was to come by now has its outcome.",
    ),
    "due": (
        "Due for review",
        "Their badge tells readers that nobody has looked again. Look again, and release the judgement anew.",
        "Nothing is overdue: every level that readers see has been looked at in time.",
    ),
    "conflicts": (
        "Conflicts",
        "Two or more answers to one question, shown to readers side by side until one gives way.",
        "No two claims contradict each other.",
    ),
    "overrides": (
        "Overrides",
        "Held on less than the least evidence, on a managing editor’s word, which readers see.",
        "Every level that readers see is carried by its evidence alone.",
    ),
    "not-carried": (
        "No longer carried",
        "One of their sources has turned out to repeat another, or two outlets to be one. The level stays until"
        " you judge anew.",
        "What carried a level when it was given still carries it.",
    ),
    "unsourced": (
        "Without a source",
        "They rest on reasoning alone.",
        "Every claim that stands names a source.",
    ),
    "single-source": (
        "On a single source",
        "At least reported, and one source says so: a second would make them safer.",
        "Every claim that is at least reported rests on two sources or more.",
    ),
}
