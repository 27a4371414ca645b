"""What a story must have before it goes live: each fault a sentence that says what to do."""

from collections.abc import Iterator

from articles.insets import pictures_of, subjects_of
from articles.models import Article, Edition, FormerSlug, Story
from claims import assessing
from claims.models import Assessment, Claim, Judgement
from images.models import Image
from newsroom.lib import html
from newsroom.lib.timeline import TICK, said


class Fault(str):
    """A sentence that says what is to be done, and the `field` of the story's form in which it is done."""

    def __new__(cls, sentence: str, field: str = ""):
        fault = super().__new__(cls, sentence)
        fault.field = field
        return fault


def blocking(article: Article, at) -> list[str]:
    """Every reason why this article can't go live at that moment; empty where it can."""
    return [
        *_words(article),
        *_address(article),
        *_picture(article, at),
        *_insets(article, at),
        *_spoiler(article),
        *_embargo(article, at),
        *_claims(article),
    ]


def of_scheduled(edition: Edition, at=None) -> list[str]:
    """Why an edition, whose words are frozen, may not go live at its hour as things stand now."""
    at = at or edition.live_from
    claims = list(edition.claims.with_subject())
    return [
        *_picture(edition, at),
        *_insets(edition, at),
        *_embargo(edition.article, at),
        *(f"“{claim.said}” was retracted." for claim in claims if claim.retracted_at),
        *_first_told(claims, at),
    ]


def _first_told(claims: list[Claim], at) -> Iterator[str]:
    """The claims that would go live with it, held against the gate again: a source may be another by now."""
    coming = Assessment.objects.due_by(at + TICK).filter(claim__in=claims).with_evidence()
    for row in coming.select_related(
        "claim__show", "claim__season__show", "claim__person", "claim__platform"
    ):
        yield from assessing.faults_of(row.claim, row, row.evidence.all(), at)


def cited_claims(story: Story) -> list[Claim]:
    """The claims that the body marks and those that the headline rests on."""
    marked = list(Claim.objects.filter(key__in=story.marked_keys()).with_subject())
    return list({claim.pk: claim for claim in [*marked, *story.lead_claims.with_subject()]}.values())


def _words(article: Article) -> Iterator[str]:
    if article.withdrawn_at:
        yield f"The story was withdrawn on {said(article.withdrawn_at)}: write a new one."
    if not article.headline:
        yield Fault("The story has no headline: write one.", "headline")
    if not html.plain(article.body):
        yield Fault("The story has no body: write it.", "body")
    if not (article.shows.exists() or article.seasons.exists() or article.people.exists()):
        yield Fault("The story has no topic: name a show, a season or a person that it is about.", "shows")
    if not article.bylines.exists():
        yield Fault("The story has no byline: say who wrote it.", "bylines")


def _address(article: Article) -> Iterator[str]:
    taken = Edition.objects.filter(slug=article.slug).exclude(article=article).exists()
    if taken or FormerSlug.objects.filter(slug=article.slug).exclude(article=article).exists():
        yield Fault(f"The address “{article.slug}” belongs to another story: choose another.", "slug")


def _picture(article: Story, at) -> Iterator[str]:
    if article.image:
        yield from _shown(article.image, at, "The lead picture", "image")


def _insets(story: Story, at) -> Iterator[str]:
    """The pictures in the text, and what its live blocks are about."""
    insets = html.insets(story.body)
    pictures, subjects = pictures_of(insets), subjects_of(insets)
    for inset in dict.fromkeys(insets):
        if inset.live and inset.of not in subjects:
            yield Fault(
                f"The text has a block about “{inset.of}”, which does not exist: take it out.", "body"
            )
        elif inset.picture and inset.picture not in pictures:
            yield Fault(
                f"The text shows a picture “{inset.picture}” that does not exist: choose another.", "body"
            )
        elif inset.picture:
            image = pictures[inset.picture]
            yield from _shown(image, at, f"The picture “{image}” in the text", "body")


def _shown(image: Image, at, named: str, field: str) -> Iterator[str]:
    if not image.has_alt:
        yield Fault(f"{named} has no alt text: describe it, or mark it as decorative.", field)
    if image.rights_until and image.rights_until < at.date():
        yield Fault(
            f"{named} may be shown no more: the rights ended on {image.rights_until:%d %b %Y}. Choose another.",
            field,
        )


def _spoiler(article: Article) -> Iterator[str]:
    """Headlines stand where nobody has chosen to read on."""
    for claim in article.lead_claims.with_subject().filter(spoiler=Claim.Spoiler.MAJOR):
        yield Fault(
            f"Headline and standfirst rest on a major spoiler, “{claim.said}”: say less there, and take it from the"
            " lead claims.",
            "headline",
        )


def _embargo(article: Article, at) -> Iterator[str]:
    if article.embargo_until and at < article.embargo_until:
        yield Fault(
            f"The story is under embargo until {said(article.embargo_until)}: choose a later hour.",
            "embargo_until",
        )


def _claims(article: Article) -> Iterator[str]:
    claims = {claim.key: claim for claim in cited_claims(article)}
    for key in article.marked_keys():
        if key not in claims:
            yield Fault(
                f"The text marks a claim “{key}” that does not exist: mark another, or take the mark away.",
                "body",
            )
    judged = set(Judgement.objects.filter(claim__in=claims.values()).values_list("claim_id", flat=True))
    for claim in claims.values():
        if claim.merged_into_id:
            yield Fault(f"“{claim.said}” was merged into {claim.merged_into.key}: cite that one.", "body")
        elif claim.retracted_at:
            yield Fault(f"“{claim.said}” was retracted: take the mark away.", "body")
        elif claim.pk not in judged and not claim.assessments.live(None).exists():
            yield f"“{claim.said}” has no level yet: judge it first."
