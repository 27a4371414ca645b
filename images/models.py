"""Pictures and their rights. A picture's file never changes: another picture is another row."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from newsroom.lib import clock
from newsroom.lib.fields import KeyField, LineField


class ImageQuerySet(models.QuerySet):
    def with_rights(self):
        """Those that may be shown today."""
        today = clock.today()
        return self.filter(models.Q(rights_until=None) | models.Q(rights_until__gte=today))

    def of_pixels(self, begun: str):
        """Those whose digest begins so: as a range, which both databases find by the index."""
        return self.filter(digest__gte=begun, digest__lt=begun + "g")


class Image(models.Model):
    key = KeyField()
    file = models.ImageField(upload_to="images", width_field="width", height_field="height", editable=False)
    digest = models.CharField(
        max_length=64, db_index=True, editable=False, help_text="SHA-256 of the pixels as kept."
    )
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    alt = LineField(
        max_length=300, blank=True, help_text="What the picture shows, for those who don't see it."
    )
    is_decorative = models.BooleanField(default=False, help_text="It says nothing that the text does not.")
    credit = LineField(max_length=200, blank=True)
    licence = LineField(max_length=200, blank=True)
    rights_until = models.DateField(null=True, blank=True, help_text="The last day on which it may be shown.")
    focus_x = models.FloatField(default=0.5, validators=[MinValueValidator(0), MaxValueValidator(1)])
    focus_y = models.FloatField(default=0.5, validators=[MinValueValidator(0), MaxValueValidator(1)])
    added_at = models.DateTimeField(default=clock.now, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    objects = ImageQuerySet.as_manager()

    class Meta:
        ordering = ["-added_at", "key"]

    def __str__(self):
        return self.alt or self.key

    @property
    def has_alt(self) -> bool:
        return bool(self.alt) or self.is_decorative

    @property
    def may_be_shown(self) -> bool:
        return not self.rights_until or self.rights_until >= clock.today()

    @property
    def renditions(self):
        from images.renditions import renditions_of

        return renditions_of(self)
