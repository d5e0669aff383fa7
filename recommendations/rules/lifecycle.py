"""Which verbs move an agreed action from state to state, and who may say them in which?

The page of an action offers these verbs, and `docs/lifecycle.md` is drawn from them: what is
written there is what the rules say.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from govreg.core.access import Permission
from govreg.core.access.roles import ROLES
from govreg.core.refusals import Refusal
from recommendations.models.actions import AgreedAction
from recommendations.models.claims import Verification

from .claims import refusal_to_claim
from .closure import refusal_to_reopen, refusal_to_verify, state_after
from .closure_decisions import refusal_to_decide_closure
from .extensions import Timetable, refusal_to_ask
from .progress import refusal_to_record
from .risk_acceptance import refusal_to_accept_risk
from .situation import Situation

State = AgreedAction.State
Rule = Callable[[Situation, Timetable], Refusal | None]
#: What is not asked of the dates: an action that is due and was never extended.
DUE = Timetable(due_date=date(2000, 1, 1), granted=0, most=0)


def _closing(facts: Situation, _dates: Timetable) -> Refusal | None:
    return refusal_to_decide_closure(
        may_record_decisions=facts.may_record_decisions,
        state=facts.state,
        review_status=facts.review_status,
        recommendation_ended=facts.recommendation_ended,
    )


def _found(result: str) -> dict[str, str]:
    """Return where a verification leads, without and with a committee that agrees to closures."""
    alone, together = (state_after(result, by_committee=asked) for asked in (False, True))
    found = Verification.Result(result).label.lower()
    if alone == together:
        return {found: alone}
    return {found: alone, f"{found}, where a committee agrees to closures": together}


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing that people do to an action: its page, its rule, and where each outcome leads.

    A verb without outcomes leaves the state as it is. `of_action` says that the address of the
    page names the action.
    """

    label: str
    page: str
    rule: Rule
    outcomes: Mapping[str, str]
    of_action: bool = True


VERBS = (
    Verb("Record progress", "update", lambda facts, _: refusal_to_record(facts), {}),
    Verb(
        "Claim completion", "claim", lambda facts, _: refusal_to_claim(facts), {"": State.CLAIMED}
    ),
    Verb("Ask for an extension", "ask-extension", refusal_to_ask, {}),
    Verb(
        "Verify",
        "verify",
        lambda facts, _: refusal_to_verify(facts),
        {text: to for result in Verification.Result for text, to in _found(result).items()},
    ),
    Verb(
        "Record the committee’s decision",
        "decide-closures",
        _closing,
        {"agreed": State.CLOSED, "not agreed": State.AGREED},
        of_action=False,
    ),
    Verb(
        "Accept the risk",
        "accept-risk",
        lambda facts, _: refusal_to_accept_risk(facts),
        {"": State.RISK_ACCEPTED},
    ),
    Verb("Open again", "reopen", lambda facts, _: refusal_to_reopen(facts), {"": State.AGREED}),
)

NOBODY = Situation(
    review_status="issued",
    recommendation_ended=False,
    state=State.AGREED,
    owner=False,
    had_a_part=False,
    claimant=False,
    author=False,
    submitted_updates=1,
    evidence=1,
    may_record=False,
    may_verify=False,
    may_accept_risk=False,
    may_write=False,
)
#: The facts that a role's permissions decide.
POWERS = {
    "may_record": Permission.RECORD_PROGRESS,
    "may_verify": Permission.VERIFY,
    "may_accept_risk": Permission.ACCEPT_RISK,
    "may_write": Permission.WRITE_REVIEWS,
    "may_approve": Permission.APPROVE_RESPONSES,
    "may_record_decisions": Permission.RECORD_DECISIONS,
}


def people() -> Iterator[tuple[str, Situation]]:
    """Give whoever has something to do with an action, with their facts, by name.

    Each role is asked as somebody with no part in the action; the roles that verify and accept
    risks as somebody with one too.
    """
    yield "Responsible for the action", replace(NOBODY, owner=True, had_a_part=True)
    for role in ROLES.values():
        powers: dict[str, Any] = {k: p in role.permissions for k, p in POWERS.items()}
        facts = replace(NOBODY, **powers)
        yield role.name, facts
        if facts.may_verify or facts.may_accept_risk:
            yield f"{role.name}, once responsible", replace(facts, had_a_part=True)
        if facts.may_verify:
            yield f"{role.name}, who wrote an update", replace(facts, author=True)


def answer(verb: Verb, state: str, facts: Situation) -> Refusal | None:
    """Return what a verb's rule says to somebody while the action is in a state."""
    return verb.rule(replace(facts, state=state), DUE)


def transitions() -> Iterator[tuple[str, Verb, str, str]]:
    """Give every change of state that somebody may bring about: from, by what, how found, to."""
    asked = [facts for _name, facts in people()]
    for state in State:
        for verb in VERBS:
            if all(answer(verb, state, facts) for facts in asked):
                continue
            for outcome, to in verb.outcomes.items():
                if to != state:
                    yield state, verb, outcome, to
