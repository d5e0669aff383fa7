"""What do cells often hold?"""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from ..tags import progress_tag, quarterly_tag
from ..tags import status_tag as tag

__all__ = ["link", "progress_tag", "quarterly_tag", "tag"]


def link(url: str, text: object) -> SafeString:
    """Return a link."""
    return format_html('<a class="govuk-link" href="{}">{}</a>', url, text)
