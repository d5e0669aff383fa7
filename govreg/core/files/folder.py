"""How are files kept in a folder of this machine, so that none is ever there in part?"""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from django.core.files.storage import FileSystemStorage

from .place import Lying


class FolderStorage(FileSystemStorage):
    """A folder: written under a temporary name, flushed to the disk, then renamed."""

    wanted = "an empty folder in FILES_DIR"

    @property
    def described(self) -> str:
        """The folder's name."""
        return str(self.location)

    @property
    def folder(self) -> Path:
        """The folder itself."""
        return Path(self.location)

    def put(self, path: str, chunks: Iterable[bytes]) -> None:
        """Write a file whole or not at all. Raises OSError where the disk refuses."""
        target, partial = Path(self.path(path)), Path(self.path(_partial(path)))
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with partial.open("xb") as stream:
                for chunk in chunks:
                    stream.write(chunk)
                stream.flush()
                os.fsync(stream.fileno())
            partial.rename(target)
            _flush_folder(target.parent)
        except BaseException:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
            raise

    def discard(self, path: str) -> None:
        """Take away what was written to a path, whole or in part."""
        for left in (path, _partial(path)):
            self.delete(left)

    def everything(self) -> Iterator[Lying]:
        """Give every file and link below the folder."""
        for path in self.folder.rglob("*"):
            try:
                if path.is_file() or path.is_symlink():
                    state = path.lstat()
                    name = path.relative_to(self.folder).as_posix()
                    yield Lying(name, state.st_size, state.st_mtime)
            except FileNotFoundError:  # an upload was finished, or taken back, meanwhile
                continue

    def room(self) -> int:
        """Return how many bytes are free on the folder's disk."""
        there = next(each for each in (self.folder, *self.folder.parents) if each.exists())
        return shutil.disk_usage(there).free


def _partial(path: str) -> str:
    return f"{path}.partial"


def _flush_folder(folder: Path) -> None:
    """Flush the folder's entry too: a renamed file is safe from a power cut only then."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
