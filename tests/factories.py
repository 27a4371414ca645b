"""Plain functions that make one thing each, with as little said as the thing needs."""

import io
import itertools

from django.contrib.auth.models import User
from PIL import Image as Pillow

from articles.models import Article, Author, Disclaimer
from claims.models import Claim, Outlet, Source
from images.intake import take_in
from newsroom.lib import dates
from shows.models import Person, Platform, Season, Show

count = itertools.count(1)


def a_user(name="alice"):
    return User.objects.filter(username=name).first() or User.objects.create_user(name)


def a_show(slug="all-of-us-are-dead", **fields):
    return Show.objects.create(slug=slug, **{"title": slug.replace("-", " ").title()} | fields)


def a_season(show=None, number=2, **fields):
    show = show or Show.objects.filter(slug="all-of-us-are-dead").first() or a_show()
    return Season.objects.create(show=show, number=number, **fields)


def a_person(slug="lomon", **fields):
    return Person.objects.create(slug=slug, **{"name": slug.replace("-", " ").title()} | fields)


def a_platform(slug="netflix", **fields):
    return Platform.objects.create(slug=slug, **{"name": slug.title()} | fields)


def an_author(slug="alice-han"):
    found = Author.objects.filter(slug=slug).first()
    return found or Author.objects.create(slug=slug, name=slug.replace("-", " ").title())


def an_outlet(slug="netflix", kind="primary"):
    found = Outlet.objects.filter(slug=slug).first()
    return found or Outlet.objects.create(slug=slug, name=slug.title(), kind=kind)


def a_source(outlet="netflix", kind="primary", **fields):
    number = next(count)
    made = {
        "title": f"Piece {number}",
        "url": f"https://{outlet}.example/{number}",
        "published_on": "2026-01-05",
    }
    return Source.objects.create(outlet=an_outlet(outlet, kind), **made | fields)


def a_document(**fields):
    return Source.objects.create(**{"kind": "document", "title": "A text that was received"} | fields)


def a_release(season=None, earliest="2026-09", latest="2026-12", as_said="late 2026", **fields):
    season = season or Season.objects.first() or a_season()
    days = {"earliest": dates.bounds(earliest)[0], "latest": dates.bounds(latest)[1]}
    made = {"kind": "milestone", "property": "release", "precision": "window", "as_said": as_said}
    return Claim.objects.create(show=season.show, season=season, **made | days | fields)


def a_milestone(season=None, property="renewal", **fields):
    season = season or Season.objects.first() or a_season()
    made = {"kind": "milestone", "precision": "none", "property": property}
    return Claim.objects.create(show=season.show, season=season, **made | fields)


def a_casting(person=None, season=None, **fields):
    season = season or Season.objects.first() or a_season()
    made = {"kind": "casting", "job": "actor", "change": "returning"}
    return Claim.objects.create(show=season.show, season=season, person=person or a_person(), **made | fields)


def a_detail(season=None, statement="The story moves to Seoul.", **fields):
    season = season or Season.objects.first() or a_season()
    made = {"kind": "detail", "property": "plot", "statement": statement}
    return Claim.objects.create(show=season.show, season=season, **made | fields)


def a_disclaimer(key="unconfirmed", text="{platform} has not confirmed all of {show}.", **fields):
    return Disclaimer.objects.create(key=key, text=text, **fields)


def a_picture(size=(64, 36), colour="red", kind="PNG"):
    out = io.BytesIO()
    Pillow.new("RGB", size, colour).save(out, kind)
    return out.getvalue()


def an_image(key="still-1", alt="A still", **fields):
    return take_in(a_picture(), key=key, alt=alt, **fields)


def a_story(slug="season-2-date", show=None, claims=(), leads=(), **fields):
    """An article ready to publish, citing these claims in its text."""
    marks = "".join(f' <span data-claim="{claim.key}">{claim.key}</span>' for claim in claims)
    made = {"headline": slug.replace("-", " ").capitalize(), "body": f"<p>Words of {slug}.{marks}</p>"}
    article = Article.objects.create(slug=slug, **made | fields)
    article.shows.add(show or Show.objects.first() or a_show())
    article.bylines.create(author=an_author())
    article.lead_claims.set(leads)
    return article
