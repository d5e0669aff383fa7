"""How do agreed actions stand review by review, owner by owner, partnership by partnership?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, Min, QuerySet, Value, When
from django.db.models.functions import Coalesce

from partnerships.models import Partnership
from recommendations.models import AgreedAction, RecommendationSubject

from .at_a_glance import followed_up
from .directorates import NO_DIRECTORATE
from .handovers import Party
from .ratings import due_soon_days
from .responsible import NOBODY, NOBODY_IN_WORDS

State = AgreedAction.State
REVIEW, PARTNERSHIP, OWNER, DIRECTORATE = "review", "partnership", "owner", "directorate"
GROUPINGS = [
    (OWNER, "Responsible officer"),
    (REVIEW, "Review"),
    (PARTNERSHIP, "Partnership"),
    (DIRECTORATE, "Directorate"),
]
#: From what a recommendation is about to its actions.
TO_ACTIONS = "recommendation__responses__actions__"
#: What each kind of owner is called by.
NAMES = {"user": "name", "post": "title", "team": "name", "body": "name"}
COUNTED = ("total", "to_do", "overdue", "due_soon", "undated", "claimed")
NONE: dict[str, Any] = {**dict.fromkeys(COUNTED, 0), "next_due": None}
#: How an action may stand that is to be done.
TO_DO = {"overdue", "due_soon", "not_due", "undated"}


@dataclass(frozen=True, slots=True)
class Group:
    """Some actions that belong together: their name, how a link asks for them, and their figures.

    An action of two owners, or about two partnerships, is counted with both. `is_rest` says of
    those of nobody, or about nothing named, that they come last.
    """

    label: str
    asked: Mapping[str, str]
    total: int
    to_do: int
    overdue: int
    due_soon: int
    undated: int
    claimed: int
    next_due: date | None
    is_rest: bool = False

    @property
    def not_due(self) -> int:
        """Those to do that have a date and are neither overdue nor due soon."""
        return self.to_do - self.overdue - self.due_soon - self.undated


def groups_of(actions: QuerySet[AgreedAction], by: str, *, on: date) -> list[Group]:
    """Return the groups of some actions on a day, in the order of their names."""
    groups = GROUPED[by](actions, on)
    return sorted(groups, key=lambda group: (group.is_rest, group.label.casefold()))


def _standing(path: str, *, on: date) -> Case:
    """Return the one way in which each action at the end of a path stands to be counted."""
    soon = on + timedelta(days=due_soon_days(on=on))
    due = f"{path}due_date"
    to_do = Case(
        When(**{due: None}, then=Value("undated")),
        When(**{f"{due}__lt": on}, then=Value("overdue")),
        When(**{f"{due}__lte": soon}, then=Value("due_soon")),
        default=Value("not_due"),
    )
    followed = Case(
        When(**{f"{path}state": State.AGREED}, then=to_do),
        When(**{f"{path}state__in": [State.CLAIMED, State.PROPOSED]}, then=Value("claimed")),
        default=Value(""),
    )
    return Case(When(followed_up(path), then=followed), default=Value(""))


def _counted(
    rows: QuerySet[Any], *by: str, path: str = "", on: date
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Give each value of some fields of rows, with the figures of the actions that it has.

    An action stands in one way only, so that the figures of a group are sums; the conditions are
    asked once for an action, and not once for each figure.
    """
    stand = rows.order_by().annotate(stands=_standing(path, on=on)).values(*by, "stands")
    told = stand.annotate(count=Count(f"{path}pk", distinct=True), first=Min(f"{path}due_date"))
    figures: dict[tuple[Any, ...], dict[str, Any]] = defaultdict(lambda: {**NONE})
    for row in told:
        own = figures[tuple(row[name] for name in by)]
        own["total"] += row["count"]
        if row["stands"] in TO_DO:
            own["to_do"] += row["count"]
            days = [day for day in (own["next_due"], row["first"]) if day is not None]
            own["next_due"] = min(days, default=None)
        if row["stands"] in own:
            own[row["stands"]] += row["count"]
    for values, own in figures.items():
        yield dict(zip(by, values, strict=True)), own


def _by_review(actions: QuerySet[AgreedAction], on: date) -> Iterable[Group]:
    review = "response__recommendation__review"
    for row, figures in _counted(actions, review, f"{review}__title", on=on):
        yield Group(row[f"{review}__title"], {"review": str(row[review])}, **figures)


def _by_owner(actions: QuerySet[AgreedAction], on: date) -> Iterable[Group]:
    keys = [f"owners__{kind}" for kind in NAMES]
    names = [f"owners__{kind}__{name}" for kind, name in NAMES.items()]
    for row, figures in _counted(actions, *keys, *names, on=on):
        kind = next((kind for kind in NAMES if row[f"owners__{kind}"]), None)
        if kind is None:
            yield Group(NOBODY_IN_WORDS, {"owner": NOBODY}, is_rest=True, **figures)
        else:
            asked = {"owner": Party(kind, row[f"owners__{kind}"]).code}
            yield Group(row[f"owners__{kind}__{NAMES[kind]}"], asked, **figures)


def _concerned(actions: QuerySet[AgreedAction]) -> QuerySet[RecommendationSubject]:
    """Return what the recommendations of some actions are about, joined to those actions alone."""
    return RecommendationSubject.objects.filter(
        recommendation__responses__actions__in=actions.order_by().values("pk")
    )


def _about_nothing(actions: QuerySet[AgreedAction], on: date) -> Iterable[Group]:
    nothing = actions.filter(response__recommendation__subjects__isnull=True)
    for _row, figures in _counted(nothing, on=on):
        yield Group("No partnership named", {"about": "nothing"}, is_rest=True, **figures)


def _by_partnership(actions: QuerySet[AgreedAction], on: date) -> Iterable[Group]:
    concerned = _concerned(actions).annotate(about=Coalesce("partnership", "body__partnership"))
    found = [
        (row["about"], figures)
        for row, figures in _counted(concerned, "about", path=TO_ACTIONS, on=on)
    ]
    names = dict(
        Partnership.objects.filter(pk__in=[about for about, _own in found]).values_list(
            "pk", "name"
        )
    )
    for about, figures in found:
        yield Group(names[about], {"partnership": str(about)}, **figures)
    yield from _about_nothing(actions, on)


def _by_directorate(actions: QuerySet[AgreedAction], on: date) -> Iterable[Group]:
    named = Coalesce("partnership__directorate", "body__partnership__directorate")
    concerned = _concerned(actions).annotate(led=named)
    for row, figures in _counted(concerned, "led", path=TO_ACTIONS, on=on):
        asked = {"directorate": row["led"] or NO_DIRECTORATE}
        label = row["led"] or "No directorate named"
        yield Group(label, asked, is_rest=not row["led"], **figures)
    yield from _about_nothing(actions, on)


GROUPED: dict[str, Callable[[QuerySet[AgreedAction], date], Iterable[Group]]] = {
    OWNER: _by_owner,
    REVIEW: _by_review,
    PARTNERSHIP: _by_partnership,
    DIRECTORATE: _by_directorate,
}
