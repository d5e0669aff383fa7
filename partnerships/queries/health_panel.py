"""What does a partnership's page say of its governance, and where is each gap mended?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from govreg.core.ui.addresses import address_of
from partnerships.models import Partnership

from .health import Standing, health_of, points


@dataclass(frozen=True, slots=True)
class HealthLine:
    """One point, how the partnership stands in it, and the link that mends it."""

    title: str
    standing: Standing
    action: str = ""
    url: str = ""


def health_lines(partnership: Partnership, user: Any, *, on: date) -> list[HealthLine]:
    """Return every point; only who may mend a gap is led there."""
    standings = health_of([partnership], on=on)[partnership.pk]
    lines = []
    for point in points():
        standing = standings[point.key]
        mends = standing.state.is_gap and user.may(point.needs, partnership.scope_id)
        url = address_of(point.mended_at, partnership.reference) if mends else ""
        lines.append(HealthLine(point.title, standing, point.action if mends else "", url))
    return lines
