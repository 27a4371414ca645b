"""What holds at all times, over the whole newsroom: each check yields a sentence a fault."""

from collections.abc import Callable, Iterator
from itertools import groupby, pairwise

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection
from django.db.models import F

from articles import filing
from articles.exchange.pictures import standing_files
from articles.exchange.rules import first_hours, unmet
from articles.models import Article, Edition, FormerSlug
from claims.gate import Case
from claims.models import Assessment, Claim, Outlet, Source
from images.intake import digest_of, pixels
from images.models import Image
from images.renditions import renditions_of
from newsroom import search_index
from newsroom.lib import clock, guards
from newsroom.lib.html import clean_body
from newsroom.lib.timeline import said
from shows.models import FormerSlug as FormerEntry
from shows.models import Person, Platform, Season, Show

CHUNK = 500
CHECKS: list[Callable[[], Iterator[str]]] = []


def check(function: Callable[[], Iterator[str]]):
    CHECKS.append(function)
    return function


def faults(deep: bool = False) -> Iterator[str]:
    """Every fault of the site. `deep` also reads each picture and compares it with its digest."""
    for one in CHECKS:
        yield from one()
    if deep:
        yield from damaged_pictures()


def counts() -> dict[str, int]:
    """What was looked at."""
    models = {
        "shows": Show,
        "claims": Claim,
        "assessments": Assessment,
        "articles": Article,
        "editions": Edition,
    }
    return {name: model._base_manager.count() for name, model in (models | {"images": Image}).items()}


@check
def guards_that_are_gone() -> Iterator[str]:
    yield from guards.faults()


@check
def keys_that_lead_nowhere() -> Iterator[str]:
    try:
        connection.check_constraints()
    except IntegrityError as error:
        yield f"a foreign key leads nowhere: {error}"


@check
def intervals_that_clash() -> Iterator[str]:
    """At most one row of a subject is live at a moment, at most one is scheduled."""
    for model, key in ((Edition, "article__slug"), (Assessment, "claim__key")):
        name = model._meta.verbose_name
        rows = model.objects.uncancelled().order_by(model.subject, "live_from")
        told = rows.values_list(key, "live_from", "live_until").iterator(chunk_size=CHUNK)
        for subject, group in groupby(told, key=lambda row: row[0]):
            intervals = [(begun, until) for _, begun, until in group]
            for (_, until), (begun, _) in pairwise(intervals):
                if begun < until:
                    yield f"{name} of {subject}: two are live on {said(begun)}"
            if sum(begun > clock.now() for begun, _ in intervals) > 1:
                yield f"{name} of {subject}: more than one is scheduled"


@check
def editions_out_of_count() -> Iterator[str]:
    """Numbered 1, 2, … in the order of going live; first published when the first of them went live."""
    rows = Edition.objects.uncancelled().order_by("article", "live_from")
    told = rows.values_list("article__slug", "number", "live_from", "published_at").iterator(chunk_size=CHUNK)
    for slug, group in groupby(told, key=lambda row: row[0]):
        editions = list(group)
        if [row[1] for row in editions] != list(range(1, len(editions) + 1)):
            yield f"editions of {slug} are numbered {', '.join(str(row[1]) for row in editions)}"
        if any(row[3] != editions[0][2] for row in editions):
            yield f"editions of {slug} do not all say that it was first published on {said(editions[0][2])}"


@check
def editions_that_cite_otherwise() -> Iterator[str]:
    """An edition's claims are those that its text marks and its headline rests on, each held by its hour."""
    rows = Edition.objects.uncancelled().filter(redacted_at=None).select_related("article")
    rows = rows.prefetch_related("claims", "lead_claims")
    for edition in rows.iterator(chunk_size=CHUNK):
        wanted = {*edition.marked_keys(), *(claim.key for claim in edition.lead_claims.all())}
        if wanted != {claim.key for claim in edition.claims.all()}:
            odd = ", ".join(sorted(wanted ^ {claim.key for claim in edition.claims.all()}))
            yield f"{_edition(edition)} cites other claims than its text: {odd}"
        first = first_hours(claim.pk for claim in edition.claims.all())
        for claim in edition.claims.all():
            if claim.pk not in first or first[claim.pk] > edition.live_from:
                yield f"{_edition(edition)} cites {claim.key}, which had no assessment by then"


def _edition(edition: Edition) -> str:
    return f"edition {edition.number} of {edition.article.slug}"


@check
def text_that_is_not_clean() -> Iterator[str]:
    for model in (Article, Edition):
        for key, slug, body in model.objects.values_list("pk", "slug", "body").iterator(chunk_size=CHUNK):
            if clean_body(body) != body:
                yield f"the text of {model._meta.verbose_name} {slug} (row {key}) is not clean"


@check
def what_was_taken_back() -> Iterator[str]:
    """A withdrawn story shows nothing, a retracted claim holds nothing, a redacted row says nothing."""
    now = clock.now()
    for row in Edition.objects.filter(article__withdrawn_at__isnull=False, taken_back_at=None).select_related(
        "article"
    ):
        yield f"{_edition(row)} is not taken back, though the story was withdrawn"
    for row in (
        Edition.objects.filter(article__withdrawn_at=None)
        .exclude(taken_back_at=None)
        .select_related("article")
    ):
        yield f"{_edition(row)} is taken back, though the story was not withdrawn"
    for row in Assessment.objects.filter(
        claim__retracted_at__isnull=False, taken_back_at=None
    ).select_related("claim"):
        yield f"an assessment of {row.claim.key} is not taken back, though the claim was retracted"
    for model in (Edition, Assessment):
        for row in model.objects.exclude(taken_back_at=None).uncancelled():
            if row.live_until > now:
                yield f"{model._meta.verbose_name} {row.pk} was taken back and still holds"
        for row in model.objects.exclude(redacted_at=None):
            if any(getattr(row, name) for name in row.words) or not row.redacted_because:
                yield f"{model._meta.verbose_name} {row.pk} was redacted and still has words, or no reason"


@check
def what_was_merged() -> Iterator[str]:
    """A duplicate leads to a row that stands; nothing but its own address leads to the duplicate."""
    for model in (Platform, Show, Season, Person, Outlet, Source, Claim):
        for row in model._base_manager.exclude(merged_into=None).select_related("merged_into"):
            if row.merged_into.merged_into_id:
                yield f"{model._meta.verbose_name} {row} was merged into one that was merged itself"
    for claim in Claim.objects.exclude(merged_into=None):
        if claim.assessments.live().exists() or claim.assessments.pending().exists():
            yield f"claim {claim.key} was merged into another and is still held"


@check
def claims_about_other_seasons() -> Iterator[str]:
    for claim in Claim.objects.exclude(season=None).exclude(season__show=F("show")):
        yield f"claim {claim.key} names a season of another show"


@check
def addresses_with_two_owners() -> Iterator[str]:
    owners: dict[str, str] = {}
    told = Edition.objects.values_list("slug", "article__slug").distinct()
    for slug, article in [*told, *FormerSlug.objects.values_list("slug", "article__slug")]:
        if owners.setdefault(slug, article) != article:
            yield f"the address {slug} belongs to two stories, {owners[slug]} and {article}"
    for name, model in (("show", Show), ("person", Person), ("platform", Platform)):
        for former in FormerEntry.objects.filter(**{f"{name}__isnull": False}):
            if model.objects.filter(slug=former.slug).exists():
                yield f"the address {former.slug} is both a {name}'s and another's former one"


@check
def levels_without_evidence() -> Iterator[str]:
    """Each assessment met the gate when it was published, or says by whose word it did not."""
    rows = Assessment.objects.uncancelled().filter(override="", redacted_at=None).select_related("claim")
    for row in rows.with_evidence().iterator(chunk_size=CHUNK):
        if missing := unmet(row, Case.of(row, row.evidence.all()), counts_then=True):
            yield f"claim {row.claim.key}, from {said(row.live_from)}: {missing}"


@check
def pictures_without_files() -> Iterator[str]:
    """Each picture has its file and its renditions, and each file in the pictures' folders its picture."""
    standing, wanted = standing_files(), {}
    for image in Image.objects.iterator(chunk_size=CHUNK):
        wanted |= dict.fromkeys(names_of(image), image.key)
    for name in sorted(wanted.keys() - standing):
        yield f"the file {name} of the picture {wanted[name]} is missing"
    shown = {name.partition("/")[2][:24] for name in wanted}  # a crop around a former focal point stays
    for name in sorted(standing - wanted.keys()):
        if not (name.startswith("renditions/") and name.partition("/")[2][:24] in shown):
            yield f"the file {name} belongs to no picture"


@check
def stories_in_the_wrong_lists() -> Iterator[str]:
    """The lists hold what follows from the editions, no less and no more."""
    for keys in filing.chunks(Article.objects.order_by("pk").values_list("pk", flat=True).iterator()):
        missing, surplus = filing.differences(keys)
        slugs = dict(Article.objects.filter(pk__in=keys).values_list("pk", "slug"))
        for key in sorted({row[0] for row in [*missing, *surplus]}):
            yield f"the story {slugs[key]} does not stand in the lists as its editions say: run `reindex`"


@check
def search_that_says_otherwise() -> Iterator[str]:
    yield from search_index.faults()


def names_of(image: Image) -> list[str]:
    """The files of a picture: the one that is kept, and its renditions."""
    sizes = [one.name for renditions in renditions_of(image).values() for one in renditions]
    return [image.file.name, *sizes]


def damaged_pictures() -> Iterator[str]:
    for image in Image.objects.iterator(chunk_size=CHUNK):
        if default_storage.exists(image.file.name):
            with default_storage.open(image.file.name) as file:
                try:
                    is_whole = digest_of(pixels(file.read())) == image.digest
                except ValidationError:
                    is_whole = False
            if not is_whole:
                yield f"the file {image.file.name} of the picture {image.key} is damaged"
