"""How are trainings, reminders and obstacles of sharing information recorded?"""

from collections.abc import Mapping
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import Partnership, SharingActivity, SharingObstacle
from partnerships.rules import information_sharing as rules
from partnerships.rules.withdrawals import refusal_to_change_withdrawn

from .allowed import enforce_keeping

ACTIVITY = ("kind", "day", "what", "reached", "trained", "covers_ethics")
OBSTACLE = ("kind", "description", "done", "owner", "since", "resolved_on")


def record_activity(
    *, partnership: Partnership, values: Mapping[str, Any], by: Any, reason: str = ""
) -> SharingActivity:
    """Record a training in the protocol, or a reminder of it."""
    verb, scope = "Recorded a training or reminder", partnership.scope
    with change(verb=verb, by=by, reason=reason, scope=scope):
        enforce_keeping(partnership, by=by)
        made = SharingActivity(partnership=partnership)
        put(made, values, allowed=ACTIVITY)
        enforce(
            rules.refusal_of_activity(
                kind=made.kind,
                day=made.day,
                trained=made.trained,
                ethics=made.covers_ethics,
                today=clock.today(),
            )
        )
        made.save()
    return made


def withdraw_activity(
    *, activity: SharingActivity, version: int, by: Any, reason: str
) -> SharingActivity:
    """Withdraw a training or reminder that was recorded in error."""
    partnership = activity.partnership
    verb, scope = "Withdrew a training or reminder", partnership.scope
    with change(verb=verb, by=by, reason=reason, scope=scope):
        enforce_keeping(partnership, by=by)
        found = locked(SharingActivity, activity.pk, version=version)
        enforce(refusal_to_change_withdrawn(withdrawn_because=found.withdrawn_because))
        found.partnership = partnership
        found.withdrawn_because = reason
        found.save()
    return found


def add_obstacle(
    *, partnership: Partnership, values: Mapping[str, Any], by: Any, reason: str = ""
) -> SharingObstacle:
    """Record what stands in the way of sharing information."""
    verb, scope = "Added an obstacle to sharing", partnership.scope
    with change(verb=verb, by=by, reason=reason, scope=scope):
        enforce_keeping(partnership, by=by)
        return _saved(SharingObstacle(partnership=partnership), values)


def change_obstacle(
    *, obstacle: SharingObstacle, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> SharingObstacle:
    """Change what is said of an obstacle, or record that it is resolved."""
    partnership = obstacle.partnership
    verb, scope = "Changed an obstacle to sharing", partnership.scope
    with change(verb=verb, by=by, reason=reason, scope=scope):
        enforce_keeping(partnership, by=by)
        found = locked(SharingObstacle, obstacle.pk, version=version)
        found.partnership = partnership
        return _saved(found, values)


def _saved(obstacle: SharingObstacle, values: Mapping[str, Any]) -> SharingObstacle:
    put(obstacle, values, allowed=OBSTACLE)
    enforce(
        rules.refusal_of_obstacle(
            since=obstacle.since,
            resolved_on=obstacle.resolved_on,
            done=obstacle.done,
            today=clock.today(),
        )
    )
    obstacle.save()
    return obstacle
