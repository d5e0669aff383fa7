"""How does each reporting line stand, and which lines leave and reach a partnership?"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Max, Q

from govreg.core.council import definitions, settings
from partnerships.models import Partnership, ReportingLine

from .health import State

ENDED, NO_FREQUENCY, NEVER = "Ended", "No frequency stated", "No report recorded"


def soon(*, on: date) -> date:
    """Return the last day that counts as soon, by the council's setting."""
    return on + timedelta(days=settings.whole_number(definitions.DUE_SOON_DAYS, on=on))


def standing_of(line: Any, *, on: date, soon: date, never: str = NEVER) -> tuple[str, str]:
    """Return how a line stands on a day, in a word and a colour."""
    if line.end is not None and line.end < on:
        return ENDED, "grey"
    if line.next_due is None:
        return (NO_FREQUENCY, "grey") if line.last is not None else (never, "orange")
    state = State.OVERDUE if line.next_due < on else State.MET
    if on <= line.next_due <= soon:
        state = State.DUE
    return {State.MET: "Up to date"}.get(state, state.label), state.colour


def lines_listed(lines: Any) -> Any:
    """Return reporting lines with the day of their last report, and all that a list names."""
    return lines.with_ends().annotate(last=Max("reports__day"))


@dataclass(frozen=True, slots=True)
class LineShown:
    """One reporting line and how it stands."""

    line: Any
    standing: str
    colour: str


@dataclass(frozen=True, slots=True)
class Reporting:
    """The lines of a partnership: those by which it reports, and those that reach it."""

    sent: list[LineShown]
    received: list[LineShown]
    reaches_accountable: bool


def reporting_of(partnership: Partnership, user: Any, *, on: date) -> Reporting:
    """Return a partnership's reporting lines; of others only what the user may see."""
    own = lines_listed(ReportingLine.objects.filter(partnership=partnership))
    reaching = Q(to_partnership=partnership) | Q(to_body__partnership=partnership)
    others = ReportingLine.objects.visible_to(user).filter(reaching)
    sent = _shown(own, on)
    accountable = partnership.accountable_body_id
    reaches = accountable is not None and any(
        one.line.to_organisation_id == accountable and one.line.is_in_force(on=on) for one in sent
    )
    return Reporting(sent, _shown(lines_listed(others), on), reaches)


def _shown(lines: Any, on: date) -> list[LineShown]:
    until = soon(on=on)
    return [LineShown(line, *standing_of(line, on=on, soon=until)) for line in lines]
