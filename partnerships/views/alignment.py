"""How does a partnership state what it contributes, and which partnerships state nothing?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.ui.lists import list_response
from partnerships.forms.alignment import ContributionForm, last_said
from partnerships.lists.alignment import AlignmentList
from partnerships.models import Partnership, StrategicTheme, ThemeContribution
from partnerships.queries.alignment import alignment_of
from partnerships.queries.health import NOT_AT_WORK
from partnerships.services.alignment import state_contribution

from .loading import keeps_partnership, kept_partnership, seen_partnership
from .partnerships import trail
from .sections import section

TITLE = "Alignment"


@access(Permission.VIEW_PARTNERSHIPS)
def all_alignment(request: HttpRequest) -> HttpResponseBase:
    """List the partnerships at work that are not aligned with a strategy, or are."""
    seen = Partnership.objects.visible_to(request.user).exclude(status__in=NOT_AT_WORK)
    return list_response(
        request,
        AlignmentList,
        seen.select_related("lead"),
        title=TITLE,
        breadcrumbs=trail((TITLE, None)),
        template="partnerships/alignment/list.html",
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def alignment(request: HttpRequest, reference: str) -> HttpResponse:
    """Show what a partnership states of each theme of the frameworks in force."""
    partnership = seen_partnership(request, reference)
    context = {
        **section(partnership, "alignment", TITLE),
        "frameworks": alignment_of(partnership, on=clock.today()),
        "may_keep": keeps_partnership(request, partnership),
    }
    return render(request, "partnerships/alignment/page.html", context)


@access(Permission.KEEP_PARTNERSHIPS)
def state(request: HttpRequest, reference: str, theme_pk: int) -> HttpResponse:
    """State what a partnership contributes to a theme."""
    partnership = kept_partnership(request, reference)
    themes = StrategicTheme.objects.select_related("framework")
    theme: StrategicTheme = get_object_or_404(themes, pk=theme_pk)
    before = ThemeContribution.objects.filter(partnership=partnership, theme=theme).first()
    address = reverse("partnerships:alignment", args=[reference])
    form = ContributionForm(
        request.POST if request.method == "POST" else None,
        initial={**last_said(before), "day": clock.today()},
        cancel_url=address,
    )

    def save() -> Any:
        return state_contribution(
            partnership=partnership, theme=theme, values=form.statement(), by=request.user
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The contribution to “{theme.name}” was recorded.",
        to=address,
        title=f"Contribution to {theme.name}",
        caption=partnership.name,
        intro=f"{theme.get_kind_display()} of {theme.framework}. Earlier statements are kept.",
        breadcrumbs=trail(
            (partnership.name, partnership.get_absolute_url()),
            (TITLE, address),
            (theme.name, None),
        ),
    )
