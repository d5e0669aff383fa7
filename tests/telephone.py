"""What does the app on a person's telephone show?

Made from RFC 6238 with the standard library alone, so that it cannot be wrong as the register is.
"""

import base64
import hashlib
import hmac
import struct
import time
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Telephone:
    """An app that holds a secret, in the letters it was typed in.

    Its clock stands at the moment it was given the secret, so that a story that goes on past a half
    minute still means the same code; the register takes one step of drift.
    """

    secret: str
    step: int = field(default_factory=lambda: int(time.time()) // 30)

    def code(self, later: int = 0) -> str:
        """Return the six digits of this half minute, or of one some steps later."""
        return self.code_at(self.step + later)

    def code_at(self, step: int) -> str:
        letters = self.secret.replace(" ", "").upper()
        key = base64.b32decode(letters + "=" * (-len(letters) % 8))
        digest = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
        start = digest[-1] & 15
        number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
        return f"{number % 1_000_000:06}"
