"""What does a person scan to follow recommendations?"""

from typing import Any

import django_filters
from django.db.models import Count, Min, Q

from govreg.core import clock
from govreg.core.ui.lists import Column, RecordFilter, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from govreg.core.ui.lists.words import holds_words
from recommendations.models import AgreedAction, Response
from recommendations.queries.progress import LABELS, Progress
from recommendations.queries.subjects import concerning
from reviews.models import Review
from reviews.queries.particulars import without_particulars

from .actions import partnerships_of, reviews_of, shortened, subjects_of

CURRENT = Q(responses__replaced_by__isnull=True)
State = AgreedAction.State


def with_figures(rows: Any) -> Any:
    """Count, with recommendations, their responses and the states of their agreed actions."""
    today = clock.today()
    to_do = CURRENT & Q(responses__actions__state=State.AGREED)

    followed_up = to_do & Q(ended_as="", review__status=Review.Status.ISSUED)

    def counted(condition: Q) -> Count:
        return Count("responses__actions", filter=condition, distinct=True)

    with_review = rows.select_related("review", "priority")
    return without_particulars(with_review, of="review").annotate(
        response_count=Count("responses", filter=CURRENT, distinct=True),
        action_count=counted(CURRENT & Q(responses__actions__isnull=False)),
        to_do=counted(to_do),
        claimed=counted(CURRENT & Q(responses__actions__state=State.CLAIMED)),
        proposed=counted(CURRENT & Q(responses__actions__state=State.PROPOSED)),
        risk_accepted=counted(CURRENT & Q(responses__actions__state=State.RISK_ACCEPTED)),
        unsettled=Count(
            "responses",
            filter=CURRENT
            & Q(responses__actions__isnull=True)
            & ~Q(responses__decision=Response.Decision.NOT_ACCEPTED),
            distinct=True,
        ),
        overdue=counted(followed_up & Q(responses__actions__due_date__lt=today)),
        next_due=Min("responses__actions__due_date", filter=followed_up),
    )


def progress_in_list(row: Any) -> Progress:
    """Return the derived state of a recommendation fetched with its figures."""
    if row.ended_as:
        return Progress(row.ended_as)
    if not row.response_count:
        return Progress.AWAITING_RESPONSE
    if not row.action_count:
        return Progress.NO_ACTION
    if row.to_do or row.unsettled:
        return Progress.IN_PROGRESS
    if row.claimed:
        return Progress.CLAIMED
    if row.proposed:
        return Progress.PROPOSED
    return Progress.RISK_ACCEPTED if row.risk_accepted else Progress.CLOSED


CONDITIONS = {
    Progress.AWAITING_RESPONSE: Q(ended_as="", response_count=0),
    Progress.NO_ACTION: Q(ended_as="", response_count__gt=0, action_count=0),
    Progress.IN_PROGRESS: Q(ended_as="", action_count__gt=0)
    & (Q(to_do__gt=0) | Q(unsettled__gt=0)),
    Progress.CLAIMED: Q(ended_as="", to_do=0, unsettled=0, claimed__gt=0),
    Progress.PROPOSED: Q(ended_as="", to_do=0, unsettled=0, claimed=0, proposed__gt=0),
    Progress.RISK_ACCEPTED: Q(ended_as="", action_count__gt=0, to_do=0, unsettled=0, claimed=0)
    & Q(proposed=0, risk_accepted__gt=0),
    Progress.CLOSED: Q(ended_as="", action_count__gt=0, to_do=0, unsettled=0)
    & Q(claimed=0, proposed=0, risk_accepted=0),
    Progress.SUPERSEDED: Q(ended_as="superseded"),
    Progress.WITHDRAWN: Q(ended_as="withdrawn"),
}


class RecommendationFilter(RegisterFilterSet):
    """By words, review, partnership, priority, state and overdue actions."""

    words = django_filters.CharFilter(label="Words", method="by_words")
    review = RecordFilter(label="Review", records=reviews_of, named_by="title", field_name="review")
    partnership = RecordFilter(
        label="Partnership",
        records=partnerships_of,
        named_by="name",
        narrow=lambda rows, meant: rows.filter(pk__in=concerning(meant)),
    )
    priority = django_filters.CharFilter(label="Priority (its mark)", field_name="priority__mark")
    state = django_filters.ChoiceFilter(
        label="State", choices=[(p.value, LABELS[p]) for p in Progress], method="by_state"
    )
    overdue = django_filters.ChoiceFilter(
        label="Overdue actions", choices=[("some", "Some"), ("none", "None")], method="by_overdue"
    )

    def by_words(self, rows: Any, name: str, value: str) -> Any:
        """Keep those with the words in their wording."""
        return rows.filter(holds_words("wording", value))

    def by_state(self, rows: Any, name: str, value: str) -> Any:
        """Keep those in a derived state."""
        return with_figures(rows).filter(CONDITIONS[Progress(value)])

    def by_overdue(self, rows: Any, name: str, value: str) -> Any:
        """Keep those with overdue actions, or without."""
        rows = with_figures(rows)
        return rows.filter(overdue__gt=0) if value == "some" else rows.filter(overdue=0)


class RecommendationList(RegisterList):
    """The tracker: every recommendation with its state and what is overdue."""

    choosable = True
    filterset = RecommendationFilter
    with_figures = staticmethod(with_figures)
    order = "review"
    noun = ("recommendation", "recommendations")
    caption = "Recommendations"
    empty = "No recommendations yet. An auditor adds them to a review."
    columns = (
        Column("Number", "number", cell=lambda r: link(r.get_absolute_url(), r.number)),
        Column("Review", "review.title", key="review", sort=("review__reference", "position")),
        Column("Recommendation", "wording", cell=lambda r: shortened(r.wording)),
        Column("Priority", "priority.mark", sort="priority__rank"),
        Column(
            "State",
            lambda r: progress_in_list(r).label,
            cell=lambda r: tag(progress_in_list(r).label, progress_in_list(r).colour),
        ),
        Column("Actions", "action_count", sort="action_count", numeric=True, counted=True),
        Column("Overdue", "overdue", sort="overdue", numeric=True, counted=True),
        Column("Next due", "next_due", sort="next_due", missing="No date", counted=True),
        Column("About", subjects_of, key="about", missing="Nothing named", further=True),
        Column("Issued", "review.issued_on", sort="review__issued_on", further=True),
        Column(
            "Responses",
            "response_count",
            sort="response_count",
            numeric=True,
            counted=True,
            further=True,
        ),
        Column(
            "Risk accepted",
            "risk_accepted",
            sort="risk_accepted",
            numeric=True,
            counted=True,
            further=True,
        ),
    )
