"""Was a restore begun here and not finished, and of which archive?"""

import os
from pathlib import Path

from govreg.core.refusals import Refusal, Refused

MARKER = "RESTORE-UNFINISHED.txt"
BEGUN = f"{MARKER}.partial"
TEXT = """A restore was begun here and was interrupted. The register must not be used yet.

Run `manage.py restore` again with the same archive: it goes on where it stopped.
To begin with another archive, empty this folder and the database first.

Archive: {name}
SHA-256: {digest}
"""


class Unfinished:
    """The marker in the file store, there from a restore's first step until after its last."""

    def __init__(self, store: Path) -> None:
        self.path = store / MARKER

    def is_there(self) -> bool:
        """Say whether a restore was begun and not finished."""
        return self.path.exists()

    def refuse_another(self, digest: str) -> None:
        """Refuse any archive but the one that was begun with.

        Raises Refused.
        """
        if digest not in self.path.read_text(encoding="utf-8", errors="replace"):
            raise Refused(
                Refusal(
                    "other-archive",
                    f"A restore of another archive was interrupted here; {self.path} says of "
                    "which. Finish that one, or empty the file store and the database first.",
                )
            )

    def put(self, *, name: str, digest: str) -> None:
        """Say that a restore begins, in whole sentences or not at all."""
        begun = self.path.with_name(BEGUN)
        with begun.open("w", encoding="utf-8") as stream:
            stream.write(TEXT.format(name=name, digest=digest))
            stream.flush()
            os.fsync(stream.fileno())
        begun.rename(self.path)

    def take_away(self) -> None:
        """Say that it is finished."""
        self.path.unlink()
