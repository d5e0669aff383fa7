"""What was known on a day of the versions of a quarter: closed, published, reopened and why?"""

from dataclasses import dataclass
from datetime import date

from partnerships.models import QuarterVersion, ReportingQuarter


@dataclass(frozen=True, slots=True)
class VersionTold:
    """One version as it was known on a day: what came later is not told."""

    number: int
    closed_on: date
    published_on: date | None
    reopened_on: date | None
    reopened_because: str


def version_told(version: QuarterVersion, reporting: ReportingQuarter, *, on: date) -> VersionTold:
    """Return what was known of a version on a day.

    A version says itself when it was published once it was reopened; until then the quarter does.
    """
    published = version.published_on
    if published is None and version.reopened_on is None:
        published = reporting.published_on
    reopened = version.reopened_on if version.reopened_on and version.reopened_on <= on else None
    return VersionTold(
        number=version.number,
        closed_on=version.closed_on,
        published_on=published if published and published <= on else None,
        reopened_on=reopened,
        reopened_because=version.reopened_because if reopened else "",
    )


def earlier_versions(
    reporting: ReportingQuarter, *, than: QuarterVersion | None, on: date
) -> list[VersionTold]:
    """Return the versions that were closed by a day, other than the one that is read."""
    return [
        version_told(version, reporting, on=on)
        for version in reporting.versions.all()
        if version != than and version.closed_on <= on
    ]
