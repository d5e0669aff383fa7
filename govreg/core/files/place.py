"""What does the register ask of the place where its files lie, be it a folder or a bucket?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol, cast

from django.core.files.storage import default_storage


@dataclass(frozen=True, slots=True)
class Lying:
    """A file that lies in the place: where, its size in bytes, and when (seconds since 1970)."""

    path: str
    size: int
    written_at: float


class Place(Protocol):
    """Django's storage, and what it does not promise: a file is there whole or not at all.

    Whatever the place refuses, or not answering at all, is an OSError.
    """

    #: Where files lie, for a person: a folder's name, or a bucket's.
    described: str
    #: What to name instead, in which setting, to have an empty one.
    wanted: str
    #: The folder on this machine, if it is one.
    folder: Path | None

    def open(self, name: str, mode: str = "rb") -> IO[bytes]:
        """Open a file to be read. Raises FileNotFoundError where there is none."""

    def exists(self, name: str) -> bool:
        """Say whether a file is there."""

    def delete(self, name: str) -> None:
        """Take a file away; none being there is no error."""

    def put(self, path: str, chunks: Iterable[bytes]) -> None:
        """Write a file whole or not at all, and so that it outlasts a power cut."""

    def discard(self, path: str) -> None:
        """Take away what was written to a path, whole or in part."""

    def everything(self) -> Iterator[Lying]:
        """Give all that lies here, unfinished files too."""

    def room(self) -> int | None:
        """Return how many bytes are free; None where nobody can say."""


place = cast(Place, default_storage)
