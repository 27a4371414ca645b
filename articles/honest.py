"""Headline honesty for a story: its words held against the claims that it cites, at the levels held today."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Prefetch, Q

from articles.honesty import Cited, Flag, check, concerning
from articles.honesty.passage import sentences
from articles.models import Disclaimer, Story
from claims.confidence import Confidence
from claims.models import Assessment, Claim
from newsroom.lib.html import Block, blocks

HEADINGS = {"h2", "h3"}


@dataclass(frozen=True)
class Finding:
    """Words that claim more ("over") or less ("under") than the claim they speak of, for an editor to judge."""

    place: str
    before: str
    word: str
    after: str
    kind: str
    why: str
    claim: Claim | None

    @property
    def sentence(self) -> str:
        return f"{self.before}{self.word}{self.after}"

    @property
    def level(self) -> Confidence | None:
        return Confidence(_verdict(self.claim).level) if self.claim else None


def findings(story: Story, at=None) -> list[Finding]:
    """What of an article's or an edition's words does not fit its claims, in the order of reading.

    Headline and standfirst are held against the lead claims, each sentence of the body against those marked in
    it, disclaimers against all. A claim counts at what is held of it, or else at what the desk has judged.
    """
    keys = story.marked_keys()
    leads = set(story.lead_claims.values_list("pk", flat=True))
    rows = _with_levels(Claim.objects.filter(Q(key__in=keys) | Q(pk__in=leads)).order_by("key"), at)
    known = [claim for claim in rows if _verdict(claim)]
    by_key = {claim.key: claim for claim in known}
    marked = [by_key[key] for key in keys if key in by_key]
    heads = [claim for claim in known if claim.pk in leads]
    cited = list({claim.pk: claim for claim in [*heads, *marked]}.values())
    unjudged = leads and not heads  # another check asks for their levels; they are cited all the same
    return [
        *(() if unjudged else _in(story.headline, "headline", heads)),
        *(() if unjudged else _in(story.standfirst, "standfirst", heads)),
        *_in_body(blocks(story.body), by_key),
        *_in_disclaimers(story, cited),
    ]


def _with_levels(claims, at):
    held = Assessment.objects.live(at)
    return (
        claims.with_subject()
        .select_related("judgement")
        .prefetch_related(
            Prefetch("assessments", held, to_attr="live_assessments"),
            Prefetch("merged_into__assessments", held, to_attr="live_assessments"),
        )
    )


def _verdict(claim: Claim):
    """What is held of it, or the desk's judgement of what has not been live."""
    return claim.held or getattr(claim, "judgement", None)


def _in(text: str, place: str, claims: list[Claim], shown: str = "") -> Iterator[Finding]:
    for one in sentences(text, place):
        words = text[one.start : one.start + len(one.text)]
        for flag in _flags(words, place, claims):
            yield _finding(words, shown or place, flag, claims)


def _flags(words: str, place: str, claims: list[Claim]) -> list[Flag]:
    return check(words, place, _cited(claims))


def _cited(claims: list[Claim]) -> list[Cited]:
    return [Cited(_verdict(claim).statement or claim.said, _verdict(claim).level) for claim in claims]


def _finding(words: str, place: str, flag: Flag, claims: list[Claim]) -> Finding:
    claim = None if flag.claim is None else claims[flag.claim]
    before, word, after = words[: flag.start], words[flag.start : flag.end], words[flag.end :]
    return Finding(place, before.lstrip(), word, after.rstrip(), flag.kind, flag.why, claim)


def _in_body(parts: list[Block], by_key: dict[str, Claim]) -> Iterator[Finding]:
    for at, block in enumerate(parts):
        beside = _known(block.marks, by_key)
        for one in sentences(block.words, "body"):
            end = one.start + len(one.text)
            words = block.words[one.start : end]
            marks = [mark for mark in block.marks if mark[1] < end and mark[2] > one.start]
            is_last = end >= len(block.words.rstrip())
            marks += _marks_below(parts, at) if is_last or block.tag in HEADINGS else []
            if claims := _known(marks, by_key):
                yield from (_finding(words, "body", flag, claims) for flag in _flags(words, "body", claims))
            elif not marks:
                yield from _unmarked(words, beside)


def _known(marks: list[tuple[str, int, int]], by_key: dict[str, Claim]) -> list[Claim]:
    return [by_key[key] for key in dict.fromkeys(key for key, _, _ in marks) if key in by_key]


def _unmarked(words: str, beside: list[Claim]) -> Iterator[Finding]:
    """A sentence that cites nothing may speak of what its neighbours in the paragraph cite: it is let pass, or
    flagged, by that."""
    bold = _flags(words, "body", [])
    near = [beside[at] for at in concerning(words, _cited(beside))] if bold else []
    flags = {flag.start: flag for flag in _flags(words, "body", near)} if near else {}
    for flag in bold:
        if not near:
            yield _finding(words, "body", flag, [])
        elif flag.start in flags:
            yield _finding(words, "body", flags[flag.start], near)


def _marks_below(parts: list[Block], at: int) -> list[tuple[str, int, int]]:
    """A heading speaks of what is marked below it, a line that ends with a colon of what is marked in its list."""
    block, found = parts[at], []
    for later in parts[at + 1 :]:
        is_under = block.tag in HEADINGS and later.tag not in HEADINGS
        if not is_under and not (block.words.rstrip().endswith(":") and later.tag == "li"):
            break
        found += later.marks
    return found


def _in_disclaimers(story: Story, claims: list[Claim]) -> Iterator[Finding]:
    """Words of caution are held against all that the story cites; where it cites nothing, there is nothing to hold."""
    rows = list(_disclaimers(story, claims)) if claims else []
    names = _names(story) if any("{" in row.text for row in rows) else {}
    for row in rows:
        yield from _in(" ".join(row.text.format_map(names).split()), "body", claims, shown="disclaimer")


def _disclaimers(story: Story, claims: list[Claim]):
    """Those that an editor attached, and those that a rule attaches."""
    levels = {_verdict(claim).confidence for claim in claims}
    low = [level for level in Confidence if any(one.lower_than(level) for one in levels)]
    own = Q(**{f"{story._meta.model_name}s": story})
    return Disclaimer.objects.filter(own | Q(below__in=low)).distinct().order_by("key")


def _names(story: Story) -> dict[str, str]:
    seasons = list(story.seasons.select_related("show"))
    shows = [*story.shows.all(), *(season.show for season in seasons)]
    return {
        "show": shows[0].title if shows else "this title",
        "season": seasons[0].label if seasons else "",
        "platform": "the platform",
        "date": "the day of publication",
    }
