"""How does responsibility for many actions pass from one to another, shown before it is done?"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.saving import attempt
from govreg.core.ui.pages import form_page
from recommendations.forms.handovers import HandOverForm
from recommendations.lists.actions import AgreedActionList
from recommendations.models import AgreedAction
from recommendations.queries.handovers import MOST, owners_among, plan_of
from recommendations.queries.worklist import followed_actions
from recommendations.services.handovers import ChangedSinceShown, hand_over

CHANGED = "Something changed while you were reading. Look again at what will change."


@access(Permission.WRITE_RESPONSES)
def hand(request: HttpRequest) -> HttpResponse:
    """Hand over every action that the filters of the list let through, not only those of a page."""
    listed = AgreedActionList(request, followed_actions(request.user, on=clock.today()))
    matching = AgreedAction.objects.filter(pk__in=listed.rows.order_by().values("pk"))
    back = f"{reverse('recommendations:actions')}?{request.GET.urlencode()}"
    form = HandOverForm(
        request.POST if request.method == "POST" else None,
        owners=owners_among(matching),
        user=request.user,
        cancel_url=back,
    )
    context: dict[str, Any] = {"matching": matching.count(), "most": MOST}
    if request.method == "POST" and form.is_valid():
        old, new = form.parties
        plan = plan_of(matching, old, new, by=request.user)
        if plan.changed and form.cleaned_data["seen"] == plan.digest:
            try:
                done = attempt(
                    form,
                    lambda: hand_over(
                        actions=matching,
                        old=old,
                        new=new,
                        seen=plan.digest,
                        by=request.user,
                        reason=form.cleaned_data["reason"],
                    ),
                )
            except ChangedSinceShown:
                done = None
            if done is not None:
                count = len(done.changed)
                said = "1 action was" if count == 1 else f"{count} actions were"
                messages.success(request, f"{said} handed over.")
                return redirect(back)
        if form.cleaned_data["seen"]:
            messages.warning(request, CHANGED)
        if plan.changed:
            form.shown(plan.digest, len(plan.changed))
        context["plan"] = plan
    return form_page(
        request,
        form,
        title="Hand over responsibility",
        template="recommendations/handovers/form.html",
        breadcrumbs=[("Home", "/"), ("Agreed actions", back), ("Hand over", None)],
        **context,
    )
