"""One row of everything that the desk has a page for."""

from datetime import date

from claims.assessing import assess, judge
from claims.models import Casting, Claim, Detail, Milestone
from newsroom.lib import clock
from newsroom.outbox.models import Dispatch, WebHook
from tests import factories as make
from tests.desk_people import a_person_at_the_desk


def a_world():
    """Rows by model label; the story is Alice's, so that it is not Bob's."""
    people = {name: a_person_at_the_desk(name) for name in ("alice", "bob", "mona", "carol")}
    season = make.a_season()
    platform, person = make.a_platform(), make.a_person()
    casting = make.a_casting(person, season)
    detail = make.a_detail(season)
    milestone = make.a_release(season)
    source = make.a_source()
    as_of = date(2026, 1, 5)
    judge(casting, "official", as_of=as_of, evidence=[source])
    assessment = assess(milestone, "official", by=people["alice"], as_of=as_of, evidence=[source])
    image = make.an_image()
    article = make.a_story(made_by=people["alice"], image=image)
    rows = [season, season.show, platform, person, source, source.outlet, assessment, image, article]
    rows += [article.bylines.get().author, make.a_disclaimer(), people["carol"]]
    rows += [Milestone.objects.get(pk=milestone.pk), Casting.objects.get(pk=casting.pk)]
    rows += [Detail.objects.get(pk=detail.pk), Claim.objects.get(pk=milestone.pk)]
    rows += [WebHook.objects.create(name="Carol’s", url="https://hook.example/"), a_dispatch_given_up()]
    return {row._meta.label_lower: row for row in rows}


def a_dispatch_given_up():
    now = clock.now()
    return Dispatch.objects.create(carrier="hub", target="x", due_at=now, next_at=now, state="given_up")
