"""For which of several agreed actions may one later date be asked, and for which not?"""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from govreg.core import timescales
from govreg.core.access import Permission
from govreg.core.refusals import Refusal
from govreg.core.timescales import Timescale
from recommendations.models import AgreedAction
from recommendations.rules.extensions import refusal_of_new_date, refusal_to_ask
from recommendations.rules.situation import Situation

from . import standing
from .extensions import fill_in_scopes, timetable_from
from .ownership import owned_actions

#: More than any officer answers for; the rows are locked one after the other.
MOST = 1_000


@dataclass(frozen=True, slots=True)
class Line:
    """One action, and why no extension may be asked of it where none may."""

    action: AgreedAction
    refusal: Refusal | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be asked for and what would not."""

    read: Timescale
    lines: tuple[Line, ...]

    @property
    def changed(self) -> list[AgreedAction]:
        """The actions for which the extension would be asked."""
        return [line.action for line in self.lines if line.refusal is None]

    @property
    def refused(self) -> list[Line]:
        """Those for which it may not be."""
        return [line for line in self.lines if line.refusal is not None]

    @property
    def digest(self) -> str:
        """What tells whether the plan is still that which a person was shown."""
        said = [self.read.printed]
        said += [f"{action.pk}.{action.version}" for action in self.changed]
        return hashlib.sha256("\n".join(said).encode()).hexdigest()


def plan_of(actions: QuerySet[AgreedAction], printed: str, *, by: Any, on: date) -> Plan:
    """Return for which of some actions a later date would be asked, in a constant number of reads.

    Where there are more than `MOST`, the plan is of the first of them: ask before.
    """
    read = timescales.understand(printed.strip())
    found = list(
        actions.select_related("response__recommendation__review")
        .prefetch_related("extensions")
        .order_by(
            "response__recommendation__review__reference",
            "response__recommendation__position",
            "pk",
        )[:MOST]
    )
    recommendations = list({a.response.recommendation_id: a for a in found}.values())
    scoped = by is not None and not by.may(Permission.RECORD_PROGRESS)
    if scoped and by.may_somewhere(Permission.RECORD_PROGRESS):
        fill_in_scopes([a.response.recommendation for a in recommendations])
        known = {a.response.recommendation_id: a.response.recommendation for a in recommendations}
        for action in found:
            action.response.recommendation = known[action.response.recommendation_id]
    own = owned_actions(by, on=on).filter(pk__in=[a.pk for a in found]).order_by()
    owned = set(own.values_list("pk", flat=True))
    return Plan(read, tuple(Line(one, _refusal(one, read, owned, by, on)) for one in found))


def _refusal(
    action: AgreedAction, read: Timescale, owned: set[int], by: Any, on: date
) -> Refusal | None:
    recommendation = action.response.recommendation
    facts = Situation(
        review_status=recommendation.review.status,
        recommendation_ended=bool(recommendation.ended_as),
        state=action.state,
        owner=action.pk in owned,
        may_record=standing.may(by, Permission.RECORD_PROGRESS, recommendation),
        # What follows is not asked of whoever asks for an extension.
        had_a_part=False,
        claimant=False,
        author=False,
        submitted_updates=0,
        evidence=0,
        may_verify=False,
        may_accept_risk=False,
        may_write=False,
    )
    timetable = timetable_from(action, action.extensions.all(), on=on)
    return refusal_to_ask(facts, timetable) or refusal_of_new_date(read, due_date=action.due_date)
