"""Of which actions may an officer fill in a sheet of updates, and which window asks for each?"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from govreg.core.access import Permission
from partnerships.models import Partnership
from recommendations.models import AgreedAction, ProgressUpdate, Recommendation, UpdateRequest
from reviews.models import ReviewPartnership

from .ownership import owned_actions
from .subjects import concerning


def to_update(actions: QuerySet[AgreedAction], *, user: Any, on: date) -> QuerySet[AgreedAction]:
    """Keep the live actions on which a user may record progress on a day."""
    live: Any = AgreedAction.objects.live().filter(state=AgreedAction.State.AGREED)
    found: QuerySet[AgreedAction] = live.filter(pk__in=actions.order_by().values("pk"))
    if user.may(Permission.RECORD_PROGRESS):
        return found
    allowed = Q(pk__in=owned_actions(user, on=on).order_by().values("pk"))
    if user.may_somewhere(Permission.RECORD_PROGRESS):
        mine = Partnership.objects.filter(user.scope_filter(Permission.RECORD_PROGRESS))
        # Where a recommendation names nobody, the review's partnerships count.
        reviews = ReviewPartnership.objects.filter(partnership__in=mine.order_by().values("pk"))
        silent = Recommendation.objects.filter(
            subjects__isnull=True, review__in=reviews.order_by().values("review_id")
        )
        allowed |= Q(response__recommendation__in=concerning(mine.order_by()))
        allowed |= Q(response__recommendation__in=silent.order_by().values("pk"))
    return found.filter(allowed)


def asking_now(actions: Iterable[AgreedAction], *, on: date) -> dict[int, str]:
    """Return, by action, the name of the open window that an update would answer on a day.

    In one query; the order is that of `window_asking`.
    """
    answered = ProgressUpdate.objects.submitted().filter(
        window=OuterRef("window_id"), action=OuterRef("action_id")
    )
    requests = UpdateRequest.objects.filter(
        action__in=[action.pk for action in actions],
        window__opened_on__lte=on,
        window__closes__gte=on,
        window__closed_on__isnull=True,
    )
    found: dict[int, str] = {}
    ordered = requests.annotate(is_answered=Exists(answered)).order_by(
        "is_answered", "window__closes", "window"
    )
    for key, name in ordered.values_list("action_id", "window__name"):
        found.setdefault(key, name)
    return found
