"""How are the lists of statutory members kept: an entry added, an entry ended?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import RequiredMember
from partnerships.queries.statutory_members import Required, entries
from partnerships.rules.statutory_members import refusal_of_entry, refusal_to_end

from .allowed import enforce_keeping_reference

SAME = ("statutory_kind", "organisation_kind", "as_post")
EDITABLE = (*SAME, "start", "end", "basis")


def add_required_member(*, values: Mapping[str, Any], by: Any, reason: str = "") -> RequiredMember:
    """Add an entry to a list."""
    with change(verb="Added a statutory member", by=by, reason=reason):
        enforce_keeping_reference(by=by)
        made = RequiredMember()
        put(made, values, allowed=EDITABLE)
        others = [
            (entry.start, entry.end)
            for entry in entries()
            if all(getattr(entry, name) == getattr(made, name) for name in SAME)
        ]
        enforce(refusal_of_entry(start=made.start, end=made.end, others=others))
        made.save()
    return made


def end_required_member(*, entry: Required, end: date, by: Any, reason: str) -> RequiredMember:
    """Record the last day of an entry. One that came with the register is written down first."""
    with change(verb="Ended a statutory member", by=by, reason=reason):
        enforce_keeping_reference(by=by)
        names = (*SAME, "start")
        same = {name: getattr(entry, name) for name in names}
        row = RequiredMember.objects.select_for_update().filter(**same).first()
        made = row or RequiredMember(**same, end=entry.end, basis=entry.basis)
        enforce(refusal_to_end(start=made.start, already_ended=made.end, end=end))
        made.end = end
        made.save()
    return made
