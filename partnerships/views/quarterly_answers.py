"""How does a lead agency answer for its actions of a quarter, on one page?"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import access
from govreg.core.editing.versions import StaleVersion
from govreg.core.history import once
from govreg.core.refusals import Refused
from partnerships.forms.quarterly_answers import FIELDS, AnswerRow
from partnerships.lists.answer_grid import grid_rows, in_words
from partnerships.models import Plan, PlanAction, QuarterlyAnswer, ReportingQuarter
from partnerships.queries.answering import (
    PlanAnswered,
    answer_lines,
    answerable_actions,
    plans_answered,
    quarters_missed,
    quarters_waiting,
    with_plans,
    without_answer,
)
from partnerships.services.quarterly_answers import answer_many

from .answer_words import SAVED, SAVED_LATE, left_out, nothing_saved, problems, told
from .partnerships import HOME
from .plan_loading import PLAN_NEEDS, quarter_of_plan

MOST_ROWS = 100
MINE = "Your quarterly answers"
#: Which rows were saved last, until the page that follows has marked them.
JUST_SAVED = "answers-just-saved"


@access.signed_in
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Show the quarters that ask the reader, with how many of their actions wait."""
    context = {
        "title": MINE,
        "breadcrumbs": [HOME, (MINE, None)],
        "quarters": quarters_waiting(request.user, on=clock.today()),
        "missed": quarters_missed(request.user, on=clock.today()),
    }
    return render(request, "partnerships/quarters/mine.html", context)


@dataclass(slots=True)
class _Asked:
    """What the address of the grid asks for."""

    reporting: ReportingQuarter
    plans: list[PlanAnswered]
    page: Page
    rows: list[AnswerRow] = field(default_factory=list)
    plan: str = ""
    waiting: bool = False
    refused: str = ""
    late: bool = False
    #: How many answers were sent for actions that are not the reader's to answer for.
    left_out: int = 0


@access.signed_in
def answer(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Answer for the actions of a quarter: a row each, saved together or one by one."""
    asked = _asked(request, pk, slug)
    if request.method != "POST":
        return _page(request, asked)
    if "row" in request.POST:
        asked.rows = [row for row in asked.rows if row.key == request.POST["row"]]
        return _one(request, asked)
    saved = _save(request, asked)
    if asked.refused or any(row.errors for row in asked.rows):
        return _page(request, asked, saved=saved)
    if saved:
        messages.success(request, told(saved, late=asked.late))
    elif not asked.left_out:
        messages.info(request, nothing_saved(asked.rows))
    if asked.left_out:
        messages.warning(request, left_out(asked.left_out, nothing_saved=not saved))
    rows = {row.key: row.said for row in saved}
    request.session[JUST_SAVED] = {"page": request.path, "rows": rows}
    return redirect(request.get_full_path())


def _asked(request: HttpRequest, pk: int, slug: str) -> _Asked:
    """Return the rows of the address; whoever answers for none of the actions finds nothing."""
    plan = Plan.objects.select_related(*PLAN_NEEDS).filter(pk=pk, parent=None).first()
    if plan is None:
        raise Http404
    reporting = quarter_of_plan(plan, slug)
    period = reporting.period
    actions = answerable_actions(plan, period, user=request.user, on=clock.today())
    plans = plans_answered(actions)
    if not plans:
        raise Http404
    chosen = request.GET.get("plan", "")
    if chosen in {str(one.pk) for one in plans}:
        actions = actions.filter(plan=int(chosen))
    else:
        chosen = ""
    waiting = request.GET.get("show") == "waiting"
    if waiting and request.method != "POST":
        actions = without_answer(actions, period)
    page = Paginator(actions, MOST_ROWS).get_page(request.GET.get("page", "1")[:10])
    if request.method == "POST":
        # Those that were sent, whatever waits by now.
        shown = _sent(request, actions)
        page = Paginator(shown, MOST_ROWS).get_page(1) if waiting else page
        page.object_list = shown
    else:
        shown = with_plans(page.object_list)  # type: ignore[arg-type]
    data = request.POST if request.method == "POST" else None
    rows = [AnswerRow(line, data) for line in answer_lines(shown, period)]
    late = not reporting.is_open and (data is None or data.get("late") == "yes")
    asked = _Asked(reporting, plans, page, rows, plan=chosen, waiting=waiting, late=late)
    asked.left_out = len(_answered_keys(request) - {row.line.action.pk for row in rows})
    return asked


def _sent(request: HttpRequest, actions: Any) -> list[PlanAction]:
    return with_plans(actions.filter(pk__in=_keys(request)[:MOST_ROWS]))


def _keys(request: HttpRequest) -> list[int]:
    names = [name.removeprefix("seen_") for name in request.POST if name.startswith("seen_")]
    return [int(name) for name in names if name.isascii() and name.isdigit() and len(name) < 19]


def _answered_keys(request: HttpRequest) -> set[int]:
    """Return the actions for which something was typed and sent."""
    return {
        key for key in _keys(request) if any(request.POST.get(f"{name}_{key}") for name in FIELDS)
    }


def _save(request: HttpRequest, asked: _Asked) -> list[AnswerRow]:
    """Save the rows that were touched and are right, together; return those that were saved.

    One that somebody answered meanwhile holds none of the others back.
    """
    rows = [row for row in asked.rows if row.is_touched and row.check()]
    while rows:
        given = {row.line.action: row.given() for row in rows}
        try:
            answer_many(
                root=asked.reporting.plan,
                quarter=asked.reporting.period,
                given=given,
                on=clock.today(),
                by=request.user,
                late=asked.late,
            )
        except StaleVersion as stale:
            met = _met(rows, stale)
            rows = [row for row in rows if row is not met]
        except Refused as refused:
            asked.refused = refused.refusal.sentence
            asked.late = not asked.reporting.is_open
            return []
        else:
            for row in rows:
                row.said = SAVED_LATE if asked.late else SAVED
            return rows
    return []


def _met(rows: list[AnswerRow], stale: StaleVersion) -> AnswerRow:
    current: Any = stale.current
    key = current.action_id if isinstance(current, QuarterlyAnswer) else current.pk
    row = next(row for row in rows if row.line.action.pk == key)
    if isinstance(current, QuarterlyAnswer):
        row.meet(current)
    else:
        row.errors["rating"] = "This row is out of date. Open the page again."
    return row


def _one(request: HttpRequest, asked: _Asked) -> HttpResponse:
    """Save one row as its writer leaves it, and say how it went."""
    if not asked.rows:
        raise Http404
    row = asked.rows[0]
    saved = _save(request, asked)
    problem = asked.refused or " ".join(row.errors.values())
    said = problem or row.said
    seen = row.seen + len(saved) if row.is_touched else row.seen
    found = {"said": said, "problem": bool(problem), "seen": seen}
    if asked.refused and asked.late:
        found["offer"] = "Save as late answers"
    if row.meanwhile is not None:
        found["meanwhile"] = in_words(row.meanwhile)
    return JsonResponse(found)


def _mark(request: HttpRequest, rows: list[AnswerRow]) -> None:
    """Say beside each row that was saved just now that it was."""
    if JUST_SAVED in request.session:
        saved = request.session.pop(JUST_SAVED)
        if saved["page"] == request.path:
            for row in rows:
                row.said = saved["rows"].get(row.key, row.said)


def _options(asked: _Asked) -> SafeString:
    """Return the plans to choose from; a council may have a hundred."""
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (one.pk, mark_safe(" selected") if str(one.pk) == asked.plan else "", one.short_name)
            for one in asked.plans
        ),
    )


def _page(request: HttpRequest, asked: _Asked, *, saved: Sequence[AnswerRow] = ()) -> HttpResponse:
    reporting = asked.reporting
    _mark(request, asked.rows)
    context = {
        "title": "Answer for the quarter",
        "caption": str(reporting),
        "breadcrumbs": [
            HOME,
            (MINE, reverse("partnerships:quarterly-answers")),
            (str(reporting.period), None),
        ],
        "reporting": reporting,
        "rows": list(grid_rows(asked.rows, shows_plan=len(asked.plans) > 1)),
        "plan_options": _options(asked),
        "waiting_only": asked.waiting,
        "page": asked.page,
        "late": asked.late or not reporting.is_open,
        "problems": problems(asked.rows, refused=asked.refused, late=asked.late),
        "saved": told(list(saved), late=asked.late),
        "left_out": left_out(asked.left_out, nothing_saved=False),
        "closed_meanwhile": bool(asked.refused and asked.late),
        "once": once.new_token(),
        "shows_plan": len(asked.plans) > 1,
    }
    stale = any(row.meanwhile for row in asked.rows)
    return render(
        request, "partnerships/quarters/answer.html", context, status=409 if stale else 200
    )
