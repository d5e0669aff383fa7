"""How is good practice noted, shared, and taken over by other partnerships?"""

from collections.abc import Mapping
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import GoodPractice, GoodPracticeAdoption, Partnership
from partnerships.rules import good_practice as rules
from partnerships.rules.withdrawals import refusal_to_change_withdrawn

from .allowed import enforce_keeping
from .searching import enter_good_practice

EDITABLE = ("title", "theme", "plan", "difficulty", "done", "achieved", "source", "is_shared")
DECISION = ("state", "day", "decided_by", "words")


def note_good_practice(
    *, partnership: Partnership, values: Mapping[str, Any], by: Any, reason: str = ""
) -> GoodPractice:
    """Note what worked in a partnership."""
    with change(verb="Noted good practice", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        return _saved(GoodPractice(partnership=partnership), values)


def change_good_practice(
    *, note: GoodPractice, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> GoodPractice:
    """Change a note. Raises StaleVersion when somebody saved it meanwhile."""
    scope = note.partnership.scope
    with change(verb="Changed good practice", by=by, reason=reason, scope=scope):
        return _saved(_standing(note, version, by=by), values)


def withdraw_good_practice(
    *, note: GoodPractice, version: int, by: Any, reason: str
) -> GoodPractice:
    """Withdraw a note. It stays to be read by its own partnership, and others find it no more."""
    scope = note.partnership.scope
    with change(verb="Withdrew good practice", by=by, reason=reason, scope=scope):
        found = _standing(note, version, by=by)
        found.withdrawn_because = reason
        found.save()
        enter_good_practice(found)
    return found


def decide_on_good_practice(
    *, note: GoodPractice, partnership: Partnership, values: Mapping[str, Any], by: Any
) -> GoodPracticeAdoption:
    """Record what another partnership decided about a note; an earlier decision stays."""
    scope = partnership.scope
    with change(verb="Decided about good practice", by=by, scope=scope):
        enforce_keeping(partnership, by=by)
        found = locked(GoodPractice, note.pk)
        shared = found.is_shared and not found.is_withdrawn
        is_own = found.partnership_id == partnership.pk
        enforce(rules.refusal_of_adoption(is_own=is_own, is_shared=shared))
        adoption = GoodPracticeAdoption(note=found, partnership=partnership)
        put(adoption, values, allowed=DECISION)
        enforce(
            rules.refusal_of_decision(
                state=adoption.state,
                words=adoption.words,
                day=adoption.day,
                today=clock.today(),
            )
        )
        adoption.save()
    return adoption


def _standing(note: GoodPractice, version: int, *, by: Any) -> GoodPractice:
    partnership = note.partnership
    enforce_keeping(partnership, by=by)
    found = locked(GoodPractice, note.pk, version=version)
    enforce(refusal_to_change_withdrawn(withdrawn_because=found.withdrawn_because))
    found.partnership = partnership
    return found


def _saved(note: GoodPractice, values: Mapping[str, Any]) -> GoodPractice:
    put(note, values, allowed=EDITABLE)
    plan = note.plan
    is_own = plan is None or plan.partnership_id == note.partnership_id
    enforce(rules.refusal_of_plan(is_own=is_own))
    note.save()
    enter_good_practice(note)
    return note
