"""The story's form."""

from django import forms
from django.core.exceptions import ValidationError

from articles.admin.body import BodyWidget
from articles.models import Article
from newsroom.lib.moments import MomentField
from newsroom.lib.text import slug_of

LONGEST_BODY = 1_000_000  # characters, marks included; 10,000 words have 60,000


class ArticleForm(forms.ModelForm):
    slug = forms.SlugField(
        label="Address",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"class": "wide"}),
        help_text="The last part of the story’s web address; made from the headline where you leave it empty.",
    )
    embargo_until = MomentField(
        label="Embargo until", required=False, help_text="The story can’t go live before this hour."
    )

    class Meta:
        model = Article
        fields = [
            *("headline", "standfirst", "body", "shows", "seasons", "people", "lead_claims", "disclaimers"),
            *("kicker", "slug", "description", "image", "is_lead", "embargo_until"),
        ]
        widgets = {
            "headline": forms.TextInput(attrs={"class": "wide"}),
            "standfirst": forms.Textarea(attrs={"rows": 3, "class": "wide"}),
            "kicker": forms.TextInput(attrs={"class": "wide"}),
            "body": BodyWidget(attrs={"rows": 20, "class": "wide"}),
            "description": forms.Textarea(attrs={"rows": 2, "class": "wide"}),
        }

    def clean_body(self):
        body = self.cleaned_data["body"]
        if len(body) > LONGEST_BODY:
            raise ValidationError(
                f"{len(body):,} characters are more than a story can be ({LONGEST_BODY:,}): cut it, or make several"
                " stories of it. All of it is still in the form."
            )
        return body

    def clean_slug(self):
        typed, headline = self.cleaned_data["slug"], self.cleaned_data.get("headline") or ""
        made = slug_of(headline, longest=90)
        if typed and typed != made:
            return self._free(typed)
        if made == "item" and (not typed or not headline.lower().startswith("item")):
            raise ValidationError(
                "No address can be made of this headline, which has no Latin letters:"
                " write one here, such as season-2-release-date."
            )
        return self._numbered(made)

    def _free(self, slug):
        if self._taken().filter(slug=slug).exists():
            raise ValidationError("Another story has this address: choose another.")
        return slug

    def _numbered(self, slug):
        """The headline's own address, or the first one behind it that is free."""
        taken = set(self._taken().filter(slug__startswith=slug).values_list("slug", flat=True))
        numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
        return slug if slug not in taken else next(one for one in numbered if one not in taken)

    def _taken(self):
        return Article.objects.exclude(pk=self.instance.pk)
