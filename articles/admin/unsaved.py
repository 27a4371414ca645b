"""Where a story's form sends what is typed, every few seconds, and hears who else has the story open."""

import json
import secrets

from django import forms
from django.contrib import messages
from django.http import HttpResponseNotAllowed, JsonResponse, QueryDict
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from articles import sittings
from articles.admin.rights import why_not_change
from articles.models import Sitting
from articles.models.sitting import LONGEST
from newsroom.lib import clock
from newsroom.lib.desk import versions
from newsroom.lib.timeline import said

GONE = "This story is not here any more: your words are kept as those of a new one."
NOT_YOURS = "You may not change this story: your words are kept in this browser."
UNREADABLE = (
    "The desk could not read what this page sent: your words are kept in this browser. Load the page again."
)
SOMEBODY_ELSE = (
    "Somebody else is logged in here now: your words are kept in this browser until it is you again."
)
TOO_LONG = (
    f"All this is longer than a story can be ({LONGEST:,} characters): the desk does not keep it. Your words are"
    " kept in this browser; cut them, or make several stories of them."
)
MOST_FIELDS = 2000
KEY, TOOK = r"^[0-9a-f]{32}\Z", r"^[0-9a-f]{32}:[0-9]{1,9}\Z"


class Packet(forms.Form):
    """What a form's page sends: its sitting, and its words where there are new ones."""

    by = forms.IntegerField()
    key = forms.RegexField(KEY)
    number = forms.IntegerField(min_value=0, max_value=2**31 - 1)
    version = forms.RegexField(r"^[0-9a-f]{32}\Z", required=False)
    took = forms.RegexField(TOOK, required=False)
    words = forms.CharField(required=False, strip=False)
    leaving = forms.BooleanField(required=False)

    def clean_words(self):
        words = self.cleaned_data["words"]
        if words and not _are_pairs(words):
            raise forms.ValidationError(UNREADABLE)
        return words


def _are_pairs(words: str) -> bool:
    try:
        told = json.loads(words)
    except (ValueError, RecursionError):
        return False
    if not isinstance(told, list) or len(told) > MOST_FIELDS:
        return False
    return all(isinstance(one, list) and [type(part) for part in one] == [str, str] for one in told)


def unsaved(admin, request, object_id):
    """The words of a story that the desk has."""
    article = admin.get_object(request, str(object_id))
    if article is None:
        return _refused(GONE, 404)
    if not admin.has_change_permission(request, article):
        return _refused(why_not_change(request.user, article) or NOT_YOURS, 403)
    return _answered(admin, request, article)


def unsaved_new(admin, request):
    """The words of a story that was never saved."""
    if not admin.has_add_permission(request):
        return _refused(NOT_YOURS, 403)
    return _answered(admin, request, None)


def throw_away(admin, request):
    """One's own words, as far as one has seen them, are offered no more."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if not admin.has_module_permission(request):
        return _refused(NOT_YOURS, 403)
    sitting = _own(request, request.POST.get("key", ""))
    number = request.POST.get("number", "")
    if sitting and number.isdecimal() and len(number) < 10:
        sittings.settle(request.user, sitting.key, int(number))
        messages.success(request, "The unsaved words are thrown away.")
    article = sitting.article if sitting else None
    return redirect(admin.address(article, "change") if article else reverse("admin:articles_article_add"))


def _answered(admin, request, article):
    if request.method != "POST":
        return _standing(request)
    packet = Packet(request.POST)
    if len(request.POST.get("words", "")) > LONGEST:
        return _refused(TOO_LONG, 413)
    if not packet.is_valid():
        return _refused(UNREADABLE, 400)
    if packet.cleaned_data["by"] != request.user.pk:
        return _refused(SOMEBODY_ELSE, 409)
    return _taken(admin, request, article, **packet.cleaned_data)


def _taken(admin, request, article, *, by, key, number, version, took, words, leaving):
    if leaving:
        sittings.leave(request.user, key)
        return JsonResponse({})
    if words:
        number = sittings.keep(
            request.user, key, article, number=number, version=version, words=words, took=took
        )
    else:
        number = sittings.beat(request.user, key, article)
    return JsonResponse(
        {
            "number": number,
            "said": f"{timezone.localtime(clock.now()):%H:%M:%S}",
            "others": sittings.others(article, request.user, key) if article else [],
            "moved": _moved(admin, article, version) if article else "",
        }
    )


def _standing(request):
    """Who is logged in, with the token that their forms carry now, and which words of these sittings are kept."""
    keys = [key for key in request.GET.getlist("key") if len(key) == 32][:100]
    rows = Sitting.objects.filter(by=request.user, key__in=keys)
    numbers = dict(rows.values_list("key", "number"))
    return JsonResponse({"by": request.user.pk, "token": get_token(request), "numbers": numbers})


def _refused(sentence: str, status: int):
    return JsonResponse({"refused": sentence}, status=status)


def _moved(admin, article, version: str) -> str:
    """That the story was saved by somebody since this form was opened."""
    if not version or admin.version(article) == version:
        return ""
    entry = versions.last_saved(article)
    by = f" by {entry.user} at {said(entry.action_time)}" if entry else ""
    return f"The story was saved{by} after you had opened it: when you save, you will see both versions."


def _own(request, key: str) -> Sitting | None:
    return Sitting.objects.with_words().filter(by=request.user, key=key).first() if len(key) == 32 else None


# The form


def taken_up(request, article) -> QueryDict | None:
    """The words that the page asks to have in its form once more: kept by the desk, or sent by the browser."""
    if request.method == "POST":
        return request.POST if "_take_up" in request.POST else None
    sitting = _own(request, request.GET.get("take_up", ""))
    if sitting is None or sitting.article != article:
        return None
    typed = QueryDict(mutable=True)
    for name, value in sitting.typed():
        typed.appendlist(name, value.encode("utf-8", "replace").decode())
    typed["_version"], typed["_took"] = sitting.version, f"{sitting.key}:{sitting.number}"
    return typed


def settle(request) -> None:
    """The form was saved: its words, and those that it took up, are not unsaved any more."""
    packet = Packet(_hidden(request) | {"by": request.user.pk})
    if packet.is_valid():
        sittings.settle(request.user, packet.cleaned_data["key"], packet.cleaned_data["number"])
        sittings.settle_taken(request.user, packet.cleaned_data["took"])
    sittings.forget_old(request.user)


def keep_back(request, article, typed: QueryDict) -> None:
    """What was typed stays as unsaved words, in a sitting of its own."""
    words = [[name, one] for name in typed if _is_typed(name) for one in typed.getlist(name)]
    told = json.dumps(words)
    if len(told) <= LONGEST:
        key, version = secrets.token_hex(16), typed.get("_version", "")[:32]
        sittings.keep(request.user, key, article, number=1, version=version, words=told)
        sittings.leave(request.user, key)


def _is_typed(name: str) -> bool:
    return name != "csrfmiddlewaretoken" and (name == "_begun" or not name.startswith("_"))


def _hidden(request) -> dict[str, str]:
    names = {"key": "_sitting", "number": "_number", "took": "_took"}
    return {name: request.POST.get(field, "") for name, field in names.items()}


def form_context(request, article) -> dict:
    """What the page of the form needs for keeping its words."""
    posted = Packet(_hidden(request) | {"by": request.user.pk})
    was_open = request.method == "POST" and posted.is_valid()
    key = posted.cleaned_data["key"] if was_open else secrets.token_hex(16)
    took = request.POST.get("_took", "")
    return {
        "sitting": key,
        "sitting_number": posted.cleaned_data["number"] if was_open else 0,
        "took": took,
        "holds_unsaved": request.method == "POST",
        "longest": LONGEST,
        "unsaved_url": address(article),
        "unsaved": [
            row for row in sittings.unsaved(request.user, article, but=key) if not took.startswith(row.key)
        ],
    }


def address(article) -> str:
    if article is None:
        return reverse("admin:articles_article_unsaved_new")
    return reverse("admin:articles_article_unsaved", args=[article.pk])
