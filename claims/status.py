"""The status strip, the key facts, and what nobody knows yet: read off a record."""

from dataclasses import dataclass, field

from claims.confidence import Confidence
from claims.models import Claim
from claims.record import Record


@dataclass(frozen=True)
class Step:
    """A step on a title's way, and the standing claims that say it was reached."""

    label: str
    claims: list[Claim] = field(default_factory=list)
    is_reached: bool = False

    @property
    def state(self) -> str:
        return "reached" if self.is_reached else "said" if self.claims else "open"


STEPS = {
    "Renewed": ("renewal",),
    "Writing": ("writing",),
    "Filming": ("filming_start", "filming_wrap"),
    "Post-production": ("post_production",),
}
# Any of these, said by who would know, tells that a title goes on.
GOES_ON = (
    *("renewal", "writing", "filming_start", "filming_wrap", "post_production"),
    *("release", "trailer", "final_season", "delay"),
)
TURNS = ("cancellation", "delay", "final_season")
# What a reader would want to be told of any title, each with the properties that would tell it.
UNKNOWNS = {
    "When it comes out": ("release",),
    "Who releases it": ("platform",),
    "When filming began": ("filming_start",),
    "When filming ended": ("filming_wrap",),
    "How many episodes it has": ("episodes",),
    "What happens in it": ("plot", "setting"),
}
FACTS = {
    "Release": ("release",),
    "Platform": ("platform",),
    "Episodes": ("episodes",),
    "Running time": ("runtime",),
    "Filming began": ("filming_start",),
    "Filming ended": ("filming_wrap",),
    "Trailer": ("trailer",),
    "Setting": ("setting",),
    "Based on": ("based_on",),
}


def strip(record: Record, is_film=False) -> list[Step]:
    """renewed → writing → filming → post-production → date set → released."""
    steps = [_step(record, label, said) for label, said in STEPS.items() if label != "Renewed" or not is_film]
    dated = [claim for claim in record.saying("release") if claim.precision == Claim.Precision.DAY]
    sure = [claim for claim in dated if claim.held.confidence.rule.is_machine_readable]
    out = [claim for claim in sure if claim.latest <= record.today]
    return [*steps, Step("Date set", dated, bool(sure)), Step("Released", out, bool(out))]


def _step(record: Record, label: str, properties: tuple[str, ...]) -> Step:
    claims = record.saying(*properties)
    past = [claim for claim in claims if not claim.earliest or claim.earliest <= record.today]
    return Step(label, claims, any(claim.held.confidence.rule.is_machine_readable for claim in past))


def word(record: Record) -> str:
    """How far a title has come, in a word or two: the last step that is sure, or the turn it has taken."""
    if record.saying("cancellation"):
        return "Cancelled"
    reached = [step.label for step in strip(record) if step.is_reached]
    if reached:
        return reached[-1]
    return "Was due" if _was_due(record) else "In limbo" if is_in_limbo(record) else "Nothing sure yet"


def is_in_limbo(record: Record) -> bool:
    """It has not come out, and nobody who would know has said that it goes on, or that it ends."""
    said = record.saying("cancellation", *GOES_ON)
    sure = [claim for claim in said if claim.held.confidence.rule.is_machine_readable]
    is_dated = any(claim.property != Claim.Property.RELEASE or claim.says_when for claim in sure)
    return bool(record.claims) and not is_dated and not _was_due(record)


def _was_due(record: Record) -> bool:
    return any(claim.says_when and claim.latest <= record.today for claim in record.saying("release"))


def turns(record: Record) -> list[Claim]:
    """Cancelled, delayed, the last season."""
    return record.saying(*TURNS)


def facts(record: Record, of_show: Record | None = None) -> list[tuple[str, list[Claim]]]:
    """The table of facts, each line with every standing claim; a season takes what it lacks from its show."""
    rows = [(label, record.saying(*said) or _inherited(of_show, said)) for label, said in FACTS.items()]
    return [(label, claims) for label, claims in rows if claims]


def _inherited(of_show: Record | None, properties) -> list[Claim]:
    return of_show.saying("platform") if of_show and "platform" in properties else []


def plot(record: Record) -> list[Claim]:
    """The sentences about it, what is surest first."""
    details = [claim for claim in record.standing if claim.kind == Claim.Kind.DETAIL]
    return sorted(details, key=lambda claim: -claim.held.confidence.rank)


def unknowns(record: Record, of_show: Record | None = None, is_film=False) -> list[str]:
    """The questions with no standing claim at reported or better."""
    wanted = {
        label: said for label, said in UNKNOWNS.items() if not (is_film and label.startswith("How many"))
    }
    return [
        label
        for label, said in wanted.items()
        if not any(_tells(claim) for claim in [*record.saying(*said), *_inherited(of_show, said)])
    ]


def _tells(claim: Claim) -> bool:
    says_nothing = claim.precision == Claim.Precision.NONE and claim.property == Claim.Property.RELEASE
    return not says_nothing and claim.held.confidence.at_least(Confidence.REPORTED)
