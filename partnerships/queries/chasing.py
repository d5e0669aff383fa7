"""Who has not answered in a quarter, for which plan, and who would be written to, or why nobody?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count, QuerySet

from govreg.core.accounts.models import User
from partnerships.models import Organisation, Plan, PlanAction, Post, ReportingQuarter

from .answering import without_answer
from .lead_agencies import Holder, keepers_by_scope, posts_and_holders


class Lack(StrEnum):
    """Why nobody of the lead organisation can be written to."""

    LEAD = "lead"
    POST = "post"
    HOLDER = "holder"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class ChasedLine:
    """What waits for one lead organisation (None where an action names none) in one plan.

    `reminded` are those of the organisation who would be written to. Where there is nobody, `lack`
    says why, with the posts that nobody holds, or the holders who may not answer for this plan; the
    keepers of the plan are written to then, who may answer for any of its actions.
    """

    plan: Plan
    lead: Organisation | None
    waiting: int
    reminded: tuple[Holder, ...] = ()
    lack: Lack | None = None
    posts: tuple[Post, ...] = ()
    holders: tuple[Holder, ...] = ()
    keepers: tuple[User, ...] = ()

    @property
    def people(self) -> tuple[User, ...]:
        """Who would be written to about these actions, each once."""
        return tuple({one.user: None for one in self.reminded}) or self.keepers


def waiting_actions(reporting: ReportingQuarter) -> QuerySet[PlanAction]:
    """Return the actions of a quarter that had started and have no answer."""
    quarter = reporting.period
    own = PlanAction.objects.reported_under(reporting.plan).standing(on=quarter.last_day)
    return without_answer(own.filter(start__lte=quarter.last_day), quarter)


def chased(reporting: ReportingQuarter, *, on: date) -> list[ChasedLine]:
    """Return what waits, by lead organisation and plan; the organisation with most comes first."""
    waiting = waiting_actions(reporting).order_by()
    rows = list(waiting.values_list("plan", "lead").annotate(number=Count("pk")))
    plans = {
        plan.pk: plan
        for plan in Plan.objects.reported_under(reporting.plan).select_related("partnership")
    }
    leads = Organisation.objects.in_bulk([lead for _plan, lead, _number in rows if lead])
    posts, holders = posts_and_holders(leads, on=on)
    keepers = keepers_by_scope((plan.partnership.scope_id for plan in plans.values()), on=on)
    together: dict[int | None, int] = defaultdict(int)
    for _plan, lead, number in rows:
        together[lead] += number
    lines = [
        _line(
            plans[plan],
            leads.get(lead),
            number,
            posts=posts.get(lead, ()),
            holders=holders.get(lead, ()),
            keepers=keepers.get(plans[plan].partnership.scope_id, ()),
        )
        for plan, lead, number in rows
    ]
    return sorted(
        lines,
        key=lambda line: (
            -together[line.lead.pk if line.lead else None],
            str(line.lead or ""),
            line.plan.position,
            line.plan.short_name,
        ),
    )


def _line(
    plan: Plan,
    lead: Organisation | None,
    number: int,
    *,
    posts: Sequence[Post],
    holders: Sequence[Holder],
    keepers: Sequence[User],
) -> ChasedLine:
    reminded = tuple(one for one in holders if one.answers_in(plan.partnership.scope_id))
    if reminded:
        return ChasedLine(plan, lead, number, reminded)
    if lead is None:
        lack = Lack.LEAD
    elif holders:
        lack = Lack.ROLE
    else:
        lack = Lack.HOLDER if posts else Lack.POST
    return ChasedLine(
        plan, lead, number, (), lack, tuple(posts), tuple(holders), keepers=tuple(keepers)
    )


@dataclass(slots=True)
class Asked:
    """How many actions wait for a person: as an officer of the lead, and as keeper of the plan."""

    led: int = 0
    kept: int = 0

    @property
    def number(self) -> int:
        """How many wait for them together."""
        return self.led + self.kept


def asked_by_person(lines: Iterable[ChasedLine]) -> dict[User, Asked]:
    """Return who would be written to, with how many actions wait for each."""
    found: dict[User, Asked] = defaultdict(Asked)
    for line in lines:
        for person in line.people:
            if line.reminded:
                found[person].led += line.waiting
            else:
                found[person].kept += line.waiting
    return dict(found)
