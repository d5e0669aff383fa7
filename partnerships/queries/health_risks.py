"""Is there a risk register, and is it reviewed in time?"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import starmap
from typing import Any, NamedTuple

from django.db.models import CharField, DateField, F, Q, Value

from govreg.core.access import Permission
from govreg.core.council import definitions, settings
from govreg.core.prepared import prepared
from govreg.core.ui.words import long_date
from partnerships.models import Partnership, Risk, RiskRegisterState

from .health import Point, Standing, State, register

RISK = "risk"
Kept = RiskRegisterState.State


class _Row(NamedTuple):
    """A risk, or what is known of a register on a day; both in one query."""

    partnership: int
    body: int | None
    name: str | None
    day: date | None
    state: str
    due: date | None
    key: int


def risk_registers(partnerships: Sequence[Partnership], on: date) -> dict[int, Standing]:
    """Judge what is recorded of the registers, and when they and their risks fall to review."""
    rows: dict[int, list[_Row]] = defaultdict(list)
    for row in starmap(_Row, _states_and_risks(keys=[p.pk for p in partnerships], on=on)):
        rows[row.partnership].append(row)
    soon = on + timedelta(days=settings.whole_number(definitions.DUE_SOON_DAYS, on=on))
    return {p.pk: _standing(rows.get(p.pk, []), on, soon) for p in partnerships}


@prepared
def _states_and_risks(keys: Sequence[int], on: date) -> Any:
    """Return what is recorded of the registers, and the risks that were open on a day.

    Exempt ones count too, or nobody would be told that their review is overdue: what is said of
    them is that there is a review and when, never what the risk is.
    """
    nothing: Any = Value(None, output_field=DateField())
    word: Any = Value(RISK, output_field=CharField())
    columns = ("partnership_id", "body_id", "named", "at", "kind", "review_due", "pk")
    states = RiskRegisterState.objects.filter(partnership__in=keys, day__lte=on)
    open_then = Q(closed_on__isnull=True) | Q(closed_on__gt=on)
    risks = Risk.objects.filter(open_then, partnership__in=keys)
    told = risks.order_by().annotate(named=F("title"), at=nothing, kind=word)
    recorded = states.order_by().annotate(named=F("body__name"), at=F("day"), kind=F("state"))
    return recorded.values_list(*columns).union(told.values_list(*columns), all=True)


def _standing(rows: list[_Row], on: date, soon: date) -> Standing:
    states = sorted((r for r in rows if r.state != RISK), key=lambda r: (r.day or on, r.key))
    last = {r.body: r for r in states}.values()
    risks = [r for r in rows if r.state == RISK]
    kept = [r for r in last if r.state == Kept.KEPT]
    dates = [r.due for r in (*risks, *kept) if r.due is not None]
    due = min(dates, default=None)
    without = _names(last, Kept.NONE)
    gap = f"No formal risk register: {without}." if without else ""
    if due is not None and due < on:
        late = sum(day < on for day in dates)
        told = "1 review is" if late == 1 else f"{late} reviews are"
        told = f"{told} overdue, the first since {long_date(due)}. {gap}"
        return Standing(State.OVERDUE, told.strip(), due)
    if gap:
        return Standing(State.MISSING, gap)
    preparing = _names(last, Kept.PREPARING)
    if preparing:
        return Standing(State.DUE, f"A risk register is being prepared: {preparing}.")
    if not risks and not kept:
        return Standing(State.MISSING, "No risk register is recorded.")
    if due is None:
        return Standing(State.MISSING, "A risk register is kept; no date of its review is given.")
    told = f"The next review is due on {long_date(due)}."
    return Standing(State.DUE if due <= soon else State.MET, told, due)


def _names(rows: Any, state: str) -> str:
    return ", ".join(r.name or "the partnership as a whole" for r in rows if r.state == state)


register(
    Point(
        "risks",
        "Risk register reviewed",
        risk_registers,
        "partnerships:risks",
        "See the risks",
        Permission.KEEP_PARTNERSHIPS,
    ),
    position=65,
)
