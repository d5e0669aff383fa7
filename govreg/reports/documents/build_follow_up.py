"""How is a committee's follow-up report made of the register, for a period?"""

from datetime import date

from django.conf import settings

from govreg.core import clock
from govreg.core.council import settings as council
from govreg.core.council.definitions import SHOW_OFFICER_NAMES
from govreg.core.refusals import enforce
from govreg.core.ui.words import long_date
from govreg.reports.queries.follow_up_facts import Choice, Seen, gather_follow_up
from govreg.reports.rules.follow_up import refusal_of_period
from recommendations.queries.ratings import rule_in_force
from recommendations.rules.ratings import RatingRule, sentences_of

from .follow_up import ASKED, COMPLETED, ENDED, LIVE, OVERDUE, FollowUp, FollowUpPart
from .follow_up_lines import (
    Period,
    figures_of,
    part_of,
    placed_lines,
    without_action,
)
from .parts import Priority

PARTS = (
    (LIVE, "Still to be done", "No agreed action is still to be done by a later day."),
    (COMPLETED, "Completed since {since}", "No action was verified and closed in this time."),
    (ASKED, "Extensions asked for", "No extension waits for a decision."),
    (OVERDUE, "Overdue", "No agreed action is overdue."),
    (
        ENDED,
        "Superseded, withdrawn or risk accepted since {since}",
        "Nothing was superseded or withdrawn, and no risk was accepted in this time.",
    ),
)


def build_follow_up(
    *,
    title: str,
    committee: str,
    meeting_on: date | None,
    since: date,
    as_at: date,
    choice: Choice,
    chosen: tuple[str, ...],
    seen: Seen,
    officer_names: bool | None = None,
) -> FollowUp:
    """Return the report as at the end of a day, with what happened after the day `since`.

    `chosen` says in words what `choice` leaves. The number of queries does not depend on how many
    actions there are. Raises Refused for a wrong period, and for more actions than one can read.
    """
    enforce(refusal_of_period(since=since, as_at=as_at, meeting=meeting_on, today=clock.today()))
    if officer_names is None:
        officer_names = bool(council.whole_number(SHOW_OFFICER_NAMES, on=as_at))
    rule = rule_in_force(on=as_at)
    facts = gather_follow_up(choice, seen, as_at)
    placed = placed_lines(facts, Period(since, as_at, rule, officer_names))
    legend = {(one.rank, one.line.priority) for one in placed if one.line.priority.mark}
    return FollowUp(
        council=settings.COUNCIL_NAME,
        title=title,
        committee=committee,
        meeting_on=meeting_on,
        since=since,
        as_at=as_at,
        chosen=chosen,
        names_officers=officer_names,
        parts=tuple(
            FollowUpPart(
                letter, name.format(since=long_date(since)), empty, part_of(letter, placed)
            )
            for letter, name, empty in PARTS
        ),
        figures=figures_of(placed),
        legend=_legend(legend),
        method=_method(since, as_at, rule),
        without_action=tuple(without_action(facts)),
    )


def _legend(found: set[tuple[int, Priority]]) -> tuple[Priority, ...]:
    ordered = sorted(found, key=lambda pair: (pair[0], pair[1].mark, pair[1].meaning))
    return tuple(dict.fromkeys(priority for _rank, priority in ordered))


def _method(since: date, as_at: date, rule: RatingRule) -> tuple[str, ...]:
    """Return in sentences how the report was made, so that nobody has to guess."""
    return (
        f"The report says what the register held at the end of {long_date(as_at)}. What was "
        "recorded later is not in it.",
        f"“Since {long_date(since)}” means from the day after it. An action is completed when "
        "somebody who had no part in it verified it; what an officer claims is shown as awaiting "
        "verification.",
        "An action is overdue from the day after its due date, whatever its officer says of it. "
        "A month is due on its last day. What has no date is never overdue, and is said to have "
        "none.",
        "The original date never changes. An extension counts once it is granted; until then the "
        "action keeps its date, and is overdue when that has passed.",
        "The computed rating stands beside the officer’s own and follows the rule in force on that "
        "day, in this order.",
        *sentences_of(rule),
        "The parts tell of agreed actions. A recommendation under which none is agreed is listed "
        "apart, with what is known of its answer.",
        "What had passed on the day its review was issued is told apart: nobody could have met it.",
    )
