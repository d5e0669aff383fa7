"""How do agreed actions stand review by review, owner by owner, partnership by partnership?"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.db.models.functions import Coalesce

from partnerships.models import Partnership
from recommendations.models import ActionOwner, AgreedAction, RecommendationSubject

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
FIGURES = ("total", "to_do", "overdue", "due_soon", "undated", "claimed", "next_due")


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


def _figures(path: str, *, on: date) -> dict[str, Any]:
    """Return what is counted of the actions at the end of a path, to annotate."""
    soon = on + timedelta(days=due_soon_days(on=on))
    live = followed_up(path)
    to_do = live & Q(**{f"{path}state": State.AGREED})
    late, near = {f"{path}due_date__lt": on}, {f"{path}due_date__range": (on, soon)}
    conditions = {
        "to_do": to_do,
        "overdue": to_do & Q(**late),
        "due_soon": to_do & Q(**near),
        "undated": to_do & Q(**{f"{path}due_date": None}),
        "claimed": live & Q(**{f"{path}state__in": [State.CLAIMED, State.PROPOSED]}),
    }
    return {
        "total": Count(f"{path}pk", distinct=True),
        **{
            name: Count(f"{path}pk", filter=condition, distinct=True)
            for name, condition in conditions.items()
        },
        "next_due": Min(f"{path}due_date", filter=to_do),
    }


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in FIGURES}


def _by_review(actions: QuerySet[AgreedAction], on: date) -> Iterable[Group]:
    review = "response__recommendation__review"
    found = actions.order_by().values(review, f"{review}__title").annotate(**_figures("", on=on))
    for row in found:
        yield Group(row[f"{review}__title"], {"review": str(row[review])}, **_told(row))


def _by_owner(actions: QuerySet[AgreedAction], on: date) -> Iterable[Group]:
    keys = [f"{kind}_id" for kind in ActionOwner.KINDS]
    names = {
        "user": "user__name",
        "post": "post__title",
        "team": "team__name",
        "body": "body__name",
    }
    rows = ActionOwner.objects.filter(action__in=actions.order_by().values("pk")).order_by()
    for row in rows.values(*keys, *names.values()).annotate(**_figures("action__", on=on)):
        kind = next(kind for kind in ActionOwner.KINDS if row[f"{kind}_id"])
        asked = {"owner": Party(kind, row[f"{kind}_id"]).code}
        yield Group(row[names[kind]], asked, **_told(row))
    nobodys = actions.filter(owners__isnull=True).order_by()
    row = nobodys.aggregate(**_figures("", on=on))
    if row["total"]:
        yield Group(NOBODY_IN_WORDS, {"owner": NOBODY}, is_rest=True, **_told(row))


def _concerned(actions: QuerySet[AgreedAction]) -> QuerySet[RecommendationSubject]:
    """Return what the recommendations of some actions are about, joined to those actions alone."""
    found = RecommendationSubject.objects.filter(
        recommendation__responses__actions__in=actions.order_by().values("pk")
    )
    return found.order_by()


def _about_nothing(actions: QuerySet[AgreedAction], on: date) -> Iterable[Group]:
    nothing = actions.filter(response__recommendation__subjects__isnull=True).order_by()
    row = nothing.aggregate(**_figures("", on=on))
    if row["total"]:
        yield Group("No partnership named", {"about": "nothing"}, is_rest=True, **_told(row))


def _by_partnership(actions: QuerySet[AgreedAction], on: date) -> Iterable[Group]:
    concerned = _concerned(actions).annotate(about=Coalesce("partnership", "body__partnership"))
    rows = list(concerned.values("about").annotate(**_figures(TO_ACTIONS, on=on)))
    names = dict(
        Partnership.objects.filter(pk__in=[row["about"] for row in rows]).values_list("pk", "name")
    )
    for row in rows:
        asked = {"partnership": str(row["about"])}
        yield Group(names[row["about"]], asked, **_told(row))
    yield from _about_nothing(actions, on)


def _by_directorate(actions: QuerySet[AgreedAction], on: date) -> Iterable[Group]:
    named = Coalesce("partnership__directorate", "body__partnership__directorate")
    concerned = _concerned(actions).annotate(led=named)
    for row in concerned.values("led").annotate(**_figures(TO_ACTIONS, on=on)):
        asked = {"directorate": row["led"] or NO_DIRECTORATE}
        label = row["led"] or "No directorate named"
        yield Group(label, asked, is_rest=not row["led"], **_told(row))
    yield from _about_nothing(actions, on)


GROUPED: dict[str, Callable[[QuerySet[AgreedAction], date], Iterable[Group]]] = {
    OWNER: _by_owner,
    REVIEW: _by_review,
    PARTNERSHIP: _by_partnership,
    DIRECTORATE: _by_directorate,
}
