"""How are users added, changed, deactivated and let in again?"""

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.access.models import RoleHolding
from govreg.core.access.roles import ADMINISTRATOR
from govreg.core.accounts.models import SecondFactor, User
from govreg.core.accounts.rules import refusal_to_deactivate, refusal_to_end_role
from govreg.core.accounts.services.users import (
    add_user,
    deactivate_user,
    describe_user,
    reactivate_user,
)
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.editing.reasons import ReasonForm
from govreg.core.refusals import enforce
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from govreg.core.ui.words import long_date_time
from govreg.site.forms.users import ChangeUserForm, NewUserForm, values_of
from govreg.site.lists.users import UserList, users_listed
from govreg.site.queries.sign_ins import last_sign_in
from partnerships.models import PostHolding, TeamMembership

from .loading import authorise, kept_user, trail, under_user, under_users


@access(Permission.ADMINISTER_PEOPLE)
def users(request: HttpRequest) -> HttpResponseBase:
    """List the users."""
    authorise(request, Permission.ADMINISTER_PEOPLE)
    return list_response(
        request,
        UserList,
        users_listed(request.user),
        title="Users",
        breadcrumbs=trail(("Users", None)),
        template="administration/users/list.html",
    )


@access(Permission.ADMINISTER_PEOPLE)
def user(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one user with the roles, posts and teams they have or had."""
    person = kept_user(request, pk)
    today = clock.today()
    own = person.pk == request.user.pk
    signed_in_at = last_sign_in(person)
    factor = SecondFactor.objects.filter(user=person).first()
    context = {
        "title": person.name,
        "caption": "User",
        "breadcrumbs": under_users((person.name, None)),
        "person": person,
        "rows": _rows(person, signed_in_at, factor),
        "signed_in_at": signed_in_at,
        "holdings": _holdings(person, own=own, on=today),
        "posts": PostHolding.objects.in_force(on=today).filter(user=person).select_related("post"),
        "teams": TeamMembership.objects.in_force(on=today)
        .filter(user=person)
        .select_related("team"),
        "refusal": refusal_to_deactivate(own_account=own) if person.is_active else None,
        "can_reset_factor": factor is not None and not own,
    }
    return render(request, "administration/users/page.html", context)


def _holdings(person: User, *, own: bool, on: date) -> list[tuple[RoleHolding, str]]:
    """Return the roles held, each with what can be done about it: "end", "own" or "ended"."""
    found = []
    for holding in person.role_holdings.select_related("scope").order_by("-start", "-pk"):
        refusal = refusal_to_end_role(own_administration=own and holding.role == ADMINISTRATOR.code)
        ended = holding.end is not None and holding.end <= on
        found.append((holding, "ended" if ended else "own" if refusal else "end"))
    return found


def _rows(
    person: User, signed_in_at: datetime | None, factor: SecondFactor | None
) -> list[SummaryRow]:
    codes = f"On, {factor.recovery_codes_left} recovery codes left" if factor else "Off"
    return [
        SummaryRow("E-mail address", person.email),
        SummaryRow("State", "May sign in" if person.is_active else "Deactivated"),
        SummaryRow("Last signed in", long_date_time(signed_in_at) or "Never"),
        SummaryRow("Second factor", codes),
    ]


@access(Permission.ADMINISTER_PEOPLE)
def add(request: HttpRequest) -> HttpResponse:
    """Add a user."""
    authorise(request, Permission.ADMINISTER_PEOPLE)
    form = NewUserForm(
        request.POST if request.method == "POST" else None, cancel_url=reverse("people:users")
    )
    return edit_page(
        request,
        form,
        save=lambda: add_user(by=request.user, **form.values()),
        done=lambda added: f"{added.name} was added. Now give them a role.",
        title="Add a user",
        intro="They set their password themselves: tell them to choose “I have "
        "forgotten my password, or have none yet” on the sign-in page. A link is then sent to "
        "the address below.",
        breadcrumbs=under_users(("Add a user", None)),
    )


@access(Permission.ADMINISTER_PEOPLE)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a user's name or address."""
    person = kept_user(request, pk)
    form = ChangeUserForm(
        request.POST if request.method == "POST" else None,
        record=person,
        initial=values_of(person),
        cancel_url=person.get_absolute_url(),
    )

    def save() -> User:
        return describe_user(user=person, version=form.version, by=request.user, **form.values())

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"{saved.name} was saved.",
        values_of=values_of,
        title="Change the user",
        caption=person.name,
        breadcrumbs=under_user(person, "Change"),
    )


@access(Permission.ADMINISTER_PEOPLE)
def deactivate(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop a user from signing in."""
    person = kept_user(request, pk)
    enforce(refusal_to_deactivate(own_account=person.pk == request.user.pk))
    form = ReasonForm(request.POST if request.method == "POST" else None)
    return final_step_page(
        request,
        form,
        save=lambda: deactivate_user(user=person, by=request.user, **form.values()),
        done=f"{person.name} was deactivated.",
        to=person.get_absolute_url(),
        title=f"Deactivate {person.name}",
        will_happen=[
            f"{person.name} is signed out everywhere and cannot sign in again.",
            "Everything they wrote stays, under their name.",
            "Their roles stay recorded. An administrator can let them in again.",
        ],
        confirm_label="Deactivate this user",
        breadcrumbs=under_user(person, "Deactivate"),
    )


@access(Permission.ADMINISTER_PEOPLE)
def reactivate(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a deactivated user sign in again."""
    person = kept_user(request, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    return final_step_page(
        request,
        form,
        save=lambda: reactivate_user(user=person, by=request.user, **form.values()),
        done=f"{person.name} may sign in again.",
        to=person.get_absolute_url(),
        title=f"Let {person.name} in again",
        will_happen=[
            f"{person.name} can sign in again, with the password they had or a new one.",
            "The roles that are still in force count again at once.",
        ],
        confirm_label="Reactivate this user",
        breadcrumbs=under_user(person, "Reactivate"),
    )
