"""Which columns of a review does a list of what followed from it do without?"""

from typing import Any

#: They are shown on the review's own pages and in its report; some are whole pages of text.
PARTICULARS = (
    "running_title",
    "kind",
    "business_line",
    "service_line",
    "audit_plan",
    "report_date",
    "mark",
    "addressee",
    "responsibilities",
    "objectives",
    "acknowledgements",
    "way_forward",
    "legend_on_each_page",
    "structure_of",
)


def without_particulars(rows: Any, *, of: str) -> Any:
    """Return a QuerySet that leaves them unread; `of` is its path to the review."""
    return rows.defer(*(f"{of}__{name}" for name in PARTICULARS))
