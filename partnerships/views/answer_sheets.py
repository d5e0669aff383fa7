"""How does a lead agency take the sheet of a quarter out, fill it in and bring it back?"""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import access
from govreg.core.transfer.models import UploadedTable
from govreg.core.transfer.plan import CHANGED, NEW, Plan
from partnerships.models import Plan as PartnershipPlan
from partnerships.models import ReportingQuarter
from partnerships.queries.answering import answerable_actions
from partnerships.sheets.quarterly_answers import SHEET, QuarterlyAnswers

from .desks import Desk, look_through, send, take_in
from .partnerships import HOME
from .plan_loading import PLAN_NEEDS, quarter_of_plan
from .quarterly_answers import MINE

TITLE = "Answers by spreadsheet"
CLOSED_MEANWHILE = (
    "Nothing was written: the quarter was closed, or opened again, after the file was chosen. What "
    "the sheet would do now is another thing. Choose it again."
)


def _asked(request: HttpRequest, pk: int, slug: str) -> tuple[ReportingQuarter, int]:
    """Return the quarter and how many actions the person answers for; 404 where for none."""
    plans = PartnershipPlan.objects.select_related(*PLAN_NEEDS)
    plan = plans.filter(pk=pk, parent=None).first()
    if plan is None:
        raise Http404
    reporting = quarter_of_plan(plan, slug)
    actions = answerable_actions(plan, reporting.period, user=request.user, on=clock.today())
    count = actions.count()
    if not count:
        raise Http404
    return reporting, count


def _desk(reporting: ReportingQuarter) -> Desk:
    args = [reporting.plan.pk, reporting.period.slug]
    grid = reverse("partnerships:answer-quarter", args=args)
    standing = "open" if reporting.is_open else "closed"
    return Desk(
        sheet=SHEET,
        # What was chosen while the quarter was open is not imported as late answers.
        place=f"quarter {reporting.pk}, {standing}",
        title=TITLE,
        breadcrumbs=[
            HOME,
            (MINE, reverse("partnerships:quarterly-answers")),
            (str(reporting.period), grid),
            (TITLE, None),
        ],
        back=grid,
        upload=reverse("partnerships:answer-sheet", args=args),
        needs=("Reference", "Version", "Quarter", "Answer"),
        template="partnerships/quarters/sheet.html",
        caption=str(reporting),
    )


@access.signed_in
def answer_sheet(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Offer the sheet of one's own actions, and take a filled one in."""
    reporting, count = _asked(request, pk, slug)
    return take_in(
        request,
        _desk(reporting),
        leads_to=lambda key: reverse("partnerships:answer-sheet-preview", args=[pk, slug, key]),
        reporting=reporting,
        plan=reporting.plan,
        count=count,
    )


@access.signed_in
@require_safe
def download(request: HttpRequest, pk: int, slug: str, form: str) -> HttpResponseBase:
    """Send the sheet of one's own actions, with what was answered already."""
    reporting, _count = _asked(request, pk, slug)
    binding = QuarterlyAnswers(reporting, by=request.user)
    return send(request, binding, form, f"answers-{reporting.period.slug}")


@access.signed_in
def preview(request: HttpRequest, pk: int, slug: str, upload: int) -> HttpResponse:
    """Show which answers a sheet would give, and give them."""
    reporting, _count = _asked(request, pk, slug)
    desk = _desk(reporting)
    mine = UploadedTable.objects.filter(by_id=request.user.pk, sheet=SHEET.key, pk=upload)
    if mine.filter(place__startswith=f"quarter {reporting.pk},").exclude(place=desk.place).exists():
        messages.warning(request, CLOSED_MEANWHILE)
        return redirect(desk.upload)
    return look_through(
        request,
        upload,
        desk,
        bind=lambda _table: QuarterlyAnswers(reporting, by=request.user),
        done=lambda plan: _told(plan, late=not reporting.is_open),
    )


def _told(plan: Plan, *, late: bool) -> str:
    count = plan.counts[NEW] + plan.counts[CHANGED]
    what = "late answer" if late else "answer"
    return f"{count} {what}{' was' if count == 1 else 's were'} saved."
