"""How is one later date asked for several actions at once, each with a request of its own?"""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from govreg.core.history import bulk
from govreg.core.history.change import change
from govreg.core.refusals import Refusal, Refused
from recommendations.models import AgreedAction, ExtensionRequest
from recommendations.queries.joint_extensions import MOST, Plan, plan_of

from .handovers import ChangedSinceShown
from .holding import hold_actions


def ask_for_extensions(
    *, actions: QuerySet[AgreedAction], printed: str, reason: str, seen: str, on: date, by: Any
) -> Plan:
    """Ask for a later due date of every action among some for which it may be asked.

    Each is a request of its own, which a senior officer answers; an action keeps its date until
    then. `seen` is the digest of the plan that was shown. Raises ChangedSinceShown where the
    register says otherwise by then, and Refused where nothing may be asked or no reason is given.
    """
    if not reason.strip():
        raise Refused(Refusal("reason-missing", "Say why more time is needed."))
    if actions.count() > MOST:
        raise Refused(too_many())
    with change(verb="Asked for extensions together", by=by, reason=reason):
        hold_actions(plan_of(actions, printed, by=by, on=on).changed)
        plan = plan_of(actions, printed, by=by, on=on)
        if plan.digest != seen:
            raise ChangedSinceShown
        if not plan.changed or plan.read.due_date is None:
            raise Refused(
                Refusal("nothing-to-extend", "An extension may be asked for none of these actions.")
            )
        later = plan.read.due_date
        assert later is not None  # the rule asks for one of each
        bulk.create(
            [
                ExtensionRequest(
                    action=action,
                    by=by,
                    asked_on=on,
                    reason=reason.strip(),
                    new_timescale=plan.read.printed,
                    new_precision=plan.read.precision,
                    new_due=later,
                )
                for action in plan.changed
            ]
        )
    return plan


def too_many() -> Refusal:
    """Refuse more than can be looked through at once."""
    return Refusal(
        "too-many", f"The list has more than {MOST:,} actions. Narrow it by its filters first."
    )
