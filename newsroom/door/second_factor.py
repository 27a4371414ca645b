"""The second factor: a code from an authenticator app, or one of the recovery codes written down with it.

Key, step, drift and replay are django-otp's. A key that is only on offer lives in the page, signed, and is
written down when a code of it has come back: looking at the page changes nothing.
"""

import hashlib
import logging
import secrets
from base64 import b32encode
from binascii import unhexlify
from typing import NamedTuple

import qrcode
from django.contrib.auth.models import User
from django.core import signing
from django.db import transaction
from django.db.models import Exists, OuterRef
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice, default_key

OFFERED_FOR = 60 * 60  # seconds that a page with a key stays good
RECOVERY_CODES = 10
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is read as another
SALT = "newsroom.door.second_factor"
log = logging.getLogger("newsroom.door")


class Offer(NamedTuple):
    """A key to take into the app: by its picture, or by typing."""

    key: str  # hexadecimal
    signed: str
    url: str

    @property
    def typed(self) -> str:
        """The key as people type it: sixteen or more letters, in fours."""
        letters = b32encode(unhexlify(self.key)).decode().rstrip("=")
        return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))

    @property
    def picture(self) -> dict:
        """The modules of a QR code as one path of an SVG, and its width in modules."""
        code = qrcode.QRCode(border=4)
        code.add_data(self.url)
        rows = code.get_matrix()
        dark = [(x, y) for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark]
        return {"width": len(rows), "path": "".join(f"M{x} {y}h1v1h-1z" for x, y in dark)}


def offer(user: User, signed: str = "") -> Offer:
    """A key for this person: the one that a page has shown them already, or a new one."""
    key = _offered(user, signed) or default_key()
    device = TOTPDevice(user=user, key=key)
    return Offer(key, signing.dumps([user.pk, key], salt=SALT), device.config_url)


def _offered(user: User, signed: str) -> str:
    try:
        pk, key = signing.loads(signed, salt=SALT, max_age=OFFERED_FOR)
    except (signing.BadSignature, ValueError):
        return ""
    return key if pk == user.pk else ""


def is_set_up(user: User) -> bool:
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def having():
    """Of a queryset of accounts: whether each has one."""
    return Exists(TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True))


def codes_left(user: User) -> int:
    return sum(device.token_set.count() for device in StaticDevice.objects.filter(user=user))


def is_of_offer(user: User, signed: str, code: str) -> bool:
    """Whether the code is of the key that this person's page has shown."""
    return _step(_offered(user, signed), _plain(code)) is not None


def set_up(user: User, signed: str, code: str) -> list[str]:
    """Write the key down, the code used up; gives the recovery codes."""
    key = _offered(user, signed)
    with transaction.atomic():
        take_off(user)
        step = _step(key, _plain(code))
        TOTPDevice.objects.create(user=user, key=key, name="authenticator app", last_t=step)
        return new_recovery_codes(user)


def _step(key: str, code: str) -> int | None:
    """The half minute that the code is of, if it is this one, the one before or the next."""
    if not key or not _is_of_the_app(code):
        return None
    totp = TOTP(unhexlify(key))
    return totp.t() if totp.verify(int(code), tolerance=1) else None


def new_recovery_codes(user: User) -> list[str]:
    """Ten codes, each good once, in place of those before. They are told now and kept as digests."""
    codes = ["-".join(_word(4) for _ in range(4)) for _ in range(RECOVERY_CODES)]
    with transaction.atomic():
        StaticDevice.objects.filter(user=user).delete()
        device = StaticDevice.objects.create(user=user, name="recovery codes")
        device.token_set.bulk_create(device.token_set.model(device=device, token=_digest(c)) for c in codes)
    return codes


def take_off(user: User) -> None:
    for model in (TOTPDevice, StaticDevice):
        model.objects.filter(user=user).delete()


@transaction.atomic
def accepts(user: User, code: str) -> bool:
    """Whether the code is right, now, for the first time. Who has set up nothing needs none."""
    device = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=True).first()
    if device is None:
        return True
    code = _plain(code)
    if _is_of_the_app(code):
        return device.verify_token(code)
    codes = StaticDevice.objects.select_for_update().filter(user=user).first()
    if not code or codes is None or not codes.verify_token(_digest(code)):
        return False
    log.info("recovery code used, %d left: account %r", codes.token_set.count(), user.get_username())
    return True


def _plain(code: str) -> str:
    """As it is compared: apps write 123 456, and our recovery codes have hyphens."""
    return "".join(code.split()).replace("-", "").casefold()


def _is_of_the_app(code: str) -> bool:
    return len(code) == 6 and code.isascii() and code.isdecimal()


def _word(letters: int) -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(letters))


def _digest(code: str) -> str:
    """As much of a digest as django-otp has room for; of 79 bits of chance none is found by trying."""
    return hashlib.sha256(_plain(code).encode()).hexdigest()[:16]
