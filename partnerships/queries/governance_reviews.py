"""What does the register know of a partnership under review, and how do its reviews compare?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery

from govreg.core.access import Permission
from govreg.core.periods import a_year_after
from govreg.core.prepared import prepared
from govreg.core.questions.models import Question
from govreg.core.questions.scales import NO
from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date
from partnerships.models import (
    FundingArrangement,
    Partnership,
    PartnershipReview,
    RemedialAction,
    ReviewAnswer,
    ReviewRound,
)
from partnerships.question_sets import ARRANGEMENTS, FINANCE, PERFORMANCE
from partnerships.rules import governance_reviews as rules

from .documents import soon_after
from .health import NOT_AT_WORK, Point, Standing, State, health_of, points, register
from .particulars import without_particulars
from .responsibility import responsibilities_of

KEY = "yearly-review"
#: The points of governance that tell of money; all others tell of the arrangements.
OF_MONEY = frozenset({"financial-reports"})


def at_work() -> QuerySet[Any]:
    """Return the partnerships that have something to be reviewed."""
    found: QuerySet[Any] = Partnership.objects.exclude(status__in=NOT_AT_WORK)
    return found.select_related("scope")


def missing_from(review_round: ReviewRound) -> QuerySet[Any]:
    """Return the partnerships at work that are not reviewed in a round."""
    reviewed = PartnershipReview.objects.filter(review_round=review_round).values("partnership")
    return at_work().exclude(pk__in=reviewed)


def asked_in(review: PartnershipReview) -> list[Question]:
    """Return what a review is asked, in its place; read once and then remembered."""
    return list(review.review_round.question_set.questions.all())


def answers_of(review: PartnershipReview) -> dict[str, ReviewAnswer]:
    """Return the answers of a review by the keys of their questions, as they are saved now."""
    rows = ReviewAnswer.objects.filter(review=review).select_related("question")
    return {row.question.key: row for row in rows}


def known_of(review: PartnershipReview, *, on: date) -> dict[str, list[str]]:
    """Return by question, in sentences, what the register knows of a partnership on a day.

    What belongs to an area that this edition does not ask stands under its first question.
    """
    asked = [question.key for question in asked_in(review)]
    found: dict[str, list[str]] = {key: [] for key in asked}
    for area, sentences in _known_by_area(review.partnership, on).items():
        found[area if area in found else asked[0]] += sentences
    return found


def _known_by_area(partnership: Partnership, on: date) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {ARRANGEMENTS: [], PERFORMANCE: [], FINANCE: []}
    standings = health_of([partnership], on=on)[partnership.pk]
    for point in points():
        if point.key != KEY:
            standing = standings[point.key]
            area = FINANCE if point.key in OF_MONEY else ARRANGEMENTS
            said = f"{point.title}: {standing.state.label.lower()}. {standing.reason}"
            found[area].append(said)
    found[PERFORMANCE] = [
        "Its purpose is recorded." if partnership.purpose else "No purpose is recorded.",
        _of_actions(partnership, on),
    ]
    found[FINANCE].insert(0, _of_money(partnership))
    return found


def _of_actions(partnership: Partnership, on: date) -> str:
    counted = RemedialAction.objects.filter(
        review__partnership=partnership, review__state=rules.SIGNED_OFF
    ).aggregate(
        agreed=Count("pk"),
        open=Count("pk", filter=Q(done_on=None)),
        late=Count("pk", filter=Q(done_on=None, due__lt=on)),
    )
    if not counted["agreed"]:
        return "No remedial action was agreed in an earlier review."
    return (
        f"Remedial actions of earlier reviews: {counted['agreed']} agreed, {counted['open']} open, "
        f"{counted['late']} of these overdue."
    )


def _of_money(partnership: Partnership) -> str:
    count = FundingArrangement.objects.filter(partnership=partnership).count()
    if not count:
        return "No funding arrangement is recorded."
    return f"{count} funding arrangement{'s are' if count > 1 else ' is'} recorded."


def lacks_of(review: PartnershipReview) -> list[str]:
    """Return what a review lacks before it can be signed off."""
    answers = answers_of(review)
    asked = [(question.wording, answers.get(question.key)) for question in asked_in(review)]
    return rules.lacking(
        not_judged=[area for area, answer in asked if not (answer and answer.verdict)],
        not_shown=[area for area, a in asked if a and a.verdict and not a.text],
        rating=review.rating,
        rating_reason=review.rating_reason,
        significance=review.significance,
        reviewer=review.reviewer_id is not None,
        dated=review.reviewed_on is not None,
    )


def with_before(reviews: QuerySet[Any]) -> QuerySet[Any]:
    """Return reviews, each with the rating of the last one signed off of an earlier year."""
    earlier = PartnershipReview.objects.filter(
        partnership=OuterRef("partnership"),
        state=rules.SIGNED_OFF,
        review_round__financial_year__lt=OuterRef("review_round__financial_year"),
    ).order_by("-review_round__financial_year")
    return reviews.annotate(rating_before=Subquery(earlier.values("rating")[:1]))


def with_figures(reviews: QuerySet[Any]) -> QuerySet[Any]:
    """Return reviews with what a line of a list tells of each."""
    still_open = Count("remedial_actions", filter=Q(remedial_actions__done_on=None))
    return with_before(
        reviews.select_related("partnership", "review_round__question_set", "reviewer")
        .prefetch_related(Prefetch("answers", ReviewAnswer.objects.select_related("question")))
        .annotate(open_actions=still_open)
    )


def refusal_to_sign(review: Any, user: Any) -> Refusal | None:
    """Return why a user may not sign a review off now; the register itself answers nothing.

    Who answered is read from the history: each time that answers are kept, the review is saved.
    """
    kept = type(review).history.filter(id=review.pk, history_type="~")
    answered_it = user is not None and kept.filter(history_user_id=user.pk).exists()
    return rules.refusal_to_sign_off(
        state=review.state, lacks=lacks_of(review), answered_it=answered_it
    )


def movement_of(review: Any) -> str:
    """Return which way the rating of a review moved that was read `with_before`."""
    return rules.movement(rating=review.rating, before=review.rating_before)


def to_follow(reviews: QuerySet[Any]) -> QuerySet[Any]:
    """Return reviews without those that nobody is to answer any more: the partnership closed."""
    closed = Q(partnership__status=Partnership.Status.CLOSED)
    return reviews.exclude(closed & ~Q(state=rules.SIGNED_OFF))


def to_answer(user: Any, *, on: date) -> QuerySet[Any]:
    """Return the open reviews that wait for a person on a day, those due first.

    They wait for whoever keeps the partnership, and for those who hold the post of its lead officer
    or of the deputy.
    """
    posts = responsibilities_of(user, on=on).posts
    if not posts and not user.may_somewhere(Permission.KEEP_PARTNERSHIPS):
        return PartnershipReview.objects.none()
    mine = user.scope_filter(Permission.KEEP_PARTNERSHIPS, field="partnership__scope")
    if mine:  # no condition at all means every partnership
        mine |= Q(partnership__lead__in=posts) | Q(partnership__deputy__in=posts)
    found = to_follow(PartnershipReview.objects.visible_to(user)).filter(mine)
    waiting = found.exclude(state=rules.SIGNED_OFF).select_related("review_round", "partnership")
    order = ("review_round__due_by", "partnership__name", "pk")
    return without_particulars(waiting, "partnership").order_by(*order)


def rounds_listed(user: Any) -> QuerySet[Any]:
    """Return the rounds, each with how many reviews the user may see and how far these are."""
    seen = to_follow(PartnershipReview.objects.visible_to(user)).order_by().values("pk")
    mine = Q(reviews__in=seen)
    found: QuerySet[Any] = ReviewRound.objects.visible_to(user)
    return found.annotate(
        seen=Count("reviews", filter=mine),
        signed=Count("reviews", filter=mine & Q(reviews__state=rules.SIGNED_OFF)),
        answered=Count("reviews", filter=mine & Q(reviews__state=rules.ANSWERED)),
    )


@dataclass(frozen=True, slots=True)
class Statement:
    """What the signed-off reviews of a round say for the annual governance statement."""

    reviews: list[Any]
    unsigned: list[Any]
    by_rating: list[tuple[str, int]]
    by_movement: list[tuple[str, int]]
    weak: list[tuple[Any, ReviewAnswer]]
    actions: list[RemedialAction]


def statement_of(thing: ReviewRound, user: Any) -> Statement:
    """Return the summary of a round, of the partnerships that the user may see."""
    rows = to_follow(PartnershipReview.objects.visible_to(user)).filter(review_round=thing)
    reviews = list(with_figures(rows).order_by("partnership__name", "pk"))
    signed = [review for review in reviews if review.state == rules.SIGNED_OFF]
    ratings: dict[str, int] = defaultdict(int)
    moved: dict[str, int] = defaultdict(int)
    for review in signed:
        ratings[review.rating] += 1
        moved[movement_of(review)] += 1
    weak = [
        (review, answer)
        for review in signed
        for answer in review.answers.all()
        if answer.verdict == NO
    ]
    still_open = RemedialAction.objects.filter(review__in=[r.pk for r in signed], done_on=None)
    return Statement(
        signed,
        [review for review in reviews if review.state != rules.SIGNED_OFF],
        [(label, ratings[value]) for value, label in PartnershipReview.Rating.choices],
        [(label, moved[value]) for value, label in rules.MOVEMENTS.items()],
        weak,
        list(still_open.select_related("owner", "review__partnership", "review__review_round")),
    )


def reviewed_in_a_year(partnerships: Sequence[Partnership], on: date) -> dict[int, Standing]:
    """Judge whether a review was signed off within a year, in one query."""
    last: dict[int, date] = dict(_signed_off(keys=[p.pk for p in partnerships], on=on))
    soon = soon_after(on)
    return {p.pk: _standing(last.get(p.pk), on, soon) for p in partnerships}


@prepared
def _signed_off(keys: Sequence[int], on: date) -> Any:
    """Return when reviews were signed off up to a day, the last at the end."""
    reviews = PartnershipReview.objects.filter(
        partnership__in=keys, state=rules.SIGNED_OFF, signed_off_on__lte=on
    )
    return reviews.order_by("signed_off_on").values_list("partnership", "signed_off_on")


def _standing(last: date | None, on: date, soon: date) -> Standing:
    if last is None:
        return Standing(State.MISSING, "No yearly review was signed off.")
    due = a_year_after(last)
    told = f"Signed off on {long_date(last)}, due again by {long_date(due)}."
    if due < on:
        return Standing(State.OVERDUE, told, due)
    return Standing(State.DUE if due <= soon else State.MET, told, due)


register(
    Point(
        KEY,
        "Yearly review",
        reviewed_in_a_year,
        "partnerships:governance-reviews",
        "See the reviews",
        Permission.KEEP_PARTNERSHIPS,
    ),
    position=90,
)
