"""How is a hosting agreement drawn up, taken from step to step, and read?"""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.refusals import enforce
from govreg.core.ui.lists import list_response
from partnerships.forms import hosting as forms
from partnerships.lists.hosting import HostingList, PartnershipHostingList
from partnerships.models import HostingAgreement, Partnership
from partnerships.queries.hosting import (
    COLOURS,
    STEPS,
    duties_of,
    rows_of,
    steps_open,
    what_it_lacks,
)
from partnerships.rules.hosting import DIRECTOR, LEAD, refusal_to_change
from partnerships.services import hosting as services

from .loading import hosting_of, keeps_partnership, kept_partnership, seen_partnership
from .partnerships import trail
from .sections import section

TITLE = "Hosting agreements"
FORMS: dict[str, Any] = {
    "assess": forms.AssessForm,
    "sign-lead": forms.SignForm,
    "sign-director": forms.SignForm,
    "start": forms.StartForm,
    "end": forms.EndForm,
}


def under_hosting(partnership: Partnership, *steps: tuple[str, str | None]) -> list[Any]:
    """Return the breadcrumbs of a page under a partnership's hosting agreements."""
    here = (partnership.name, partnership.get_absolute_url())
    listed = reverse("partnerships:hosting-agreements", args=[partnership.reference])
    return trail(here, (TITLE, listed), *steps)


def under_agreement(agreement: HostingAgreement, step: str) -> list[Any]:
    """Return the breadcrumbs of a page under an agreement's page."""
    here = (agreement.priority, agreement.get_absolute_url())
    return under_hosting(agreement.partnership, here, (step, None))


@access(Permission.VIEW_PARTNERSHIPS)
def all_hosting(request: HttpRequest) -> HttpResponseBase:
    """List the hosting agreements of every partnership that the person may see."""
    return list_response(
        request,
        HostingList,
        HostingAgreement.objects.visible_to(request.user),
        title=TITLE,
        breadcrumbs=trail((TITLE, None)),
    )


@access(Permission.VIEW_PARTNERSHIPS)
def of_partnership(request: HttpRequest, reference: str) -> HttpResponseBase:
    """List the hosting agreements of one partnership."""
    partnership = seen_partnership(request, reference)
    page = section(partnership, "hosting", TITLE)
    return list_response(
        request,
        PartnershipHostingList,
        HostingAgreement.objects.filter(partnership=partnership),
        title=TITLE,
        breadcrumbs=page["breadcrumbs"],
        template="partnerships/hosting/of_partnership.html",
        extra={
            **page,
            "may_keep": keeps_partnership(request, partnership),
        },
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def hosting(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show an agreement, how far it has come and how the host meets its duties."""
    partnership = seen_partnership(request, reference)
    agreement = hosting_of(partnership, pk)
    may_keep = keeps_partnership(request, partnership)
    context = {
        "title": agreement.priority,
        "caption": f"Hosting agreement, {partnership.name}",
        "breadcrumbs": under_hosting(partnership, (agreement.priority, None)),
        "partnership": partnership,
        "agreement": agreement,
        "colour": COLOURS[agreement.state],
        "rows": rows_of(agreement),
        "duties": duties_of(agreement),
        "lacks": what_it_lacks(agreement),
        "steps": steps_open(agreement) if may_keep else [],
        "may_change": may_keep and refusal_to_change(state=agreement.state) is None,
        "may_keep": may_keep,
    }
    return render(request, "partnerships/hosting/page.html", context)


@access(Permission.KEEP_PARTNERSHIPS)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Draw up an agreement."""
    partnership = kept_partnership(request, reference)
    form = forms.NewHostingForm(
        request.POST if request.method == "POST" else None,
        partnership=partnership,
        cancel_url=reverse("partnerships:hosting-agreements", args=[reference]),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.add_hosting(
            partnership=partnership,
            values=form.entry(),
            supporters=form.cleaned_data["supporters"],
            by=request.user,
        ),
        done=lambda added: f"{added} was saved as a draft.",
        title="Draw up a hosting agreement",
        caption=partnership.name,
        breadcrumbs=under_hosting(partnership, ("Draw up", None)),
    )


@access(Permission.KEEP_PARTNERSHIPS)
def change(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Change the terms of an agreement that nobody has signed."""
    agreement = hosting_of(kept_partnership(request, reference), pk)
    enforce(refusal_to_change(state=agreement.state))
    form = forms.ChangeHostingForm(
        request.POST if request.method == "POST" else None,
        record=agreement,
        initial=forms.values_of(agreement),
        cancel_url=agreement.get_absolute_url(),
    )

    def save() -> Any:
        return services.change_hosting(
            agreement=agreement,
            version=form.version,
            values=form.entry(),
            supporters=form.cleaned_data["supporters"],
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return _edit(
        request, agreement, form, save, values_of=forms.values_of, title="Change the terms"
    )


@access(Permission.KEEP_PARTNERSHIPS)
def duties(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record how the host meets its duties."""
    agreement = hosting_of(kept_partnership(request, reference), pk)
    form = forms.DutiesForm(
        request.POST if request.method == "POST" else None,
        record=agreement,
        initial=forms.duties_of(agreement),
        cancel_url=agreement.get_absolute_url(),
    )

    def save() -> Any:
        return services.answer_duties(
            agreement=agreement, version=form.version, values=form.entry(), by=request.user
        )

    return _edit(
        request, agreement, form, save, values_of=forms.duties_of, title="The host’s duties"
    )


@access(Permission.KEEP_PARTNERSHIPS)
def next_step(request: HttpRequest, reference: str, pk: int, step: str) -> HttpResponse:
    """Take an agreement one step further: assessed, signed, in force, ended."""
    agreement = hosting_of(kept_partnership(request, reference), pk)
    if step not in STEPS:
        raise Http404
    form = FORMS[step](
        request.POST if request.method == "POST" else None,
        record=agreement,
        initial={
            "day": clock.today(),
            **({"text": agreement.risk_assessment} if step == "assess" else {}),
        },
        cancel_url=agreement.get_absolute_url(),
    )

    def save() -> Any:
        data = form.cleaned_data
        given: dict[str, Any] = {"version": form.version, "by": request.user}
        given["agreement"] = agreement
        if step == "assess":
            return services.assess_risks(on=data["day"], text=data["text"], **given)
        if step == "start":
            return services.bring_into_force(start=data["day"], **given)
        if step == "end":
            return services.end_hosting(on=data["day"], because=data["text"], **given)
        side = LEAD if step == "sign-lead" else DIRECTOR
        signed_by = data["signed_by"]
        return services.sign_hosting(side=side, on=data["day"], signed_by=signed_by, **given)

    return _edit(request, agreement, form, save, values_of=forms.step_values, title=STEPS[step])


def _edit(
    request: HttpRequest,
    agreement: HostingAgreement,
    form: Any,
    save: Callable[[], Any],
    *,
    values_of: Callable[[Any], dict[str, Any]],
    title: str,
) -> HttpResponse:
    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"{saved}: {saved.get_state_display().lower()}.",
        values_of=values_of,
        title=title,
        caption=agreement.priority,
        breadcrumbs=under_agreement(agreement, title),
    )
