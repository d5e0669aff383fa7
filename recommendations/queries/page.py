"""What does a recommendation's or an action's page show?"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, prefetch_related_objects

from partnerships.queries.particulars import (
    without_particulars as without_partnership_particulars,
)
from recommendations.models import (
    AgreedAction,
    CompletionClaim,
    ExtensionRequest,
    ProgressUpdate,
    Recommendation,
    RecommendationSubject,
    Response,
    ResponseSubject,
)
from recommendations.rules.extensions import Timetable
from recommendations.rules.timeliness import Standing
from reviews.queries.particulars import without_particulars

from .extensions import extended_in_list, extended_in_words, extensions_of, timetable_from
from .progress import Answered, Progress, answered, progress_of, state_from_issue_on
from .ratings import Ratings, due_soon_days, ratings_in_list, ratings_of, rule_in_words
from .told import sees_drafts
from .worklist import for_lists, standing_in_list, standing_of, with_owners


@dataclass(slots=True)
class ActionLine:
    """One agreed action as a page shows it."""

    action: AgreedAction
    standing: Standing
    ratings: Ratings
    extended: str = ""


@dataclass(slots=True)
class ResponsePart:
    """One body's response with the lines that the reader may see."""

    response: Response
    lines: list[ActionLine] = field(default_factory=list)
    steps: list[Any] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RecommendationPage:
    """A recommendation with everything that followed.

    `open_references` are the keys of those references that the reader may open.
    """

    recommendation: Recommendation
    parts: list[ResponsePart]
    earlier: list[Response]
    waiting: bool
    progress: Progress
    answered: Answered
    subjects: list[Any]
    references: list[Recommendation]
    open_references: set[int]


def recommendation_page(
    recommendation: Recommendation, *, user: Any, on: date
) -> RecommendationPage:
    """Read a recommendation's page in a constant number of queries."""
    responses = list(
        recommendation.responses.select_related("approved_by").prefetch_related(
            "actions", _subjects(ResponseSubject)
        )
    )
    prefetch_related_objects([recommendation], _subjects(RecommendationSubject))
    standing = [r for r in responses if r.replaced_by_id is None]
    shown = responses if sees_drafts(user) else [r for r in responses if r.approved_on]
    told = {response.pk for response in shown}
    current = [r for r in shown if r.replaced_by_id not in told]
    #: The actions follow the answer that stands; while it waits they are told under the last one.
    under = {r.replaced_by_id: r.pk for r in current if r.replaced_by_id}
    #: The state follows what the reader is told, as in the list (`queries/told.py`).
    known = [r for r in standing if r.pk in told or r.pk in under]
    progress = progress_of(recommendation.ended_as, known)
    visible = AgreedAction.objects.visible_to(user).filter(response__in=standing)
    lines: dict[int, list[ActionLine]] = {}
    for action in for_lists(visible, on=on).order_by("position", "pk"):
        place = under.get(action.response_id, action.response_id)
        line = ActionLine(
            action, standing_in_list(action), ratings_in_list(action), extended_in_list(action)
        )
        lines.setdefault(place, []).append(line)
    references = [
        row.to
        for row in without_particulars(
            recommendation.cross_references.select_related("to__review"), of="to__review"
        )
    ]
    seen = Recommendation.objects.visible_to(user).filter(pk__in=[one.pk for one in references])
    return RecommendationPage(
        recommendation=recommendation,
        parts=[ResponsePart(response, lines.get(response.pk, [])) for response in current],
        earlier=[r for r in shown if r.replaced_by_id in told],
        waiting=len(standing) > len([r for r in standing if r.pk in told]),
        progress=state_from_issue_on(progress, recommendation.review),
        answered=answered(recommendation, current),
        subjects=[row.partnership or row.body for row in recommendation.subjects.all()],
        references=references,
        open_references=set(seen.order_by().values_list("pk", flat=True)) if references else set(),
    )


def _subjects(model: Any) -> Any:
    """Fetch subjects with what they are, in one query."""
    found = model.objects.select_related("partnership", "body")
    return Prefetch("subjects", without_partnership_particulars(found, "partnership"))


@dataclass(frozen=True, slots=True)
class ActionPage:
    """An agreed action with its updates, claims and decisions, the latest first."""

    action: AgreedAction
    standing: Standing
    ratings: Ratings
    rule: list[str]
    owners: list[Any]
    updates: list[ProgressUpdate]
    draft: ProgressUpdate | None
    claims: list[CompletionClaim]
    reopenings: list[Any]
    risk_acceptances: list[Any]
    closures: list[Any]
    extensions: list[ExtensionRequest]
    extended: str
    timetable: Timetable


def action_page(action: AgreedAction, *, user: Any, on: date) -> ActionPage:
    """Read an action's page in a constant number of queries; drafts are their author's alone."""
    with_owners([action])
    written = list(
        action.updates.filter(Q(submitted_on__isnull=False) | Q(by=user))
        .select_related("by", "corrects", "window")
        .prefetch_related("evidence__file")
        .order_by("-submitted_at", "-pk")
    )
    drafts = [update for update in written if update.submitted_on is None]
    submitted = [update for update in written if update.submitted_on is not None]
    claims = list(
        action.claims.select_related("by").prefetch_related("evidence__file", "verifications__by")
    )
    extensions = extensions_of(action)
    timetable = timetable_from(action, extensions, on=on)
    return ActionPage(
        action=action,
        standing=standing_of(action, on=on, due_soon=due_soon_days(on=on)),
        ratings=ratings_of(action, submitted, on=on, claimed_before=bool(claims)),
        rule=rule_in_words(on=on),
        owners=[row.party for row in action.owners.all()],
        updates=submitted,
        draft=drafts[0] if drafts else None,
        claims=claims,
        reopenings=list(action.reopenings.select_related("by")),
        risk_acceptances=list(action.risk_acceptances.select_related("by")),
        closures=list(action.closure_decisions.select_related("by", "body")),
        extensions=extensions,
        extended=extended_in_words(count=timetable.granted, slippage=action.slippage),
        timetable=timetable,
    )
