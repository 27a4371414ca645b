"""Merging duplicates of people, platforms, shows, seasons, outlets, sources and claims."""

from claims.models import Claim, Outlet, Source
from newsroom.lib import merging
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import act
from shows.models import Person, Platform, Season, Show


def merge(duplicate, *, into, by) -> None:
    """Make two rows one: every address, history and link of the duplicate lives on in `into`."""
    try:
        merging.check(duplicate, into)
    except ValueError as error:
        raise Refused(str(error)) from None
    with act(duplicate, into) as now:
        VERBS[type(duplicate)](duplicate, into, by, now)


def _people(duplicate: Person, survivor: Person, by, now) -> None:
    survivor.aliases = merging.names_of(survivor, duplicate, main="name")
    survivor.native_name = survivor.native_name or duplicate.native_name
    survivor.external_ids = duplicate.external_ids | survivor.external_ids
    survivor.save()
    merging.repoint(duplicate, survivor)


def _shows(duplicate: Show, survivor: Show, by, now) -> None:
    survivor.aliases = merging.names_of(survivor, duplicate, main="title")
    survivor.original_title = survivor.original_title or duplicate.original_title
    survivor.external_ids = duplicate.external_ids | survivor.external_ids
    survivor.save()
    theirs = {season.number: season for season in survivor.seasons.all()}
    for season in duplicate.seasons.filter(merged_into=None):
        if season.number in theirs:
            merging.repoint(season, theirs[season.number])
    duplicate.seasons.filter(merged_into=None).update(show=survivor)
    merging.repoint(duplicate, survivor, leave=("shows.Season",))


def _seasons(duplicate: Season, survivor: Season, by, now) -> None:
    if duplicate.show_id != survivor.show_id:
        raise Refused("The seasons belong to two shows: merge the shows.")
    merging.repoint(duplicate, survivor)


def _plain(duplicate, survivor, by, now) -> None:
    merging.repoint(duplicate, survivor)


def _sources(duplicate: Source, survivor: Source, by, now) -> None:
    if duplicate in survivor.chain() or survivor in duplicate.chain():
        raise Refused("One repeats the other: they are two sources.")
    merging.repoint(duplicate, survivor)


def _claims(duplicate: Claim, survivor: Claim, by, now) -> None:
    """What we held of the duplicate ends here and stays in history; its address leads to the survivor."""
    if (duplicate.kind, duplicate.subject) != (survivor.kind, survivor.subject):
        raise Refused("The claims differ in kind or subject: they are two.")
    for row in duplicate.assessments.pending(now):
        row.close(row.live_from)
    for row in duplicate.assessments.live(now):
        row.close(now)
    duplicate.duplicates.update(merged_into=survivor)
    duplicate.merged_into = survivor
    duplicate.save(update_fields=["merged_into"])


VERBS = {
    Person: _people,
    Platform: _plain,
    Show: _shows,
    Season: _seasons,
    Outlet: _plain,
    Source: _sources,
    Claim: _claims,
}
