"""Accounts and their roles on the desk: a managing editor's. Roles themselves are made by a migration."""

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from newsroom.audit_log import LogAdmin
from newsroom.door import lockout, second_factor, sessions
from newsroom.door.verbs import ResetSecondFactor, Unlock
from newsroom.lib.desk import DeskAdmin
from newsroom.lib.timeline import said
from newsroom.roles import ROLES

admin.site.unregister([User, Group])
admin.site.unregister([TOTPDevice, StaticDevice])  # their pages show keys and codes
admin.site.register(LogEntry, LogAdmin)


@admin.register(User)
class AccountAdmin(DeskAdmin, UserAdmin):
    """Nobody gives more than a role, and only a superuser changes a superuser."""

    verbs = (Unlock, ResetSecondFactor)
    list_display = [
        "username",
        "first_name",
        "last_name",
        "roles",
        "is_active",
        "has_second_factor",
        "last_login",
    ]
    list_filter = ["is_active", "groups"]
    unversioned = ("last_login",)
    filter_horizontal = ()
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Who it is", {"fields": ["first_name", "last_name", "email"]}),
        ("What they may", {"fields": ["is_active", "is_staff", "groups"]}),
        ("At the door", {"fields": ["has_second_factor", "locked_out"]}),
        ("Since", {"fields": ["last_login", "date_joined"]}),
    ]
    readonly_fields = ["has_second_factor", "locked_out", "last_login", "date_joined"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).prefetch_related("groups")
        return rows.annotate(has_second_factor=second_factor.having())

    @admin.display(description="Roles")
    def roles(self, user):
        return ", ".join(group.name for group in user.groups.all())

    @admin.display(description="Second factor", boolean=True)
    def has_second_factor(self, user):
        return user.has_second_factor

    @admin.display(description="Locked out")
    def locked_out(self, user):
        locks = lockout.locks(user.username).items()
        return ", ".join(f"from {place} until {said(until)}" for place, until in locks) or "No"

    def save_model(self, request, obj, form, change):
        """Whoever is no longer let in is out at once, in every browser."""
        super().save_model(request, obj, form, change)
        if change and not (obj.is_active and obj.is_staff):
            sessions.end_all(obj)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            kwargs["queryset"] = Group.objects.filter(name__in=ROLES)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_change_permission(self, request, obj=None):
        above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not above

    def has_delete_permission(self, request, obj=None):
        """History names who did what: an account is closed, by making it inactive."""
        return False
