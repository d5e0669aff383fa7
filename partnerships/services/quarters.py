"""How is a quarter of a plan opened, closed, published and reopened?"""

from collections import defaultdict
from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.access import Permission
from govreg.core.editing.versions import locked
from govreg.core.history import bulk
from govreg.core.history.change import change
from govreg.core.quarters import Quarter
from govreg.core.refusals import enforce
from partnerships.models import FrozenPlan, Plan, PlanAction, QuarterVersion, ReportingQuarter
from partnerships.queries.progress_lines import ProgressLine, live_lines, plans_reported
from partnerships.queries.progress_table import BY_PLAN, counts_by
from partnerships.rules import quarters as rules

from .allowed import enforce_running_quarters

State = ReportingQuarter.State


def open_quarter(
    *, plan: Plan, quarter: Quarter, answers_by: date, on: date, by: Any
) -> ReportingQuarter:
    """Ask for a quarter of a plan and of those under it, to be answered by a day."""
    scope = plan.partnership.scope
    with change(verb=f"Opened {quarter}", by=by, scope=scope):
        enforce_running_quarters(plan.partnership, by=by)
        plan = locked(Plan, plan.pk)
        enforce(rules.refusal_of_part(has_parent=plan.parent_id is not None))
        actions = PlanAction.objects.reported_under(plan).standing(on=quarter.last_day)
        enforce(
            rules.refusal_to_open(
                quarter=quarter,
                already=ReportingQuarter.objects.of(plan, quarter).exists(),
                actions=actions.count(),
                plan_start=plan.start,
                plan_end=plan.end,
                answers_by=answers_by,
                on=on,
            )
        )
        reporting = ReportingQuarter(
            plan=plan,
            financial_year=str(quarter.year),
            quarter=quarter.number,
            opened_on=on,
            answers_by=answers_by,
        )
        reporting.save()
    return reporting


def close_quarter(*, reporting: ReportingQuarter, on: date, by: Any) -> QuarterVersion:
    """Freeze the figures of a quarter, with how each action stands.

    Whoever answers holds the quarter until the answer is written, so that none falls between.
    """
    partnership = reporting.plan.partnership
    with change(verb=f"Closed {reporting.period}", by=by, scope=partnership.scope):
        enforce_running_quarters(partnership, by=by)
        reporting = _locked(reporting)
        period = reporting.period
        enforce(rules.refusal_to_close(state=reporting.state, quarter=period, on=on))
        reporting.state, reporting.closed_on = State.CLOSED, on
        reporting.save()
        version = QuarterVersion(
            reporting=reporting,
            number=reporting.versions.count() + 1,
            closed_at=clock.now(),
            closed_on=on,
        )
        version.save()
        # What is known as it is closed, whatever day it is said to be closed on.
        _freeze(version, live_lines(reporting.plan, period, day=clock.today()))
    return version


def _freeze(version: QuarterVersion, lines: list[ProgressLine]) -> None:
    counts = counts_by(lines, BY_PLAN)
    by_plan: dict[int, list[list[Any]]] = defaultdict(list)
    for line in lines:
        by_plan[line.plan].append(line.frozen())
    plans = plans_reported(version.reporting.plan, version.reporting.period)
    bulk.create(
        [
            FrozenPlan(
                version_of=version,
                plan=plan,
                short_name=plan.short_name,
                green=counts[plan.pk].green,
                amber=counts[plan.pk].amber,
                red=counts[plan.pk].red,
                white=counts[plan.pk].white,
                blank=counts[plan.pk].blank,
                lines=by_plan[plan.pk],
            )
            for plan in plans
            if plan.pk in counts
        ]
    )


def publish_quarter(*, reporting: ReportingQuarter, on: date, by: Any) -> ReportingQuarter:
    """Say that the closed figures may be reported."""
    partnership = reporting.plan.partnership
    with change(verb=f"Published {reporting.period}", by=by, scope=partnership.scope):
        enforce_running_quarters(partnership, by=by)
        reporting = _locked(reporting)
        enforce(rules.refusal_to_publish(state=reporting.state))
        reporting.state, reporting.published_on = State.PUBLISHED, on
        reporting.save()
    return reporting


def reopen_quarter(
    *, reporting: ReportingQuarter, on: date, by: Any, reason: str
) -> ReportingQuarter:
    """Reopen a closed quarter: the version stays, and closing again makes the next."""
    scope = reporting.plan.partnership.scope
    verb = f"Reopened {reporting.period}"
    with change(verb=verb, by=by, reason=reason, scope=scope):
        may_reopen = by is None or by.may(Permission.REOPEN_QUARTERS)
        enforce(rules.refusal_to_reopen_by(may_reopen=may_reopen))
        reporting = _locked(reporting)
        enforce(rules.refusal_to_reopen(state=reporting.state, reason=reason))
        version = locked(QuarterVersion, reporting.versions.order_by("-number")[0].pk)
        version.reporting = reporting
        version.published_on = reporting.published_on
        version.reopened_on, version.reopened_because = on, reason.strip()
        version.save()
        reporting.state = State.OPEN
        reporting.closed_on = reporting.published_on = None
        reporting.save()
    return reporting


def _locked(reporting: ReportingQuarter) -> ReportingQuarter:
    plan = reporting.plan
    reporting = locked(ReportingQuarter, reporting.pk)
    reporting.plan = plan
    return reporting
