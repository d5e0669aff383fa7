"""What hints does an action's own text give to whoever judges whether it is SMART?

A hint is no judgement: a person answers each question, with a note. The hints find what the review
of 2005 found wanting (section 5.3): no measure or target, and no link to what people gain.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from govreg.core.refusals import Refusal
from partnerships.models.smart_tests import SmartJudgement

Criterion = SmartJudgement.Criterion
VAGUE = (
    "improve",
    "improved",
    "raise awareness",
    "increase",
    "increased",
    "promote",
    "support",
    "encourage",
    "explore",
    "more ",
)
MEANINGS = {
    Criterion.SPECIFIC: "It says what will be done, by whom and for whom.",
    Criterion.MEASURABLE: "It has a measure and a target, so that all can see whether it was met.",
    Criterion.ACHIEVABLE: "It can be done with what the partners have.",
    Criterion.RELEVANT: "It serves a priority of the plan.",
    Criterion.TIMED: "It says when it begins and by when it is done.",
    Criterion.OUTCOME: "It says what gets better for those who use services, or for citizens.",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is entered of an action."""

    action: str
    output: str
    measure: str
    target: Decimal | None
    baseline: Decimal | None
    has_lead: bool
    has_priority: bool
    end: date | None
    outcome: str


def hints(facts: Facts) -> dict[str, tuple[str, ...]]:
    """Return, by criterion, what a judge should look at; nothing where nothing is missing."""
    words = f"{facts.action} {facts.output}".lower()
    has_number = any(letter.isdigit() for letter in f"{facts.output} {facts.measure}")
    vague = next((word.strip() for word in VAGUE if word in words), None)
    found: dict[str, list[str | None]] = {
        Criterion.SPECIFIC: [
            None if facts.has_lead else "No lead organisation is named",
            f"It says “{vague}” and not what will be different"
            if vague and not has_number and facts.target is None
            else None,
        ],
        Criterion.MEASURABLE: [
            None if facts.measure else "No measure is stated",
            None if facts.target is not None or has_number else "There is no number to reach",
        ],
        Criterion.ACHIEVABLE: [
            "No baseline is known, so nobody can say how far the target is"
            if facts.target is not None and facts.baseline is None
            else None
        ],
        Criterion.RELEVANT: [
            None if facts.has_priority else "It is not linked to a priority of the plan"
        ],
        Criterion.TIMED: [None if facts.end else "No end date is stated"],
        Criterion.OUTCOME: [None if facts.outcome else "No outcome for people is stated"],
    }
    return {criterion: tuple(hint for hint in said if hint) for criterion, said in found.items()}


def refusal_of_judgements(*, answers: Sequence[tuple[str, bool | None, str]]) -> Refusal | None:
    """Refuse a “not met” that does not say why, so that its author can mend it.

    `answers` has the criterion, whether it is met (None: not judged), and the note of each.
    """
    bare = [
        Criterion(criterion).label.lower()
        for criterion, met, note in answers
        if met is False and not note.strip()
    ]
    if bare:
        return Refusal("not-met-without-note", f"Say in a note why it is not: {', '.join(bare)}.")
    return None
