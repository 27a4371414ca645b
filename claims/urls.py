"""Pages made of claims."""

from django.urls import path, re_path

from claims.views import (
    api,
    calendar_file,
    cards,
    catalogue_api,
    claims,
    confidence,
    embeds,
    hubs,
    people,
    platforms,
    scoreboard,
    shows,
)
from newsroom.lib.text import KEY

urlpatterns = [
    path("shows/", shows.show_list, name="show_list"),
    path("shows/<slug:slug>/", shows.show_detail, name="show_detail"),
    path("shows/<slug:slug>/cast/", shows.cast_detail, name="cast_detail"),
    path("shows/<slug:slug>/season-<count:number>/", shows.season_detail, name="season_detail"),
    path("shows/<slug:slug>/card.png", cards.show_card, name="show_card"),
    path("shows/<slug:slug>/season-<count:number>/card.png", cards.season_card, name="season_card"),
    path("people/", people.person_list, name="person_list"),
    path("people/<slug:slug>/", people.person_detail, name="person_detail"),
    path("people/<slug:slug>/card.png", cards.person_card, name="person_card"),
    path("platforms/<slug:slug>/", platforms.platform_detail, name="platform_detail"),
    re_path(rf"^claims/(?P<key>{KEY})/\Z", claims.claim_detail, name="claim_detail"),
    re_path(rf"^claims/(?P<key>{KEY})/card\.png\Z", cards.claim_card, name="claim_card"),
    re_path(rf"^claims/(?P<key>{KEY})/embed/\Z", embeds.claim_embed, name="claim_embed"),
    path("oembed/", embeds.oembed, name="oembed"),
    path("api/v1/claims/", api.claim_api_list, name="claim_api_list"),
    re_path(rf"^api/v1/claims/(?P<key>{KEY})/\Z", api.claim_api_detail, name="claim_api_detail"),
    path("api/v1/shows/", catalogue_api.show_api_list, name="show_api_list"),
    path("api/v1/shows/<slug:slug>/", catalogue_api.show_api_detail, name="show_api_detail"),
    path("api/v1/seasons/", catalogue_api.season_api_list, name="season_api_list"),
    path(
        "api/v1/seasons/<slug:slug>-season-<count:number>/",
        catalogue_api.season_api_detail,
        name="season_api_detail",
    ),
    path("api/v1/people/", catalogue_api.person_api_list, name="person_api_list"),
    path("api/v1/people/<slug:slug>/", catalogue_api.person_api_detail, name="person_api_detail"),
    path("api/v1/platforms/", catalogue_api.platform_api_list, name="platform_api_list"),
    path("api/v1/platforms/<slug:slug>/", catalogue_api.platform_api_detail, name="platform_api_detail"),
    path("calendar.ics", calendar_file.calendar_ics, name="calendar_ics"),
    path("calendar/", hubs.calendar, name="calendar"),
    path("renewals/", hubs.renewals, name="renewals"),
    path("rumours/", hubs.rumours, name="rumours"),
    path("scoreboard/", scoreboard.scoreboard, name="scoreboard"),
    path("confidence/", confidence.confidence_levels, name="confidence_levels"),
]
