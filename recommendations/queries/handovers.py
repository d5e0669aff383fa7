"""Which agreed actions would pass from one to another, and which may not?"""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from govreg.core.access import Permission
from govreg.core.refusals import Refusal
from partnerships.models import Body, Post, Team
from recommendations.models import ActionOwner, AgreedAction
from recommendations.rules.handovers import refusal_to_hand_over
from reviews.models import Review

from . import standing

KINDS: dict[str, Any] = {"post": Post, "team": Team, "body": Body}
#: More than any officer answers for; the rows are locked one after the other.
MOST = 1_000


@dataclass(frozen=True, slots=True)
class Party:
    """Who is responsible, by kind and key."""

    kind: str
    key: int

    @property
    def code(self) -> str:
        """How a form names it."""
        return f"{self.kind}:{self.key}"


def party_named(code: str) -> Party | None:
    """Return the party that a form names, or None where it names none."""
    kind, _colon, key = code.partition(":")
    is_known = kind in ActionOwner.KINDS and key.isascii() and key.isdigit() and len(key) < 19
    return Party(kind, int(key)) if is_known else None


@dataclass(frozen=True, slots=True)
class Line:
    """One action of the plan, and why it may not pass over where it may not."""

    action: AgreedAction
    refusal: Refusal | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What would pass over and what would not."""

    old: Party
    new: Party
    lines: tuple[Line, ...]

    @property
    def changed(self) -> list[AgreedAction]:
        """The actions that would pass over."""
        return [line.action for line in self.lines if line.refusal is None]

    @property
    def refused(self) -> list[Line]:
        """Those that may not."""
        return [line for line in self.lines if line.refusal is not None]

    @property
    def digest(self) -> str:
        """What tells whether the plan is still that which a person was shown."""
        said = [self.old.code, self.new.code]
        said += [f"{action.pk}.{action.version}" for action in self.changed]
        return hashlib.sha256(",".join(said).encode()).hexdigest()


def owners_among(actions: QuerySet[AgreedAction]) -> list[tuple[str, str]]:
    """Return who is responsible for some actions, as choices: code and name with the number."""
    rows = ActionOwner.objects.filter(action__in=actions.order_by().values("pk"))
    counts: dict[tuple[str, str], int] = {}
    for row in rows.select_related(*ActionOwner.KINDS):
        kind = next(kind for kind in ActionOwner.KINDS if getattr(row, f"{kind}_id"))
        code = Party(kind, getattr(row, f"{kind}_id")).code
        counts[code, str(row.party)] = counts.get((code, str(row.party)), 0) + 1
    ordered = sorted(counts.items(), key=lambda item: item[0][1].casefold())
    return [
        (code, f"{name} ({count} action{'' if count == 1 else 's'})")
        for (code, name), count in ordered
    ]


def plan_of(actions: QuerySet[AgreedAction], old: Party, new: Party, *, by: Any) -> Plan:
    """Return what would pass from one to another among some actions, in order of their reviews."""
    held = ActionOwner.objects.filter(**{f"{old.kind}_id": old.key}).order_by()
    both = ActionOwner.objects.filter(**{f"{new.kind}_id": new.key}).order_by()
    already = set(both.values_list("action_id", flat=True))
    found = (
        actions.filter(pk__in=held.values("action_id"))
        .select_related("response__recommendation__review")
        .order_by(
            "response__recommendation__review__reference",
            "response__recommendation__position",
            "pk",
        )
    )
    return Plan(old, new, tuple(Line(one, _refusal(one, already, by)) for one in found[:MOST]))


def _refusal(action: AgreedAction, already: set[int], by: Any) -> Refusal | None:
    recommendation = action.response.recommendation
    return refusal_to_hand_over(
        state=action.state,
        followed_up=recommendation.review.status != Review.Status.CLOSED
        and not recommendation.ended_as
        and action.response.replaced_by_id is None,
        may_answer=standing.may(by, Permission.WRITE_RESPONSES, recommendation),
        held_already=action.pk in already,
    )
