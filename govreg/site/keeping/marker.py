"""Was a restore begun here and not finished, and of which archive?"""

from govreg.core.files.place import place
from govreg.core.refusals import Refusal, Refused

MARKER = "RESTORE-UNFINISHED.txt"
BEGUN = f"{MARKER}.partial"
TEXT = """A restore was begun here and was interrupted. The register must not be used yet.

Run `manage.py restore` again with the same archive: it goes on where it stopped.
To begin with another archive, empty this file store and the database first.

Archive: {name}
SHA-256: {digest}
"""


class Unfinished:
    """The marker in the file store, there from a restore's first step until after its last."""

    def is_there(self) -> bool:
        """Say whether a restore was begun and not finished."""
        return place.exists(MARKER)

    def refuse_another(self, digest: str) -> None:
        """Refuse any archive but the one that was begun with.

        Raises Refused.
        """
        with place.open(MARKER) as stream:
            begun_with = stream.read().decode(errors="replace")
        if digest not in begun_with:
            raise Refused(
                Refusal(
                    "other-archive",
                    f"A restore of another archive was interrupted here; {MARKER} in the file "
                    f"store {place.described} says of which. Finish that one, or empty the file "
                    "store and the database first.",
                )
            )

    def put(self, *, name: str, digest: str) -> None:
        """Say that a restore begins, in whole sentences or not at all."""
        place.discard(MARKER)
        place.put(MARKER, [TEXT.format(name=name, digest=digest).encode()])

    def take_away(self) -> None:
        """Say that it is finished."""
        place.delete(MARKER)
