"""What is asked at the door, and on the page of one's own second factor."""

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm, AdminPasswordChangeForm
from django.core.exceptions import ValidationError

from newsroom.door import lockout, second_factor
from newsroom.door.addresses import address_of

# One sentence for an unknown name, a closed account, a wrong password and a wrong code: which of them it
# was is nobody's business who can't come in.
WRONG = (
    "These don't go together, or the account is not one for the desk. Capitals count. If you have set up a"
    " second factor, its code is needed as well, and each code works once: wait for the next one."
)
FEW = 3


class CodeInput(forms.PasswordInput):
    """It can be read while it is typed, and is not in the page that comes back: it may be used up by then."""

    input_type = "text"


def _code_field(**options):
    typed = {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
    return forms.CharField(max_length=40, widget=CodeInput(attrs=typed), **options)


class LoginForm(AdminAuthenticationForm):
    """Name, password and code at once: a wrong code is not told from a wrong password."""

    error_messages = AdminAuthenticationForm.error_messages | {"invalid_login": WRONG}
    code = _code_field(
        required=False,
        label="Code",
        help_text="From your authenticator app, or a recovery code. Empty, if you have set up neither.",
    )

    def clean(self):
        """Raises Locked, which the page answers."""
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not name or not password or "code" not in self.cleaned_data:
            return self.cleaned_data
        address = address_of(self.request)
        try:
            with lockout.attempt(name, address):
                return self._cleaned()
        except ValidationError as error:
            left = lockout.left(name, address)
            if left > FEW:
                raise
            times = "one more time" if left == 1 else f"{left} more times"
            raise ValidationError([error, f"You can try {times}; then this name is locked here."]) from None

    def _cleaned(self):
        cleaned = super().clean()
        if not second_factor.accepts(self.user_cache, self.cleaned_data["code"]):
            raise self.get_invalid_login_error()
        return cleaned


class ProofForm(forms.Form):
    """Password and code: it is the account's own person. A failure counts as one at the door."""

    password = forms.CharField(
        label="Your password",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    code = _code_field(label="Code", help_text="From your authenticator app, or a recovery code.")

    def __init__(self, *args, request, **kwargs):
        self.request = request
        super().__init__(*args, **kwargs)

    def clean(self):
        if self.errors:
            return
        with lockout.attempt(self.request.user.get_username(), address_of(self.request)):
            if not (self._has_password() and self.is_proof(self.cleaned_data["code"])):
                raise ValidationError("Password and code don't both fit: nothing has been changed.")

    def _has_password(self) -> bool:
        return self.request.user.check_password(self.cleaned_data["password"])

    def is_proof(self, code: str) -> bool:
        return second_factor.accepts(self.request.user, code)


class SetUpForm(ProofForm):
    """The code is of the key that the page offers: it has arrived in the app."""

    offer = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = "The six digits that the app shows now."

    def is_proof(self, code: str) -> bool:
        return second_factor.is_of_offer(self.request.user, self.data.get("offer", ""), code)


class PasswordForm(AdminPasswordChangeForm):
    """A wrong old password counts as a failure at the door: somebody may be guessing at a browser left alone."""

    def __init__(self, *args, address, **kwargs):
        self.address = address
        super().__init__(*args, **kwargs)

    def clean_old_password(self):
        with lockout.attempt(self.user.get_username(), self.address):
            return super().clean_old_password()
