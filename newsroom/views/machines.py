"""What is served to machines: robots.txt, security.txt, humans.txt, and the files of pictures."""

import re
from datetime import timedelta

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from images.models import Image
from newsroom.lib import clock
from newsroom.lib.api import absolute
from newsroom.lib.refusals import Gone, NotHere

TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}
# Only our own re-encodes, under the names that images.renditions gives them.
RENDITION = re.compile(r"renditions/([0-9a-f]{24})-[0-9]{4,6}-[0-9]{3,4}\.(avif|webp|jpeg)")
# A name's pixels never change, and its rights may end: a day, in which rights are counted, is as long as a copy
# elsewhere may outlive them. It is a constant: an age that counts down would say when they end.
MEDIA_CACHE = "public, max-age=86400"
ICON = settings.BASE_DIR / "static/img/favicon.ico"


@require_safe
def robots_txt(request):
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /preview/", ""]
    lines += [f"Sitemap: {absolute(reverse(name))}" for name in ("sitemap", "news_sitemap")]
    return _text(lines)


@require_safe
def humans_txt(request):
    """humanstxt.org: who stands behind this."""
    lines = [
        "/* THE NEWSROOM */",
        f"{settings.SITE_NAME}: entertainment news in which every claim says how sure it is.",
        f"Who writes: the bylines on every story. How we decide: {absolute(reverse('confidence_levels'))}",
        f"What we got wrong: {absolute(reverse('corrections'))}",
        f"Contact: {settings.SECURITY_CONTACT}",
    ]
    return _text(lines)


@require_safe
def security_txt(request):
    """RFC 9116. It is renewed with every day, so that it never expires while the site is up."""
    expires = clock.today() + timedelta(days=180)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires.isoformat()}T00:00:00Z",
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
        "Preferred-Languages: en",
    ]
    return _text(lines)


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request):
    """For those who ask for the icon where nobody told them of it; pages name the drawing itself."""
    response = HttpResponse(ICON.read_bytes(), content_type="image/x-icon")
    response["Cache-Control"] = MEDIA_CACHE
    return response


@require_safe
def media_file(request, name):
    """A rendition, for as long as the rights to its picture stand; it can do nothing but be a picture."""
    match = RENDITION.fullmatch(name)
    if not match or not default_storage.exists(name):
        raise NotHere
    may_be_shown = [image.may_be_shown for image in Image.objects.of_pixels(match[1]).only("rights_until")]
    if not may_be_shown:
        raise NotHere
    if not any(may_be_shown):
        raise Gone("The right to show this picture has ended.")
    tag = f'"{name.removeprefix("renditions/")}"'
    response = get_conditional_response(request, etag=tag) or FileResponse(default_storage.open(name))
    response["Content-Type"], response["ETag"] = TYPES[match[2]], tag
    response["Cache-Control"] = MEDIA_CACHE
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
