"""What keeps a digest from giving away the text that was removed from under it?

Each history row has a random salt, and each of its texts one derived from that. When a text is
removed, the row's salt is replaced by the derived ones of the texts that stay: the removed one's
is gone, and it cannot be derived again.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable


def new_salt() -> str:
    """Return a fresh salt of a row: 32 hexadecimal digits."""
    return secrets.token_hex(16)


def salt_of(salt: str, column: str) -> str:
    """Return the salt of one text of a row; "" where it was destroyed."""
    if salt.startswith("{"):
        return str(json.loads(salt).get(column, ""))
    return hashlib.sha256(f"{salt}:{column}".encode()).hexdigest()


def without(salt: str, *, columns: Iterable[str], removed: Iterable[str]) -> str:
    """Return what a row keeps of its salt when texts are removed: one salt for each that stays."""
    gone = set(removed)
    kept = {column: salt_of(salt, column) for column in sorted(columns) if column not in gone}
    return json.dumps({column: one for column, one in kept.items() if one})
