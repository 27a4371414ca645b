"""Every address of the newsroom. Public ones live with the app whose words they speak."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from newsroom.views import (
    api_document,
    cards,
    desk,
    front,
    health,
    machines,
    policies,
    search,
    sitemaps,
    style,
)

handler400 = "newsroom.views.errors.bad_request"
handler403 = "newsroom.views.errors.forbidden"
handler404 = "newsroom.views.errors.not_found"
handler500 = "newsroom.views.errors.server_error"

urlpatterns = [
    path("", front.front_page, name="front_page"),
    path("", include("articles.urls")),
    path("", include("claims.urls")),
    path("", include("newsroom.following.urls")),
    path("api/v1/openapi.json", api_document.openapi_json, name="openapi_json"),
    path("api/v1/docs", api_document.api_docs, name="api_docs"),
    path("card.png", cards.site_card, name="site_card"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("news-sitemap.xml", sitemaps.news_sitemap, name="news_sitemap"),
    path("humans.txt", machines.humans_txt, name="humans_txt"),
    path("policies/<slug:name>/", policies.policy_detail, name="policy_detail"),
    path("search/", search.search, name="search"),
    path("robots.txt", machines.robots_txt, name="robots_txt"),
    path("favicon.ico", machines.favicon, name="favicon"),
    path(".well-known/security.txt", machines.security_txt, name="security_txt"),
    path(f"{settings.MEDIA_URL.lstrip('/')}<path:name>", machines.media_file, name="media_file"),
    path("health/live", health.live, name="health_live"),
    path("health/ready", health.ready, name="health_ready"),
    path("admin/style/", style.style_guide, name="style_guide"),
    path("admin/", desk.desk_front, name="desk_front"),
    path("admin/", admin.site.urls),
]
