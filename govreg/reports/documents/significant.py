"""Which partnerships matter most to the council on a day, and what changed since an earlier one?

CIPFA's guidance on the annual governance statement asks for the significant ones; a committee asks
what joined and left the list since it last saw it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from govreg.core.history.moments import Moment
from govreg.core.ui.words import long_date
from partnerships.models import Partnership
from partnerships.queries.particulars import significance_of

AT_WORK = (
    Partnership.Status.ACTIVE,
    Partnership.Status.UNDER_REVIEW,
    Partnership.Status.WINDING_DOWN,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One significant partnership."""

    reference: str
    name: str
    kind: str
    standing: str
    lead: str
    accountable_body: str
    significance: str
    reason: str


@dataclass(frozen=True, slots=True)
class Change:
    """What is different since the earlier day: of which partnership, what, and in what words."""

    name: str
    what: str
    told: str


@dataclass(frozen=True, slots=True)
class SignificantPartnerships:
    """The register of significant partnerships, with the changes since an earlier day."""

    council: str
    as_at: date
    since: date | None
    entries: tuple[Entry, ...]
    changes: tuple[Change, ...]

    title = "Register of significant partnerships"

    @property
    def file_title(self) -> str:
        """The title that the file has."""
        return self.title


def build_significant(
    seen: Callable[[list[Partnership]], list[Partnership]], day: date, since: date | None = None
) -> SignificantPartnerships:
    """Return the register as at the end of a day; `seen` leaves what its reader may see.

    Without an earlier day nothing is said of changes.
    """
    then = _significant(seen, day)
    changes: list[Change] = []
    if since is not None:
        before = _significant(seen, since)
        changes = _changes(before, then, seen(Moment(day).rows(Partnership)))
    entries = [_entry(partnership) for partnership in then.values()]
    return SignificantPartnerships(
        council=settings.COUNCIL_NAME,
        as_at=day,
        since=since,
        entries=tuple(sorted(entries, key=lambda entry: entry.name.casefold())),
        changes=tuple(changes),
    )


def _significant(
    seen: Callable[[list[Partnership]], list[Partnership]], day: date
) -> dict[int, Partnership]:
    moment = Moment(day)
    weighty = Partnership.Significance.SIGNIFICANT
    rows = [row for row in moment.rows(Partnership, significance=weighty) if row.status in AT_WORK]
    found = seen(rows)
    moment.attach(found, "lead", "accountable_body")
    return {row.pk: row for row in found}


def _entry(then: Partnership) -> Entry:
    return Entry(
        reference=then.reference,
        name=then.name,
        kind=then.get_kind_display(),
        standing=then.get_status_display(),
        lead=then.lead.title if then.lead else "",
        accountable_body=then.accountable_body.name if then.accountable_body else "",
        significance=significance_of(then),
        reason=then.significance_reason,
    )


def _changes(
    before: dict[int, Partnership], now: dict[int, Partnership], known: list[Partnership]
) -> list[Change]:
    of_today = {row.pk: row for row in known}
    added = [Change(now[pk].name, "Added", significance_of(now[pk])) for pk in now.keys() - before]
    removed = [
        Change(before[pk].name, "Removed", _why(of_today.get(pk))) for pk in before.keys() - now
    ]
    altered = [
        Change(now[pk].name, "Changed", told)
        for pk in now.keys() & before.keys()
        if (told := _difference(_entry(before[pk]), _entry(now[pk])))
    ]
    return sorted(added + removed + altered, key=lambda change: (change.what, change.name))


def _why(then: Any) -> str:
    """Return why a partnership is on the list no more."""
    if then is None:
        return "It is not in the register any more."
    if then.ended_because:
        return f"{then.get_ended_because_display()} ({long_date(then.ended_on)})."
    word = then.get_significance_display().lower() or "not stated"
    return f"Its significance is {word}." if then.status in AT_WORK else "It is not at work."


def _difference(old: Entry, new: Entry) -> str:
    labels = {
        "name": "name",
        "standing": "standing",
        "lead": "lead officer",
        "accountable_body": "accountable body",
        "significance": "significance",
    }
    told = []
    for field, label in labels.items():
        was, now = getattr(old, field), getattr(new, field)
        if was != now:
            told.append(f"{label}: {now or 'not stated'} (was {was or 'not stated'})")
    return f"{'; '.join(told)}.".capitalize() if told else ""
