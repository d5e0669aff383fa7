"""How is it recorded what one meeting decided of several requests for extensions?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.editing.versions import StaleVersion
from govreg.core.refusals import Refusal, Refused
from recommendations.forms.extension_decisions import DecisionsForm, Offered, keys_decided
from recommendations.models import ExtensionRequest
from recommendations.queries.extensions import asked_facts, bodies_that_may_decide, to_decide
from recommendations.rules.extensions import refusal_to_decide, refusal_to_grant
from recommendations.services.extensions import record_decisions

#: More than a committee decides at one meeting; the oldest come first.
MOST = 50
MEANWHILE = (
    "{title}: this request was answered or withdrawn while you were writing, so nothing was "
    "recorded. Read the list again and send it once more."
)


@access(Permission.RECORD_DECISIONS)
def decide_several(request: HttpRequest) -> HttpResponse:
    """Record what one committee decided of the endorsed requests: all that is chosen, or none."""
    found = to_decide(request.user)
    waiting = list(found[: MOST + 1])
    shown = waiting[:MOST]
    form = DecisionsForm(
        request.POST or None,
        offered=_offered(shown, request.user),
        bodies=bodies_that_may_decide([one.action for one in shown], user=request.user),
        cancel_url=reverse("recommendations:extensions"),
    )
    return edit_page(
        request,
        form,
        save=lambda: _save(request, form),
        done=_told,
        to=reverse("recommendations:decide-extensions"),
        title="Extensions to decide",
        breadcrumbs=[("Home", "/"), ("Extensions to decide", None)],
        template="recommendations/extensions/decide.html",
        most=MOST if len(waiting) > MOST else 0,
    )


def _offered(requests: list[ExtensionRequest], user: Any) -> list[Offered]:
    facts = asked_facts(requests, user=user, on=clock.today())
    return [
        Offered(thing, known.timetable.granted, refusal_to_decide(known), refusal_to_grant(known))
        for thing, known in zip(requests, facts, strict=True)
    ]


def _save(request: HttpRequest, form: DecisionsForm) -> list[ExtensionRequest]:
    """Record the decisions; what was answered meanwhile is named, and nothing is recorded."""
    here = {line.request.pk for line in form.offered if line.refusal is None}
    gone = keys_decided(request.POST) - here
    if gone:
        form.read_again()
        seen = ExtensionRequest.objects.visible_to(request.user).filter(pk__in=gone)
        first = seen.select_related("action__response").first()
        _refuse(first.action.title if first else "A request")
    try:
        return record_decisions(
            decisions=form.decisions(), sitting=form.sitting(), on=clock.today(), by=request.user
        )
    except StaleVersion as stale:
        form.read_again()
        _refuse(str(stale.current.action))  # type: ignore[attr-defined]
        raise


def _refuse(title: str) -> None:
    raise Refused(Refusal("changed-meanwhile", MEANWHILE.format(title=title)))


def _told(made: list[ExtensionRequest]) -> str:
    granted = sum(thing.state == ExtensionRequest.State.GRANTED for thing in made)
    return f"The decisions were recorded: {granted} granted, {len(made) - granted} refused."
