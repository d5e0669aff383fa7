"""How is the history of one record, or of the whole register, read?"""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.history import subjects
from govreg.core.history.forms import HistoryFilterForm
from govreg.core.history.models import ChangedRow, ChangeSet, Seal
from govreg.core.history.readable import entries

OF_A_RECORD, OF_THE_REGISTER = 25, 15  # changes a page; the register’s are of more kinds


@access.signed_in
@require_safe
def record(request: HttpRequest, model: str, pk: int) -> HttpResponse:
    """Show everything that changed about one record, the latest first."""
    kind = subjects.kind_of(model)
    if kind is None:
        raise Http404
    thing = get_object_or_404(subjects.visible_records(model, request.user), pk=pk)
    rows = ChangedRow.objects.filter(subject_model=model, subject_id=pk)
    rows = subjects.without_private(rows, request.user)
    context = {
        "title": f"History: {thing}",
        "breadcrumbs": [("Home", "/"), (str(thing), thing.get_absolute_url()), ("History", None)],
        **_page(request, rows, OF_A_RECORD),
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
    last = Seal.objects.order_by("last_change_set").last()
    context = {
        "title": "History of the register",
        "breadcrumbs": [("Home", "/"), ("History", None)],
        "filter_form": form,
        "seal": last,
        **_page(request, rows, OF_THE_REGISTER, say_about=True),
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


def _page(
    request: HttpRequest, rows: QuerySet[ChangedRow], a_page: int, *, say_about: bool = False
) -> dict[str, Any]:
    """Return one page of change sets, with the rows that the reader may see of each."""
    sets = ChangeSet.objects.filter(pk__in=rows.order_by().values("change_set_id"))
    paginator = Paginator(sets.select_related("by"), a_page)
    page = paginator.get_page(request.GET.get("page"))
    shown = list(page.object_list)
    visible = rows.filter(change_set__in=shown).order_by("pk")
    found = entries(shown, visible, say_about=say_about)
    user: Any = request.user
    return {
        "entries": found,
        "page": page,
        "count": paginator.count,
        "shows_requests": user.may(Permission.ADMINISTER_PEOPLE),
    }
