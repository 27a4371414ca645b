"""Bylines."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from images.models import Image
from newsroom.lib.fields import LineField, ProseField


class Author(models.Model):
    slug = models.SlugField(max_length=100, unique=True)
    name = LineField(max_length=200)
    bio = ProseField(blank=True)
    image = models.ForeignKey(Image, models.PROTECT, null=True, blank=True, related_name="+")
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="author"
    )

    class Meta:
        ordering = ["name", "slug"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("author_detail", args=[self.slug])
