"""“Something moved”: from the news to every story that rests on it, on one screen."""

import hashlib

from django.contrib import admin, messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from articles import moving
from articles.admin.claim_form import free_slug
from articles.admin.claim_views import MAKING
from articles.admin.moved_form import MovedForm
from articles.admin.rights import PUBLISH
from articles.models import Article, Edition
from claims.models import Claim, Outlet
from newsroom.lib.html import paragraphs
from newsroom.lib.refusals import Refused
from newsroom.lib.text import sentence, slug_of
from newsroom.lib.timeline import act, said
from shows.models import Season, Show

FACTS = ("what", "now", "relation", "level", "as_of", "source", "outlet", "title", "url", "speaker")
LOOK_AGAIN = (
    "These are not the facts, or not the stories, that you looked at: see what they touch, then publish."
)


@require_http_methods(["GET", "HEAD", "POST"])
def something_moved(request):
    """Look at what it would touch, as often as one likes; then publish, at once or at an hour."""
    if not request.user.has_perms([PUBLISH, "claims.assess_claim", *MAKING]):
        told = "Saying that something moved is an editor’s to do: tell one what you have found."
        return _page(request, "refused", sentence=told, status=403)
    subject = _subject(request)
    if subject is None:
        return _page(request, "something_moved_where", subjects=_subjects())
    form = MovedForm(request.POST or None, subject=subject)
    tasks = None
    if request.method == "POST" and form.is_valid():
        tasks = _rehearsed(request, form)
        if "_publish" in request.POST and tasks is not None:
            if request.POST.get("_looked") != _seen(request, tasks):
                form.add_error(None, LOOK_AGAIN)
            elif told := _published(request, subject, tasks, form):
                messages.success(request, told)
                return redirect(f"{request.path}?{_name(subject)}={subject.pk}")
    lines = None if tasks is None else [_line(request, task) for task in tasks]
    return _page(
        request, "something_moved", form=form, subject=subject, lines=lines, looked=_seen(request, tasks or []),
        outlets=Outlet.objects.filter(merged_into=None), changes=Claim.Change.labels, kinds=Edition.NoteKind.choices,
    )  # fmt: skip


def _page(request, template, status=200, **context):
    subject = context.get("subject")
    title = f"Something moved: {subject}" if subject else "Something moved"
    context |= {**admin.site.each_context(request), "title": title, "opts": Article._meta}
    return TemplateResponse(request, f"admin/articles/{template}.html", context, status=status)


def _subject(request):
    given = request.POST if request.method == "POST" else request.GET
    rows = {"season": Season.objects.with_show(), "show": Show.objects.all()}
    for name, found in rows.items():
        if given.get(name):
            key = given[name] if given[name].isdecimal() and len(given[name]) < 19 else 0
            return get_object_or_404(found, pk=key, merged_into=None)
    return None


def _name(subject) -> str:
    return "season" if isinstance(subject, Season) else "show"


def _subjects():
    """The seasons and films that were claimed about last."""
    seasons = Season.objects.with_show().filter(merged_into=None, claims__isnull=False).distinct()
    films = Show.objects.current().filter(kind=Show.Kind.FILM)
    return {"seasons": seasons.order_by("-pk")[:60], "films": films.order_by("-pk")[:30]}


def _seen(request, tasks) -> str:
    """A fingerprint of the facts and of what they touch, so that nobody publishes others than those that were shown."""
    typed = [request.POST.get(name, "") for name in FACTS]
    reach = sorted(f"{task.edition.pk}: {task.said}" for task in tasks)
    return hashlib.sha256("\n".join([*typed, *reach]).encode()).hexdigest()[:16]


def _rehearsed(request, form):
    """The stories it would touch; None, and errors on the form, where it can't be done."""
    try:
        with act(form.subject.show if isinstance(form.subject, Season) else form.subject):
            claim = form.make(request.user)
            tasks = (
                None if form.errors else moving.touched(claim, by=request.user, at=form.cleaned_data["at"])
            )
            transaction.set_rollback(True)
            return tasks
    except Refused as refused:
        form.add_error(None, refused.messages)
        return None


def _line(request, task) -> dict:
    """A story, what moved under it, and its note: as drafted, or as the person has it by now."""
    pk, typed = task.edition.article_id, request.POST
    kind = typed.get(f"kind-{pk}")
    return {
        "task": task,
        "name": pk,
        "note": typed.get(f"note-{pk}", task.note),
        "kind": kind if kind in Edition.NoteKind.values else task.note_kind,
        "is_told": f"note-{pk}" not in typed or f"tell-{pk}" in typed,
    }


def _published(request, subject, tasks, shown) -> str:
    """Do it, and say what was done; on the form that is shown, why not. Forms are used once: a rehearsal leaves
    keys of rows that were taken back."""
    form = MovedForm(request.POST, subject=subject)
    form.is_valid()
    lines = [_line(request, task) for task in tasks]
    told = [
        moving.Telling(one["task"].edition.article, one["note"], one["kind"])
        for one in lines
        if one["is_told"]
    ]
    try:
        stories = sorted((telling.article for telling in told), key=lambda article: article.pk)
        with act(*stories, subject.show if isinstance(subject, Season) else subject):
            claim = form.make(request.user)
            if form.errors:
                raise Refused([fault for faults in form.errors.values() for fault in faults])
            story = _story(form, claim, request.user) if form.cleaned_data["headline"] else None
            at = form.cleaned_data["at"]
            assessment = moving.announce(claim, by=request.user, at=at, tellings=told, story=story)
    except Refused as refused:
        shown.add_error(None, refused.messages)
        return ""
    _log(request, claim, told, story)
    done = [f"“{assessment.said}” is {assessment.level}"]
    done += [f"{len(told)} stor{'ies carry' if len(told) != 1 else 'y carries'} a note"] if told else []
    done += [f"“{story}” is published"] if story else []
    return f"{sentence(done)}, {'from' if at else 'since'} {said(assessment.live_from)}."


def _story(form, claim, by) -> Article:
    headline = form.cleaned_data["headline"]
    article = Article.objects.create(
        headline=headline,
        slug=free_slug(Article, slug_of(headline)),
        body=paragraphs(form.cleaned_data["text"]),
        made_by=by,
        state=Article.State.APPROVED,
    )
    (article.seasons if isinstance(form.subject, Season) else article.shows).add(form.subject)
    article.lead_claims.add(claim)
    if author := getattr(by, "author", None):
        article.bylines.create(author=author)
    return article


def _log(request, claim, told, story) -> None:
    desk = admin.site._registry[Article]
    desk.log_change(request, claim, "Something moved: the claim was released.")
    for telling in told:
        desk.log_change(request, telling.article, f"Something moved: {telling.note}")
    if story:
        desk.log_addition(request, story, "Written with what moved.")
