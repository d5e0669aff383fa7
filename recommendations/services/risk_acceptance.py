"""How is the risk of not doing an action accepted?"""

from datetime import date
from typing import Any

from govreg.core.history.change import change
from govreg.core.refusals import Refusal, Refused, enforce
from recommendations.models import AgreedAction, RiskAcceptance
from recommendations.queries.situation import situation
from recommendations.rules.risk_acceptance import refusal_of_review_date, refusal_to_accept_risk

from .holding import hold_action


def accept_risk(
    *, action: AgreedAction, reason: str, review_date: date, on: date, by: Any
) -> RiskAcceptance:
    """Accept the risk of an action that will not be done, until a review date."""
    if not reason.strip():
        raise Refused(Refusal("reason-missing", "Say why the risk is accepted."))
    with change(verb="Accepted a risk", by=by, reason=reason):
        action = hold_action(action)
        enforce(refusal_to_accept_risk(situation(action, user=by, on=on)))
        enforce(refusal_of_review_date(review_date=review_date, on=on))
        acceptance = RiskAcceptance(
            action=action, by=by, decided_on=on, reason=reason.strip(), review_date=review_date
        )
        acceptance.save()
        action.state, action.state_since = AgreedAction.State.RISK_ACCEPTED, on
        action.save()
    return acceptance
