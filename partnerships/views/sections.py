"""What do the pages of one partnership have in common?"""

from typing import Any

from govreg.core.ui.sections import sections_of
from partnerships.models import Partnership
from partnerships.queries.particulars import closed_words

from .partnerships import trail


def _kept_by(partnership: Partnership) -> str:
    """Say who keeps what stands here, for whoever may only read it."""
    lead = f" ({partnership.lead.title})" if partnership.lead else ""
    return f"This is kept by the partnership’s lead officer{lead} and the partnerships officers."


def section(partnership: Partnership, key: str, title: str) -> dict[str, Any]:
    """Return the context of a partnership's page: heading, breadcrumbs, way to the others."""
    return {
        "title": title,
        "caption": partnership.name,
        "breadcrumbs": trail((partnership.name, partnership.get_absolute_url()), (title, None)),
        "partnership": partnership,
        "kept_by": _kept_by(partnership),
        "record_pages": sections_of(
            "partnership", partnership.reference, here=key, note=closed_words(partnership)
        ),
    }
