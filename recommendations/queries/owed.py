"""Which open actions does a person owe, the most pressing first, and what have they begun to say?

The home page asks at every visit, so both are prepared reads: how many actions there are stands in
each of the rows that are shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Q, Window

from govreg.core.prepared import prepared
from govreg.core.ui.addresses import address_of
from partnerships.queries.responsibility import responsibilities_of
from recommendations.models import AgreedAction, CompletionClaim, ProgressUpdate
from recommendations.models.actions import FOLLOWED_UP, shortened, wording_of
from recommendations.rules.timeliness import Standing, timeliness

from .ownership import owned_by_any
from .ratings import due_soon_days

SHOWN = 10
#: The key of no record: a prepared read takes no empty list, and one for each length.
NOTHING = 0
LENGTHS = (1, 5, 20, 50)


class _Row(NamedTuple):
    """What is read of one action; the last two tell of all of them."""

    pk: int
    text: str
    response: str
    position: int
    sense: str
    due_date: date | None
    review_date: date | None
    original_due: date | None
    recommendation: str
    review: str
    issued_on: date | None
    was_returned: bool
    all: int
    all_late: int


@dataclass(frozen=True, slots=True)
class OwedAction:
    """One open action that a person owns, and how it stands to its date."""

    pk: int
    title: str
    recommendation: str
    review: str
    due_date: date | None
    was_returned: bool
    standing: Standing

    def get_absolute_url(self) -> str:
        """Return the action's page."""
        return address_of("recommendations:action", self.pk)


@dataclass(frozen=True, slots=True)
class Owed:
    """The open actions that a person owns: the first of them, how many, and how many are late."""

    first: list[OwedAction]
    count: int
    late: int


def owed_by(user: Any, *, on: date) -> Owed:
    """Return the open actions that a user owns, overdue first, undated last."""
    theirs = responsibilities_of(user, on=on)
    found = _open_actions(
        users=[user.pk],
        posts=_keys(theirs.posts),
        teams=_keys(theirs.teams),
        bodies=_keys(theirs.bodies),
        on=on,
    )
    if not found:
        return Owed([], 0, 0)
    rows, soon = [_Row(*row) for row in found], due_soon_days(on=on)
    return Owed([_owed(row, on=on, soon=soon) for row in rows], rows[0].all, rows[0].all_late)


@dataclass(frozen=True, slots=True)
class Begun:
    """An update that a person has begun and not submitted: of which action, and since when."""

    action: int
    title: str
    begun_on: date


def drafts_of(user: Any) -> list[Begun]:
    """Return the updates that a user has begun and not submitted, the newest first."""
    return [
        Begun(action, shortened(wording_of(text, response=response, position=position)), begun_on)
        for action, begun_on, text, response, position in _drafts(users=[user.pk])
    ]


@prepared
def _drafts(users: list[int]) -> Any:
    drafts = ProgressUpdate.objects.filter(by__in=users, submitted_on__isnull=True).order_by("-pk")
    columns = ("action__text", "action__response__text", "action__position")
    return drafts.values_list("action", "begun_on", *columns)[:SHOWN]


def _keys(found: Iterable[int]) -> list[int]:
    """Return keys in a list of one of a few lengths, for each of which a question is kept."""
    keys = sorted(found)
    length = next((length for length in LENGTHS if length >= len(keys)), len(keys))
    return keys + [NOTHING] * (length - len(keys))


@prepared
def _open_actions(
    users: list[int], posts: list[int], teams: list[int], bodies: list[int], on: date
) -> Any:
    owned = owned_by_any(users=users, posts=posts, teams=teams, bodies=bodies)
    to_do = owned.filter(state=AgreedAction.State.AGREED, **FOLLOWED_UP)
    returned = CompletionClaim.objects.filter(action=OuterRef("pk"), outcome="returned")
    first = to_do.order_by(F("due_date").asc(nulls_last=True), "pk").values_list(
        "pk",
        "text",
        "response__text",
        "position",
        "sense",
        "due_date",
        "review_date",
        "original_due",
        "response__recommendation__number",
        "response__recommendation__review__title",
        "response__recommendation__review__issued_on",
        Exists(returned.order_by()),
        Window(Count("pk")),
        Window(Count("pk", filter=Q(due_date__lt=on))),
    )
    return first[:SHOWN]


def _owed(row: _Row, *, on: date, soon: int) -> OwedAction:
    standing = timeliness(
        state=AgreedAction.State.AGREED,
        sense=row.sense,
        due_date=row.due_date,
        review_date=row.review_date,
        original_due=row.original_due,
        issued_on=row.issued_on,
        on=on,
        due_soon_days=soon,
    )
    return OwedAction(
        pk=row.pk,
        title=shortened(wording_of(row.text, response=row.response, position=row.position)),
        recommendation=row.recommendation,
        review=row.review,
        due_date=row.due_date,
        was_returned=row.was_returned,
        standing=standing,
    )
