"""How are agreed actions rated on a day, by the rule in force then and by their officers?"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    Case,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from govreg.core.council import definitions, settings
from recommendations.models import AgreedAction, CompletionClaim, ProgressUpdate
from recommendations.rules.ratings import (
    WHOLE,
    ComputedRating,
    Rated,
    RatingRule,
    Travel,
    computed_rating,
    direction_of_travel,
    sentences_of,
)
from reviews.models import Review

State = AgreedAction.State


def due_soon_days(*, on: date) -> int:
    """Return the council's setting in force on a day."""
    return settings.whole_number(definitions.DUE_SOON_DAYS, on=on)


def rule_in_force(*, on: date) -> RatingRule:
    """Return the rule as its settings stand on a day."""
    return RatingRule(
        late_after=settings.whole_number(definitions.RATING_LATE_AFTER, on=on),
        nearly_complete=settings.whole_number(definitions.RATING_NEARLY_COMPLETE, on=on),
        due_soon=due_soon_days(on=on),
    )


def rule_in_words(*, on: date) -> list[str]:
    """Return the rule in force on a day as plain sentences, to be printed beside its ratings."""
    return sentences_of(rule_in_force(on=on))


def rated(*, on: date) -> dict[str, Any]:
    """Return the annotations that a list of actions is rated by on a day."""
    rule = rule_in_force(on=on)
    return {
        "list_late_after": Value(rule.late_after, output_field=IntegerField()),
        "list_nearly_complete": Value(rule.nearly_complete, output_field=IntegerField()),
        "was_claimed": was_claimed(),
    }


def was_claimed() -> Exists:
    """Ask of actions whether completion was ever claimed: one that is to do was given back."""
    return Exists(CompletionClaim.objects.filter(action=OuterRef("pk")))


def last_told() -> dict[str, Any]:
    """Return what the last updates of an action say, to filter and order a list by.

    What a list shows of them is taken from the updates that are fetched with its page.
    """
    told = ProgressUpdate.objects.submitted().filter(action=OuterRef("pk"))
    told = told.order_by("-submitted_at", "-pk")
    stated = told.filter(percent_complete__isnull=False)
    return {
        "latest_percent": Subquery(stated.values("percent_complete")[:1]),
        "latest_rating": Subquery(told.values("rating")[:1]),
        "latest_on": Subquery(told.values("submitted_on")[:1]),
    }


def told_ratings(path: str) -> Prefetch:
    """Fetch, with records that lead to updates, the submitted ratings of each, the newest first.

    They stand in `told_ratings`, without the texts, which may be long.
    """
    told = ProgressUpdate.objects.submitted().order_by("-submitted_at", "-pk")
    light = told.only(
        "action_id",
        "rating",
        "percent_complete",
        "window_id",
        "corrects_id",
        "submitted_at",
        "submitted_on",
    )
    return Prefetch(path, light, to_attr="told_ratings")


def computed_in_list(action: Any) -> ComputedRating:
    """Return how the rule rates an action fetched by `for_lists` on the list's day."""
    rule = RatingRule(action.list_late_after, action.list_nearly_complete, action.list_due_soon)
    return computed_of(
        action,
        rule=rule,
        percent=percent_in_list(action),
        on=action.list_day,
        claimed_before=action.was_claimed,
    )


def last_update_in_list(action: Any) -> ProgressUpdate | None:
    """Return the last submitted update of an action fetched by `for_lists`, without its texts."""
    return action.told_ratings[0] if action.told_ratings else None


def percent_in_list(action: Any) -> int | None:
    """Return the per cent that was last stated of an action fetched by `for_lists`."""
    stated = (update.percent_complete for update in action.told_ratings)
    return next((percent for percent in stated if percent is not None), None)


def officers_rating_in_list(action: Any) -> str:
    """Return how its officer last rated an action fetched by `for_lists`; "" for never."""
    last = last_update_in_list(action)
    return last.rating if last else ""


def computed_of(
    action: AgreedAction,
    *,
    rule: RatingRule,
    percent: int | None,
    on: date,
    claimed_before: bool,
) -> ComputedRating:
    """Return how a rule rates an action on a day, with the last per cent that was stated.

    `claimed_before` says whether its completion was ever claimed.
    """
    recommendation = action.response.recommendation
    return computed_rating(
        rule,
        state=action.state,
        due_date=action.due_date,
        percent=percent,
        on=on,
        followed_up=recommendation.review.status == Review.Status.ISSUED
        and not recommendation.ended_as,
        given_back=claimed_before,
    )


def rated_so(rows: QuerySet[AgreedAction], rating: str, *, on: date) -> QuerySet[AgreedAction]:
    """Keep of actions, fetched by `for_lists`, those that the rule rates so on a day.

    Each condition asks for the last stated per cent once, if at all: it is looked up row by row.
    What was given back has none.
    """
    stated = Case(
        When(was_claimed=True, then=Value(-1)),
        default=Coalesce(F("latest_percent"), Value(-1)),
        output_field=IntegerField(),
    )
    wanted = _rated(ComputedRating(rating), rule_in_force(on=on), on)
    return rows.alias(stated_percent=stated).filter(wanted)


def _rated(rating: ComputedRating, rule: RatingRule, on: date) -> Q:
    live = Q(
        response__recommendation__ended_as="",
        response__recommendation__review__status=Review.Status.ISSUED,
    )
    followed_up, to_do = live & Q(state__in=AgreedAction.LIVE), live & Q(state=State.AGREED)
    closed = Q(state=State.CLOSED)
    open_ = to_do & Q(stated_percent__lt=WHOLE)
    late = Q(due_date__lt=on - timedelta(days=rule.late_after))
    soon = Q(due_date__lte=on + timedelta(days=rule.due_soon))
    match rating:
        case ComputedRating.COMPLETE:
            whole = to_do & Q(stated_percent=WHOLE)
            return closed | (followed_up & ~Q(state=State.AGREED)) | whole
        case ComputedRating.NOT_FOLLOWED_UP:
            return ~closed & ~followed_up
        case ComputedRating.NO_DATE:
            return Q(due_date__isnull=True) & open_
        case ComputedRating.LATE:
            return late & open_
        case ComputedRating.DUE_SOON:
            return soon & ~late & open_ & Q(stated_percent__lt=rule.nearly_complete)
        case ComputedRating.ON_TRACK:
            nearly = Q(stated_percent__gte=rule.nearly_complete)
            return ~late & open_ & (~soon | nearly) & Q(due_date__isnull=False)


@dataclass(frozen=True, slots=True)
class Ratings:
    """Both ratings of an action, side by side, and which way the officer's has gone."""

    officer: str
    percent: int | None
    computed: ComputedRating
    travel: Travel | None


def ratings_in_list(action: Any) -> Ratings:
    """Return both ratings of an action fetched by `for_lists`."""
    return Ratings(
        officer=officers_rating_in_list(action),
        percent=percent_in_list(action),
        computed=computed_in_list(action),
        travel=travel_in_list(action),
    )


def ratings_of(
    action: AgreedAction, updates: list[ProgressUpdate], *, on: date, claimed_before: bool
) -> Ratings:
    """Return both ratings of an action with its submitted updates, the newest first.

    `claimed_before` says whether its completion was ever claimed.
    """
    stated = (u.percent_complete for u in updates if u.percent_complete is not None)
    percent = next(stated, None)
    return Ratings(
        officer=updates[0].rating if updates else "",
        percent=percent,
        computed=computed_of(
            action,
            rule=rule_in_force(on=on),
            percent=percent,
            on=on,
            claimed_before=claimed_before,
        ),
        travel=travel_of(updates),
    )


def travel_in_list(action: Any) -> Travel | None:
    """Return the direction of travel of an action fetched by `for_lists`."""
    return travel_of(action.told_ratings)


def travel_of(updates: Any, *, window: int | None = None) -> Travel | None:
    """Return the direction of travel that submitted updates, the newest first, say."""
    told = [Rated(u.pk, u.rating, u.window_id, u.corrects_id) for u in updates]
    return direction_of_travel(told, window=window)
