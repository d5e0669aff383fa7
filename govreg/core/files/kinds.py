"""Which kinds of file are taken, and is this file what its name says?"""

import zipfile
from dataclasses import dataclass
from io import BytesIO

from govreg.core.refusals import Refusal

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file: its extension, its media type and how its content begins."""

    extension: str
    media_type: str
    signatures: tuple[bytes, ...]
    member: str = ""

    def matches(self, content: bytes) -> bool:
        """Say whether content is of this kind."""
        if not self.signatures:
            return _is_text(content)
        if not content.startswith(self.signatures):
            return False
        return not self.member or _has_member(content, self.member)


_OFFICE = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
KINDS = {
    kind.extension: kind
    for kind in (
        FileKind("pdf", "application/pdf", (b"%PDF-",)),
        FileKind("docx", _OFFICE + "wordprocessingml.document", (ZIP,), "word/document.xml"),
        FileKind("xlsx", _OFFICE + "spreadsheetml.sheet", (ZIP,), "xl/workbook.xml"),
        FileKind("pptx", _OFFICE + "presentationml.presentation", (ZIP,), "ppt/presentation.xml"),
        FileKind("odt", _ODF + "text", (ZIP,), "content.xml"),
        FileKind("ods", _ODF + "spreadsheet", (ZIP,), "content.xml"),
        FileKind("doc", "application/msword", (OLE,)),
        FileKind("xls", "application/vnd.ms-excel", (OLE,)),
        FileKind("msg", "application/vnd.ms-outlook", (OLE,)),
        FileKind("png", "image/png", (b"\x89PNG\r\n\x1a\n",)),
        FileKind("jpg", "image/jpeg", (b"\xff\xd8\xff",)),
        FileKind("jpeg", "image/jpeg", (b"\xff\xd8\xff",)),
        FileKind("csv", "text/csv", ()),
        FileKind("txt", "text/plain", ()),
    )
}
ACCEPT = ",".join(f".{extension}" for extension in KINDS)
IN_WORDS = "PDF, Word, Excel, PowerPoint, OpenDocument, Outlook message, PNG, JPEG, CSV or text"


def refusal_of(*, name: str, content: bytes, largest: int) -> Refusal | None:
    """Return why a file is not taken, or None when it is.

    The extension and the content must agree: a picture named .pdf would not open for the auditor
    who asks for the evidence.
    """
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    if extension not in KINDS:
        return Refusal(
            "file-kind", f"“{name}” cannot be taken. Choose a file of these: {IN_WORDS}."
        )
    if not content:
        return Refusal("file-empty", f"“{name}” is empty. Choose the file again.")
    if len(content) > largest:
        return Refusal(
            "file-too-large",
            f"“{name}” is larger than {largest // (1024 * 1024)} MB. Make it smaller, or split it.",
        )
    if not KINDS[extension].matches(content):
        return Refusal(
            "file-content",
            f"The content of “{name}” is not what its name says (.{extension}). Save it again in "
            "the program it was made with, and choose that file.",
        )
    return None


def media_type_of(name: str) -> str:
    """Return the media type for a stored file's name."""
    kind = KINDS.get(name.rpartition(".")[2].lower())
    return kind.media_type if kind else "application/octet-stream"


def _is_text(content: bytes) -> bool:
    if b"\x00" in content:
        return False
    for encoding in ("utf-8", "cp1252"):
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False


def _has_member(content: bytes, member: str) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return member in archive.namelist()
    except (zipfile.BadZipFile, ValueError):
        return False
