"""What mail waits or failed, what work, and how is a failed one tried again?"""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import final_step_page
from govreg.core.editing.reasons import OptionalReasonForm
from govreg.core.outbox.models import LongWork, OutgoingMessage
from govreg.core.outbox.queries import in_words, outbox_at
from govreg.core.outbox.rules import refusal_of_wiped, refusal_to_try_again
from govreg.core.outbox.services import try_message_again, try_work_again
from govreg.core.refusals import enforce
from govreg.core.ui.lists import list_response
from govreg.site.lists.outbox import MessageList, WorkList

from .loading import Steps, authorise, trail

TITLE = "Mail and long work"
LONG = timedelta(minutes=10)


@access(Permission.KEEP_OUTBOX)
def mail(request: HttpRequest) -> HttpResponseBase:
    """Say whether the worker keeps up, and list the messages."""
    authorise(request, Permission.KEEP_OUTBOX)
    return list_response(
        request,
        MessageList,
        OutgoingMessage.objects.visible_to(request.user).defer("text", "html"),
        title=TITLE,
        breadcrumbs=trail((TITLE, None)),
        template="administration/outbox/list.html",
        extra={"caption": "Mail", **_standing()},
    )


@access(Permission.KEEP_OUTBOX)
def work(request: HttpRequest) -> HttpResponseBase:
    """Say whether the worker keeps up, and list the long work."""
    authorise(request, Permission.KEEP_OUTBOX)
    return list_response(
        request,
        WorkList,
        LongWork.objects.visible_to(request.user).select_related("asked_by"),
        title="Long work",
        breadcrumbs=_under(("Long work", None)),
        template="administration/outbox/list.html",
        extra={"caption": TITLE, **_standing()},
    )


@access(Permission.KEEP_OUTBOX)
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a failed message be sent again."""
    authorise(request, Permission.KEEP_OUTBOX)
    message: OutgoingMessage = get_object_or_404(
        OutgoingMessage.objects.visible_to(request.user), pk=pk
    )
    enforce(refusal_to_try_again(state=message.state))
    enforce(refusal_of_wiped(wipe=message.wipe, at=clock.true_now(), not_after=message.not_after))
    form = OptionalReasonForm(request.POST if request.method == "POST" else None)
    return final_step_page(
        request,
        form,
        save=lambda: try_message_again(message=message, by=request.user, **form.values()),
        done=f"{message} waits to be sent again.",
        to=reverse("administration:mail"),
        title="Send the message again",
        caption=str(message),
        will_happen=[
            f"The message waits again, and is tried at once. It failed because: {message.problem}",
            "It is the same message with the same Message-ID.",
        ],
        confirm_label="Send it again",
        breadcrumbs=_under(("Send again", None)),
    )


@access(Permission.KEEP_OUTBOX)
def make_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Let failed work be done again."""
    authorise(request, Permission.KEEP_OUTBOX)
    found: LongWork = get_object_or_404(LongWork.objects.visible_to(request.user), pk=pk)
    enforce(refusal_to_try_again(state=found.state))
    form = OptionalReasonForm(request.POST if request.method == "POST" else None)
    return final_step_page(
        request,
        form,
        save=lambda: try_work_again(work=found, by=request.user, **form.values()),
        done=f"{found} waits to be made again.",
        to=reverse("administration:long-work"),
        title="Make it again",
        caption=str(found),
        will_happen=[
            f"It waits again, and is tried at once. It failed because: {found.problem}",
            "It is made as it was asked for, for the person who asked.",
        ],
        confirm_label="Make it again",
        breadcrumbs=_under(("Long work", reverse("administration:long-work")), ("Again", None)),
    )


def _under(*steps: tuple[str, str | None]) -> Steps:
    return trail((TITLE, reverse("administration:mail")), *steps)


def _standing() -> dict[str, Any]:
    """Return how both tables stand, and how long the oldest thing that is due has waited."""
    found = outbox_at(clock.true_now())
    oldest = found.oldest_due
    return {
        "outbox": found,
        "waited": "" if oldest is None else in_words(oldest),
        "too_long": oldest is not None and oldest > LONG,
    }
