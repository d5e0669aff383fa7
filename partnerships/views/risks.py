"""How are risks found, read, added, assessed and closed?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.council import definitions, settings
from govreg.core.editing.pages import edit_page
from govreg.core.refusals import enforce
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from partnerships.forms.risks import (
    AssessRiskForm,
    ChangeRiskForm,
    CloseRiskForm,
    NewRiskForm,
    RiskActionDoneForm,
    RiskActionForm,
    values_of,
)
from partnerships.lists.risks import EveryRiskList, RiskList
from partnerships.models import Partnership, Risk, RiskAction
from partnerships.queries.risks import bands, heat_map_of, register_lines, risks_listed
from partnerships.rules.risks import refusal_of_closed, refusal_of_done
from partnerships.services import risks as services

from .loading import keeps_partnership, kept_partnership, seen_partnership
from .partnerships import trail
from .sections import section

TITLE = "Risks"


def under_risks(partnership: Partnership, *steps: tuple[str, str | None]) -> list:
    """Return the breadcrumbs of a page under a partnership's risks."""
    here = (partnership.name, partnership.get_absolute_url())
    return trail(here, (TITLE, address(partnership)), *steps)


@access(Permission.VIEW_PARTNERSHIPS)
def all_risks(request: HttpRequest) -> HttpResponseBase:
    """List the risks of every partnership that the person may see."""
    return list_response(
        request,
        EveryRiskList,
        risks_listed(Risk.objects.visible_to(request.user)),
        title=TITLE,
        breadcrumbs=trail((TITLE, None)),
    )


@access(Permission.VIEW_PARTNERSHIPS)
def risks(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Show a partnership's risk registers, its heat map and its risks."""
    partnership = seen_partnership(request, reference)
    today = clock.today()
    page = section(partnership, "risks", TITLE)
    return list_response(
        request,
        RiskList,
        risks_listed(Risk.objects.visible_to(request.user).filter(partnership=partnership)),
        title=page["title"],
        breadcrumbs=page["breadcrumbs"],
        template="partnerships/risks/list.html",
        extra={
            **page,
            "registers": register_lines(partnership, on=today),
            "heat": heat_map_of(partnership, request.user, on=today),
            "may_keep": keeps_partnership(request, partnership),
            "reads_exempt": _reads_exempt(request, partnership),
        },
    )


@access(Permission.VIEW_PARTNERSHIPS)
def risk(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show a risk with its assessments and its actions."""
    partnership = seen_partnership(request, reference)
    thing = _risk_of(request, partnership, pk)
    band = bands(on=clock.today())
    assessed = [(one, band(one.rating)) for one in thing.assessments.all()]
    context = {
        "title": thing.title,
        "caption": partnership.name,
        "breadcrumbs": under_risks(partnership, (thing.title, None)),
        "partnership": partnership,
        "risk": thing,
        "band": assessed[0][1] if assessed else None,
        "rows": [
            SummaryRow("Whose risk it is", thing.whose),
            SummaryRow("Source of the risk", thing.source),
            SummaryRow("Consequence", thing.consequence),
            SummaryRow("Existing controls", thing.controls),
            SummaryRow("Owner", thing.owner),
            SummaryRow("Next review due", thing.review_due),
            SummaryRow(
                "Publication",
                f"Exempt, paragraph {thing.get_exempt_paragraph_display()}"
                if thing.exempt
                else "Open",
            ),
            *([SummaryRow("Closed on", thing.closed_on)] if thing.is_closed else []),
            *([SummaryRow("Why it was closed", thing.closed_because)] if thing.is_closed else []),
        ],
        "assessed": assessed,
        "actions": thing.actions.select_related("owner"),
        "today": clock.today(),
        "may_keep": keeps_partnership(request, partnership),
        "refusal": refusal_of_closed(closed_on=thing.closed_on),
    }
    return render(request, "partnerships/risks/page.html", context)


@access(Permission.KEEP_PARTNERSHIPS)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a risk with its first assessment."""
    partnership = kept_partnership(request, reference)
    form = NewRiskForm(
        request.POST if request.method == "POST" else None,
        partnership=partnership,
        points=_points(),
        initial={"day": clock.today()},
        cancel_url=address(partnership),
    )

    def save() -> Any:
        return services.add_risk(
            partnership=partnership,
            values=form.entry(),
            assessment=form.assessment(),
            by=request.user,
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda added: f"The risk “{added}” was added.",
        title="Add a risk",
        caption=partnership.name,
        breadcrumbs=under_risks(partnership, ("Add a risk", None)),
    )


@access(Permission.KEEP_PARTNERSHIPS)
def change(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Change what is said of a risk."""
    thing = _open_risk(request, reference, pk)
    form = ChangeRiskForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.describe_risk(
            risk=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return _step(request, form, thing, "Change the risk", save, values_of=values_of)


@access(Permission.KEEP_PARTNERSHIPS)
def assess(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Judge a risk anew."""
    thing = _open_risk(request, reference, pk)
    form = AssessRiskForm(
        request.POST if request.method == "POST" else None,
        points=_points(),
        initial={"day": clock.today()},
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.assess_risk(
            risk=thing,
            values=form.assessment(),
            review_due=form.cleaned_data["review_due"],
            by=request.user,
        )

    return _step(request, form, thing, "Assess the risk", save)


@access(Permission.KEEP_PARTNERSHIPS)
def close(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Close a risk for a reason."""
    thing = _open_risk(request, reference, pk)
    form = CloseRiskForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        initial={"closed_on": clock.today()},
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.close_risk(
            risk=thing, version=form.version, by=request.user, **form.values()
        )

    intro = "It stays in the register with all its assessments, and cannot be opened again."
    return _step(request, form, thing, "Close the risk", save, intro=intro)


@access(Permission.KEEP_PARTNERSHIPS)
def add_action(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record what else is to be done about a risk."""
    thing = _open_risk(request, reference, pk)
    form = RiskActionForm(
        request.POST if request.method == "POST" else None, cancel_url=thing.get_absolute_url()
    )

    def save() -> Any:
        return services.add_action(risk=thing, values=form.entry(), by=request.user)

    return _step(request, form, thing, "Add an action", save)


@access(Permission.KEEP_PARTNERSHIPS)
def finish_action(request: HttpRequest, reference: str, pk: int, action_pk: int) -> HttpResponse:
    """Record that an action on a risk was done."""
    thing = _risk_of(request, kept_partnership(request, reference), pk)
    action: RiskAction = get_object_or_404(thing.actions, pk=action_pk)
    action.risk = thing
    enforce(refusal_of_done(done_on=action.done_on))
    form = RiskActionDoneForm(
        request.POST if request.method == "POST" else None,
        record=action,
        initial={"done_on": clock.today()},
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.finish_action(
            action=action, version=form.version, by=request.user, **form.values()
        )

    return _step(request, form, thing, "Record that it was done", save, intro=action.text)


def _step(
    request: HttpRequest, form: Any, thing: Risk, title: str, save: Any, **extra: Any
) -> HttpResponse:
    """Show or take one step of a risk, and go back to it."""
    here = (thing.title, thing.get_absolute_url())
    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The risk “{thing.title}” was saved.",
        to=thing.get_absolute_url(),
        title=title,
        caption=thing.title,
        breadcrumbs=under_risks(thing.partnership, here, (title, None)),
        **extra,
    )


def _points() -> int:
    return settings.whole_number(definitions.RISK_SCALE, on=clock.today())


def address(partnership: Partnership) -> str:
    """Return the page of a partnership's risks."""
    return reverse("partnerships:risks", args=[partnership.reference])


def _reads_exempt(request: HttpRequest, partnership: Partnership) -> bool:
    user: Any = request.user
    return bool(user.may(Permission.VIEW_EXEMPT, partnership.scope_id))


def _risk_of(request: HttpRequest, partnership: Partnership, pk: int) -> Risk:
    """Return a risk that the person may read: an exempt one is not found by others."""
    found = Risk.objects.visible_to(request.user).select_related("body", "organisation", "owner")
    thing: Risk = get_object_or_404(found, partnership=partnership, pk=pk)
    thing.partnership = partnership
    return thing


def _open_risk(request: HttpRequest, reference: str, pk: int) -> Risk:
    """Return a risk that the person keeps and that is not closed."""
    thing = _risk_of(request, kept_partnership(request, reference), pk)
    enforce(refusal_of_closed(closed_on=thing.closed_on))
    return thing
