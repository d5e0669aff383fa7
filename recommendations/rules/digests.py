"""What stands in whose digest, and is it sent on a day?

Pure: what waits and who the people are was read before, for everybody at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from govreg.core.access import Permission
from govreg.core.refusals import Refusal
from recommendations.models.digest_choices import DigestChoice

MONDAY = 0
#: So many lines of a kind are written out in a message; the rest are counted.
MOST_LINES = 50

Frequency = DigestChoice.Frequency


class Kind(StrEnum):
    """Why a line stands in a digest. In this order they are read."""

    OVERDUE = "overdue"
    ASKED = "asked"
    RETURNED = "returned"
    DUE_SOON = "due-soon"
    MISSED = "missed"
    REPORT_OVERDUE = "report-overdue"
    REPORT_DUE = "report-due"
    APPROVE = "approve"
    ENDORSE = "endorse"
    DECIDE = "decide"
    CLOSE = "close"
    VERIFY = "verify"


HEADINGS = {
    Kind.OVERDUE: "Actions overdue",
    Kind.ASKED: "Updates asked for",
    Kind.RETURNED: "Claims returned",
    Kind.DUE_SOON: "Actions due soon",
    Kind.MISSED: "Missed by those who report to you",
    Kind.REPORT_OVERDUE: "Performance reports overdue",
    Kind.REPORT_DUE: "Performance reports due soon",
    Kind.APPROVE: "Responses awaiting your approval",
    Kind.ENDORSE: "Extensions to endorse",
    Kind.DECIDE: "Extensions to decide",
    Kind.CLOSE: "Closures to agree",
    Kind.VERIFY: "Claims to verify",
}
#: How a subject counts them: one, and several.
COUNTED = {
    Kind.OVERDUE: ("action overdue", "actions overdue"),
    Kind.ASKED: ("update asked for", "updates asked for"),
    Kind.RETURNED: ("claim returned", "claims returned"),
    Kind.DUE_SOON: ("action due soon", "actions due soon"),
    Kind.MISSED: ("action missed by others", "actions missed by others"),
    Kind.REPORT_OVERDUE: ("performance report overdue", "performance reports overdue"),
    Kind.REPORT_DUE: ("performance report due soon", "performance reports due soon"),
    Kind.APPROVE: ("response to approve", "responses to approve"),
    Kind.ENDORSE: ("extension to endorse", "extensions to endorse"),
    Kind.DECIDE: ("extension to decide", "extensions to decide"),
    Kind.CLOSE: ("closure to agree", "closures to agree"),
    Kind.VERIFY: ("claim to verify", "claims to verify"),
}
#: What a person must be allowed to do for these to wait for them; the others wait for owners.
ASKS_FOR = {
    Kind.APPROVE: Permission.APPROVE_RESPONSES,
    Kind.ENDORSE: Permission.APPROVE_RESPONSES,
    Kind.DECIDE: Permission.RECORD_DECISIONS,
    Kind.CLOSE: Permission.RECORD_DECISIONS,
    Kind.VERIFY: Permission.VERIFY,
}
REPORTS = (Kind.REPORT_OVERDUE, Kind.REPORT_DUE)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may be written to.

    `powers` has the scopes for which each permission is held; None among them is the whole
    council.
    """

    key: int
    powers: Mapping[Permission, frozenset[int | None]]

    def may_in_any(self, permission: Permission, scopes: Iterable[int]) -> bool:
        """Say whether the person may do a thing in at least one of some scopes."""
        held = self.powers.get(permission, frozenset())
        return None in held or not held.isdisjoint(scopes)

    def may_everywhere(self, permission: Permission) -> bool:
        """Say whether the person may do a thing for the whole council."""
        return None in self.powers.get(permission, frozenset())


@dataclass(frozen=True, slots=True)
class Concern:
    """What decides who may see a recommendation and act on it.

    `scopes` are those it concerns, `review_scopes` those of its review; `answered` says that its
    answer was approved once, before which it is for those who discuss it.
    """

    status: str
    scopes: frozenset[int]
    review_scopes: frozenset[int]
    answered: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that waits: for the people in `whom`, or for those who may do what it asks for.

    `not_for` may do it in general and not here: their own claim, their own request.
    """

    kind: Kind
    title: str
    detail: str
    path: str
    concern: Concern
    whom: frozenset[int] = frozenset()
    not_for: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one kind in a digest: those written out, and how many there are."""

    kind: Kind
    lines: Sequence[Item]
    count: int

    @property
    def heading(self) -> str:
        """What stands above the lines."""
        return HEADINGS[self.kind]

    @property
    def counted(self) -> str:
        """How many there are, in words."""
        return f"{self.count} {COUNTED[self.kind][self.count != 1]}"

    @property
    def more(self) -> int:
        """How many are not written out."""
        return self.count - len(self.lines)


def is_sent(frequency: str, *, on: date) -> bool:
    """Say whether a person is written to on a day.

    >>> is_sent("weekly", on=date(2026, 11, 23)), is_sent("weekly", on=date(2026, 11, 24))
    (True, False)
    """
    return frequency == Frequency.DAILY or (
        frequency == Frequency.WEEKLY and on.weekday() == MONDAY
    )


def missed_in_a_row(answers: Sequence[str], *, missing: str) -> int:
    """Return how many of an action's closed windows, the last first, were missed without a break.

    >>> missed_in_a_row(["missing", "missing", "answered", "missing"], missing="missing")
    2
    """
    for number, answer in enumerate(answers):
        if answer != missing:
            return number
    return len(answers)


def posts_to_tell(
    posts: Iterable[int],
    *,
    missed: int,
    reports_to: Mapping[int, int | None],
    manager_after: int,
    director_after: int,
) -> frozenset[int]:
    """Return the posts that are told that the owners' posts missed so many windows in a row.

    After the first number it is the post to which an owner's post reports, after the second the
    post above that one too; 0 is never.

    >>> line = {1: 2, 2: 3, 3: None}
    >>> sorted(posts_to_tell([1], missed=3, reports_to=line, manager_after=2, director_after=3))
    [2, 3]
    """
    told: set[int] = set()
    for post in posts:
        manager = reports_to.get(post)
        director = reports_to.get(manager) if manager is not None else None
        if manager is not None and 0 < manager_after <= missed:
            told.add(manager)
        if director is not None and 0 < director_after <= missed:
            told.add(director)
    return frozenset(told)


def may_see(
    person: Person, concern: Concern, *, stages: Iterable[tuple[Permission, Sequence[str]]]
) -> bool:
    """Say whether a person may read what stands under a recommendation, other than by owning it."""
    if person.may_everywhere(Permission.WRITE_REVIEWS):
        return True
    discusses = bool(person.powers.get(Permission.VIEW_DISCUSSED_REVIEWS))
    if not (concern.answered or discusses):
        return False
    return any(
        concern.status in statuses
        and permission != Permission.WRITE_REVIEWS
        and person.may_in_any(permission, concern.review_scopes)
        for permission, statuses in stages
    )


def digests(
    people: Sequence[Person],
    items: Iterable[Item],
    *,
    stages: Sequence[tuple[Permission, Sequence[str]]],
) -> dict[int, list[Part]]:
    """Return what stands in the digest of each person for whom anything waits.

    The items keep their order within a kind.
    """
    by_key = {person.key: person for person in people}
    able = {
        permission: [person for person in people if person.powers.get(permission)]
        for permission in set(ASKS_FOR.values())
    }
    found: dict[int, dict[Kind, list[Item]]] = {}
    for item in items:
        for person in _waits_for(item, by_key, able, stages):
            found.setdefault(person.key, {}).setdefault(item.kind, []).append(item)
    return {
        key: [Part(kind, own[kind][:MOST_LINES], len(own[kind])) for kind in Kind if kind in own]
        for key, own in found.items()
    }


def _waits_for(
    item: Item,
    by_key: Mapping[int, Person],
    able: Mapping[Permission, Sequence[Person]],
    stages: Sequence[tuple[Permission, Sequence[str]]],
) -> list[Person]:
    permission = ASKS_FOR.get(item.kind)
    if permission is None:
        named = [by_key[key] for key in sorted(item.whom) if key in by_key]
        if item.kind in REPORTS:
            view = Permission.VIEW_PARTNERSHIPS
            return [p for p in named if p.may_in_any(view, item.concern.scopes)]
        if item.kind != Kind.MISSED:
            return named
        return [p for p in named if may_see(p, item.concern, stages=stages)]
    return [
        person
        for person in able[permission]
        if person.key not in item.not_for
        and person.may_in_any(permission, item.concern.scopes)
        and may_see(person, item.concern, stages=stages)
    ]


def subject_of(parts: Sequence[Part]) -> str:
    """Return a digest's subject: what waits, counted.

    >>> subject_of([Part(Kind.OVERDUE, (), 3), Part(Kind.ASKED, (), 1)])
    '3 actions overdue, 1 update asked for'
    """
    return ", ".join(part.counted for part in parts)


def refusal_to_choose(*, own: bool) -> Refusal | None:
    """Refuse to choose for somebody else."""
    if own:
        return None
    return Refusal("not-yours", "Each person chooses for themselves how often they are written to.")
