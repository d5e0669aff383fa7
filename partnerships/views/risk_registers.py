"""How is it recorded whether a risk register is kept?"""

from django.http import HttpRequest, HttpResponse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from partnerships.forms.risks import RegisterStateForm
from partnerships.services import risks as services

from .loading import kept_partnership
from .risks import address, under_risks


@access(Permission.KEEP_PARTNERSHIPS)
def state_register(request: HttpRequest, reference: str) -> HttpResponse:
    """Record whether a risk register is kept."""
    partnership = kept_partnership(request, reference)
    form = RegisterStateForm(
        request.POST if request.method == "POST" else None,
        partnership=partnership,
        initial={"day": clock.today(), "body": request.GET.get("body", "")[:20]},
        cancel_url=address(partnership),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.state_register(
            partnership=partnership, values=form.entry(), by=request.user
        ),
        done=lambda saved: f"{saved}: {saved.get_state_display().lower()}. It was recorded.",
        to=address(partnership),
        title="Record whether a risk register is kept",
        caption=partnership.name,
        breadcrumbs=under_risks(partnership, ("Record a register’s state", None)),
    )
