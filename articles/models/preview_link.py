"""A link that shows one story as it stands on the desk to somebody without an account, for a while."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models

from articles.models.article import Article
from newsroom.lib import clock
from newsroom.lib.fields import LineField

HOURS = 24
TOKEN_BYTES = 32


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


class PreviewLinkQuerySet(models.QuerySet):
    def open(self, at=None):
        """Those that lead somewhere: neither expired nor revoked, of a story that was not withdrawn."""
        at = at or clock.now()
        return self.filter(expires_at__gt=at, revoked_at=None, article__withdrawn_at=None)


class PreviewLinkManager(models.Manager.from_queryset(PreviewLinkQuerySet)):
    def make(self, article: Article, *, by, made_for="", hours=HOURS) -> tuple["PreviewLink", str]:
        """The link, and the token of its address, which is told this once and kept nowhere."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        now = clock.now()
        link = self.create(
            article=article,
            token_hash=hash_of(token),
            made_for=made_for,
            made_by=by,
            made_at=now,
            expires_at=now + timedelta(hours=hours),
        )
        return link, token

    def behind(self, token: str) -> "PreviewLink | None":
        """The open link that a token belongs to; the same nothing for what is over and what never was."""
        return self.open().filter(token_hash=hash_of(token)).select_related("article__image").first()


class PreviewLink(models.Model):
    article = models.ForeignKey(Article, models.CASCADE, related_name="preview_links")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_for = LineField(max_length=100, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = PreviewLinkManager()

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self):
        return f"{self.article}, for {self.made_for or 'somebody'}"

    def revoke(self) -> None:
        """From now on it leads nowhere."""
        self.revoked_at = clock.now()
        self.save(update_fields=["revoked_at"])
