"""Which roles need a second factor, and how is somebody's reset who has lost it?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.access.roles import ROLES
from govreg.core.accounts.models import SecondFactor
from govreg.core.accounts.needs import roles_in_need
from govreg.core.accounts.rules import refusal_to_reset_factor
from govreg.core.accounts.services.second_factor import reset_factor
from govreg.core.accounts.sign_in_log import Event, record
from govreg.core.council.definitions import SECOND_FACTOR, second_factor_name
from govreg.core.council.in_force import settings_in_force
from govreg.core.editing.pages import final_step_page
from govreg.core.editing.reasons import ReasonForm
from govreg.core.refusals import enforce
from govreg.site.forms.settings import KEPT, RoleNeedForm

from .deciding import decide_page
from .loading import authorise, kept_user, trail, under_user

HERE = "administration:second-factor"
TITLE = "Roles that need a second factor"


@access(Permission.ADMINISTER_REFERENCE)
def second_factor(request: HttpRequest) -> HttpResponse:
    """Show for each role whether it needs a second factor, and from when."""
    authorise(request, Permission.ADMINISTER_REFERENCE)
    found = settings_in_force(on=clock.today(), group=SECOND_FACTOR)
    by_name = {setting.definition.name: setting for setting in found}
    context = {
        "title": TITLE,
        "breadcrumbs": trail((TITLE, None)),
        "lines": [(role, by_name[second_factor_name(code)]) for code, role in ROLES.items()],
    }
    return render(request, "administration/second_factor.html", context)


@access(Permission.ADMINISTER_REFERENCE)
def decide_second_factor(request: HttpRequest, code: str) -> HttpResponse:
    """Record whether a role needs a second factor from a day on."""
    authorise(request, Permission.ADMINISTER_REFERENCE)
    role = ROLES.get(code)
    if role is None:
        raise Http404
    return decide_page(
        request,
        second_factor_name(code),
        under=(TITLE, reverse(HERE)),
        title="Decide on the second factor",
        caption=role.name,
        step=role.name,
        value=KEPT[code in roles_in_need(on=clock.today())],
        form_class=RoleNeedForm,
        said=f"The decision for the role {role.name} holds from",
    )


@access(Permission.ADMINISTER_PEOPLE)
def reset(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a lost second factor away, so that its owner can set up another."""
    person = kept_user(request, pk)
    has_factor = SecondFactor.objects.filter(user=person).exists()
    enforce(refusal_to_reset_factor(own_account=person == request.user, has_factor=has_factor))
    form = ReasonForm(request.POST if request.method == "POST" else None)

    def save() -> None:
        reset_factor(user=person, by=request.user, **form.values())
        record(request, Event.FACTOR_CHANGED, detail=f"Reset for {person.name}, {person.email}")

    return final_step_page(
        request,
        form,
        save=save,
        done=f"The second factor of {person.name} was reset.",
        to=person.get_absolute_url(),
        title=f"Reset the second factor of {person.name}",
        will_happen=[
            f"{person.name} is signed out everywhere.",
            "The app’s codes and the recovery codes stop working.",
            "They sign in with the password alone until they set up another; where their role "
            "needs one, that is the first thing they are asked for.",
        ],
        confirm_label="Reset the second factor",
        breadcrumbs=under_user(person, "Reset the second factor"),
    )
