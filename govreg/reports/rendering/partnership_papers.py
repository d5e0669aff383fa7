"""How are the papers about partnerships shown and printed?"""

from datetime import UTC, datetime, time
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from govreg.core.ui.words import long_date
from govreg.reports.documents.profile import Profile
from govreg.reports.documents.significant import SignificantPartnerships

from .diagram import all_components, diagram
from .paper import style_sheet

Paper = Profile | SignificantPartnerships
TEMPLATES = {Profile: "profile.html", SignificantPartnerships: "significant.html"}


def screen_of(paper: Paper) -> SafeString:
    """Return the paper as the part of a page below the page's own heading."""
    return render_to_string(f"reports/screen/{TEMPLATES[type(paper)]}", _context(paper))


def print_of(paper: Paper) -> bytes:
    """Return the paper as an accessible PDF: the same paper gives the same bytes.

    Raises PdfProblem with a sentence when it cannot be made.
    """
    from govreg.core.pdf import render  # the engine is heavy: only who prints waits for it

    context = _context(paper, on_paper=True)
    context["standing"] = f"As at {long_date(paper.as_at)}"
    return render(
        render_to_string(f"reports/paper/{TEMPLATES[type(paper)]}", context),
        stylesheet=style_sheet(),
        title=paper.file_title,
        author=paper.council,
        created=datetime.combine(paper.as_at, time(12), tzinfo=UTC),
        archival=False,
    )


def _context(paper: Paper, *, on_paper: bool = False) -> dict[str, Any]:
    if isinstance(paper, SignificantPartnerships):
        return {"paper": paper}
    structure = paper.structure
    components = all_components(structure.components)
    drawn = diagram(structure, on_paper=on_paper) if components else ""
    return {"paper": paper, "diagram": drawn, "components": components}
