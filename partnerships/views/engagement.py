"""How is the engagement log of a partnership read and kept?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists.cells import link
from partnerships.forms.engagement import ChangeEngagementForm, NewEngagementForm, values_of
from partnerships.forms.withdrawals import WithdrawForm
from partnerships.lists.engagement import EngagementList
from partnerships.models import Engagement, EngagementFile, Partnership
from partnerships.services import engagement as services

from .loading import keeps_partnership, kept_partnership, seen_partnership
from .records import Kept, adding, list_of, page_of, posted, stepping

ENGAGEMENT = Kept(
    title="Engagement",
    section="engagement",
    listed="partnerships:engagement",
    added="partnerships:add-engagement",
    add_label="Log an engagement",
    lead="Whom the partnership engaged, by what means, what was learnt and what changed.",
)


@access(Permission.VIEW_PARTNERSHIPS)
def engagement(request: HttpRequest, reference: str) -> HttpResponseBase:
    """List whom a partnership engaged."""
    partnership = seen_partnership(request, reference)
    rows = Engagement.objects.filter(partnership=partnership).select_related("partnership")
    return list_of(request, ENGAGEMENT, partnership, EngagementList, rows)


def entry_of(partnership: Partnership, pk: int) -> Engagement:
    """Return an entry of a partnership's log; anything else is a 404."""
    found = Engagement.objects.select_related("meeting__body__partnership", "plan")
    thing: Engagement = get_object_or_404(found, partnership=partnership, pk=pk)
    thing.partnership = partnership
    return thing


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def entry(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show one entry of the log."""
    partnership = seen_partnership(request, reference)
    thing = entry_of(partnership, pk)
    met, plan = thing.meeting, thing.plan
    rows = [
        SummaryRow("When", thing.when),
        SummaryRow("Who was engaged", thing.audience),
        SummaryRow("How", thing.get_method_display()),
        SummaryRow("How many took part", thing.took_part),
        SummaryRow("What was learnt", thing.learnt),
        SummaryRow("What changed as a result", thing.changed),
        SummaryRow("Meeting that it fed", link(met.get_absolute_url(), met) if met else None),
        SummaryRow("Plan that it fed", link(plan.get_absolute_url(), plan) if plan else None),
    ]
    steps: list[tuple[str, str]] = []
    may_keep = keeps_partnership(request, partnership)
    if may_keep and not thing.is_withdrawn:
        args = [reference, pk]
        steps = [
            ("Change the entry", reverse("partnerships:change-engagement", args=args)),
            ("Attach files", reverse("partnerships:attach-engagement-files", args=args)),
            ("Withdraw it", reverse("partnerships:withdraw-engagement", args=args)),
        ]
    own = EngagementFile.objects.filter(of=thing)
    return page_of(
        request,
        ENGAGEMENT,
        thing,
        rows,
        steps=steps,
        template="partnerships/engagement/page.html",
        files=own.visible_to(request.user).select_related("file"),
        opened=set(own.handed_out_to(request.user).values_list("pk", flat=True)),
        has_hidden=own.hidden_from(request.user).exists(),
        may_keep=may_keep,
    )


@access(Permission.KEEP_PARTNERSHIPS)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Log an engagement."""
    partnership = kept_partnership(request, reference)
    cancel = ENGAGEMENT.address(partnership)
    form = NewEngagementForm(posted(request), partnership=partnership, cancel_url=cancel)

    def save() -> Any:
        values = form.entry()
        return services.log_engagement(partnership=partnership, values=values, by=request.user)

    return adding(request, ENGAGEMENT, partnership, form, save)


@access(Permission.KEEP_PARTNERSHIPS)
def change(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Change an entry, for example by what changed since."""
    thing = entry_of(kept_partnership(request, reference), pk)
    form = ChangeEngagementForm(
        posted(request),
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.change_engagement(
            engagement=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return stepping(
        request, ENGAGEMENT, thing, form, save, title="Change the entry", values_of=values_of
    )


@access(Permission.KEEP_PARTNERSHIPS)
def withdraw(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Withdraw an entry that was made in error."""
    thing = entry_of(kept_partnership(request, reference), pk)
    form = WithdrawForm(posted(request), record=thing, cancel_url=thing.get_absolute_url())

    def save() -> Any:
        reason = form.cleaned_data["reason"]
        return services.withdraw_engagement(
            engagement=thing, version=form.version, by=request.user, reason=reason
        )

    return stepping(request, ENGAGEMENT, thing, form, save, title="Withdraw the entry")
