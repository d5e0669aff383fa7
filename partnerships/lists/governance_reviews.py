"""What does a person scan in the lists of rounds and of yearly reviews?"""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.html import format_html_join

from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import PartnershipReview
from partnerships.queries.governance_review_page import (
    RATING_COLOURS,
    STATE_COLOURS,
    judged,
)
from partnerships.queries.governance_reviews import movement_of, with_figures
from partnerships.rules.governance_reviews import MOVEMENTS


def moved(review: Any) -> str:
    """Return the movement of a rating in words."""
    return MOVEMENTS.get(movement_of(review), "")


def areas_in_words(review: Any) -> str:
    """Return "Financial health: Weak" for each area that was judged."""
    return "; ".join(words for words, _colour in _areas(review))


def _areas(review: Any) -> list[tuple[str, str]]:
    scale = review.review_round.question_set.scale
    found = []
    for answer in review.answers.all():
        if answer.verdict:
            words, colour = judged(scale, answer.verdict)
            found.append((f"{answer.question.wording}: {words.lower()}", colour))
    return found


class RoundList(RegisterList):
    """The rounds, the latest first."""

    columns = [
        Column(
            "Financial year",
            "financial_year",
            sort="financial_year",
            cell=lambda r: link(r.get_absolute_url(), r.financial_year),
        ),
        Column("Opened", "opened_on", sort="opened_on"),
        Column("Due by", "due_by", sort="due_by"),
        Column("Partnerships", "seen", sort="seen", numeric=True),
        Column("Answered", "answered", sort="answered", numeric=True),
        Column("Signed off", "signed", sort="signed", numeric=True),
    ]
    order = "-financial-year"
    noun = ("round", "rounds")
    caption = "Rounds of yearly reviews"
    empty = (
        "No yearly reviews have been opened. They are opened once a year, for every partnership."
    )


STATE = Column(
    "State",
    lambda r: r.get_state_display(),
    sort="state",
    cell=lambda r: tag(r.get_state_display(), STATE_COLOURS[r.state]),
)
OUTCOME = [
    Column(
        "Areas",
        areas_in_words,
        cell=lambda r: format_html_join(" ", "{}", ((tag(*one),) for one in _areas(r))),
        missing="Not judged",
    ),
    Column(
        "Rating",
        lambda r: r.get_rating_display(),
        cell=lambda r: tag(r.get_rating_display(), RATING_COLOURS[r.rating]) if r.rating else "",
        missing="Not rated",
    ),
    Column("Movement", moved, missing="Not rated"),
    Column("Open actions", "open_actions", sort="open_actions", numeric=True, counted=True),
]


class OfRoundFilter(RegisterFilterSet):
    """Name of the partnership, state and rating."""

    name = django_filters.CharFilter(
        label="Partnership", field_name="partnership__name", lookup_expr="icontains"
    )
    state = django_filters.ChoiceFilter(label="State", choices=PartnershipReview.State.choices)
    rating = django_filters.ChoiceFilter(label="Rating", choices=PartnershipReview.Rating.choices)

    class Meta:
        model = PartnershipReview
        fields: list[str] = []


class ReviewList(RegisterList):
    """Yearly reviews, each with what is counted of it."""

    noun = ("review", "reviews")

    @staticmethod
    def with_figures(rows: QuerySet[Any]) -> QuerySet[Any]:
        """Fetch with each review what its line tells."""
        return with_figures(rows)


class OfRoundList(ReviewList):
    """The reviews of one round: who answered, who has not, and what came of it."""

    columns = [
        Column(
            "Partnership",
            "partnership.name",
            sort="partnership__name",
            cell=lambda r: link(r.get_absolute_url(), r.partnership.name),
        ),
        STATE,
        *OUTCOME,
    ]
    filterset = OfRoundFilter
    order = "partnership"
    caption = "Reviews of this round"
    empty = "None of the partnerships that you may see is reviewed in this round."


class OfPartnershipList(ReviewList):
    """The reviews of one partnership, the latest first."""

    columns = [
        Column(
            "Financial year",
            "review_round.financial_year",
            sort="review_round__financial_year",
            cell=lambda r: link(r.get_absolute_url(), r.review_round.financial_year),
        ),
        STATE,
        *OUTCOME,
        Column("Signed off", "signed_off_on", sort="signed_off_on", missing="Not yet"),
    ]
    order = "-financial-year"
    caption = "Yearly reviews of this partnership"
    empty = (
        "This partnership has not been reviewed yet. The partnerships officers open the reviews "
        "once a year."
    )
