"""How do agreed actions stand: by priority and rating, how long overdue, how many in time?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, When

from recommendations.models import AgreedAction, CompletionClaim
from recommendations.models.actions import FOLLOWED_UP
from recommendations.rules.ages import AGES, Age, age_named
from recommendations.rules.ratings import ComputedRating, computed_rating
from recommendations.rules.timeliness import was_past_at_issue
from reviews.models import Review

from .ratings import rule_in_force, was_claimed

State = AgreedAction.State


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """The actions of one priority, counted by what the rule says of them."""

    mark: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All of the priority."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class OnTime:
    """Of the actions that had to be done by now, those that were claimed as done in time."""

    due: int
    met: int

    @property
    def per_cent(self) -> int | None:
        """The share, rounded half up; None where nothing had to be done."""
        return (200 * self.met + self.due) // (2 * self.due) if self.due else None


@dataclass(frozen=True, slots=True)
class AtAGlance:
    """What the panel shows."""

    priorities: list[PriorityRow]
    ages: list[tuple[Age, int]]
    on_time: OnTime
    on_first_time: OnTime


class Facts(NamedTuple):
    """What is asked of one action."""

    mark: str
    rank: int
    state: str
    is_followed_up: bool
    ended_as: str
    review_status: str
    issued_on: date | None
    due_date: date | None
    original_due: date | None
    percent: int | None
    done_on: date | None


def at_a_glance(actions: QuerySet[AgreedAction], *, on: date) -> AtAGlance:
    """Count actions that were fetched by `for_lists`, as they stand on a day; one query."""
    facts = _facts(actions)
    return AtAGlance(
        priorities=_by_priority(facts, on=on),
        ages=[(age, sum(_is_aged(one, age, on=on) for one in facts)) for age in AGES],
        on_time=_in_time([(one, one.due_date) for one in facts], on=on),
        on_first_time=_in_time([(one, one.original_due) for one in facts], on=on),
    )


def _facts(actions: QuerySet[AgreedAction]) -> list[Facts]:
    """Read the facts.

    The last stated per cent is read only of what is to do and was never given back: of the rest it
    says nothing. An action was done on the day of the first claim that was not sent back.
    """
    stood = CompletionClaim.objects.filter(action=OuterRef("pk")).exclude(outcome="returned")
    done_on = Subquery(stood.order_by("claimed_on").values("claimed_on")[:1])
    recommendation = "response__recommendation"
    rows = actions.order_by().annotate(
        is_followed_up=Case(When(followed_up(), then=True), default=False),
        percent=Case(
            When(followed_up() & ~Q(was_claimed()), state=State.AGREED, then=F("latest_percent"))
        ),
        done_on=Case(When(state__in=[State.CLAIMED, State.PROPOSED, State.CLOSED], then=done_on)),
    )
    found = rows.values_list(
        f"{recommendation}__priority__mark",
        f"{recommendation}__priority__rank",
        "state",
        "is_followed_up",
        f"{recommendation}__ended_as",
        f"{recommendation}__review__status",
        f"{recommendation}__review__issued_on",
        "due_date",
        "original_due",
        "percent",
        "done_on",
    )
    return list(map(Facts._make, found))


def _by_priority(facts: list[Facts], *, on: date) -> list[PriorityRow]:
    rule = rule_in_force(on=on)
    rows: dict[str, dict[str, int]] = {}
    ranks: dict[str, int] = {}
    for one in facts:
        rating = computed_rating(
            rule,
            state=one.state,
            due_date=one.due_date,
            percent=one.percent,
            on=on,
            followed_up=one.is_followed_up,
        )
        rows.setdefault(one.mark, dict.fromkeys(ComputedRating, 0))[rating] += 1
        ranks[one.mark] = min(one.rank, ranks.get(one.mark, one.rank))
    return [PriorityRow(mark, rows[mark]) for mark in sorted(rows, key=lambda m: (ranks[m], m))]


def _is_aged(one: Facts, age: Age, *, on: date) -> bool:
    if not (one.is_followed_up and one.state == State.AGREED and one.due_date):
        return False
    first, last = age.due_between(on=on)
    return one.due_date <= last and (first is None or one.due_date >= first)


def _in_time(dated: list[tuple[Facts, date | None]], *, on: date) -> OnTime:
    """Count, of actions with the date that they had, those that were done by it.

    A date before the review was issued nobody could meet: it is left out, as is an action whose
    risk was accepted instead, and one whose recommendation ended.
    """
    counted = [
        one.done_on is not None and one.done_on <= due
        for one, due in dated
        if due is not None
        and due < on
        and one.review_status in (Review.Status.ISSUED, Review.Status.CLOSED)
        and one.state != State.RISK_ACCEPTED
        and not one.ended_as
        and not was_past_at_issue(original_due=one.original_due, issued_on=one.issued_on)
    ]
    return OnTime(due=len(counted), met=sum(counted))


def overdue_for(actions: QuerySet[AgreedAction], key: str, *, on: date) -> QuerySet[AgreedAction]:
    """Keep the actions that have been overdue on a day for as long as a band says."""
    return actions.filter(_aged(age_named(key), on=on))


def _aged(age: Age, *, on: date) -> Q:
    first, last = age.due_between(on=on)
    overdue = followed_up() & Q(state=State.AGREED, due_date__lte=last)
    return overdue & Q(due_date__gte=first) if first else overdue


def followed_up(path: str = "") -> Q:
    """Say of actions at the end of a path that they are to be done or verified still."""
    return Q(**{f"{path}{name}": value for name, value in FOLLOWED_UP.items()})
