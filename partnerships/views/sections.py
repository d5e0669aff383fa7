"""What do the pages of one partnership have in common?"""

from typing import Any

from govreg.core.ui.sections import sections_of
from partnerships.models import Partnership
from partnerships.queries.particulars import closed_words

from .partnerships import trail


def section(partnership: Partnership, key: str, title: str) -> dict[str, Any]:
    """Return the context of a partnership's page: heading, breadcrumbs, way to the others."""
    return {
        "title": title,
        "caption": partnership.name,
        "breadcrumbs": trail((partnership.name, partnership.get_absolute_url()), (title, None)),
        "partnership": partnership,
        "record_pages": sections_of(
            "partnership", partnership.reference, here=key, note=closed_words(partnership)
        ),
    }
