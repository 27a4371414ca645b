"""Who follows what by mail. The address is all that is kept of a person, and goes when they leave."""

from django.db import models

from claims.confidence import Confidence
from newsroom.lib import clock
from newsroom.outbox.models import new_token
from shows.models import Person, Season, Show

LEVELS = [level for level in Confidence.ranked() if level.stands]


class FollowQuerySet(models.QuerySet):
    def confirmed(self):
        return self.exclude(confirmed_at=None)

    def unconfirmed(self):
        return self.filter(confirmed_at=None)

    def of(self, email: str, subject: dict):
        return self.filter(email__iexact=email, **subject)

    def told_of(self, claim):
        """Who follows what a claim is about."""
        about = models.Q(show=claim.show_id)
        if claim.season_id:
            about |= models.Q(season=claim.season_id)
        if claim.person_id:
            about |= models.Q(person=claim.person_id)
        return self.confirmed().filter(about)


class Follow(models.Model):
    key = models.CharField(max_length=32, unique=True, default=new_token)
    email = models.EmailField()
    show = models.ForeignKey(Show, models.CASCADE, null=True, related_name="+")
    season = models.ForeignKey(Season, models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    min = models.CharField(max_length=12, choices=[(level.value, level.label) for level in LEVELS])
    asked_at = models.DateTimeField(default=clock.now)
    confirmed_at = models.DateTimeField(null=True)

    objects = FollowQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["email"], name="following_follow_email")]
        constraints = [
            models.CheckConstraint(
                name="following_follow_one_subject",
                condition=models.Q(show__isnull=False, season=None, person=None)
                | models.Q(show=None, season__isnull=False, person=None)
                | models.Q(show=None, season=None, person__isnull=False),
            ),
        ]

    def __str__(self):
        """Without the address: what is printed somewhere is not to name a reader."""
        return f"a reader who follows {self.subject}"

    @property
    def subject(self) -> Show | Season | Person:
        return self.show or self.season or self.person

    @property
    def level(self) -> Confidence:
        return Confidence(self.min)

    @property
    def wish(self) -> str:
        """What was asked for: “All of Us Are Dead, season 2, once it is at least reported”."""
        return f"{self.subject}, {self.level_said}"

    @property
    def level_said(self) -> str:
        word = self.level.label.lower()
        return f"once it is {word}" if self.level is LEVELS[0] else f"once it is at least {word}"


class Ask(models.Model):
    """Somebody asked to follow something: counted for a while, so that nobody's letterbox is flooded. Neither
    the address nor the place that it came from is kept, but a digest of each."""

    who = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["who", "at"], name="following_ask_who")]

    def __str__(self):
        return self.who[:8]
