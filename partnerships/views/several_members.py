"""How does an area manager enter a whole board's members on one page?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from govreg.core.access import Permission, access
from govreg.core.editing.saving import attempt
from partnerships.forms.memberships import (
    MOST_ROWS,
    MemberRows,
    SeveralMembersForm,
    member_rows,
)
from partnerships.services.memberships import add_members

from .loading import partnership_with_kept_members
from .memberships import under_members

FEW_ROWS = 5


@access(Permission.KEEP_MEMBERSHIP)
def add_several(request: HttpRequest, reference: str) -> HttpResponse:
    """Add several members of one body from one day: all of them or none."""
    partnership = partnership_with_kept_members(request, reference)
    members = reverse("partnerships:members", args=[reference])
    data = request.POST if request.method == "POST" else None
    form = SeveralMembersForm(data, partnership=partnership)
    rows = member_rows(_how_many(request))(data, cancel_url=members)
    if request.method == "POST" and _both_valid(form, rows):
        shared = form.shared()
        several = [{**row, **shared} for row in rows.chosen()]
        attempt(
            form, lambda: add_members(partnership=partnership, several=several, by=request.user)
        )
        if not form.errors:
            members_added = "1 member was" if len(several) == 1 else f"{len(several)} members were"
            messages.success(request, f"{members_added} added.")
            return redirect(members)
    context = {
        "title": "Add several members",
        "caption": partnership.name,
        "breadcrumbs": under_members(partnership, ("Add several members", None)),
        "form": form,
        "formset": rows,
        "partnership": partnership,
        "more_rows": MOST_ROWS if rows.total_form_count() < MOST_ROWS else 0,
    }
    return render(request, "partnerships/memberships/add_several.html", context)


def _both_valid(form: SeveralMembersForm, rows: MemberRows) -> bool:
    """Check both, so that the page says everything that is wrong at once."""
    checked = [form.is_valid(), rows.is_valid()]
    return all(checked)


def _how_many(request: HttpRequest) -> int:
    asked = request.GET.get("rows", "")[:4]
    wanted = int(asked) if asked.isascii() and asked.isdigit() else FEW_ROWS
    return min(max(wanted, 1), MOST_ROWS)
