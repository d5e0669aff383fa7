"""How does a person see what changed between two days?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.refusals import Refused
from govreg.reports.documents.changes import Changes, changes_between
from govreg.reports.forms.changes import ChangesForm
from govreg.reports.queries.follow_up import seen_by
from govreg.reports.queries.follow_up_facts import Choice

TITLE = "What changed"


@access(Permission.VIEW_ISSUED_REVIEWS)
@require_safe
def what_changed(request: HttpRequest) -> HttpResponse:
    """Lay two days of the register side by side, for whoever may see what is compared."""
    asked = any(name.startswith(("since", "until")) for name in request.GET)
    form = ChangesForm(
        request.GET if asked else None,
        user=request.user,
        initial={name: request.GET.get(name) for name in ("review", "partnership")},
    )
    context: dict[str, Any] = {
        "title": TITLE,
        "breadcrumbs": [("Home", "/"), (TITLE, None)],
        "form": form,
    }
    status = 200
    if asked and form.is_valid():
        try:
            context["changes"] = _changes(request, form.cleaned_data)
        except Refused as error:
            context["refusal"] = error.refusal
            status = 400
    elif asked:
        status = 400
    return render(request, "reports/screen/what_changed.html", context, status=status)


def _changes(request: HttpRequest, asked: dict[str, Any]) -> Changes:
    review, partnership = asked["review"], asked["partnership"]
    choice = Choice(review.pk if review else None, partnership.pk if partnership else None)
    return changes_between(
        choice,
        seen_by(request.user),
        since=asked["since"],
        until=asked["until"],
        partnership=partnership,
    )
