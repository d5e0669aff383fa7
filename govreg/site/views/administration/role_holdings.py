"""How is a role given to a user, and how does it end?"""

from django.http import HttpRequest, HttpResponse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.access.roles import ADMINISTRATOR
from govreg.core.accounts.rules import refusal_to_end_role
from govreg.core.accounts.services.users import end_role, grant_role
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.refusals import enforce
from govreg.site.forms.users import EndRoleForm, GiveRoleForm

from .loading import holding_of, kept_user, under_user


@access(Permission.ADMINISTER_PEOPLE)
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a user a role."""
    person = kept_user(request, pk)
    form = GiveRoleForm(
        request.POST if request.method == "POST" else None,
        initial={"start": clock.today()},
        cancel_url=person.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: grant_role(user=person, by=request.user, **form.values()),
        done=lambda holding: f"{person.name} now has the role: {holding}.",
        to=person.get_absolute_url(),
        title="Give a role",
        caption=person.name,
        breadcrumbs=under_user(person, "Give a role"),
    )


@access(Permission.ADMINISTER_PEOPLE)
def end(request: HttpRequest, pk: int, holding_pk: int) -> HttpResponse:
    """Record the last day of a role."""
    person = kept_user(request, pk)
    holding = holding_of(person, holding_pk)
    own = person.pk == request.user.pk and holding.role == ADMINISTRATOR.code
    enforce(refusal_to_end_role(own_administration=own))
    form = EndRoleForm(
        request.POST if request.method == "POST" else None, initial={"end": clock.today()}
    )
    return final_step_page(
        request,
        form,
        save=lambda: end_role(holding=holding, by=request.user, **form.values()),
        done=f"The role ends: {holding}.",
        to=person.get_absolute_url(),
        title="End the role",
        caption=f"{person.name}: {holding}",
        will_happen=[
            f"From the day after, {person.name} can no longer do what this role allows.",
            "What they did with it stays, under their name.",
        ],
        confirm_label="End this role",
        breadcrumbs=under_user(person, "End a role"),
    )
