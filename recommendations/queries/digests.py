"""What waits for everybody on a day?

Read in bulk, in a constant number of queries a kind; whose digest each stands in is for the rules.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery

from govreg.core.council import definitions, settings
from govreg.core.ui.addresses import address_of
from govreg.core.ui.words import long_date
from recommendations.models import (
    ActionOwner,
    AgreedAction,
    CompletionClaim,
    UpdateRequest,
)
from recommendations.rules import digests as rules
from recommendations.rules.digests import Concern, Item, Kind, Part
from reviews.models.reviews import STAGES
from reviews.queries.particulars import without_particulars

from .digest_concerns import REVIEW, concerns_of, on_one_line, owners_of, place
from .digest_people import Line, OwnerKeys, line_of_management, people
from .digest_reports import of_reports
from .digest_roles import of_roles
from .ratings import due_soon_days
from .windows import MISSING, answered_requests
from .worklist import standing_of

#: Owned by its reader, who may see it therefore: nothing else decides.
OWN = Concern(status="", scopes=frozenset(), review_scopes=frozenset())


def digests_of(users: Sequence[Any], *, on: date) -> dict[int, list[Part]]:
    """Return what stands in the digests of some users on a day, by their keys.

    Whoever has nothing waiting is left out.
    """
    line = line_of_management(on=on)
    actions = _to_do() if len(users) != 1 else _near(users[0].pk, line)
    leading = line.posts if len(users) != 1 else line.posts_of.get(users[0].pk, ())
    items = [
        *_of_owners(actions, line, on=on),
        *of_reports(line, leading, on=on),
        *of_roles(line, on=on),
    ]
    return rules.digests(people(users, on=on), items, stages=STAGES)


def _of_owners(actions: QuerySet[AgreedAction], line: Line, *, on: date) -> Iterator[Item]:
    """Return what waits for those who own actions, and for those to whom they report."""
    found = list(
        without_particulars(actions.select_related(REVIEW), of=REVIEW)
        .annotate(
            last_claim=Subquery(
                CompletionClaim.objects.filter(action=OuterRef("pk"))
                .order_by("-claimed_on", "-pk")
                .values("outcome")[:1]
            ),
            last_told=Max("updates__submitted_at"),
            was_answered=F("response__replaces__approved_on"),
        )
        .order_by(F("due_date").asc(nulls_last=True), "pk")
    )
    owners = owners_of(actions)
    asked, closed = _requests(actions, on=on)
    soon, after = due_soon_days(on=on), _escalated_after(on=on)
    missed: list[tuple[Any, int, frozenset[int]]] = []
    for action in found:
        own = owners.get(action.pk, [])
        whom = frozenset(user for owner in own for user in line.answering(owner))
        yield from _of_action(action, whom, asked.get(action.pk, ()), on=on, soon=soon)
        times = _missed(action, closed.get(action.pk, []))
        told = _told(own, line, times, after) - whom if times else frozenset()
        if told:
            missed.append((action, times, told))
    concerns = concerns_of([action.response.recommendation for action, _times, _told in missed])
    for action, times, told in missed:
        recommendation = action.response.recommendation
        answered = bool(action.response.approved_on or action.was_answered)
        yield Item(
            kind=Kind.MISSED,
            title=on_one_line(action.title),
            detail=f"No update in {times} update window{'' if times == 1 else 's'} in a row. "
            f"{_due(action)} {place(recommendation)}",
            path=action.get_absolute_url(),
            concern=concerns(recommendation, answered),
            whom=told,
        )


def _to_do() -> QuerySet[AgreedAction]:
    return AgreedAction.objects.live().filter(state=AgreedAction.State.AGREED)


def _near(user: int, line: Line) -> QuerySet[AgreedAction]:
    """Return those that one person may be told of: for a page, everybody's would be too many."""
    condition = Q()
    for kind, keys in line.parties_near(user).items():
        condition |= Q(**{f"{kind}__in": keys})
    return _to_do().filter(pk__in=ActionOwner.objects.filter(condition).order_by().values("action"))


def _of_action(
    action: Any, whom: frozenset[int], asked: Sequence[Any], *, on: date, soon: int
) -> Iterator[Item]:
    """Return why an action waits for its owners, the same line for each reason."""
    if not whom:
        return

    def item(kind: Kind, detail: str, path: str = "") -> Item:
        where = f"{detail} {place(action.response.recommendation)}"
        home = path or action.get_absolute_url()
        return Item(kind, on_one_line(action.title), where, home, OWN, whom)

    due = _due(action)
    if action.due_date is not None and action.due_date < on:
        words = standing_of(action, on=on, due_soon=soon).words
        yield item(Kind.OVERDUE, f"{due} {words}.")
    elif action.due_date is not None and action.due_date <= on + timedelta(days=soon):
        yield item(Kind.DUE_SOON, due)
    if action.last_claim == CompletionClaim.Outcome.RETURNED:
        yield item(Kind.RETURNED, "Your claim of completion was returned: more is to be done.")
    for name, closes in asked:
        yield item(
            Kind.ASKED,
            f"Update window {name} takes answers until {long_date(closes)}.",
            address_of("recommendations:update", action.pk),
        )


def _requests(actions: Any, *, on: date) -> tuple[dict[int, list[Any]], dict[int, list[Any]]]:
    """Return, by action, the open windows that miss an answer, and how each closed one ended.

    The closed ones stand with the moment at which they ended, the last first.
    """
    rows = answered_requests(
        UpdateRequest.objects.filter(
            action__in=actions.order_by().values("pk"), window__opened_on__lte=on
        )
    )
    columns = ("action_id", "answer", "window__name", "window__closes", "window__closed_on")
    asked: dict[int, list[Any]] = defaultdict(list)
    closed: dict[int, list[Any]] = defaultdict(list)
    for action, answer, name, closes, closed_on, ends_at in rows.order_by(
        "-window__ends_at", "-pk"
    ).values_list(*columns, "window__ends_at"):
        if closed_on is not None or closes < on:
            closed[action].append((answer, ends_at))
        elif answer == MISSING:
            asked[action].insert(0, (name, closes))
    return asked, closed


def _missed(action: Any, closed: Sequence[tuple[str, Any]]) -> int:
    """Return how many windows in a row were missed; whoever has written since is not chased."""
    if not closed or (action.last_told is not None and action.last_told > closed[0][1]):
        return 0
    return rules.missed_in_a_row([answer for answer, _ends_at in closed], missing=MISSING)


def _escalated_after(*, on: date) -> tuple[int, int]:
    """Return after how many missed windows a manager is told on a day, and a director."""
    return (
        settings.whole_number(definitions.ESCALATE_TO_MANAGER, on=on),
        settings.whole_number(definitions.ESCALATE_TO_DIRECTOR, on=on),
    )


def _told(
    own: Iterable[OwnerKeys], line: Line, missed: int, after: tuple[int, int]
) -> frozenset[int]:
    """Return the users to whom it goes up that an action was missed so many times in a row."""
    posts = rules.posts_to_tell(
        {post for owner in own for post in line.own_posts(owner)},
        missed=missed,
        reports_to=line.reports_to,
        manager_after=after[0],
        director_after=after[1],
    )
    return frozenset(user for post in posts for user in line.posts.get(post, ()))


def _due(action: AgreedAction) -> str:
    return f"Due {long_date(action.due_date)}." if action.due_date else "No due date."
