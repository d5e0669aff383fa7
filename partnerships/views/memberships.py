"""How are a partnership's members read, added, corrected and ended?"""

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from govreg.core.ui.lists.cells import link
from partnerships.forms.memberships import (
    WHOLE,
    CorrectMemberForm,
    EndMemberForm,
    NewMemberForm,
    values_of,
)
from partnerships.lists.memberships import MemberList
from partnerships.models import Membership, Partnership
from partnerships.queries.health_statutory import statutory_members
from partnerships.queries.members import sectors, with_standing
from partnerships.services.memberships import add_member, correct_member, end_member

from .loading import (
    keeps_members,
    membership_of,
    partnership_with_kept_members,
    seen_partnership,
)
from .partnerships import trail
from .sections import section

#: As many of its reviews are told above the members; the others are in the history.
RECENT_REVIEWS = 5


def under_members(partnership: Partnership, *steps: tuple[str, str | None]) -> list:
    """Return the breadcrumbs of a page under a partnership's members."""
    members = reverse("partnerships:members", args=[partnership.reference])
    return trail((partnership.name, partnership.get_absolute_url()), ("Members", members), *steps)


@access(Permission.VIEW_PARTNERSHIPS)
def members(request: HttpRequest, reference: str) -> HttpResponseBase:
    """List a partnership's members, current and former."""
    partnership = seen_partnership(request, reference)
    seats = Membership.objects.filter(partnership=partnership)
    today = clock.today()
    page = section(partnership, "members", "Members")
    by_sector = sectors(partnership, on=today)
    return list_response(
        request,
        MemberList,
        with_standing(seats, on=today),
        title="Members",
        breadcrumbs=page["breadcrumbs"],
        template="partnerships/memberships/list.html",
        extra={
            **page,
            "members": sum(count for _sector, count in by_sector),
            "sectors": by_sector,
            "statutory": _statutory(partnership, today),
            "vacancies": seats.in_force(on=today).filter(is_vacant=True).count(),
            "may_keep_members": keeps_members(request, partnership),
            "reviews": partnership.membership_reviews.all()[:RECENT_REVIEWS],
        },
    )


def _statutory(partnership: Partnership, day: date) -> str:
    """Return a sentence that says who of those whom the law names is missing."""
    return statutory_members([partnership], day)[partnership.pk].reason


@access(Permission.VIEW_PARTNERSHIPS)
def member(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show one membership."""
    partnership = seen_partnership(request, reference)
    seat = membership_of(partnership, pk)
    context = {
        "title": seat.organisation.name,
        "caption": f"Member of {partnership.name}",
        "breadcrumbs": under_members(partnership, (seat.organisation.name, None)),
        "partnership": partnership,
        "membership": seat,
        "rows": _rows(seat),
        "may_keep_members": keeps_members(request, partnership),
    }
    return render(request, "partnerships/memberships/page.html", context)


def _rows(seat: Membership) -> list[SummaryRow]:
    said = {True: "Yes", False: "No", None: None}
    named = seat.represented_by
    body, post, organisation = seat.body, seat.post, seat.organisation
    if body:
        body.partnership = seat.partnership
    return [
        SummaryRow("Organisation", link(organisation.get_absolute_url(), organisation)),
        SummaryRow("Sector", organisation.get_sector_display()),
        SummaryRow("Body", link(body.get_absolute_url(), body) if body else WHOLE),
        SummaryRow(
            "Represented by",
            link(post.get_absolute_url(), post) if post and not seat.is_vacant else named,
        ),
        SummaryRow("Role", seat.get_role_display()),
        SummaryRow("Votes", said[seat.voting]),
        SummaryRow("May decide for the organisation", said[seat.delegated_authority]),
        SummaryRow("May send a substitute", said[seat.substitutes_allowed]),
        SummaryRow("Member from", seat.start),
        SummaryRow("Member until", seat.end or "No last day recorded"),
    ]


@access(Permission.KEEP_MEMBERSHIP)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add one member."""
    partnership = partnership_with_kept_members(request, reference)
    form = NewMemberForm(
        request.POST if request.method == "POST" else None,
        partnership=partnership,
        initial={"body": request.GET.get("body", "")[:20]},
        cancel_url=reverse("partnerships:members", args=[reference]),
    )
    return edit_page(
        request,
        form,
        save=lambda: add_member(partnership=partnership, values=form.entry(), by=request.user),
        done=lambda seat: f"{seat.organisation} was added as a member.",
        title="Add a member",
        caption=partnership.name,
        breadcrumbs=under_members(partnership, ("Add a member", None)),
        template="partnerships/memberships/add.html",
        partnership=partnership,
    )


@access(Permission.KEEP_MEMBERSHIP)
def correct(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Correct what was recorded of a membership."""
    partnership = partnership_with_kept_members(request, reference)
    seat = membership_of(partnership, pk)
    form = CorrectMemberForm(
        request.POST if request.method == "POST" else None,
        record=seat,
        initial=values_of(seat),
        cancel_url=seat.get_absolute_url(),
    )

    def save() -> Membership:
        return correct_member(
            membership=seat,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The membership of {saved.organisation} was corrected.",
        values_of=values_of,
        title="Correct the membership",
        caption=str(seat),
        breadcrumbs=under_members(
            partnership, (seat.organisation.name, seat.get_absolute_url()), ("Correct", None)
        ),
    )


@access(Permission.KEEP_MEMBERSHIP)
def end(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record the last day of a membership."""
    partnership = partnership_with_kept_members(request, reference)
    seat = membership_of(partnership, pk)
    form = EndMemberForm(request.POST if request.method == "POST" else None)
    return final_step_page(
        request,
        form,
        save=lambda: end_member(
            membership=seat,
            end=form.cleaned_data["end"],
            by=request.user,
            reason=form.cleaned_data["reason"],
        ),
        done=f"The last day of {seat.organisation} was recorded.",
        to=seat.get_absolute_url(),
        title="End the membership",
        caption=str(seat),
        will_happen=[
            f"{seat.organisation} stops being a member after the day you give.",
            "The membership stays readable among the former ones, with your reason in its history.",
        ],
        confirm_label="End this membership",
        breadcrumbs=under_members(
            partnership, (seat.organisation.name, seat.get_absolute_url()), ("End", None)
        ),
    )
