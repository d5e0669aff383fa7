"""How is a quarter of a plan read, grouped anew and followed down to its actions?"""

from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.days import DAY_TO_COME, NOT_A_DAY, day_meant
from govreg.core.ui.addresses import address_of
from govreg.core.ui.lists import list_response
from govreg.core.ui.lists.export import formats
from govreg.core.ui.lists.register_list import EXPORT
from partnerships.lists.plan_actions import ProgressLineList
from partnerships.lists.progress_table import ProgressTableList, rows_html, trend_html
from partnerships.models import QuarterVersion, ReportingQuarter
from partnerships.queries.answering import answerable_actions, without_answer
from partnerships.queries.late_answers import came_late_for, late_answers
from partnerships.queries.lead_agencies import answers_for_some
from partnerships.queries.plan_page import listed_lines
from partnerships.queries.progress_chart import (
    MOST_BARS,
    chart_of,
    drawn_in_part,
    trend_chart,
    trend_of,
)
from partnerships.queries.progress_table import (
    AREAS,
    BY_PLAN,
    GROUPINGS,
    area_plans,
    in_group,
    lines_of,
    progress_table,
)
from partnerships.queries.quarter_versions import earlier_versions, version_told
from partnerships.rules.quarterly_status import QuarterlyStatus

from .plan_loading import reopens_quarters, runs_quarters, seen_quarter, under_plan


def under_quarter(reporting: ReportingQuarter, *steps: tuple[str, str | None]) -> list:
    """Return the breadcrumbs of a page under a quarter."""
    here = (str(reporting.period), reporting.get_absolute_url() if steps else None)
    return under_plan(reporting.plan, here, *steps)


def _grouping(request: HttpRequest) -> str:
    asked = request.GET.get("by", BY_PLAN)
    return asked if asked in GROUPINGS else BY_PLAN


def _version(request: HttpRequest, reporting: ReportingQuarter) -> QuarterVersion | None:
    asked = request.GET.get("version", "")
    if not asked:
        return None
    if not (asked.isascii() and asked.isdigit() and len(asked) < 5):
        raise Http404
    found = reporting.versions.filter(number=int(asked)).first()
    if found is None:
        raise Http404
    return found


def _asked(request: HttpRequest) -> tuple[date, str]:
    """Return the day as at which the reader asks, and what is wrong with what they typed."""
    typed = request.GET.get("as-at", "").strip()
    day = day_meant(typed) if typed else clock.today()
    if day is None:
        return clock.today(), NOT_A_DAY.format(typed=typed[:40])
    if day > clock.today():
        return clock.today(), DAY_TO_COME
    return day, ""


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def quarter(request: HttpRequest, pk: int, slug: str) -> HttpResponseBase:
    """Show the summary progress table of a quarter, with its legend and response rate."""
    reporting = seen_quarter(request, pk, slug)
    prefetch_related_objects([reporting], "versions")
    plan, period = reporting.plan, reporting.period
    day, problem = _asked(request)
    table = progress_table(
        plan,
        period,
        reporting=reporting,
        day=day,
        grouping=_grouping(request),
        version=_version(request, reporting),
    )
    if EXPORT in request.GET and not problem:
        rows: Any = table.rows
        crumbs = under_quarter(reporting)
        return list_response(
            request, ProgressTableList, rows, title=str(period), breadcrumbs=crumbs
        )
    trend, held = trend_of(plan, table, day=day), table.version
    listed = address_of("partnerships:quarter-actions", pk, slug)
    context = {
        "title": str(period),
        "caption": plan.name,
        "breadcrumbs": under_quarter(reporting),
        "reporting": reporting,
        "plan": plan,
        "table": table,
        "statuses": list(QuarterlyStatus),
        "chart": chart_of(table, plan),
        "most_bars": MOST_BARS if drawn_in_part(table) else 0,
        "trend_rows": trend_html(trend, plan=plan.pk) if len(trend) > 1 else "",
        "trend_chart": trend_chart(trend, plan),
        "groupings": [(key, label) for key, label in GROUPINGS.items()],
        "version": held and version_told(held, reporting, on=max(day, held.closed_on)),
        "earlier": earlier_versions(reporting, than=held, on=day),
        "to_open": day < reporting.opened_on,
        "came_late": came_late_for(reporting, closed_at=held.closed_at)
        if held and not reporting.is_open and day == clock.today()
        else 0,
        "late": late_answers(reporting, day=day),
        "day": day,
        "typed": request.GET.get("as-at", "")[:60],
        "problem": problem,
        "is_past": day < clock.today(),
        "shown": rows_html(table, actions=listed, kept=_kept(request)),
        "files": [(one.label, _file(request, one.name)) for one in formats()],
        **_to_answer(request, reporting),
        "may_run": runs_quarters(request, plan),
        "may_reopen": reopens_quarters(request) and not reporting.is_open,
    }
    status = 400 if problem else 200
    return render(request, "partnerships/quarters/page.html", context, status=status)


def _to_answer(request: HttpRequest, reporting: ReportingQuarter) -> dict[str, Any]:
    """Say whether the reader answers for an action, and for how many they may still answer late."""
    if not answers_for_some(request.user, on=clock.today()):
        return {"answers": False}
    plan, period = reporting.plan, reporting.period
    own = answerable_actions(plan, period, user=request.user, on=clock.today())
    answers = own.exists()
    if reporting.is_open or not answers:
        return {"answers": answers}
    return {"answers": answers, "missed": without_answer(own, period).count()}


def _file(request: HttpRequest, name: str) -> str:
    """Return where the table is downloaded as a kind of file."""
    query = request.GET.copy()
    query[EXPORT] = name
    return f"?{query.urlencode()}"


def _kept(request: HttpRequest) -> str:
    """Return what a way down keeps of the address: the version and the day."""
    query = request.GET.copy()
    for name in list(query):
        if name not in {"version", "as-at", "by"}:
            del query[name]
    return query.urlencode()


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def actions(request: HttpRequest, pk: int, slug: str) -> HttpResponseBase:
    """List the actions behind a cell of the table: of a row, with a status, or both."""
    reporting = seen_quarter(request, pk, slug)
    grouping = _grouping(request)
    lines = lines_of(
        reporting.plan,
        reporting.period,
        reporting=reporting,
        day=_asked(request)[0],
        version=_version(request, reporting),
    )
    row, status = request.GET.get("row", ""), request.GET.get("status", "")
    within = request.GET.get("plan", "")
    if within:
        lines = [line for line in lines if str(line.plan) == within]
    if row == AREAS:
        areas = area_plans(reporting.plan)
        lines = [line for line in lines if line.plan in areas]
    elif row:
        lines = [line for line in lines if str(in_group(line, grouping) or 0) == row]
    if status:
        lines = [line for line in lines if line.status == status]
    found = listed_lines(
        lines, request.user, late_in=None if reporting.is_open else reporting.period
    )
    hidden = len(lines) - len(found)
    words = QuarterlyStatus(status).label if status in set(QuarterlyStatus) else "All"
    if request.GET.get("late"):
        found, words = [line for line in found if line.only_late], "Answered late"
    return list_response(
        request,
        ProgressLineList,
        found,  # type: ignore[arg-type]
        title=f"Actions: {words.lower()}",
        breadcrumbs=under_quarter(reporting, (f"Actions: {words.lower()}", None)),
        template="partnerships/quarters/actions.html",
        extra={
            "caption": str(reporting),
            "hidden": hidden,
            "back": f"{reporting.get_absolute_url()}?{_kept(request)}",
        },
    )
