"""How are the members' declared interests read, recorded and corrected?"""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from govreg.core.ui.lists.cells import link
from partnerships.forms.interests import CorrectInterestForm, NewInterestForm, values_of
from partnerships.lists.interests import InterestList
from partnerships.models import Interest, Partnership
from partnerships.queries.interests import interests_of
from partnerships.services.interests import correct_interest, declare_interest

from .loading import keeps_members, partnership_with_kept_members, seen_partnership
from .partnerships import trail
from .sections import section

TITLE = "Interests"


@access(Permission.VIEW_PARTNERSHIPS)
def interests(request: HttpRequest, reference: str) -> HttpResponseBase:
    """List what the members declared; of what is exempt, only that it is."""
    partnership = seen_partnership(request, reference)
    page = section(partnership, "interests", TITLE)
    return list_response(
        request,
        InterestList,
        interests_of(partnership, request.user),
        title=TITLE,
        breadcrumbs=page["breadcrumbs"],
        template="partnerships/interests/list.html",
        extra={**page, "may_keep_members": keeps_members(request, partnership)},
    )


def _under(partnership: Partnership, *steps: tuple[str, str | None]) -> list:
    here = (partnership.name, partnership.get_absolute_url())
    listed = reverse("partnerships:interests", args=[partnership.reference])
    return trail(here, (TITLE, listed), *steps)


def _interest_of(request: HttpRequest, partnership: Partnership, pk: int) -> Interest:
    """Return an interest that the person may read: an exempt one is not found by others."""
    found = Interest.objects.visible_to(request.user).select_related(
        "membership__organisation", "membership__body", "membership__post"
    )
    thing: Interest = get_object_or_404(found, membership__partnership=partnership, pk=pk)
    thing.membership.partnership = partnership
    return thing


@access(Permission.VIEW_PARTNERSHIPS)
def interest(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show one interest."""
    partnership = seen_partnership(request, reference)
    thing = _interest_of(request, partnership, pk)
    seat = thing.membership
    exempt = f"Exempt, paragraph {thing.get_exempt_paragraph_display()}" if thing.exempt else "Open"
    context = {
        "title": f"Interest of {seat.organisation}",
        "caption": partnership.name,
        "breadcrumbs": _under(partnership, (seat.organisation.name, None)),
        "partnership": partnership,
        "interest": thing,
        "rows": [
            SummaryRow("Declared by", link(seat.get_absolute_url(), seat)),
            SummaryRow("Seat", seat.represented_by),
            SummaryRow("Declared on", thing.declared_on),
            SummaryRow("The interest", thing.text),
            SummaryRow("Holds from", thing.start),
            SummaryRow("Holds until", thing.end or "No last day recorded"),
            SummaryRow("How it is handled", thing.get_handling_display()),
            SummaryRow("Note on that", thing.handling_note),
            SummaryRow("Publication", exempt),
        ],
        "may_keep_members": keeps_members(request, partnership),
    }
    return render(request, "partnerships/interests/page.html", context)


@access(Permission.KEEP_MEMBERSHIP)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Record an interest that a member declared."""
    partnership = partnership_with_kept_members(request, reference)
    form = NewInterestForm(
        request.POST if request.method == "POST" else None,
        partnership=partnership,
        initial={"membership": request.GET.get("seat", "")[:20]},
        cancel_url=reverse("partnerships:interests", args=[reference]),
    )
    return edit_page(
        request,
        form,
        save=lambda: declare_interest(
            partnership=partnership, values=form.entry(), by=request.user
        ),
        done=lambda made: f"The interest of {made.membership.organisation} was recorded.",
        title="Record an interest",
        caption=partnership.name,
        breadcrumbs=_under(partnership, ("Record an interest", None)),
    )


@access(Permission.KEEP_MEMBERSHIP)
def correct(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Correct what was recorded of an interest, or give it its last day."""
    partnership = partnership_with_kept_members(request, reference)
    thing = _interest_of(request, partnership, pk)
    form = CorrectInterestForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Interest:
        return correct_interest(
            interest=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The interest of {saved.membership.organisation} was corrected.",
        values_of=values_of,
        title="Correct the interest",
        caption=str(thing.membership),
        breadcrumbs=_under(
            partnership,
            (thing.membership.organisation.name, thing.get_absolute_url()),
            ("Correct", None),
        ),
    )
