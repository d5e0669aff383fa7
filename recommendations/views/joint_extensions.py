"""How is one extension asked for several actions, shown before it is done?"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import access
from govreg.core.editing.saving import attempt
from govreg.core.ui.pages import form_page
from recommendations.forms.joint_extensions import JointExtensionForm
from recommendations.queries.joint_extensions import MOST, plan_of
from recommendations.services.handovers import ChangedSinceShown
from recommendations.services.joint_extensions import ask_for_extensions, too_many

from .loading import require
from .update_sheets import MINE, chosen_actions

CHANGED = "Something changed while you were reading. Look again at what will be asked for."


@access.signed_in
def ask_several(request: HttpRequest) -> HttpResponse:
    """Ask for all that the filters of the list let through, not only for those of a page."""
    today = clock.today()
    matching = chosen_actions(request)
    count = matching.count()
    require(too_many() if count > MOST else None)
    own = MINE in request.GET
    listed = reverse("recommendations:mine" if own else "recommendations:actions")
    back = f"{listed}?{request.GET.urlencode()}"
    form = JointExtensionForm(request.POST if request.method == "POST" else None, cancel_url=back)
    context: dict[str, Any] = {"matching": count}
    if request.method == "POST" and form.is_valid():
        printed, seen = form.cleaned_data["timescale"], form.cleaned_data["seen"]
        plan = plan_of(matching, printed, by=request.user, on=today)
        if plan.changed and seen == plan.digest:
            try:
                done = attempt(
                    form,
                    lambda: ask_for_extensions(
                        actions=matching,
                        printed=printed,
                        reason=form.cleaned_data["reason"],
                        seen=seen,
                        on=today,
                        by=request.user,
                    ),
                )
            except ChangedSinceShown:
                done = None
            if done is not None:
                number = len(done.changed)
                said = "1 extension was" if number == 1 else f"{number} extensions were"
                messages.success(request, f"{said} asked for. A senior officer will answer each.")
                return redirect(back)
        if seen:
            messages.warning(request, CHANGED)
        if plan.changed:
            form.shown(plan.digest, len(plan.changed))
        context["plan"] = plan
    return form_page(
        request,
        form,
        title="Ask for one extension for several actions",
        template="recommendations/extensions/several.html",
        breadcrumbs=[
            ("Home", "/"),
            ("My actions" if own else "Agreed actions", back),
            ("Ask for an extension", None),
        ],
        **context,
    )
