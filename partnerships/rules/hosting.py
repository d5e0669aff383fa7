"""What may be done next with a hosting agreement, and what does it lack before it is in force?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date

DRAFT, ASSESSED, SIGNED_BY_ONE, SIGNED_BY_BOTH, IN_FORCE, ENDED = (
    "draft",
    "assessed",
    "signed-by-one",
    "signed-by-both",
    "in-force",
    "ended",
)
LEAD, DIRECTOR = "lead", "director"
#: What a host takes on besides the priority itself (review of 2007, section 4.3).
DUTIES = {
    "strategy": "appended to the host’s own strategy",
    "risk_register": "in the host’s own risk register",
    "action_plan": "an action plan",
}
SIDES = {LEAD: "the lead body", DIRECTOR: "the commissioning side"}


def state_of(*, assessed: bool, lead: bool, director: bool, started: bool, ended: bool) -> str:
    """Return how far an agreement has come, from what is recorded of it."""
    if ended:
        return ENDED
    if started:
        return IN_FORCE
    if not assessed:
        return DRAFT
    return (ASSESSED, SIGNED_BY_ONE, SIGNED_BY_BOTH)[lead + director]


def refusal_to_change(*, state: str) -> Refusal | None:
    """Refuse to rewrite what somebody has put a signature to."""
    if state in {SIGNED_BY_ONE, SIGNED_BY_BOTH, IN_FORCE, ENDED}:
        return Refusal(
            "hosting-signed",
            "This agreement was signed, so its terms cannot be changed. End it and draw up a new "
            "one.",
        )
    return None


def refusal_to_assess(*, state: str, day: date, today: date) -> Refusal | None:
    """Refuse a risk assessment of what is signed already, or of a day to come."""
    if state not in {DRAFT, ASSESSED}:
        return Refusal(
            "hosting-assessed-too-late",
            "The risks are assessed before anybody signs, and this agreement was signed.",
        )
    if day > today:
        return Refusal("assessed-to-come", "The day of the assessment cannot be in the future.")
    return None


def refusal_to_sign(
    *, state: str, side: str, signed_already: bool, day: date, assessed_on: date | None, today: date
) -> Refusal | None:
    """Refuse a signature without the assessment, twice for one side, or out of its time."""
    if state == DRAFT or assessed_on is None:
        return Refusal(
            "hosting-not-assessed",
            "Nobody signs before the risks are assessed. Record the risk assessment first.",
        )
    if signed_already:
        return Refusal("hosting-signed-already", f"It was signed for {SIDES[side]} already.")
    if state not in {ASSESSED, SIGNED_BY_ONE}:
        return Refusal("hosting-not-to-sign", "There is nothing left to sign.")
    if day > today:
        return Refusal("signed-to-come", "The day of the signature cannot be in the future.")
    if day < assessed_on:
        return Refusal(
            "signed-before-assessed",
            f"The risks were assessed on {long_date(assessed_on)}; nobody signs before that day.",
        )
    return None


def refusal_to_bring_into_force(
    *,
    assessed_on: date | None,
    lead_signed_on: date | None,
    director_signed_on: date | None,
    state: str,
    start: date | None = None,
) -> Refusal | None:
    """Refuse an agreement into force without its assessment and both signatures."""
    if state in {IN_FORCE, ENDED}:
        return Refusal("hosting-in-force-already", "It is, or was, in force already.")
    missing = [
        what
        for what, day in (
            ("its risk assessment", assessed_on),
            ("the signature for the lead body", lead_signed_on),
            ("the signature for the commissioning side", director_signed_on),
        )
        if day is None
    ]
    if missing:
        return Refusal(
            "hosting-incomplete",
            f"It cannot come into force without {' and '.join(missing)}. Record that first.",
        )
    signed = max(day for day in (lead_signed_on, director_signed_on) if day)
    if start is not None and start < signed:
        return Refusal(
            "in-force-before-signed",
            f"The second signature is of {long_date(signed)}; it comes into force then or later.",
        )
    return None


def refusal_to_end(
    *, state: str, start: date | None, ended_on: date, because: str, today: date
) -> Refusal | None:
    """Refuse to end what is not in force, before it began, or without a word."""
    if state == ENDED:
        return Refusal("hosting-ended-already", "It has ended already.")
    if state != IN_FORCE:
        return Refusal("hosting-not-in-force", "Only an agreement that is in force can be ended.")
    if ended_on > today or (start and ended_on < start):
        return Refusal(
            "hosting-ends-wrongly",
            f"Give a day from {long_date(start)}, when it came into force, up to today.",
        )
    if not because:
        return Refusal("hosting-ends-unexplained", "Say why it ended.")
    return None


def refusal_of_duty(*, duty: str, done: str, evidence: str) -> Refusal | None:
    """Refuse a duty said to be met that nothing shows."""
    if done in {"yes", "partly"} and not evidence:
        return Refusal("duty-without-evidence", f"Name the document that shows it: {duty}.")
    if not done and evidence:
        return Refusal("evidence-without-answer", f"Choose an answer to go with it: {duty}.")
    return None
