"""“Paste a story”: a text is read, its proposals are accepted, changed or dropped, and a draft is made of them."""

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from articles import drafting
from articles.admin.claim_views import MAKING
from articles.admin.paste_form import PasteForm
from articles.admin.proposals import Proposals
from articles.models import Article
from claims.models import Outlet
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import act

# What a paste may make besides the story: claims, and what they are about.
MAKES = (*MAKING, "shows.add_show", "shows.add_season", "shows.add_person", "shows.add_platform")


@method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
def paste(desk, request):
    """Ask for a text; show what was read in it; make a draft of what was accepted."""
    if not desk.has_add_permission(request):
        return desk.refuse(request, "Beginning a story is a writer’s to do: your role may look.")
    form = PasteForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or "_edit" in request.POST or not form.is_valid():
        return _page(request, "paste", form=form)
    text = form.cleaned_data["text"]
    if known := drafting.known(text):
        return _known(desk, request, form, known)
    proposals = Proposals(
        text, request.POST, form.source, _byline(request.user), request.user.has_perms(MAKES)
    )
    is_asked = "_make" in request.POST and proposals.is_begun
    is_bare = is_asked and proposals.levels and not proposals.kept
    if is_asked and not proposals.faults and (not is_bare or request.POST["_make"] == "bare"):
        if drafted := _drafted(request, form, proposals):
            return _done(desk, request, form, drafted)
    return _page(
        request, "paste_proposals", form=form, proposals=proposals, is_refused=is_asked, is_bare=is_bare
    )


def _page(request, template, **context):
    context |= {**admin.site.each_context(request), "title": "Paste a story", "opts": Article._meta}
    context["is_nav_sidebar_enabled"] = False  # the text and its proposals need the room
    context |= {"outlets": Outlet.objects.filter(merged_into=None)}
    return TemplateResponse(request, f"admin/articles/{template}.html", context)


def _byline(user) -> str:
    author = getattr(user, "author", None)
    return author.name if author else user.get_full_name()


def _drafted(request, form, proposals):
    """The draft; None, and the refusal on the form, where it can't be made."""
    try:
        with act():
            if form.source and proposals.makes:
                form.save_source(request.user)
            choices = proposals.choices()
            text, read = form.cleaned_data["text"], {"names": proposals.names, "read_as": proposals.story}
            return drafting.draft(text, by=request.user, choices=choices, **read)
    except Refused as refused:
        form.add_error(None, refused.messages)
        return None


def _done(desk, request, form, drafted):
    if drafted.is_known:
        return _known(desk, request, form, drafted.article)
    made = f"Read from a pasted text, with {_counted(drafted.stated)}."
    desk.log_addition(request, drafted.article, made)
    told = f"“{drafted.article}” is a draft, with {_counted(drafted.stated)}. Look it over, then publish."
    messages.success(request, told)
    return redirect("admin:articles_article_change", drafted.article.pk)


def _known(desk, request, form, article):
    if desk.get_queryset(request).filter(pk=article.pk).exists():
        messages.info(
            request, "This text was read before: here is the story that came of it. Nothing was made anew."
        )
        return redirect("admin:articles_article_change", article.pk)
    form.add_error(
        "text", "This text was read before, by somebody else: an editor can open the story that came of it."
    )
    return _page(request, "paste", form=form)


def _counted(stated) -> str:
    return f"{len(stated)} claim{'s' * (len(stated) != 1)}"
