"""What does the reading view of a document show?"""

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from govreg.reports.documents.document import ReviewDocument

from .contents import ContentsLine, contents
from .diagram import all_components, diagram

#: A document is a value and the page is made of nothing else, so the same document gives the same
#: page; reports are read far more often than they change. One of 30 printed pages takes 80 KB.
DOCUMENTS_KEPT = 64


@lru_cache(maxsize=DOCUMENTS_KEPT)
def screen_html(document: ReviewDocument) -> SafeString:
    """Return the document as the part of a page below the page's own heading."""
    structure = document.structure
    return render_to_string(
        "reports/screen/document.html",
        {
            "document": document,
            "chapters": _chapters(contents(document)) if document.has_body else [],
            "diagram": diagram(structure) if structure else "",
            "components": all_components(structure.components) if structure else [],
        },
    )


def _chapters(lines: list[ContentsLine]) -> list[tuple[ContentsLine, list[ContentsLine]]]:
    """Return each chapter's line with the lines of its sections."""
    chapters: list[tuple[ContentsLine, list[ContentsLine]]] = []
    for line in lines:
        if line.level == 1:
            chapters.append((line, []))
        else:
            chapters[-1][1].append(line)
    return chapters
