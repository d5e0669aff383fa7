"""How are a partnership's particulars read and changed?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from partnerships.forms.particulars import ParticularsForm, values_of
from partnerships.models import Partnership
from partnerships.queries.particulars import particulars_of
from partnerships.services.particulars import describe_particulars

from .loading import keeps_partnership, kept_partnership, seen_partnership
from .partnerships import trail
from .sections import section


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def particulars(request: HttpRequest, reference: str) -> HttpResponse:
    """Show what is recorded of a partnership beside its entry."""
    partnership = seen_partnership(request, reference)
    context = {
        **section(partnership, "particulars", "Particulars"),
        "rows": particulars_of(partnership),
        "may_keep_entry": keeps_partnership(request, partnership),
    }
    return render(request, "partnerships/partnerships/particulars.html", context)


@access(Permission.KEEP_PARTNERSHIPS)
def change(request: HttpRequest, reference: str) -> HttpResponse:
    """Change what is recorded of a partnership beside its entry."""
    partnership = kept_partnership(request, reference)
    form = ParticularsForm(
        request.POST if request.method == "POST" else None,
        record=partnership,
        initial=values_of(partnership),
        cancel_url=_address(partnership),
    )

    def save() -> Any:
        return describe_particulars(
            partnership=partnership,
            version=form.version,
            values=form.particulars(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The particulars of {saved.name} were saved.",
        values_of=values_of,
        title="Change the particulars",
        caption=partnership.name,
        breadcrumbs=trail(
            (partnership.name, partnership.get_absolute_url()),
            ("Particulars", _address(partnership)),
            ("Change", None),
        ),
        to=_address(partnership),
    )


def _address(partnership: Partnership) -> str:
    return reverse("partnerships:particulars", args=[partnership.reference])
