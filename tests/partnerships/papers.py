"""Which governance documents do the tests' stories record?"""

import zipfile
from datetime import date
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from partnerships.models import DocumentVersion, GovernanceDocument, Partnership
from partnerships.queries.document_matrix import document_matrix
from partnerships.services.document_versions import add_version
from partnerships.services.documents import add_document

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REVIEWED_2007 = date(2007, 11, 1)
AGREED = {"agreed_in_words": "Agreed by the board.", "agreed_on": date(2007, 6, 1)}


def docx(*paragraphs: str, name: str = "terms.docx") -> SimpleUploadedFile:
    """Return a small Word file."""
    text = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    xml = f'<w:document xmlns:w="{WORD}"><w:body>{text}</w:body></w:document>'
    return SimpleUploadedFile(name, archive({"word/document.xml": xml}))


def odt(text: str, name: str = "terms.odt") -> SimpleUploadedFile:
    """Return a small OpenDocument text, or one with the given content."""
    xml = (
        text
        if text.startswith("<")
        else f"<office:text xmlns:office='o'><p>{text}</p></office:text>"
    )
    return SimpleUploadedFile(name, archive({"content.xml": xml}))


def archive(parts: dict[str, str | bytes]) -> bytes:
    """Return an archive of these parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def recorded(
    reference: str = "dp-west",
    *,
    by: Any,
    state: str = "in-force",
    uploads: Any = (),
    **values: Any,
) -> GovernanceDocument:
    """Record a document of a partnership as it stands."""
    first = {"label": "1", "exempt": values.pop("exempt", False)}
    first |= {} if state == "draft" else AGREED
    first |= {"start": date(2007, 7, 1)} if state == "in-force" else {}
    return add_document(
        partnership=Partnership.objects.select_related("scope").get(reference=reference),
        values={"kind": "memorandum", "title": "Memorandum", **values},
        first=first,
        state=state,
        uploads=uploads,
        by=by,
    )


def another_version(
    document: GovernanceDocument, label: str, *, by: Any, state: str = "draft", **given: Any
) -> DocumentVersion:
    """Add a version to a document."""
    uploads, due = given.pop("uploads", ()), given.pop("review_due", None)
    values = {"label": label, **({} if state == "draft" else AGREED), **given}
    return add_version(
        document=document, values=values, state=state, uploads=uploads, review_due=due, by=by
    )


def present(document: GovernanceDocument) -> DocumentVersion:
    """Return the version in force."""
    return DocumentVersion.objects.select_related("document__partnership__scope").get(
        document=document, state="in-force"
    )


def terms_of_west() -> GovernanceDocument:
    found = GovernanceDocument.objects.select_related("partnership__scope")
    return found.get(partnership__reference="dp-west", kind="terms-of-reference")


def cells(reference: str, kind: str, on: date = REVIEWED_2007) -> dict[str, list[str]]:
    """Return which body had which documents of a kind on a day, by the body's name."""
    matrix = document_matrix(Partnership.objects.get(reference=reference), on=on)
    row = next(row for row in matrix.rows if row.kind == kind)
    names = ["", *(body.local_term or body.name for body in matrix.bodies)]
    return {
        name: [held.document.title for held in cell]
        for name, cell in zip(names, row.cells, strict=True)
        if cell
    }
