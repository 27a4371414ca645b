"""What the panel “Mark as claim” asks the desk for: claims to pick from, and a claim made in place. JSON."""

from functools import wraps

from django.db import transaction
from django.db.models import Q
from django.http import JsonResponse
from django.views.decorators.http import require_GET, require_POST

from articles.admin.claim_form import ClaimForm
from articles.admin.evidence_form import EvidenceForm
from claims.confidence import Confidence
from claims.models import Claim, Judgement, Source
from newsroom.lib.timeline import act
from shows.models import Person, Season, Show

MOST = 50  # of what a panel can usefully list
NOT_TO_MAKE = "Making a claim is an editor’s to do: mark one that the desk has, or ask an editor."
MAKING = ("claims.add_claim", "claims.add_judgement", "claims.add_source")


def allowed(*permissions, sentence=NOT_TO_MAKE):
    """Refuse in a sentence, as JSON, who lacks one of these permissions."""

    def wrap(view):
        @wraps(view)
        def checked(request):
            if request.user.has_perms(permissions):
                return view(request)
            return JsonResponse({"sentence": sentence, "errors": {"__all__": [sentence]}}, status=403)

        return checked

    return wrap


@require_GET
@allowed("claims.view_claim")
def claim_search(request):
    """The claims about the story's shows and seasons whose words hold all that was typed; or those with these keys."""
    if keys := request.GET.getlist("key")[:200]:
        claims = Claim.objects.filter(key__in=keys)
        return JsonResponse({"claims": _told(claims)})
    shows = _shows(request)
    if not shows:
        sentence = "First name the show or season that the story is about; then its claims stand here."
        return JsonResponse({"claims": [], "subjects": [], "sources": [], "sentence": sentence})
    standing = Claim.objects.filter(show__in=shows, merged_into=None, retracted_at=None)
    words = request.GET.get("q", "")[:200].casefold().split()
    found = [one for one in _told(standing) if all(word in one["said"].casefold() for word in words)]
    counted = (
        f"{len(found)} claim{'s' * (len(found) != 1)} to choose from." if found else "No such claim yet."
    )
    sources = [{"value": source.pk, "label": str(source)} for source in _sources(shows)]
    answer = {"claims": found[:MOST], "subjects": _subjects(request, shows), "sources": sources}
    return JsonResponse(answer | {"sentence": counted})


@require_GET
@allowed("shows.view_person")
def person_names(request):
    """Names for the list under the field; the slug where two people share a name."""
    typed = request.GET.get("q", "")[:200].strip()
    match = Q(name__icontains=typed) | Q(native_name__icontains=typed) | Q(aliases__icontains=typed)
    people = list(Person.objects.current().filter(match)[:20]) if typed else []
    names = [person.name for person in people]
    return JsonResponse({"names": [one.name if names.count(one.name) == 1 else one.slug for one in people]})


@require_POST
@allowed(*MAKING)
def claim_new(request):
    """Make a claim with its level and source, or say in words why not."""
    claim_form, evidence_form = ClaimForm(request.POST), EvidenceForm(request.POST)
    if claim_form.errors or evidence_form.errors:
        return _refusal(claim_form, evidence_form)
    with act(claim_form.claim.show):
        claim = claim_form.make(by=request.user)
        evidence_form.judge(claim, by=request.user)
        if claim_form.errors or evidence_form.errors:
            transaction.set_rollback(True)
            return _refusal(claim_form, evidence_form)
    return JsonResponse({"claim": _told(Claim.objects.filter(pk=claim.pk))[0]}, status=201)


def _refusal(claim_form, evidence_form):
    answer = {
        "errors": {**_errors(claim_form), **_errors(evidence_form)},
        "rivals": [{"key": rival.key, "said": rival.said} for rival in claim_form.rivals],
    }
    if existing := claim_form.existing:
        answer["existing"] = {"key": existing.key, "said": existing.said}
    return JsonResponse(answer, status=422)


def _errors(form):
    return {name: list(told) for name, told in form.errors.items()}


def _told(claims):
    claims = list(claims.with_held())
    judged = dict(Judgement.objects.filter(claim__in=claims).values_list("claim_id", "level"))
    return [_one(claim, judged.get(claim.pk)) for claim in claims]


def _one(claim, judged):
    level = claim.held.level if claim.held else judged or ""
    said = Confidence(level).label if level else "No level yet"
    return {"key": claim.key, "said": claim.said, "level": level, "level_said": said}


def _numbers(request, name):
    return [int(value) for value in request.GET.getlist(name) if value.isdecimal() and len(value) < 19]


def _shows(request):
    wanted = Q(pk__in=_numbers(request, "show")) | Q(seasons__in=_numbers(request, "season"))
    return list(Show.objects.current().filter(wanted).distinct())


def _subjects(request, shows):
    """What a new claim may be about: the story's own seasons first, then its shows and their other seasons."""
    chosen = set(_numbers(request, "season"))
    seasons = list(Season.objects.with_show().filter(show__in=shows, merged_into=None))
    own = [season for season in seasons if season.pk in chosen]
    others = [season for season in seasons if season.pk not in chosen]
    rows = (
        [("season", row) for row in own]
        + [("show", row) for row in shows]
        + [("season", row) for row in others]
    )
    return [
        {"value": f"{kind}:{row.pk}", "label": str(row), "key": row.key if kind == "season" else row.slug}
        for kind, row in rows
    ]


def _sources(shows):
    """The sources that the claims of these shows rest on, then what was added last."""
    standing = Source.objects.filter(merged_into=None).select_related("outlet")
    used = standing.filter(judgementevidence_uses__judgement__claim__show__in=shows).distinct()
    latest = standing.order_by("-added_at")[:20]
    return list(dict.fromkeys([*used[:MOST], *latest]))
