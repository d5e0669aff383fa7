"""How is an archive written whole or not at all, and read without trusting it?

It is a ZIP file that any tool opens. Its comment, at the very end, is the SHA-256 of everything
before it, so that one changed or missing byte anywhere is found before anything else is read.
"""

import hashlib
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from .manifest import DIGEST, Manifest, Part, from_json, not_a_backup

MANIFEST = "manifest.json"
LARGEST_MANIFEST = 256 * 1024 * 1024
CHUNK = 1024 * 1024
SEAL = 64  # hexadecimal figures
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,  # encrypted
    ValueError,
    KeyError,
)


class ArchiveWriter:
    """Takes the parts of an archive one by one; nothing is held in memory."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.parts: list[Part] = []

    def add(self, name: str, source: IO[bytes], *, compress: bool = False) -> Part:
        """Add an opened file under a name, and close it; return it with its size and digest.

        Raises OSError where it cannot be read or the archive cannot be written.
        """
        running, size = hashlib.sha256(), 0
        with source as stream, self._part(name, compress) as target:
            while chunk := stream.read(CHUNK):
                running.update(chunk)
                size += len(chunk)
                target.write(chunk)
        part = Part(name, size, running.hexdigest())
        self.parts.append(part)
        return part

    def finish(self, manifest: Manifest) -> None:
        """Write the manifest."""
        with self._part(MANIFEST, True) as target:
            target.write(manifest.to_json())

    def _part(self, name: str, compress: bool) -> IO[bytes]:
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
        info.external_attr = (stat.S_IFREG | 0o600) << 16
        return self._archive.open(info, "w", force_zip64=True)


@contextmanager
def writing(path: Path, *, by_way_of: Path) -> Iterator[ArchiveWriter]:
    """Write an archive in a temporary folder of the same disk, seal, flush and rename it.

    Only its owner may read it. Where it fails nothing of it is at `path`.
    """
    partial = by_way_of / "archive"
    descriptor = os.open(partial, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w+b") as stream:
        with zipfile.ZipFile(stream, "w", allowZip64=True) as archive:
            archive.comment = b"0" * SEAL
            yield ArchiveWriter(archive)
        _seal(stream)
        os.fsync(stream.fileno())
    partial.rename(path)


def _seal(stream: IO[bytes]) -> None:
    digest = _digest_of(stream)
    stream.seek(-SEAL, os.SEEK_END)
    stream.write(digest.encode("ascii"))
    stream.flush()


def _digest_of(stream: IO[bytes]) -> str:
    """Return the SHA-256 of everything but the seal."""
    left = stream.seek(0, os.SEEK_END) - SEAL
    stream.seek(0)
    running = hashlib.sha256()
    while left > 0 and (chunk := stream.read(min(CHUNK, left))):
        running.update(chunk)
        left -= len(chunk)
    return running.hexdigest()


class ArchiveReader:
    """An archive whose seal, manifest and names were checked; `check` reads every part too."""

    def __init__(self, archive: zipfile.ZipFile, digest: str) -> None:
        self._archive = archive
        self.digest = digest
        self.manifest = self._manifest()
        self._check_members()

    def check(self) -> None:
        """Read every part once and hold it against the manifest.

        Raises Refused at the first that differs.
        """
        for part in self.manifest.parts:
            for _chunk in self.chunks(part):
                pass

    def chunks(self, part: Part) -> Iterator[bytes]:
        """Give a part's content bit by bit; never more than the manifest says.

        Raises Refused where it is not what the manifest says.
        """
        running, size = hashlib.sha256(), 0
        with self._archive.open(part.name) as stream:
            while chunk := _read(stream):
                running.update(chunk)
                size += len(chunk)
                if size > part.size:
                    break
                yield chunk
        if size != part.size or running.hexdigest() != part.sha256:
            raise not_a_backup(f"The part “{part.name}” is not what the manifest says.")

    def _manifest(self) -> Manifest:
        try:
            if self._archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
                raise not_a_backup("The archive’s manifest is too large.")
            return from_json(self._archive.read(MANIFEST))
        except UNREADABLE:
            raise not_a_backup("The archive has no manifest that can be read.") from None

    def _check_members(self) -> None:
        """Hold the list of members against the manifest: no other, none twice, no link."""
        members = [info for info in self._archive.infolist() if info.filename != MANIFEST]
        said = {part.name: part.size for part in self.manifest.parts}
        found = {info.filename: info.file_size for info in members}
        if len(members) != len(found) or found != said:
            raise not_a_backup("The archive holds other parts than its manifest names.")
        if any(stat.S_IFMT(info.external_attr >> 16) != stat.S_IFREG for info in members):
            raise not_a_backup("The archive holds something that is no plain file.")


def _read(stream: Any) -> bytes:
    try:
        chunk: bytes = stream.read(CHUNK)
    except UNREADABLE:
        raise not_a_backup("The archive is damaged.") from None
    return chunk


@contextmanager
def reading(path: Path) -> Iterator[ArchiveReader]:
    """Open an archive, after its seal was checked.

    Raises Refused with a sentence where it is damaged or none of ours, OSError where the file
    cannot be read.
    """
    with path.open("rb") as stream:
        sealed = _sealed_digest(stream)
        if _digest_of(stream) != sealed:
            raise not_a_backup(
                f"“{path.name}” is damaged, cut short, or no backup of the register: its content "
                "does not match its seal."
            )
        try:
            archive = zipfile.ZipFile(stream)
        except UNREADABLE:
            raise not_a_backup(f"“{path.name}” cannot be read as an archive.") from None
        with archive:
            yield ArchiveReader(archive, sealed)


def _sealed_digest(stream: IO[bytes]) -> str:
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, size - SEAL))
    digest = stream.read(SEAL).decode("latin-1")
    return digest if DIGEST.fullmatch(digest) else ""
