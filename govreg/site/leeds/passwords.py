"""Which password does a demonstration account have on this machine?

It follows from this installation's secret key, so it stands in no file and differs everywhere.
"""

import base64
import hashlib
import hmac

from django.conf import settings


def password_for(email: str) -> str:
    """Return the password of a demonstration account: four groups of four letters and figures."""
    mac = hmac.new(settings.SECRET_KEY.encode(), f"demonstration {email}".encode(), hashlib.sha256)
    letters = base64.b32encode(mac.digest()).decode("ascii").lower()
    return "-".join(letters[i : i + 4] for i in range(0, 16, 4))
