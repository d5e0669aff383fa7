"""What do the pages of one partnership have in common?"""

from typing import Any

from govreg.core.refusals import Refusal
from govreg.core.ui.sections import sections_of
from partnerships.models import Partnership
from partnerships.queries.particulars import closed_words
from partnerships.rules.lifecycle import refusal_to_add

from .partnerships import trail


def _kept_by(partnership: Partnership) -> str:
    """Say who keeps what stands here, for whoever may only read it."""
    lead = f" ({partnership.lead.title})" if partnership.lead else ""
    return f"This is kept by the partnership’s lead officer{lead} and the partnerships officers."


def ended(partnership: Partnership) -> Refusal | None:
    """Return why nothing is added to a partnership that was closed; None while it goes on."""
    closed = partnership.status == Partnership.Status.CLOSED
    return refusal_to_add(closed=closed, ended_on=partnership.ended_on)


def section(partnership: Partnership, key: str, title: str) -> dict[str, Any]:
    """Return the context of a partnership's page: heading, breadcrumbs, way to the others."""
    return {
        "title": title,
        "caption": partnership.name,
        "breadcrumbs": trail((partnership.name, partnership.get_absolute_url()), (title, None)),
        "partnership": partnership,
        "kept_by": _kept_by(partnership),
        "ended": ended(partnership),
        "record_pages": sections_of(
            "partnership", partnership.reference, here=key, note=closed_words(partnership)
        ),
    }
