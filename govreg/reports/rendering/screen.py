"""What does the reading view of a document show?"""

from typing import Any

from govreg.reports.documents.document import ReviewDocument

from .contents import ContentsLine, contents
from .diagram import all_components, diagram


def screen_context(document: ReviewDocument) -> dict[str, Any]:
    """Return what the templates of the reading view need."""
    structure = document.structure
    return {
        "document": document,
        "chapters": _chapters(contents(document)) if document.has_body else [],
        "diagram": diagram(structure) if structure else "",
        "components": all_components(structure.components) if structure else [],
    }


def _chapters(lines: list[ContentsLine]) -> list[tuple[ContentsLine, list[ContentsLine]]]:
    """Return each chapter's line with the lines of its sections."""
    chapters: list[tuple[ContentsLine, list[ContentsLine]]] = []
    for line in lines:
        if line.level == 1:
            chapters.append((line, []))
        else:
            chapters[-1][1].append(line)
    return chapters
