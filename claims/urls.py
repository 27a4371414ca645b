"""Pages made of claims."""

from django.urls import path, re_path

from claims.views import api, claims, confidence, people, platforms, scoreboard, shows
from newsroom.lib.text import KEY

urlpatterns = [
    path("shows/", shows.show_list, name="show_list"),
    path("shows/<slug:slug>/", shows.show_detail, name="show_detail"),
    path("shows/<slug:slug>/cast/", shows.cast_detail, name="cast_detail"),
    path("shows/<slug:slug>/season-<count:number>/", shows.season_detail, name="season_detail"),
    path("people/", people.person_list, name="person_list"),
    path("people/<slug:slug>/", people.person_detail, name="person_detail"),
    path("platforms/<slug:slug>/", platforms.platform_detail, name="platform_detail"),
    re_path(rf"^claims/(?P<key>{KEY})/\Z", claims.claim_detail, name="claim_detail"),
    path("api/v1/claims/", api.claim_api_list, name="claim_api_list"),
    re_path(rf"^api/v1/claims/(?P<key>{KEY})/\Z", api.claim_api_detail, name="claim_api_detail"),
    path("scoreboard/", scoreboard.scoreboard, name="scoreboard"),
    path("confidence/", confidence.confidence_levels, name="confidence_levels"),
]
