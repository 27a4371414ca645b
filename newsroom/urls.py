"""Every address of the newsroom. Public ones live with the app whose words they speak."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from newsroom.views import desk, front, health, machines, style

handler400 = "newsroom.views.errors.bad_request"
handler403 = "newsroom.views.errors.forbidden"
handler404 = "newsroom.views.errors.not_found"
handler500 = "newsroom.views.errors.server_error"

urlpatterns = [
    path("", front.front_page, name="front_page"),
    path("", include("articles.urls")),
    path("", include("claims.urls")),
    path("robots.txt", machines.robots_txt, name="robots_txt"),
    path(".well-known/security.txt", machines.security_txt, name="security_txt"),
    path(f"{settings.MEDIA_URL.lstrip('/')}<path:name>", machines.media_file, name="media_file"),
    path("health/live", health.live, name="health_live"),
    path("health/ready", health.ready, name="health_ready"),
    path("admin/style/", style.style_guide, name="style_guide"),
    path("admin/", desk.desk_front, name="desk_front"),
    path("admin/", admin.site.urls),
]
