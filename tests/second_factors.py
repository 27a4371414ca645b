"""What somebody's phone does: it keeps a key, and shows the code of each half minute."""

import base64
import re
import time

from django.contrib.auth.models import User
from django_otp.oath import hotp
from django_otp.plugins.otp_totp.models import TOTPDevice

from newsroom.door import second_factor

PAGE = "/admin/second-factor/"


class Phone:
    """`Phone(key).code()` is what the app shows; `code(1)` what it will show next."""

    def __init__(self, key: bytes):
        self.key = key

    @classmethod
    def typed_in(cls, words: str):
        """The key as the page shows it to be typed."""
        letters = "".join(words.split())
        return cls(base64.b32decode(letters + "=" * (-len(letters) % 8)))

    def code(self, later: int = 0) -> str:
        return f"{hotp(self.key, int(time.time()) // 30 + later):06d}"


def phone_of(user: User) -> Phone:
    return Phone(bytes.fromhex(TOTPDevice.objects.get(user=user).key))


def set_up(user: User) -> tuple[Phone, list[str]]:
    """The phone, and the recovery codes. The code of this half minute is used up."""
    offer = second_factor.offer(user)
    phone = Phone(bytes.fromhex(offer.key))
    return phone, second_factor.set_up(user, offer.signed, phone.code())


def offered(page) -> tuple[str, Phone]:
    """What the page offers: signed, as the form sends it back, and as a phone takes it in."""
    html = page.content.decode()
    return re.search(r'name="offer" value="([^"]+)"', html)[1], Phone.typed_in(
        re.search(r'class="key">([^<]+)', html)[1]
    )
