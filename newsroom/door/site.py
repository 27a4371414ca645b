"""The part of the desk's site that asks who somebody is."""

from functools import partial

from django.contrib import admin
from django.contrib.auth.views import PasswordChangeView
from django.urls import path, reverse

from newsroom.door import entries, second_factor, sessions, views
from newsroom.door.addresses import address_of
from newsroom.door.forms import LoginForm, PasswordForm
from newsroom.door.lockout import Locked


class GuardedSite(admin.AdminSite):
    """Login, password and second factor; each answers a lock with the page that says until when."""

    login_form = LoginForm

    def get_urls(self):
        own = self.admin_view(self.second_factor)
        return [path("second-factor/", own, name="second_factor"), *super().get_urls()]

    def login(self, request, extra_context=None):
        is_try = request.method == "POST"
        try:
            response = super().login(request, extra_context)
        except Locked as locked:
            entries.refused(request, "A log-in was refused: locked")
            return views.locked_out(request, self, locked.until)
        if is_try and request.user.is_authenticated and response.status_code == 302:
            sessions.begin(request, second_factor=second_factor.is_set_up(request.user))
            entries.write(request.user, request, "Logged in")
        elif is_try:
            entries.refused(request, "A log-in was refused")
        return response

    def logout(self, request, extra_context=None):
        """Only a button does it: a GET is refused, and writes nothing."""
        if request.method == "POST" and request.user.is_authenticated:
            entries.write(request.user, request, "Logged out")
        return super().logout(request, extra_context)

    def password_change(self, request, extra_context=None):
        view = PasswordChangeView.as_view(
            form_class=partial(PasswordForm, address=address_of(request)),
            success_url=reverse("admin:password_change_done", current_app=self.name),
            extra_context={**self.each_context(request), **(extra_context or {})},
        )
        request.current_app = self.name
        try:
            return view(request)
        except Locked as locked:
            return views.locked_out(request, self, locked.until)

    def second_factor(self, request):
        return views.second_factor_page(request, self)
