"""How is the history of one record, or of the whole register, read?"""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.history import subjects
from govreg.core.history.forms import HistoryFilterForm
from govreg.core.history.models import ChangedRow, ChangeSet, Seal
from govreg.core.history.portions import Portion
from govreg.core.history.readable import entries
from govreg.core.history.timeline import timeline

OF_A_RECORD, OF_THE_REGISTER = 25, 15  # changes a page; the register’s are of more kinds


@access.signed_in
@require_safe
def record(request: HttpRequest, model: str, pk: int) -> HttpResponse:
    """Show everything that changed about one record, the latest first."""
    kind = subjects.kind_of(model)
    if kind is None:
        raise Http404
    visible = subjects.visible_records(model, request.user)
    thing = get_object_or_404(subjects.with_needs(visible), pk=pk)
    rows = ChangedRow.objects.filter(subject_model=model, subject_id=pk)
    rows = subjects.without_private(rows, request.user)
    portion = _portion(request, rows, OF_A_RECORD)
    context = {
        "title": f"History: {thing}",
        "breadcrumbs": [
            ("Home", "/"),
            (str(thing), subjects.address_of(thing, request.user)),
            ("History", None),
        ],
        "portion": portion,
        "timeline": timeline(
            entries(portion.sets, portion.rows_of(rows), known=[thing]),
            requests=_sees_requests(request),
        ),
    }
    return render(request, "history/record.html", context)


@access(Permission.VIEW_HISTORY)
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Show what changed in the whole register, as far as the reader may see it."""
    rows = ChangedRow.objects.filter(subjects.visible_rows(request.user))
    rows = subjects.without_private(rows, request.user)
    form = HistoryFilterForm(request.GET or None, user=request.user)
    if form.is_bound and form.is_valid():
        rows = _narrowed(rows, form.cleaned_data)
    portion = _portion(request, rows, OF_THE_REGISTER)
    last = Seal.objects.order_by("last_change_set").last()
    context = {
        "title": "History of the register",
        "breadcrumbs": [("Home", "/"), ("History", None)],
        "filter_form": form,
        "seal": last,
        "portion": portion,
        "timeline": timeline(
            entries(portion.sets, portion.rows_of(rows), say_about_to=request.user),
            requests=_sees_requests(request),
        ),
    }
    return render(request, "history/register.html", context)


def _narrowed(rows: QuerySet[ChangedRow], wanted: dict[str, Any]) -> QuerySet[ChangedRow]:
    if wanted["who"]:
        rows = rows.filter(change_set__by=wanted["who"])
    if wanted["what"]:
        rows = rows.filter(subject_model=wanted["what"])
    if wanted["words"]:
        rows = rows.filter(
            Q(change_set__verb__icontains=wanted["words"])
            | Q(change_set__reason__icontains=wanted["words"])
        )
    if wanted["after"]:
        rows = rows.filter(change_set__at__gte=clock.start_of(wanted["after"]))
    if wanted["before"]:
        rows = rows.filter(change_set__at__lte=clock.end_of(wanted["before"]))
    return rows


def _portion(request: HttpRequest, rows: QuerySet[ChangedRow], a_page: int) -> Portion:
    """Return one page of the change sets of which the reader may see a row.

    They are walked from the latest on, so that the first pages of a long history cost no more
    than those of a short one; for the same reason nobody counts them all.
    """
    seen = rows.order_by().filter(change_set=OuterRef("pk"))
    sets = ChangeSet.objects.filter(Exists(seen)).select_related("by")
    return Portion.asked_for(request.GET.get("page", ""), sets, a_page)


def _sees_requests(request: HttpRequest) -> bool:
    """Say whether the reader looks requests up in the log: whoever keeps people does."""
    user: Any = request.user
    return bool(user.may(Permission.ADMINISTER_PEOPLE))
