"""May this be recorded as a committee's decision on a report, and what must follow from it?"""

from collections.abc import Sequence
from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date
from govreg.reports.models.committee_decisions import CommitteeDecision

Kind = CommitteeDecision.Kind


def refusal_to_record(*, may_record: bool) -> Refusal | None:
    """Refuse whoever does not record what committees decide."""
    if may_record:
        return None
    return Refusal(
        "may-not-record",
        "What committees decide is recorded by democratic services and the partnerships officer.",
    )


def refusal_of_decision(
    *, kind: str, decided_on: date, earliest: date, words: str, follows: bool, today: date
) -> Refusal | None:
    """Refuse a decision to come, one before the report, and one that leaves open what follows."""
    if decided_on > today:
        return Refusal("decision-to-come", "The meeting is still to come. Record it afterwards.")
    if decided_on < earliest:
        return Refusal(
            "decision-before-report",
            f"The committee cannot have decided before {long_date(earliest)}: the report speaks of "
            "what was known then.",
        )
    if kind in CommitteeDecision.FOLLOWED and not follows:
        return Refusal(
            "nothing-follows",
            "Say what is to come before the committee: whom it calls, or what it wants to see.",
        )
    if kind != Kind.NOTED and not words.strip():
        return Refusal("decision-without-words", "Give the decision in the words of the minutes.")
    return None


def refusal_of_item(*, due_on: date | None, decided_on: date) -> Refusal | None:
    """Refuse an item for a meeting that is not after the decision."""
    if due_on is not None and due_on <= decided_on:
        return Refusal(
            "item-before-decision", "The meeting must be later than the one that decided."
        )
    return None


def refusal_to_correct_item(*, is_done: bool) -> Refusal | None:
    """Refuse to change what has come before the committee already."""
    if is_done:
        return Refusal("item-done", "This item is finished, so it stays as it was.")
    return None


def refusal_of_earlier_items(
    *, decided_on: date, meetings: Sequence[date | None]
) -> Refusal | None:
    """Refuse a day of the decision that is not before the meetings for which items are planned."""
    if any(day is not None and day <= decided_on for day in meetings):
        return Refusal(
            "item-before-decision",
            "An item that follows from the decision is planned for a meeting that is not later. "
            "Correct the item first.",
        )
    return None


def refusal_to_finish(
    *, is_done: bool, done_on: date, decided_on: date, result: str, today: date
) -> Refusal | None:
    """Refuse to finish an item twice, on a wrong day, or without what came of it."""
    if is_done:
        return Refusal("item-done", "This item is finished already.")
    if done_on > today or done_on < decided_on:
        return Refusal(
            "item-day",
            "Give the day it came before the committee: after the decision, not to come.",
        )
    if not result.strip():
        return Refusal("item-without-result", "Say what came of it.")
    return None
