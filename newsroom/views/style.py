"""The living style page: every component of the public pages, in both themes side by side, for those who work here."""

from datetime import timedelta
from types import SimpleNamespace

from django.contrib.admin.views.decorators import staff_member_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Edition
from claims import answer, cast, presence, record, status, stories
from claims.badges import Badge
from claims.confidence import Confidence
from claims.models import Claim
from claims.sources import sources_of
from newsroom.lib import clock
from newsroom.lib.params import Moment

THEMES = ("light", "dark")


@require_safe
@staff_member_required
def style_guide(request):
    now = Moment(clock.now())
    return render(
        request,
        "newsroom/style_guide.html",
        {
            "moment": now,
            "themes": THEMES,
            "badges": _badges(),
            "stories": stories.cards(Edition.objects.all(), now.at, most=3),
            "suggestions": [],
            **_season(now.at),
        },
    )


def _badges() -> list[tuple[Badge, Badge]]:
    """Each level's badge, fresh and overdue."""
    today = clock.today()
    long_ago = today - timedelta(days=400)
    return [
        (Badge(level, today, "Netflix", False, "#"), Badge(level, long_ago, "Netflix", True, "#"))
        for level in Confidence.ranked()
    ]


def _season(at) -> dict:
    """What a season's page shows, from the one that has most to say: a conflict first of all."""
    whole = {season: record.read(Claim.objects.about(season), at) for season in presence.seasons(at)[:20]}
    if not whole:
        return {}
    season = max(whole, key=lambda one: (len(whole[one].conflicts), len(whole[one].claims)))
    held = whole[season]
    return {
        "season": season,
        "answer": answer.answer(held),
        "steps": status.strip(held),
        "facts": status.facts(held),
        "groups": cast.groups(cast.on_screen(cast.castings(held)))[:2],
        "record": SimpleNamespace(conflicts=held.conflicts, timeline=held.timeline[:10], gone=held.gone),
        "changes": held.changes[:4],
        "unknowns": status.unknowns(held),
        "sources": sources_of(held.standing)[:4],
    }
