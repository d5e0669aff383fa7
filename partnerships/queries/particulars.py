"""What is recorded of a partnership beside its entry, as its page tells it?"""

from typing import Any

from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists.cells import link
from govreg.core.ui.words import long_date
from partnerships.models import Partnership
from partnerships.services.particulars import EDITABLE

#: What only the partnership's own pages show; others that lead to it leave it unread.
PARTICULARS = (
    *EDITABLE,
    "ended_on",
    "ended_because",
    "purpose",
    "legal_basis",
    "approved_by",
    "established",
)


def without_particulars(rows: Any, *paths: str) -> Any:
    """Return a QuerySet that leaves the particulars unread of the partnerships at its paths."""
    return rows.defer(*(f"{path}__{name}" for path in paths for name in PARTICULARS))


def particulars_of(partnership: Partnership) -> list[SummaryRow]:
    """Return the particulars that are recorded; a line for each of sixteen would hide them."""
    told: list[tuple[str, Any]] = [
        ("Directorate", partnership.directorate),
        ("Deputy lead officer", _post(partnership.deputy)),
        ("Lead member", _post(partnership.lead_member)),
        ("Legal form", partnership.get_legal_form_display()),
        ("Statutory or voluntary", partnership.get_required_by_law_display()),
        ("Stage of development", partnership.get_stage_display()),
        ("Decision to enter it", partnership.entry_decision),
        ("The council’s resources", partnership.council_resources),
        ("Liabilities", partnership.liabilities),
        ("Insurance", partnership.insurance),
        ("Ownership of assets", partnership.assets),
        ("Where a complaint goes", partnership.complaints_route),
        ("Significance", significance_of(partnership)),
        ("Why", partnership.significance_reason),
        ("Published", "In the published register" if partnership.is_published else ""),
    ]
    return [SummaryRow(label, value) for label, value in told if value]


def _post(post: Any) -> Any:
    return link(post.get_absolute_url(), post.title) if post else ""


def significance_of(partnership: Partnership) -> str:
    """Return how much depends on it for the council and who approved that, as far as stated."""
    word = str(partnership.get_significance_display())
    if not word:
        return ""
    by = partnership.significance_approved_by
    day = long_date(partnership.significance_on)
    approved = " ".join(
        part for part in (f"by {by}" if by else "", f"on {day}" if day else "") if part
    )
    return f"{word}, approved {approved}" if approved else f"{word}, not approved"


def closed_words(partnership: Partnership) -> str:
    """Return "Closed on 5 May 2008: Its aims were met." of a closed partnership, else nothing."""
    if partnership.status != Partnership.Status.CLOSED:
        return ""
    day = long_date(partnership.ended_on)
    because = partnership.get_ended_because_display()
    return f"Closed{f' on {day}' if day else ''}{f': {because}' if because else ''}."


def ending(partnership: Partnership) -> str:
    """Return when a closed partnership ended and why; nothing for others."""
    if not partnership.ended_because:
        return ""
    return f"{long_date(partnership.ended_on)}: {partnership.get_ended_because_display()}"
