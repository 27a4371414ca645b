"""Ghost's JSON export to posts. Pure: no Django, nothing fetched, no file held whole."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO

from articles.archives.cards import of_lexical, of_mobiledoc
from articles.archives.decoding import texts
from articles.archives.jsonrows import CutShort, Rows
from articles.archives.post import Kind, NotAnArchive, Note, Picture, Post, Standing

_STANDING = {"published": Standing.PUBLISHED, "draft": Standing.DRAFT, "scheduled": Standing.DRAFT}
_LEFT = {"sent": "It went out by mail alone, and never stood on a page there."}
_TABLES = {"users", "tags", "posts_tags", "posts_authors", "posts_meta"}
_HERE = "__GHOST_URL__"


class Ghost:
    """`open` opens the file anew: tags and users stand after the posts."""

    house = "Ghost"

    def __init__(self, open_file: Callable[[], BinaryIO]):
        self.open = open_file
        self.is_cut = False
        self.left: Counter[str] = Counter()
        self.damaged: list[str] = []
        self.users: dict[Any, str] = {}
        self.tags: dict[Any, str] = {}
        self.of_post: dict[str, dict[Any, list]] = defaultdict(lambda: defaultdict(list))
        self.meta: dict[Any, dict] = {}

    def posts(self) -> Iterator[Post]:
        """The posts in the file's order. Raises NotAnArchive before the first."""
        if not self._read_tables():
            raise NotAnArchive(
                "This JSON is no Ghost export: choose Settings → Advanced → Import/Export there, “Export content”."
            )
        number = 0
        for name, row in self._rows():
            if name != "posts":
                continue
            number += 1
            if not isinstance(row, dict):
                self.damaged.append(f"Post {number} is no object: export the archive again.")
            elif row.get("type") == "page" or row.get("page") in (1, True):
                self.left["page"] += 1
            else:
                yield self._post(row, number)

    def _rows(self) -> Iterator[tuple[str, Any]]:
        with self.open() as file:
            try:
                yield from Rows(texts(file))
            except CutShort:
                self.is_cut = True

    def _read_tables(self) -> bool:
        """Who wrote, what it is about; whether there are posts at all."""
        has_posts = False
        for name, row in self._rows():
            has_posts = has_posts or name == "posts"
            if name in _TABLES and isinstance(row, dict):
                self._keep(name, {key: _hashable(value) for key, value in row.items()})
        return has_posts

    def _keep(self, name: str, row: dict) -> None:
        if name == "users":
            self.users[row.get("id")] = _text(row, "name")
        elif name == "tags":
            internal = _text(row, "visibility") == "internal" or _text(row, "name").startswith("#")
            self.tags[row.get("id")] = "" if internal else _text(row, "name")
        elif name == "posts_meta":
            self.meta[row.get("post_id")] = row
        else:
            other = row.get("tag_id") if name == "posts_tags" else row.get("author_id")
            order = row.get("sort_order")
            self.of_post[name][row.get("post_id")].append((order if isinstance(order, int) else 0, other))

    def _named(self, table: str, post: Any, names: dict) -> list[str]:
        rows = sorted(self.of_post[table].get(post, ()), key=lambda pair: pair[0])
        return list(filter(None, (names.get(other) for _, other in rows)))

    def _post(self, row: dict, number: int) -> Post:
        key = _hashable(row.get("id"))
        meta = self.meta.get(key, {})
        standing, reason = _standing(row)
        body, notes = _body(row)
        at, scheduled = _instant(row.get("published_at")), _text(row, "status") == "scheduled"
        if scheduled:
            hour = str(row.get("published_at"))[:40]
            said = f"It was scheduled there for {hour}: schedule it at the desk if it is to go out."
            notes.append(Note(Kind.CHANGED, said))
        tags = self._named("posts_tags", key, self.tags)
        if tags[1:]:
            notes.append(Note(Kind.LEFT, f"Further categories and tags: {', '.join(tags[1:])}."))
        authors = self._named("posts_authors", key, self.users)
        first = self.users.get(_hashable(row.get("author_id")), "")
        slug, lead = _text(row, "slug"), _text(row, "feature_image").replace(_HERE, "")
        return Post(
            guid=_text(row, "uuid") or str(key or "") or f"post {number}", standing=standing, reason=reason,
            title=_text(row, "title"), slug=slug, body=body.replace(_HERE, ""),
            excerpt=_text(row, "custom_excerpt"),
            description=_text(meta, "meta_description") or _text(row, "meta_description"), at=at,
            authors=tuple(authors or filter(None, [first])), kicker=tags[0] if tags else "",
            addresses=(f"/{slug}",) if slug else (),
            lead=Picture(lead, _text(meta, "feature_image_alt")) if lead else None, notes=tuple(notes),
        )  # fmt: skip


def _hashable(value: Any) -> Any:
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _text(row: dict, name: str) -> str:
    value = row.get(name)
    return value.strip() if isinstance(value, str) else ""


def _standing(row: dict) -> tuple[Standing, str]:
    status, seen_by = _text(row, "status"), _text(row, "visibility") or "public"
    if seen_by != "public":
        return (
            Standing.LEFT,
            f"It is for “{seen_by[:40]}” there: open it to everybody first if readers may have it.",
        )
    if status not in _STANDING:
        return Standing.LEFT, _LEFT.get(status, f"Its state there, “{status[:40]}”, means nothing here.")
    return _STANDING[status], ""


def _body(row: dict) -> tuple[str, list[Note]]:
    if html := _text(row, "html"):
        return html, []
    body = of_lexical(row.get("lexical") or "") or of_mobiledoc(row.get("mobiledoc") or "")
    said = "The archive holds its text in Ghost's own format alone: its words were taken, look over its form."
    return body, [Note(Kind.CHANGED, said)] if body else []


def _instant(value: Any) -> datetime | None:
    """Of `2024-05-01T10:00:00.000Z`, `2024-05-01 10:00:00` or milliseconds since 1970; None for no possible hour."""
    try:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value / 1000, UTC)
        at = datetime.fromisoformat(str(value))
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None
