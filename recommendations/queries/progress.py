"""How far is a recommendation, by its responses and agreed actions?"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import prefetch_related_objects

from partnerships.models import Body
from recommendations.models import AgreedAction, Recommendation, Response
from reviews.models import Review

from .ownership import SETTLED

ActionState = AgreedAction.State


class Progress(StrEnum):
    """The derived state of a recommendation."""

    NOT_ISSUED = "not-issued"
    AWAITING_RESPONSE = "awaiting-response"
    NO_ACTION = "no-action"
    IN_PROGRESS = "in-progress"
    CLAIMED = "claimed"
    PROPOSED = "proposed"
    CLOSED = "closed"
    RISK_ACCEPTED = "risk-accepted"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The words a reader sees."""
        return LABELS[self]

    @property
    def colour(self) -> str:
        """The tag colour; the words are always beside it."""
        return COLOURS[self]


LABELS = {
    Progress.NOT_ISSUED: "Not issued yet",
    Progress.AWAITING_RESPONSE: "Awaiting response",
    Progress.NO_ACTION: "Answered, no action agreed",
    Progress.IN_PROGRESS: "In progress",
    Progress.CLAIMED: "Implementation claimed",
    Progress.PROPOSED: "Proposed for closure",
    Progress.CLOSED: "Verified and closed",
    Progress.RISK_ACCEPTED: "Closed, risk accepted",
    Progress.SUPERSEDED: "Superseded",
    Progress.WITHDRAWN: "Withdrawn",
}
COLOURS = {
    Progress.NOT_ISSUED: "grey",
    Progress.AWAITING_RESPONSE: "orange",
    Progress.NO_ACTION: "grey",
    Progress.IN_PROGRESS: "yellow",
    Progress.CLAIMED: "blue",
    Progress.PROPOSED: "blue",
    Progress.CLOSED: "green",
    Progress.RISK_ACCEPTED: "purple",
    Progress.SUPERSEDED: "grey",
    Progress.WITHDRAWN: "grey",
}
FINISHED = frozenset(
    {Progress.CLOSED, Progress.RISK_ACCEPTED, Progress.SUPERSEDED, Progress.WITHDRAWN}
)


@dataclass(frozen=True, slots=True)
class Answered:
    """Whether every partnership or body that a recommendation concerns was answered for."""

    partly: bool
    missing: tuple[str, ...] = ()


def progress_of(ended_as: str, responses: Iterable[Response]) -> Progress:
    """Return a recommendation's derived state from its current responses and their actions.

    One body's line that closes does not close the recommendation; a body that was not answered
    for keeps it open too (see `is_finished`).
    """
    if ended_as:
        return Progress(ended_as)
    responses = list(responses)
    if not responses:
        return Progress.AWAITING_RESPONSE
    states = [action.state for response in responses for action in response.actions.all()]
    if not states:
        return Progress.NO_ACTION
    if ActionState.AGREED in states or not all(settled(response) for response in responses):
        return Progress.IN_PROGRESS
    if ActionState.CLAIMED in states:
        return Progress.CLAIMED
    if ActionState.PROPOSED in states:
        return Progress.PROPOSED
    if ActionState.RISK_ACCEPTED in states:
        return Progress.RISK_ACCEPTED
    return Progress.CLOSED


def state_from_issue_on(progress: Progress, review: Review) -> Progress:
    """Return the state of a recommendation; until its review is issued nothing is followed up."""
    if review.status in SETTLED or progress in {Progress.SUPERSEDED, Progress.WITHDRAWN}:
        return progress
    return Progress.NOT_ISSUED


def settled(response: Response) -> bool:
    """Say whether a response has what it promises: an action, or a plain no."""
    return response.decision == Response.Decision.NOT_ACCEPTED or bool(response.actions.all())


def answered(recommendation: Recommendation, responses: Iterable[Response]) -> Answered:
    """Compare whom a recommendation concerns with whom the responses cover.

    A response without named subjects stands for all; one for a partnership covers its bodies, and
    one for a body covers everything inside it. A partnership is covered as well once one of its
    bodies answers: a recommendation that wants an answer from each of them names them.
    """
    responses = list(responses)
    rows = [row for response in responses for row in response.subjects.all()]
    if not responses or any(not list(response.subjects.all()) for response in responses):
        return Answered(partly=False)
    whole = {row.partnership_id for row in rows if row.partnership_id}
    bodies = {row.body_id for row in rows if row.body_id}
    touched = whole | {row.body.partnership_id for row in rows if row.body}
    missing = []
    for row in recommendation.subjects.all():
        if row.body:
            covered = row.body.partnership_id in whole or _is_inside(row.body, bodies)
        else:
            covered = row.partnership_id in touched
        if not covered:
            missing.append(str(row))
    return Answered(partly=bool(missing), missing=tuple(missing))


def _is_inside(body: Body | None, bodies: set[int]) -> bool:
    """Say whether a body, or one that it is part of, is among some bodies."""
    while body is not None:
        if body.pk in bodies:
            return True
        body = body.parent
    return False


def open_numbers(review: Review) -> list[str]:
    """Return the numbers of a review's recommendations that are not finished, in order.

    Most are seen to be open from one query; the others are read with all that was answered.
    """
    rows = list(Recommendation.objects.filter(review=review).order_by("position"))
    current = Response.objects.current().filter(recommendation__review=review)
    to_do = current.filter(actions__state__in=AgreedAction.LIVE).order_by()
    live = set(to_do.values_list("recommendation_id", flat=True))
    doubtful = [row for row in rows if row.pk not in live and not row.ended_as]
    by_recommendation = _answers(doubtful) if doubtful else {}
    return [
        row.number
        for row in rows
        if not row.ended_as
        and (row.pk in live or not is_finished(row, by_recommendation.get(row.pk, [])))
    ]


def _answers(recommendations: list[Recommendation]) -> dict[int, list[Response]]:
    """Return the responses that stand, with their actions and all subjects, by recommendation."""
    prefetch_related_objects(recommendations, "subjects__partnership", "subjects__body")
    standing = Response.objects.current().filter(recommendation__in=recommendations)
    found: dict[int, list[Response]] = {}
    for response in standing.prefetch_related("actions", "subjects__body", "subjects__partnership"):
        found.setdefault(response.recommendation_id, []).append(response)
    return found


def is_finished(recommendation: Recommendation, responses: list[Response]) -> bool:
    """Say whether nothing is left to do about a recommendation."""
    progress = progress_of(recommendation.ended_as, responses)
    if progress in {Progress.SUPERSEDED, Progress.WITHDRAWN}:
        return True
    refused = progress == Progress.NO_ACTION and all(settled(r) for r in responses)
    return (progress in FINISHED or refused) and not answered(recommendation, responses).partly
