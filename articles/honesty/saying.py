"""The sentence for the editor: the word, the level that disagrees, and what to do."""

from .cues import Cue
from .flags import RANKS, Cited

_FITS = {
    "official": "say it plainly",
    "confirmed": "say who confirmed it",
    "reported": "say who reports it (“Deadline reports”)",
    "rumoured": "say that it “is rumoured to”",
    "speculation": "write “could”, or that we expect it",
    "debunked": "say that it is not so",
}
_LOUDEST = max(RANKS, key=RANKS.__getitem__)


def over(words: str, claim: Cited) -> str:
    """For words that claim more than is held."""
    said = _shortened(claim.statement)
    if RANKS[claim.level] == 0:
        return (
            f"“{words}” tells as true what is {claim.level}, “{said}”: {_FITS[claim.level]}, or take it out."
        )
    return (
        f"“{words}” claims more than we hold: “{said}” is {claim.level}."
        f" {_capital(_FITS[claim.level])}, or raise the claim first."
    )


def against(words: str, claim: Cited) -> str:
    """For words that say the contrary of what is held."""
    return (
        f"“{words}” says the contrary of what we hold: “{_shortened(claim.statement)}” is {claim.level}."
        " Change the words, or judge the claim again."
    )


def under(words: str, claim: Cited) -> str:
    """For words that claim less than is held."""
    return (
        f"“{words}” claims less than we hold: “{_shortened(claim.statement)}” is {claim.level}."
        f" {_capital(_FITS[_LOUDEST if claim.level == _LOUDEST else claim.level])}, or lower the claim first."
    )


def uncited(words: str, cue: Cue) -> str:
    """For words of certainty with nothing to rest on."""
    what = "promises a date" if cue.kind == "date" else "claims certainty"
    return f"“{words}” {what}, and nothing is cited for it: mark the claim that it rests on, or soften the words."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _shortened(statement: str) -> str:
    line = " ".join(statement.split())
    line = line if len(line) <= 120 else line[:119].rstrip() + "…"
    return line.rstrip(".")


def left_open(words: str, claim: Cited) -> str:
    """For words that leave open what has been shown to be wrong."""
    said = _shortened(claim.statement)
    return f"“{words}” leaves open what is {claim.level}, “{said}”: {_FITS[claim.level]}, or take it out."
