"""How are a partnership's particulars changed?"""

from typing import Any

from django.http import HttpRequest, HttpResponse

from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from partnerships.forms.particulars import ParticularsForm, values_of
from partnerships.services.particulars import describe_particulars

from .loading import kept_partnership
from .partnerships import under


@access(Permission.KEEP_PARTNERSHIPS)
def particulars(request: HttpRequest, reference: str) -> HttpResponse:
    """Change what is recorded of a partnership beside its entry."""
    partnership = kept_partnership(request, reference)
    form = ParticularsForm(
        request.POST if request.method == "POST" else None,
        record=partnership,
        initial=values_of(partnership),
        cancel_url=partnership.get_absolute_url(),
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
        breadcrumbs=under(partnership, "Change the particulars"),
    )
