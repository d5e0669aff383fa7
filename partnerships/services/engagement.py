"""How is the engagement log of a partnership kept?"""

from collections.abc import Mapping
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import Engagement, Partnership
from partnerships.rules import engagement as rules
from partnerships.rules.withdrawals import refusal_to_change_withdrawn

from .allowed import enforce_keeping
from .searching import enter_engagement

EDITABLE = (
    "day",
    "when_in_words",
    "audience",
    "method",
    "subject",
    "took_part",
    "learnt",
    "changed",
    "meeting",
    "plan",
)


def log_engagement(
    *, partnership: Partnership, values: Mapping[str, Any], by: Any, reason: str = ""
) -> Engagement:
    """Record whom a partnership engaged, and what came of it."""
    with change(verb="Logged an engagement", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        return _put(Engagement(partnership=partnership), values)


def change_engagement(
    *, engagement: Engagement, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> Engagement:
    """Correct an entry, or add to it what was learnt or changed since."""
    partnership = engagement.partnership
    with change(verb="Changed an engagement", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        return _put(_standing(engagement, version), values)


def withdraw_engagement(
    *, engagement: Engagement, version: int, by: Any, reason: str
) -> Engagement:
    """Withdraw an entry made in error. It stays to be read, is not counted and not found."""
    partnership = engagement.partnership
    with change(verb="Withdrew an engagement", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        engagement = _standing(engagement, version)
        engagement.withdrawn_because = reason
        engagement.save()
        enter_engagement(engagement)
    return engagement


def _standing(engagement: Engagement, version: int) -> Engagement:
    partnership = engagement.partnership
    engagement = locked(Engagement, engagement.pk, version=version)
    enforce(refusal_to_change_withdrawn(withdrawn_because=engagement.withdrawn_because))
    engagement.partnership = partnership
    return engagement


def _put(engagement: Engagement, values: Mapping[str, Any]) -> Engagement:
    put(engagement, values, allowed=EDITABLE)
    today = clock.today()
    words = engagement.when_in_words
    enforce(rules.refusal_of_time(day=engagement.day, words=words, today=today))
    meeting = engagement.meeting
    own = meeting is None or meeting.body.partnership_id == engagement.partnership_id
    enforce(rules.refusal_of_meeting(is_own=own))
    plan = engagement.plan
    own = plan is None or plan.partnership_id == engagement.partnership_id
    enforce(rules.refusal_of_plan(is_own=own))
    engagement.save()
    enter_engagement(engagement)
    return engagement
