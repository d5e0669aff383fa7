"""What was said and decided about agreed actions up to a day?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from govreg.core.history.moments import Moment
from recommendations.models import (
    ClosureDecision,
    CompletionClaim,
    ExtensionRequest,
    ProgressUpdate,
    RiskAcceptance,
    Verification,
)

from .user_names import user_names

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """Updates, claims and decisions by the key of what each belongs to; users' names by theirs."""

    updates: dict[int, list[ProgressUpdate]] = field(default_factory=dict)
    claims: dict[int, list[CompletionClaim]] = field(default_factory=dict)
    verifications: dict[int, list[Verification]] = field(default_factory=dict)
    acceptances: dict[int, list[RiskAcceptance]] = field(default_factory=dict)
    closures: dict[int, list[ClosureDecision]] = field(default_factory=dict)
    extensions: dict[int, list[ExtensionRequest]] = field(default_factory=dict)
    users: dict[int, str] = field(default_factory=dict)

    def extended(self, action: int) -> int:
        """Return how many extensions of an action were granted."""
        granted = ExtensionRequest.State.GRANTED
        return sum(one.state == granted for one in self.extensions.get(action, []))


def followed_up(
    moment: Moment, actions: Sequence[int], *, named: Iterable[int | None] = ()
) -> FollowedUp:
    """Return what was said of actions by their keys, and the names of who said it or is `named`."""
    updates = moment.rows(ProgressUpdate, action_id__in=actions, submitted_on__isnull=False)
    claims = moment.rows(CompletionClaim, action_id__in=actions)
    verifications = moment.rows(Verification, claim_id__in=[found.pk for found in claims])
    acceptances = moment.rows(RiskAcceptance, action_id__in=actions)
    return FollowedUp(
        updates=grouped(updates, lambda found: found.action_id),
        claims=grouped(claims, lambda found: found.action_id),
        verifications=grouped(verifications, lambda found: found.claim_id),
        acceptances=grouped(acceptances, lambda found: found.action_id),
        closures=grouped(
            moment.rows(ClosureDecision, action_id__in=actions), lambda found: found.action_id
        ),
        extensions=grouped(
            moment.rows(ExtensionRequest, action_id__in=actions), lambda found: found.action_id
        ),
        users=user_names(moment, [*named, *(update.by_id for update in updates)]),
    )


def grouped(rows: Iterable[Found], key: Callable[[Found], int]) -> dict[int, list[Found]]:
    """Return rows by what they belong to, in their order."""
    groups: defaultdict[int, list[Found]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return dict(groups)
