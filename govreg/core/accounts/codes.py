"""What is a second factor's secret, which code belongs to a moment, and what is a recovery code?

Time-based codes as in RFC 6238: six digits, thirty seconds, SHA-1, which every app knows.
"""

import base64
import hashlib
import secrets
from datetime import datetime

import pyotp
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

SECONDS = 30
DIGITS = 6
#: A telephone's clock may be one step before or behind ours.
DRIFT = (-1, 0, 1)
RECOVERY_CODES = 10
#: Neither letters nor digits that are taken for one another.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def new_secret() -> str:
    """Return a fresh secret of 160 bits, in the letters that an app takes."""
    return pyotp.random_base32()


def address_for_app(*, secret: str, name: str, issuer: str) -> str:
    """Return the otpauth:// address that the QR code holds."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=issuer)


def matching_step(*, secret: str, code: str, at: datetime) -> int | None:
    """Return the number of the half minute whose code this is, near a moment, or None."""
    present = int(at.timestamp()) // SECONDS
    totp = pyotp.TOTP(secret, digits=DIGITS, interval=SECONDS)
    found = [
        present + drift
        for drift in DRIFT
        if constant_time_compare(totp.generate_otp(present + drift), code)
    ]
    return found[0] if found else None


def new_recovery_codes() -> list[str]:
    """Return ten codes of 59 bits each, grouped to be copied by hand."""
    return ["-".join(_letters(4) for _group in range(3)) for _code in range(RECOVERY_CODES)]


def _letters(count: int) -> str:
    return "".join(secrets.choice(LETTERS) for _letter in range(count))


def recovery_digest(code: str) -> str:
    """Return what is kept of a recovery code: a hash that cannot be made without our key.

    The codes are random and long, so no slow hash is needed against guessing.
    """
    return possible_digests(code)[0]


def possible_digests(code: str) -> list[str]:
    """Return what may have been kept of a code: with the present key, and with earlier ones."""
    plain = "".join(letter for letter in code.lower() if letter in LETTERS)
    return [
        salted_hmac("govreg.recovery-code", plain, secret=key, algorithm="sha256").hexdigest()
        for key in _keys()
    ]


def seal(secret: str) -> str:
    """Return a secret encrypted with the register's key, as it is kept."""
    return _box().encrypt(secret.encode()).decode()


def unseal(kept: str) -> str:
    """Return a secret as the app has it; "" where the register's key was changed since."""
    try:
        return _box().decrypt(kept.encode()).decode()
    except InvalidToken:
        return ""


def _box() -> MultiFernet:
    return MultiFernet([Fernet(_derived(key)) for key in _keys()])


def _keys() -> list[str]:
    return [str(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


def _derived(key: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(f"govreg.second-factor {key}".encode()).digest())
