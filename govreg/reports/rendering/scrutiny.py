"""How is a scrutiny report shown and printed?"""

from datetime import datetime
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from govreg.core.history.models import Seal
from govreg.reports.documents.freezing import scrutiny_from_json
from govreg.reports.documents.scrutiny import ScrutinyDocument, ScrutinyPart
from govreg.reports.models import ScrutinyIssue

from .imprint import Imprint, issued, preview
from .paper import style_sheet

DOCUMENTS_KEPT = 16


@lru_cache(maxsize=DOCUMENTS_KEPT)
def screen_of(document: ScrutinyDocument) -> SafeString:
    """Return the report as the part of a page below the page's own heading."""
    return render_to_string("reports/screen/scrutiny.html", {"document": document})


def screen_of_part(part: ScrutinyPart) -> SafeString:
    """Return one section as it stands in the report."""
    return render_to_string("reports/screen/scrutiny_part.html", {"part": part})


def preview_pdf(document: ScrutinyDocument) -> bytes:
    """Return the report as a PDF that says it is not issued; the same document, the same bytes."""
    return _pdf(document, preview(document))


def issued_pdf(
    document: ScrutinyDocument, *, number: int, at: datetime, seal: Seal | None
) -> bytes:
    """Return the file of an issued version. Raises PdfProblem when it cannot be made."""
    return _pdf(document, issued(document, number=number, at=at, seal=seal))


def preview_word(document: ScrutinyDocument) -> bytes:
    """Return the report as a DOCX file that says it is not issued."""
    from .scrutiny_word import word_of  # only who asks for it waits for the library

    return word_of(document, preview(document))


def issued_word(issue: ScrutinyIssue) -> bytes:
    """Return an issued version as a DOCX file; the PDF is the version that is kept."""
    from .scrutiny_word import word_of

    document = scrutiny_from_json(issue.document)
    return word_of(
        document, issued(document, number=issue.number, at=issue.issued_at, seal=issue.seal)
    )


def _pdf(document: ScrutinyDocument, imprint: Imprint) -> bytes:
    from govreg.core.pdf import render  # the engine is heavy: only who prints waits for it

    context = {"document": document, "imprint": imprint}
    return render(
        render_to_string("reports/paper/scrutiny.html", context),
        stylesheet=style_sheet(),
        title=document.file_title,
        author=document.council,
        created=imprint.created,
        archival=imprint.archival,
    )
