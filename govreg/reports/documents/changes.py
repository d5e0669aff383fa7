"""What is different in the register between the ends of two days, in a reader's words?

The same reading of both days is laid side by side, so nothing is said that a report of either day
would not say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from govreg.core.ui.words import long_date
from govreg.reports.queries.follow_up_facts import Choice, Seen, gather_follow_up
from partnerships.models import Partnership
from partnerships.queries.health import Standing, health_on, points
from recommendations.queries.ratings import rule_in_force

from .follow_up import Figures, FollowUpLine
from .follow_up_lines import Period, Placed, figures_of, placed_lines
from .profile import Profile, build_profile

NEW, GONE = "Agreed in this time", "No longer told of"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is said differently; an empty text means that nothing was said of it."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changed:
    """An agreed action, or a partnership, of which something is said differently."""

    name: str
    address: tuple[str, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that is different between the ends of two days."""

    since: date
    until: date
    before: Figures
    after: Figures
    actions: tuple[Changed, ...]
    partnership: tuple[Change, ...]

    @property
    def are_none(self) -> bool:
        """Whether both days say the same."""
        return not (self.actions or self.partnership)


def changes_between(
    choice: Choice, seen: Seen, *, since: date, until: date, partnership: Partnership | None = None
) -> Changes:
    """Return what is different of the chosen agreed actions, and of a partnership where one is.

    Raises Refused where there are more actions than one can read.
    """
    before, after = _day(choice, seen, since), _day(choice, seen, until)
    found = (_changed(before.get(key), after.get(key)) for key in after | before)
    return Changes(
        since=since,
        until=until,
        before=figures_of(list(before.values()))[-1],
        after=figures_of(list(after.values()))[-1],
        actions=tuple(changed for changed in found if changed),
        partnership=tuple(_of_partnership(partnership, since, until)) if partnership else (),
    )


def _day(choice: Choice, seen: Seen, on: date) -> dict[int, Placed]:
    """Return the lines of a day by the keys of their actions, in order."""
    facts = gather_follow_up(choice, seen, on)
    period = Period(since=date.min, on=on, rule=rule_in_force(on=on), officer_names=False)
    placed = placed_lines(facts, period)
    return {action.pk: one for action, one in zip(facts.actions, placed, strict=True)}


def _changed(before: Placed | None, after: Placed | None) -> Changed | None:
    told = after or before
    if told is None:
        return None
    line = told.line
    old = dict(_said(before.line)) if before else {}
    new = dict(_said(after.line)) if after else {}
    if before is None or after is None:
        changes = [Change("Agreed action", line.action if before else "", NEW if after else GONE)]
    else:
        changes = [Change(what, old[what], new[what]) for what in new if old.get(what) != new[what]]
    name = f"{line.reference} {line.number}: {line.action}"
    return Changed(name, (line.reference, line.number), tuple(changes)) if changes else None


def _said(line: FollowUpLine) -> Iterator[tuple[str, str]]:
    """Yield what is said of an action by its heading, without what each day changes by itself."""
    yield "Recommendation", line.wording
    yield "Priority", line.priority.mark
    yield "Agreed action", line.action
    yield "Responsible", line.owners_in_words
    yield "Due date", long_date(line.due) if line.due else ""
    yield "Extensions granted", str(line.extensions)
    yield "Extension asked for", line.extension.timescale if line.extension else ""
    yield "State", line.outcome or line.verified or _without_days(line)
    yield "Computed rating", line.computed
    yield "Per cent complete", "" if line.percent is None else str(line.percent)
    yield "Officer’s rating", line.said.rating if line.said else ""
    yield "What was done", line.said.narrative if line.said else ""
    yield "Reason", line.said.reason if line.said else ""


def _without_days(line: FollowUpLine) -> str:
    """Return how an action stands without the number of days, which grows by itself."""
    return line.standing.split(" by ")[0]


def _of_partnership(partnership: Partnership, since: date, until: date) -> Iterator[Change]:
    before, after = build_profile(partnership, since), build_profile(partnership, until)
    old, new = _entries(before), _entries(after)
    for what in [*new, *(what for what in old if what not in new)]:
        if old.get(what, "") != new.get(what, ""):
            yield Change(what, old.get(what, ""), new.get(what, ""))
    healths = [
        health_on([partnership], day).get(partnership.pk, {}) if profile else {}
        for day, profile in ((since, before), (until, after))
    ]
    for point in points():
        was, now = (_standing(health.get(point.key)) for health in healths)
        if was != now:
            yield Change(f"Governance health: {point.title.lower()}", was, now)


def _standing(found: Standing | None) -> str:
    return f"{found.state.label}: {found.reason}" if found else ""


def _entries(profile: Profile | None) -> dict[str, str]:
    """Return what the profile says, each member, document and sum by itself."""
    if profile is None:
        return {}
    found = {"Name": profile.title, "Purpose": profile.purpose, **dict(profile.facts)}
    found["Complaints route"] = profile.complaints
    for organisation, _sector, place, role in profile.members:
        key = f"Member: {organisation}, {place}"
        found[key] = f"{found[key]}, {role}" if key in found else role
    for label, title, place, standing in profile.documents:
        found[f"Document: {label}, {title} ({place})"] = standing
    for name, *rest in profile.money:
        found[f"Funding: {name}"] = "; ".join(rest)
    return found
