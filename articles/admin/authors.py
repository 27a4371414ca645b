"""Bylines on the desk."""

from django import forms
from django.contrib import admin

from articles.models import Author
from newsroom.lib.desk import DeskAdmin
from newsroom.lib.text import slug_of


class AuthorForm(forms.ModelForm):
    slug = forms.SlugField(
        label="Address",
        required=False,
        max_length=100,
        help_text="Made from the name where you leave it empty; it stays once the byline has it.",
    )

    class Meta:
        model = Author
        fields = ["name", "slug", "bio", "image", "account"]

    def clean_slug(self):
        slug = self.cleaned_data["slug"] or slug_of(self.cleaned_data.get("name") or "")
        if slug == "item":
            raise forms.ValidationError(
                "No address can be made of this name, which has no Latin letters: write one."
            )
        return slug


@admin.register(Author)
class AuthorAdmin(DeskAdmin):
    form = AuthorForm
    autocomplete_fields = ["image"]
    list_display = ["name", "slug", "account"]
    list_select_related = ["account"]
    search_fields = ["name", "slug"]

    def get_readonly_fields(self, request, obj=None):
        """Their page has this address, and no other leads there. Who writes under it, accounts' keepers say."""
        fixed = ["slug"] if obj else []
        return fixed if request.user.has_perm("auth.change_user") else [*fixed, "account"]
