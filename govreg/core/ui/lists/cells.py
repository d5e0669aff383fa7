"""What do cells often hold?"""

from typing import Any

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

from ..tags import progress_tag, quarterly_tag
from ..tags import status_tag as tag

__all__ = ["link", "progress_tag", "quarterly_tag", "tag"]


def link(url: str, text: Any) -> SafeString:
    """Return a link."""
    shown = f'<a class="govuk-link" href="{escape(url)}">{conditional_escape(text)}</a>'
    return mark_safe(shown)  # noqa: S308 - both are escaped
