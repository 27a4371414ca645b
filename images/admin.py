"""Pictures on the desk: taken in by their pixels alone, with words, rights and a focal point."""

from django import forms
from django.contrib import admin
from django.core.files.storage import default_storage
from django.db.models import Q
from django.http import FileResponse, Http404
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join

from images import intake
from images.models import Image
from newsroom.lib import clock
from newsroom.lib.desk import DeskAdmin
from newsroom.lib.html import BodyField
from newsroom.lib.refusals import Refused

MOST_USES = 50  # shown of one picture
FOCUS = {"min": 0, "max": 1, "step": 0.01}


class ImageForm(forms.ModelForm):
    upload = forms.FileField(
        label="Picture",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/gif,image/avif"}),
        help_text="JPEG, PNG, WebP, GIF or AVIF, at most 15 MB and 50 million pixels. Only its pixels are kept:"
        " nothing that says where, when or with what it was taken.",
    )

    class Meta:
        model = Image
        fields = ["alt", "is_decorative", "credit", "licence", "rights_until", "focus_x", "focus_y"]
        labels = {"alt": "Alt text", "focus_x": "Focus from the left", "focus_y": "Focus from the top"}
        widgets = {"focus_x": forms.NumberInput(attrs=FOCUS), "focus_y": forms.NumberInput(attrs=FOCUS)}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["upload"]  # another picture is another row

    def clean_upload(self):
        upload = self.cleaned_data["upload"]
        if upload.size > intake.MOST_BYTES:
            raise forms.ValidationError(
                "The picture is larger than 15 MB: save it smaller and upload it again."
            )
        return upload

    def clean(self):
        given = super().clean()
        if not given.get("alt") and not given.get("is_decorative") and "alt" not in self.errors:
            self.add_error("alt", "Say what the picture shows, or tick below that it is decorative.")
        return given


class RightsFilter(admin.SimpleListFilter):
    title, parameter_name = "rights", "rights"

    def lookups(self, request, model_admin):
        return [("ended", "Ended"), ("stand", "Stand")]

    def queryset(self, request, queryset):
        if self.value() == "stand":
            return queryset.with_rights()
        return queryset.filter(rights_until__lt=clock.today()) if self.value() == "ended" else queryset


@admin.register(Image)
class ImageAdmin(DeskAdmin):
    form = ImageForm
    list_display = ["thumbnail", "told", "credit", "rights_until", "added_at"]
    list_display_links = ["told"]
    list_filter = [RightsFilter, "is_decorative"]
    search_fields = ["alt", "credit", "licence", "key"]
    readonly_fields = ["whole", "crops", "used"]

    class Media:
        js = [
            forms.Script("js/desk/focus.js", type="module"),
            forms.Script("js/desk/drop.js", type="module"),
        ]

    def get_fieldsets(self, request, obj=None):
        rights = ("Rights", {"fields": ["credit", "licence", "rights_until"]})
        words = [(None, {"fields": ["alt", "is_decorative"]}), rights]
        focus = {"fields": ["focus_x", "focus_y"], "description": "Every crop keeps this point in view."}
        if obj is None:
            return [(None, {"fields": ["upload"]}), *words, ("Focal point", focus)]
        focus["fields"] = ["whole", *focus["fields"], "crops"]
        return [*words, ("Focal point", focus), ("Where it is used", {"fields": ["used"]})]

    def has_delete_permission(self, request, obj=None):
        """Its files may stand in pages, feeds and caches: a picture without rights is not shown, and stays."""
        return False

    # Pixels are worked on before anything is locked, and files are written before their row.

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        try:
            request.laid_out = self._laid_out(request, object_id)
        except Refused as refused:
            request.laid_out, request.desk_faults = None, refused.messages
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        finally:
            if request.laid_out is not None:
                intake.clear_away(request.laid_out)

    def _laid_out(self, request, object_id) -> Image | None:
        row = self.get_object(request, object_id) if object_id else None
        may = self.has_change_permission(request, row) if object_id else self.has_add_permission(request)
        form = ImageForm(request.POST, request.FILES, instance=row or Image())
        if not may or (object_id and row is None) or not form.is_valid():
            return None
        if row is None:
            return intake.lay_out(form.instance, form.cleaned_data["upload"].read())
        if {"focus_x", "focus_y"} & set(form.changed_data):
            intake.recrop(row)
        return None

    def save_model(self, request, obj, form, change):
        if not change:
            laid = request.laid_out
            obj.file.name, obj.digest, obj.width, obj.height = (
                laid.file.name,
                laid.digest,
                laid.width,
                laid.height,
            )
            obj.added_by = request.user
        super().save_model(request, obj, form, change)

    # What is shown

    def get_urls(self):
        whole = self.admin_site.admin_view(self.whole_view, cacheable=False)
        crop = self.admin_site.admin_view(self.crop_view, cacheable=False)
        return [
            path("<int:object_id>/whole/", whole, name="images_image_whole"),
            path("<int:object_id>/crop/", crop, name="images_image_crop"),
            *super().get_urls(),
        ]

    def whole_view(self, request, object_id):
        """The picture as kept, uncropped: the desk's alone."""
        return self._file(request, object_id, lambda image: image.file.name)

    def crop_view(self, request, object_id):
        """The small crop of a picture whose rights have ended: readers are no longer given any."""
        return self._file(request, object_id, lambda image: image.renditions["webp"][0].name)

    def _file(self, request, object_id, named):
        image = self.get_object(request, str(object_id))
        if image is None or not self.has_view_permission(request, image):
            raise Http404
        if not default_storage.exists(named(image)):
            raise Http404
        response = FileResponse(default_storage.open(named(image)), content_type="image/webp")
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        response["X-Content-Type-Options"] = "nosniff"
        return response

    def crops_of(self, image):
        """Address, width and height, smallest first; one alone where readers are given none."""
        sizes = [(one.url, one.width, one.height) for one in image.renditions["webp"]]
        if image.may_be_shown:
            return sizes
        return [(reverse("admin:images_image_crop", args=[image.pk]), *sizes[0][1:])]

    @admin.display(description="Picture")
    def thumbnail(self, image):
        small, *_ = self.crops_of(image)
        return format_html('<img src="{}" alt="" width="120" height="68" loading="lazy">', small[0])

    @admin.display(description="What it shows", ordering="alt")
    def told(self, image):
        return image.alt or ("Decorative" if image.is_decorative else image.key)

    @admin.display(description="Whole")
    def whole(self, image):
        return format_html(
            '<img src="{}" alt="The whole picture: click the point to keep in view" class="focus-picker"'
            ' width="{}" height="{}" data-x="id_focus_x" data-y="id_focus_y">',
            reverse("admin:images_image_whole", args=[image.pk]), image.width, image.height,
        )  # fmt: skip

    @admin.display(description="Crops, as saved")
    def crops(self, image):
        crop = '<img src="{}" alt="" width="{}" height="{}" class="crop">'
        return format_html_join("", crop, self.crops_of(image))

    @admin.display(description="Used in")
    def used(self, image):
        uses = self.uses(image)
        return (
            format_html_join("", '<p><a href="{}">{}</a></p>', uses) if uses else "Nothing that you may see."
        )

    def uses(self, image):
        """Address and name of what shows it, as far as this person may see that."""
        found = []
        for relation in Image._meta.get_fields(include_hidden=True):
            if relation.auto_created and not relation.concrete:
                model_admin = self.admin_site._registry.get(relation.related_model)
                found += self._uses_by(model_admin, relation, image) if model_admin else []
        return found[:MOST_USES]

    def _uses_by(self, model_admin, relation, image):
        opts, request = model_admin.opts, image.asked_by
        if not model_admin.has_view_or_change_permission(request):
            return []
        is_used = Q(**{relation.field.name: image})
        for text in (field for field in opts.fields if isinstance(field, BodyField)):
            is_used |= Q(**{f"{text.name}__contains": f'data-picture="{image.key}"'})
        rows = model_admin.get_queryset(request).filter(is_used)[:MOST_USES]
        name = f"admin:{opts.app_label}_{opts.model_name}_change"
        return [(reverse(name, args=[row.pk]), f"{opts.verbose_name}: {row}") for row in rows]

    def get_object(self, request, object_id, from_field=None):
        image = super().get_object(request, object_id, from_field)
        if image is not None:
            image.asked_by = request  # `used` shows each person what they may see
        return image
