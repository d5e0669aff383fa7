"""How is it recorded what one meeting decided of actions that are proposed for closure?"""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.editing.versions import StaleVersion
from govreg.core.refusals import Refusal, Refused
from recommendations.forms.closure_decisions import ClosuresForm
from recommendations.forms.extension_decisions import keys_decided
from recommendations.models import AgreedAction, ClosureDecision
from recommendations.queries.closure_decisions import (
    proposed,
    refusal_to_close,
)
from recommendations.queries.extensions import bodies_that_may_decide, fill_in_scopes
from recommendations.services.closure_decisions import record_closures

#: More than a committee decides at one meeting; the longest proposed come first.
MOST = 50
TITLE = "Closures to agree"
MEANWHILE = (
    "{title}: this action changed while you were writing, so nothing was recorded. Read the list "
    "again and send it once more."
)


@access(Permission.RECORD_DECISIONS)
def decide_closures(request: HttpRequest) -> HttpResponse:
    """Record what one committee decided of closures: all that is chosen, or none."""
    waiting = list(proposed(request.user)[: MOST + 1])
    shown = waiting[:MOST]
    fill_in_scopes([action.response.recommendation for action in shown])
    form = ClosuresForm(
        request.POST or None,
        offered=[(one, refusal_to_close(one, user=request.user)) for one in shown],
        bodies=bodies_that_may_decide(shown, user=request.user),
        cancel_url=reverse("recommendations:actions"),
    )
    return edit_page(
        request,
        form,
        save=lambda: _save(request, form),
        done=_told,
        to=reverse("recommendations:decide-closures"),
        title=TITLE,
        breadcrumbs=[("Home", "/"), (TITLE, None)],
        template="recommendations/closure/decide.html",
        most=MOST if len(waiting) > MOST else 0,
    )


def _save(request: HttpRequest, form: ClosuresForm) -> list[ClosureDecision]:
    """Record the decisions; what changed meanwhile is named, and nothing is recorded."""
    gone = keys_decided(request.POST) - {line.action.pk for line in form.lines if line.decision}
    if gone:
        form.read_again()
        seen = AgreedAction.objects.visible_to(request.user).filter(pk__in=gone)
        first = seen.select_related("response").first()
        _refuse(first.title if first else "An action")
    try:
        return record_closures(
            closures=form.closures(), sitting=form.sitting(), on=clock.today(), by=request.user
        )
    except StaleVersion as stale:
        form.read_again()
        _refuse(str(stale.current))
        raise


def _refuse(title: str) -> None:
    raise Refused(Refusal("changed-meanwhile", MEANWHILE.format(title=title)))


def _told(made: list[ClosureDecision]) -> str:
    agreed = sum(one.agreed for one in made)
    return f"The decisions were recorded: {agreed} closed, {len(made) - agreed} given back."
