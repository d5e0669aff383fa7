"""What does a Word or an OpenDocument file say?

Both are archives of XML. The parts are unpacked no further than a limit, and read as they stream
past: no tree is built, no entity is expanded, no declaration is followed.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

import defusedxml.sax
from defusedxml.common import DefusedXmlException

from .outcome import MOST_CHARACTERS, MOST_MEMBERS, MOST_UNPACKED, Reading, Unreadable

ENCRYPTED_MEMBER = 0x1
MANIFEST = "META-INF/manifest.xml"
#: Word keeps what is read in `t`; what was deleted, and instructions to fields, stand elsewhere.
WORD_TEXT = frozenset({"t"})
#: What was deleted in OpenDocument stays in the file, and is not what the document says.
ODT_SKIPPED = frozenset({"tracked-changes"})
#: These end a word; anything else within a paragraph does not.
BREAKS = frozenset({"p", "h", "tab", "br", "s", "line-break", "tc", "table-cell"})


class _Enough(Exception):
    """As much text was found as is kept."""


class _Text(ContentHandler):
    """Collects text as it streams past."""

    def __init__(self, *, only: frozenset[str], skipped: frozenset[str], room: int) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._only, self._skipped, self._room = only, skipped, room
        self._inside = self._skipping = 0

    def startElement(self, name: str, attrs: Any) -> None:
        """Note where text is meant, and where it is left out."""
        local = name.rpartition(":")[2]
        self._inside += local in self._only
        self._skipping += local in self._skipped
        if local in BREAKS:
            self.pieces.append(" ")

    def endElement(self, name: str) -> None:
        """Note where it ends."""
        local = name.rpartition(":")[2]
        self._inside -= local in self._only
        self._skipping -= local in self._skipped
        if local in BREAKS:
            self.pieces.append(" ")

    def characters(self, content: str) -> None:
        """Keep what is read."""
        if self._skipping or (self._only and not self._inside):
            return
        self.pieces.append(content[: self._room])
        self._room -= len(content)
        if self._room < 0:
            raise _Enough


def text_of_word(content: bytes) -> tuple[str, bool]:
    """Return the text of a .docx file, with its headings, notes and footers, and if that is all.

    Raises Unreadable with the reason.
    """
    with _opened(content) as archive:
        names = [n for n in archive.namelist() if _is_word_text(n)]
        return _texts(archive, dict.fromkeys(names), only=WORD_TEXT, skipped=frozenset())


def text_of_odt(content: bytes) -> tuple[str, bool]:
    """Return the text of an .odt file, and whether that is all of it.

    Raises Unreadable with the reason.
    """
    with _opened(content) as archive:
        if MANIFEST in archive.namelist():
            with _part(archive, MANIFEST) as manifest:
                if b"encryption-data" in manifest.read():
                    raise Unreadable(Reading.ENCRYPTED)
        return _texts(archive, {"content.xml": None}, only=frozenset(), skipped=ODT_SKIPPED)


def _is_word_text(name: str) -> bool:
    folder, _slash, file = name.partition("/")
    read = ("document.xml", "footnotes.xml", "endnotes.xml", "header", "footer")
    return folder == "word" and file.startswith(read) and file.endswith(".xml")


def _opened(content: bytes) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise Unreadable(Reading.DAMAGED) from error
    if len(archive.namelist()) > MOST_MEMBERS:
        raise Unreadable(Reading.TOO_MUCH)
    return archive


def _texts(
    archive: zipfile.ZipFile, names: dict[str, None], *, only: Any, skipped: Any
) -> tuple[str, bool]:
    handler = _Text(only=only, skipped=skipped, room=MOST_CHARACTERS)
    for name in names:
        with _part(archive, name) as part:
            try:
                defusedxml.sax.parse(part, handler, forbid_dtd=True)
            except _Enough:
                return "".join(handler.pieces), False
            except DefusedXmlException as error:
                raise Unreadable(Reading.ENTITIES) from error
            except SAXException as error:
                raise Unreadable(Reading.DAMAGED) from error
        handler.pieces.append(" ")
    return "".join(handler.pieces), True


def _part(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    """Return one part, unpacked no further than the limit, whatever the archive says of its size.

    Raises Unreadable where it is larger, protected or damaged.
    """
    try:
        if archive.getinfo(name).flag_bits & ENCRYPTED_MEMBER:
            raise Unreadable(Reading.ENCRYPTED)
        with archive.open(name) as packed:
            unpacked = BytesIO()
            for chunk in _chunks(packed):
                if unpacked.tell() + len(chunk) > MOST_UNPACKED:
                    raise Unreadable(Reading.TOO_MUCH)
                unpacked.write(chunk)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError) as error:
        raise Unreadable(Reading.DAMAGED) from error
    except RuntimeError as error:  # a password, or a way of packing that is not known
        raise Unreadable(Reading.ENCRYPTED) from error
    unpacked.seek(0)
    return unpacked


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    while chunk := stream.read(64 * 1024):
        yield chunk
