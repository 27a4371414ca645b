"""Which addresses there are, for those who crawl."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from newsroom import sitemaps
from newsroom.lib import clock
from newsroom.lib.params import declared

XML = "application/xml; charset=utf-8"


@require_safe
def sitemap(request):
    part, now = declared(request, "part").get("part"), clock.now()
    parts = [] if part else sitemaps.parts(now)
    if parts:
        return render(request, "newsroom/sitemap_index.xml", {"parts": parts}, content_type=XML)
    context = {"entries": sitemaps.entries(part, now)}
    return render(request, "newsroom/sitemap.xml", context, content_type=XML)


@require_safe
def news_sitemap(request):
    part = declared(request, "part").get("part")
    stories, parts = sitemaps.news(part, clock.now())
    if parts:
        return render(request, "newsroom/sitemap_index.xml", {"parts": parts}, content_type=XML)
    return render(request, "newsroom/news_sitemap.xml", {"stories": stories}, content_type=XML)
