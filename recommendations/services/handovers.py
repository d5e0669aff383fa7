"""How does responsibility for many actions pass on at once, each with a history of its own?"""

from typing import Any

from django.db.models import QuerySet

from govreg.core.history.change import change
from govreg.core.refusals import Refusal, Refused
from recommendations.models import ActionOwner, AgreedAction
from recommendations.queries.handovers import KINDS, Party, Plan, plan_of

from .holding import hold_actions


class ChangedSinceShown(Exception):
    """What would pass over is no longer what the person was shown; nothing was written."""


def hand_over(
    *, actions: QuerySet[AgreedAction], old: Party, new: Party, seen: str, by: Any, reason: str
) -> Plan:
    """Give every action of `old` among some that may change to `new`, in one change set.

    `seen` is the digest of the plan that was shown. Raises ChangedSinceShown where the register
    says otherwise by then, and Refused where nothing may change or no reason is given.
    """
    if not reason.strip():
        raise Refused(Refusal("reason-missing", "Say why responsibility passes on."))
    if new.kind not in KINDS or not KINDS[new.kind].objects.filter(pk=new.key).exists():
        raise Refused(Refusal("nobody", "Choose a post, a team or a body that is to answer."))
    with change(verb="Handed responsibility over", by=by, reason=reason):
        hold_actions(plan_of(actions, old, new, by=by).changed)
        plan = plan_of(actions, old, new, by=by)
        if plan.digest != seen:
            raise ChangedSinceShown
        if not plan.changed:
            raise Refused(Refusal("nothing-to-hand-over", "None of these actions may pass over."))
        for action in plan.changed:
            for row in action.owners.filter(**{f"{old.kind}_id": old.key}):
                row.delete()
            ActionOwner(action=action, **{f"{new.kind}_id": new.key}).save()
    return plan
