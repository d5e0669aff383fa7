"""Which points of governance does this register judge by itself?"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from govreg.core.access import Permission
from govreg.core.council import definitions, settings
from govreg.core.periods import a_year_after
from govreg.core.prepared import prepared
from govreg.core.questions.editions import keys_asked
from govreg.core.questions.scales import NO
from govreg.core.ui.words import long_date
from partnerships.models import ChecklistAnswer, MembershipReview, Partnership
from partnerships.question_sets import EXIT_ARRANGEMENTS

from .health import Point, Standing, State, register


def exit_arrangements(partnerships: Sequence[Partnership], on: date) -> dict[int, Standing]:
    """Judge whether the four elements of exit are answered and covered."""
    asked = keys_asked(EXIT_ARRANGEMENTS, on=on)
    sheets: dict[int, dict[int, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    given = _exit_answers(keys=[p.pk for p in partnerships], on=on)
    for partnership, number, key, verdict in given:
        sheets[partnership][number][key] = verdict
    latest = {pk: answers[max(answers)] for pk, answers in sheets.items()}
    return {
        p.pk: _exit_standing([latest.get(p.pk, {}).get(key, "") for key in asked])
        for p in partnerships
    }


@prepared
def _exit_answers(keys: Sequence[int], on: date) -> Any:
    """Return the answers given up to a day, of every edition."""
    given = ChecklistAnswer.objects.filter(
        checklist__partnership__in=keys,
        checklist__document=None,
        checklist__question_set__code=EXIT_ARRANGEMENTS,
        checklist__answered_on__lte=on,
    )
    columns = ("checklist__partnership", "checklist__question_set__edition")
    return given.order_by().values_list(*columns, "question__key", "verdict")


def _exit_standing(verdicts: Sequence[str]) -> Standing:
    asked = len(verdicts)
    answered = [verdict for verdict in verdicts if verdict]
    open_count = asked - len(answered)
    uncovered = answered.count(NO)
    if not answered:
        return Standing(State.MISSING, "None of the questions on exit is answered.")
    said = []
    if open_count > 0:
        said.append(f"{open_count} of {asked} not answered")
    if uncovered:
        said.append(f"{uncovered} of {asked} not covered")
    if said:
        return Standing(State.MISSING, f"{', '.join(said)}.".capitalize())
    return Standing(State.MET, f"All {asked} are answered.")


def membership_review(partnerships: Sequence[Partnership], on: date) -> dict[int, Standing]:
    """Judge whether the membership was reviewed, and in time."""
    reviews = _membership_reviews(keys=[p.pk for p in partnerships], on=on)
    last = {whose: Reviewed(*days) for whose, *days in reviews}
    soon = on + timedelta(days=settings.whole_number(definitions.DUE_SOON_DAYS, on=on))
    return {p.pk: _review_standing(last.get(p.pk), on, soon) for p in partnerships}


@prepared
def _membership_reviews(keys: Sequence[int], on: date) -> Any:
    """Return the reviews of the membership up to a day, the last at the end."""
    rows = MembershipReview.objects.filter(partnership__in=keys, reviewed_on__lte=on)
    ordered = rows.order_by("reviewed_on", "pk")
    return ordered.values_list("partnership_id", "reviewed_on", "next_due")


class Reviewed(NamedTuple):
    """When a membership was reviewed, and when it is to be reviewed again."""

    reviewed_on: date
    next_due: date | None


def _review_standing(last: Reviewed | None, on: date, soon: date) -> Standing:
    if last is None:
        return Standing(State.MISSING, "No review of the membership is recorded.")
    due = last.next_due or a_year_after(last.reviewed_on)
    told = f"Reviewed on {long_date(last.reviewed_on)}, due again on {long_date(due)}."
    if due < on:
        return Standing(State.OVERDUE, told, due)
    return Standing(State.DUE if due <= soon else State.MET, told, due)


def lead_officer(partnerships: Sequence[Partnership], on: date) -> dict[int, Standing]:
    """Judge whether somebody leads for the council."""
    return {
        p.pk: Standing(State.MET, "A lead officer is named.")
        if p.lead_id
        else Standing(State.MISSING, "No lead officer is named.")
        for p in partnerships
    }


def significance(partnerships: Sequence[Partnership], on: date) -> dict[int, Standing]:
    """Judge whether its weight for the council was approved."""
    return {p.pk: _significance_standing(p) for p in partnerships}


def _significance_standing(partnership: Partnership) -> Standing:
    if not partnership.significance:
        return Standing(State.MISSING, "Its significance was not judged.")
    word = partnership.get_significance_display()
    if partnership.significance_on is None:
        return Standing(State.MISSING, f"{word}, but nobody has approved it.")
    return Standing(State.MET, f"{word}, approved on {long_date(partnership.significance_on)}.")


ENTRY, MEMBERS = Permission.KEEP_PARTNERSHIPS, Permission.KEEP_MEMBERSHIP
POINTS = (
    Point("lead", "Lead officer", lead_officer, "partnerships:change", "Name one", ENTRY),
    Point(
        "significance",
        "Significance",
        significance,
        "partnerships:change-particulars",
        "Record it",
        ENTRY,
    ),
    Point(
        "exit",
        "Exit arrangements",
        exit_arrangements,
        "partnerships:exit-arrangements",
        "Answer the questions",
        ENTRY,
    ),
    Point(
        "members",
        "Membership reviewed",
        membership_review,
        "partnerships:review-members",
        "Record a review",
        MEMBERS,
    ),
)
for _place, _point in enumerate(POINTS):
    register(_point, position=10 * (_place + 1))
