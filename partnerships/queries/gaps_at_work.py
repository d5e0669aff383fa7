"""What is due or missing in giving account, in sharing information and in briefing each other?

These stand in the list of gaps alone: they are judged for many partnerships at once, and a
partnership's own page shows them where they are kept.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from govreg.core.access import Permission
from govreg.core.ui.words import long_date
from partnerships.models import (
    AccountabilityTable,
    DocumentAdoption,
    GovernanceDocument,
    Membership,
    Partnership,
    SharingActivity,
    SharingObstacle,
    StandingBriefing,
)
from partnerships.models.accountability import ELEMENTS, LAYERS

from .health import NOT_AT_WORK, Standing, State
from .performance_reports import reports_waiting
from .reporting import soon


@dataclass(frozen=True, slots=True)
class Subject:
    """What such a gap is about; `needs` is what one must be allowed to do to mend it."""

    key: str
    title: str
    needs: Permission = Permission.KEEP_PARTNERSHIPS


ACCOUNT = Subject("accountability", "Accountability stated")
SHARING = Subject("information-sharing", "Information sharing")
BRIEFINGS = Subject("briefings", "Briefings held")
REPORTS = Subject("performance-reports", "Bodies told of performance")
SUBJECTS = (ACCOUNT, SHARING, BRIEFINGS, REPORTS)
NO_PROTOCOL = "No information sharing protocol is recorded."
CELLS = [f"{element}_{layer}" for element in ELEMENTS for layer in LAYERS]


@dataclass(frozen=True, slots=True)
class Found:
    """One such gap, the page that mends it as its name and arguments, and its owner's post.

    Without an owner of its own it is the lead officer's.
    """

    subject: Subject
    standing: Standing
    mended_at: tuple[Any, ...]
    owner: Any = None


def gaps_at_work(partnerships: Sequence[Partnership], *, on: date) -> dict[int, list[Found]]:
    """Return these gaps on a day by the partnerships' keys, in a constant number of queries."""
    at_work = {p.pk: p for p in partnerships if p.status not in NOT_AT_WORK}
    found: dict[int, list[Found]] = defaultdict(list)
    for told in (
        _of_account(at_work),
        _of_sharing(at_work, on),
        _of_briefings(at_work, on),
        _of_reports(at_work, on),
    ):
        for key, gap in told:
            found[key].append(gap)
    return found


Told = Iterator[tuple[int, Found]]


def _of_account(at_work: dict[int, Partnership]) -> Told:
    tables = {
        t.partnership_id: t for t in AccountabilityTable.objects.filter(partnership__in=at_work)
    }
    for key, partnership in at_work.items():
        stated = tables.get(key) or AccountabilityTable()
        empty = sum(not getattr(stated, cell) for cell in CELLS)
        if empty:
            told = f"{empty} of {len(CELLS)} cells of how account is given are empty."
            where = ("partnerships:state-accountability", partnership.reference)
            yield key, Found(ACCOUNT, Standing(State.MISSING, told), where)


def _of_sharing(at_work: dict[int, Partnership], on: date) -> Told:
    kind = GovernanceDocument.Kind.INFORMATION_SHARING
    documents = list(GovernanceDocument.objects.filter(partnership__in=at_work, kind=kind))
    signed: dict[int, set[int]] = defaultdict(set)
    rows = DocumentAdoption.objects.filter(of__document__in=[one.pk for one in documents])
    for document, who in rows.order_by().values_list("of__document", "organisation"):
        signed[document].add(who)
    members: dict[int, set[tuple[int | None, int]]] = defaultdict(set)
    seats = Membership.objects.held().in_force(on=on)
    seats = seats.filter(partnership__in={one.partnership_id for one in documents}).order_by()
    for key, body, who in seats.values_list("partnership", "body", "organisation"):
        members[key].add((body, who))
    kept = SharingActivity.objects.filter(partnership__in=at_work, withdrawn_because="")
    alive = set(kept.order_by().values_list("partnership", flat=True))
    for one in documents:
        asked = {
            who
            for body, who in members[one.partnership_id]
            if one.body_id is None or body in (None, one.body_id)
        }
        unsigned = len(asked - signed[one.pk])
        told = [f"{_counted(unsigned)} not signed “{one.title}”."] if unsigned else []
        if one.partnership_id not in alive:
            told.append(f"No training in “{one.title}”, nor a reminder of it, is recorded.")
        if told:
            where = ("partnerships:information-sharing", at_work[one.partnership_id].reference)
            standing = Standing(State.MISSING, " ".join(told))
            yield one.partnership_id, Found(SHARING, standing, where)
    having = {one.partnership_id for one in documents}
    for key, partnership in at_work.items():
        if key not in having:
            where = ("partnerships:information-sharing", partnership.reference)
            yield key, Found(SHARING, Standing(State.MISSING, NO_PROTOCOL), where)
    open_ones = SharingObstacle.objects.filter(partnership__in=at_work, resolved_on=None)
    for obstacle in open_ones.filter(done="").select_related("owner"):
        told_of = f"Nothing is done about an obstacle known since {long_date(obstacle.since)}."
        reference = at_work[obstacle.partnership_id].reference
        mended = ("partnerships:change-sharing-obstacle", reference, obstacle.pk)
        standing = Standing(State.MISSING, told_of)
        yield obstacle.partnership_id, Found(SHARING, standing, mended, obstacle.owner)


def _of_reports(at_work: dict[int, Partnership], on: date) -> Told:
    """Tell of bodies that were told before and are to be told again; the others are no gap yet."""
    for one in reports_waiting(list(at_work.values()), on=on):
        verb = "was" if one.is_overdue else "is"
        told = f"{one.body.name} {verb} to be told of performance on {long_date(one.due)}."
        state = State.OVERDUE if one.is_overdue else State.DUE
        where = ("partnerships:reporting", one.body.partnership.reference)
        yield one.body.partnership_id, Found(REPORTS, Standing(state, told, one.due), where)


def _of_briefings(at_work: dict[int, Partnership], on: date) -> Told:
    until = soon(on=on)
    held = StandingBriefing.objects.in_force(on=on).filter(partnership__in=at_work)
    for one in held.select_related("briefed_by", "briefed"):
        standing = _briefing(one, on, until)
        if standing is not None:
            page = "briefing-held" if one.frequency else "change-briefing"
            where = (f"partnerships:{page}", at_work[one.partnership_id].reference, one.pk)
            yield one.partnership_id, Found(BRIEFINGS, standing, where, one.briefed_by)


def _briefing(briefing: Any, on: date, until: date) -> Standing | None:
    if not briefing.frequency:
        return Standing(State.MISSING, f"{briefing}: how often is not stated.")
    due = briefing.next_due
    if due is None:
        told = None if briefing.last_held else f"{briefing}: it was never held."
        return Standing(State.MISSING, told) if told else None
    if due > until:
        return None
    told = f"{briefing}: it was due on" if due < on else f"{briefing}: it is due on"
    state = State.OVERDUE if due < on else State.DUE
    return Standing(state, f"{told} {long_date(due)}.", due)


def _counted(members: int) -> str:
    return "1 member organisation has" if members == 1 else f"{members} member organisations have"
