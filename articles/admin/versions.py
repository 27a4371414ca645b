"""The versions of a story that the desk can hold against each other and bring back."""

from dataclasses import dataclass

from articles.admin.editions import lines
from articles.content import Content, content_of, from_kept
from articles.models import Article, Edition, FormerDraft
from newsroom.lib.timeline import said

DRAFT = "draft"


@dataclass(frozen=True)
class Version:
    """By the name that stands in the address: `draft`, an edition's number, `off-…`, `former-…`."""

    name: str
    short: str
    label: str
    kept_in: Article | Edition | FormerDraft

    @property
    def is_draft(self) -> bool:
        return self.name == DRAFT

    @property
    def is_redacted(self) -> bool:
        return bool(getattr(self.kept_in, "redacted_at", None))

    def content(self) -> Content:
        if isinstance(self.kept_in, FormerDraft):
            return from_kept(self.kept_in.content)
        return content_of(self.kept_in)


def versions(article: Article) -> dict[str, Version]:
    """By name: the desk's draft, its editions, and former drafts, each kind newest first."""
    found = [Version(DRAFT, "the draft", "The draft, as it stands on the desk", article)]
    for line in lines(article):
        short = f"edition {line.edition.number}"
        found.append(Version(line.version, short, f"{short.capitalize()}: {line.when}", line.edition))
    for former in article.former_drafts.select_related("by"):
        label = f"Former draft, until {said(former.at)}, when {former.by} brought back {former.gave_way_to}"
        found.append(Version(f"former-{former.pk}", "a former draft", label, former))
    return {version.name: version for version in found}


def latest(known: dict[str, Version]) -> Version:
    """What a draft is held against where nobody says: the newest edition with words, else a former draft."""
    others = [one for one in known.values() if not one.is_draft and not one.is_redacted]
    return next(iter(others), known[DRAFT])
