"""What does a person scan to follow recommendations?"""

from typing import Any

import django_filters
from django.db.models import Case, Count, F, Min, Q, When

from govreg.core import clock
from govreg.core.ui.lists import Column, RecordFilter, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from govreg.core.ui.lists.words import holds_words
from govreg.core.ui.words import long_date, or_missing
from recommendations.models import AgreedAction, Response
from recommendations.queries.ownership import SETTLED
from recommendations.queries.progress import LABELS, Progress, state_from_issue_on
from recommendations.queries.subjects import concerning
from recommendations.queries.told import told_to
from reviews.models import Review
from reviews.queries.particulars import without_particulars

from .actions import partnerships_of, reviews_of, shortened, subjects_of

CURRENT = Q(responses__replaced_by__isnull=True)
State = AgreedAction.State
RISK_ACCEPTED = Q(responses__actions__state=State.RISK_ACCEPTED)
#: What is followed up, and so has figures (see `FROM_ISSUE_ON`).
ISSUED = Q(review__status__in=SETTLED)
NOT_YET = LABELS[Progress.NOT_ISSUED]


def with_figures(rows: Any, *, reader: Any) -> Any:
    """Count, with recommendations that a reader may see, what the reader may know of them.

    The state follows the responses that the reader is told of (`progress_in_list`); the figures
    count the agreed actions that the reader may open, from the issue of the review on.
    """
    today = clock.today()
    told = told_to(reader)
    answered = CURRENT & told.responses
    to_do = Q(responses__actions__state=State.AGREED)
    opened = CURRENT & told.actions & Q(responses__actions__isnull=False)
    followed_up = opened & to_do & Q(ended_as="", review__status=Review.Status.ISSUED)

    def counted(condition: Q) -> Count:
        return Count("responses__actions", filter=condition, distinct=True)

    def from_issue_on(name: str, condition: Q) -> Case:
        same = told.actions == told.responses
        return Case(When(ISSUED, then=F(name) if same else counted(condition)))

    with_review = rows.select_related("review", "priority")
    return without_particulars(with_review, of="review").annotate(
        response_count=Count("responses", filter=answered, distinct=True),
        agreed=counted(answered & Q(responses__actions__isnull=False)),
        to_do=counted(answered & to_do),
        claimed=counted(answered & Q(responses__actions__state=State.CLAIMED)),
        proposed=counted(answered & Q(responses__actions__state=State.PROPOSED)),
        risk_accepted=counted(answered & RISK_ACCEPTED),
        unsettled=Count(
            "responses",
            filter=answered
            & Q(responses__actions__isnull=True)
            & ~Q(responses__decision=Response.Decision.NOT_ACCEPTED),
            distinct=True,
        ),
        action_count=from_issue_on("agreed", opened),
        risk_count=from_issue_on("risk_accepted", opened & RISK_ACCEPTED),
        overdue=counted(followed_up & Q(responses__actions__due_date__lt=today)),
        next_due=Min("responses__actions__due_date", filter=followed_up),
    )


def progress_in_list(row: Any) -> Progress:
    """Return how far a recommendation fetched with its figures is, issued or not."""
    if row.ended_as:
        return Progress(row.ended_as)
    if not row.response_count:
        return Progress.AWAITING_RESPONSE
    if not row.agreed:
        return Progress.NO_ACTION
    if row.to_do or row.unsettled:
        return Progress.IN_PROGRESS
    if row.claimed:
        return Progress.CLAIMED
    if row.proposed:
        return Progress.PROPOSED
    return Progress.RISK_ACCEPTED if row.risk_accepted else Progress.CLOSED


def state_in_list(row: Any) -> Progress:
    """Return the state of a recommendation among those of other reviews, issued and not."""
    return state_from_issue_on(progress_in_list(row), row.review)


def _overdue(row: Any) -> int | None:
    """Return how many actions are overdue; before issue nothing can be."""
    return row.overdue if row.review.status in SETTLED else None


def _next_due(row: Any) -> Any:
    """Return the cell of the next due date, which says why there is none."""
    if row.review.status not in SETTLED:
        return or_missing(None, NOT_YET)
    return long_date(row.next_due) if row.next_due else ""


CONDITIONS = {
    Progress.NOT_ISSUED: ~ISSUED & Q(ended_as=""),
    Progress.AWAITING_RESPONSE: ISSUED & Q(ended_as="", response_count=0),
    Progress.NO_ACTION: ISSUED & Q(ended_as="", response_count__gt=0, agreed=0),
    Progress.IN_PROGRESS: ISSUED
    & Q(ended_as="", agreed__gt=0)
    & (Q(to_do__gt=0) | Q(unsettled__gt=0)),
    Progress.CLAIMED: ISSUED & Q(ended_as="", to_do=0, unsettled=0, claimed__gt=0),
    Progress.PROPOSED: ISSUED & Q(ended_as="", to_do=0, unsettled=0, claimed=0, proposed__gt=0),
    Progress.RISK_ACCEPTED: ISSUED
    & Q(ended_as="", agreed__gt=0, to_do=0, unsettled=0, claimed=0)
    & Q(proposed=0, risk_accepted__gt=0),
    Progress.CLOSED: ISSUED
    & Q(ended_as="", agreed__gt=0, to_do=0, unsettled=0)
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
        return with_figures(rows, reader=self.request.user).filter(CONDITIONS[Progress(value)])

    def by_overdue(self, rows: Any, name: str, value: str) -> Any:
        """Keep those with overdue actions, or without."""
        rows = with_figures(rows, reader=self.request.user)
        return rows.filter(overdue__gt=0) if value == "some" else rows.filter(overdue=0)


class RecommendationList(RegisterList):
    """The tracker: every recommendation with its state and what is overdue."""

    choosable = True
    filterset = RecommendationFilter
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
            lambda r: state_in_list(r).label,
            cell=lambda r: tag(state_in_list(r).label, state_in_list(r).colour),
        ),
        Column(
            "Actions",
            "action_count",
            sort="action_count",
            numeric=True,
            missing=NOT_YET,
            counted=True,
        ),
        Column("Overdue", _overdue, sort="overdue", numeric=True, missing=NOT_YET, counted=True),
        Column(
            "Next due",
            "next_due",
            sort="next_due",
            cell=_next_due,
            missing="No date",
            counted=True,
        ),
        Column("About", subjects_of, key="about", missing="Nothing named", further=True),
        Column(
            "Issued", "review.issued_on", sort="review__issued_on", missing=NOT_YET, further=True
        ),
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
            "risk_count",
            key="risk-accepted",
            sort="risk_count",
            numeric=True,
            missing=NOT_YET,
            counted=True,
            further=True,
        ),
    )

    def with_figures(self, rows: Any) -> Any:  # type: ignore[override]
        """Return rows with the figures that this reader may know."""
        return with_figures(rows, reader=self.request.user)
