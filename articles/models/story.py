"""What article and edition have in common: a story's words, people and pictures."""

from django.db import models

from articles.models.disclaimer import Disclaimer
from claims.models import Claim
from images.models import Image
from newsroom.lib.fields import LineField, ProseField
from newsroom.lib.html import BodyField, cited
from newsroom.lib.text import slug_of
from shows.models import Person, Season, Show


class KickerSlugField(models.SlugField):
    """The kicker as it stands in an address; made from the kicker however the row is saved."""

    def pre_save(self, model_instance, add):
        slug = slug_of(model_instance.kicker, longest=self.max_length) if model_instance.kicker else ""
        setattr(model_instance, self.attname, slug)
        return slug


class Story(models.Model):
    """The one list of what publishing copies from an article to its edition."""

    slug = models.SlugField(max_length=100)
    headline = LineField(max_length=300, blank=True)
    standfirst = ProseField(blank=True)
    body = BodyField(blank=True)
    kicker = LineField(max_length=80, blank=True)
    kicker_slug = KickerSlugField(max_length=80, blank=True, editable=False)
    description = LineField(
        max_length=300, blank=True, help_text="What search engines show under the headline."
    )
    image = models.ForeignKey(Image, models.PROTECT, null=True, blank=True, related_name="%(class)ss")
    is_lead = models.BooleanField(default=False, help_text="A candidate for the top of the front page.")
    shows = models.ManyToManyField(Show, blank=True, related_name="%(class)ss")
    seasons = models.ManyToManyField(Season, blank=True, related_name="%(class)ss")
    people = models.ManyToManyField(Person, blank=True, related_name="%(class)ss")
    lead_claims = models.ManyToManyField(
        Claim,
        blank=True,
        related_name="lead_%(class)ss",
        help_text="The claims that headline and standfirst rest on; the lowest of their levels is the story's own.",
    )
    disclaimers = models.ManyToManyField(Disclaimer, blank=True, related_name="%(class)ss")

    WORDS = ("headline", "standfirst", "body", "kicker", "description")
    COLUMNS = ("slug", *WORDS, "image", "is_lead")
    LINKS = ("shows", "seasons", "people", "lead_claims", "disclaimers")

    class Meta:
        abstract = True

    def __str__(self):
        return self.headline or self.slug

    def marked_keys(self) -> list[str]:
        """The keys of the claims that the body marks, in order, each once."""
        return list(dict.fromkeys(key for key, _ in cited(self.body)))

    def copied(self) -> dict:
        return {name: getattr(self, name) for name in self.COLUMNS}

    def link_like(self, other: "Story") -> None:
        """Take another's topics, lead claims, disclaimers and bylines."""
        for name in self.LINKS:
            getattr(self, name).set(getattr(other, name).all())
        self.bylines.all().delete()
        for line in other.bylines.all():
            self.bylines.create(author_id=line.author_id, position=line.position)

    @property
    def authors(self) -> list:
        """Who wrote it, in the order of the bylines."""
        return [line.author for line in self.bylines.all()]
