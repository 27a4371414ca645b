"""What the panel “Picture” asks the desk for: pictures to choose from, and one taken in while writing. JSON."""

from django.db.models import Q
from django.http import JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from articles.admin.claim_views import allowed
from images import intake
from images.admin import ImageForm
from images.models import Image
from newsroom.lib.refusals import Refused

MOST = 24  # of what a panel can usefully show
NOT_TO_ADD = "Adding pictures is not for your role: choose one that the library has."
WORDS = ("alt", "is_decorative", "credit", "licence", "rights_until")


@require_GET
@allowed("images.view_image")
def picture_search(request):
    """The newest pictures whose words hold all that was typed; or those with these keys."""
    if keys := request.GET.getlist("key")[:200]:
        return JsonResponse({"pictures": [_told(image) for image in Image.objects.filter(key__in=keys)]})
    rows = Image.objects.all()
    for word in request.GET.get("q", "").replace("\x00", "")[:200].split():
        rows = rows.filter(Q(alt__icontains=word) | Q(credit__icontains=word) | Q(key__icontains=word))
    found = [_told(image) for image in rows[:MOST]]
    sentence = f"The newest {len(found)} that fit." if len(found) == MOST else f"{len(found)} to choose from."
    return JsonResponse({"pictures": found, "sentence": sentence if found else "No such picture yet."})


@require_POST
@allowed("images.add_image", sentence=NOT_TO_ADD)
def picture_new(request):
    """Take a picture in, or say in words why not. Its pixels are worked on before anything is locked."""
    form = ImageForm({"focus_x": 0.5, "focus_y": 0.5, **request.POST.dict()}, request.FILES)
    if not form.is_valid():
        return JsonResponse({"errors": {name: list(told) for name, told in form.errors.items()}}, status=422)
    words = {name: form.cleaned_data[name] for name in WORDS}
    try:
        image = intake.take_in(form.cleaned_data["upload"].read(), added_by=request.user, **words)
    except Refused as refused:
        return JsonResponse({"errors": {"upload": refused.messages}}, status=422)
    return JsonResponse({"picture": _told(image)}, status=201)


def _told(image: Image) -> dict:
    shown = image.may_be_shown
    return {
        "key": image.key,
        "said": image.alt or ("Decorative" if image.is_decorative else image.key),
        "alt": "" if image.is_decorative else image.alt,
        "credit": image.credit,
        "src": image.renditions["webp"][0].url
        if shown
        else reverse("admin:images_image_crop", args=[image.pk]),
        "why_not": "" if shown else "its rights have ended",
    }
