"""May a part of a plan be brought in beside what the register has?

A plan adds what is missing. It changes nothing that is there: what was said, answered and agreed
is changed on its own page, where two writers meet and reasons are asked for.
"""

from typing import Any

from govreg.core import timescales
from govreg.core.refusals import Refusal
from recommendations.rules.agreement import refusal_of_nothing, refusal_of_timescale

ISSUED = (
    "The review is issued, so its wording and priorities are locked, and the file has another "
    "{what}. Put back what the report says, or issue an erratum to correct a mistake."
)
OTHER = (
    "Recommendation {number} is in the register already, with another {what}. A plan only adds "
    "what is missing: put it back, and change it on the recommendation’s page."
)


def _same(one: str, other: str) -> bool:
    return one.replace("\r\n", "\n").strip() == other.replace("\r\n", "\n").strip()


def refusal_of_other_words(planned: Any, present: Any, *, locked: bool) -> Refusal | None:
    """Refuse a recommendation that is there already in other words."""
    references = {row.to.number.casefold() for row in present.references}
    differs = {
        "wording": not _same(planned.wording, present.wording),
        "priority": planned.priority is not None and planned.priority.pk != present.priority_id,
        "section": planned.section is not None and planned.section.pk != present.section_id,
        "addressee": not _same(planned.addressee, present.addressee),
        "list of those concerned": subjects_of(planned) != covered_by(present),
        "cross-reference": {number.casefold() for number in planned.see_also} != references,
    }
    what = next((name for name, other in differs.items() if other), "")
    if not what:
        return None
    if locked:
        return Refusal("review-issued", ISSUED.format(what=what))
    return Refusal("other-words", OTHER.format(number=present.number, what=what))


def refusal_of_other_answer(planned: Any, present: Any) -> Refusal | None:
    """Refuse an answer that stands in the register in other words."""
    if (
        _same(planned.text, present.text)
        and _same(planned.in_respect_of, present.in_respect_of)
        and planned.decision == present.decision
        and subjects_of(planned) == covered_by(present)
    ):
        return None
    return Refusal(
        "other-answer",
        "The register has another management response in this place. A plan only adds what is "
        "missing: put it back, and change the response or give a new one on the recommendation’s "
        "page.",
    )


def refusal_of_other_step(planned: Any, present: Any) -> Refusal | None:
    """Refuse an action that stands in the register with other words, owners or dates."""
    read = timescales.understand(present.timescale_printed)
    due = planned.due_date or timescales.understand(planned.printed).due_date
    owners = {(type(owner), owner.pk) for owner in planned.owners}
    if (
        _same(planned.text, present.text)
        and _same(planned.printed, present.timescale_printed)
        and planned.review_date == present.review_date
        and due == (present.due_date or read.due_date)
        and owners == {(type(row.party), row.party.pk) for row in present.named_owners}
    ):
        return None
    return Refusal(
        "other-step",
        "The register has another agreed action in this place. A plan only adds what is missing: "
        "put it back, and change the action on its page.",
    )


def refusal_of_step(planned: Any, timescale: Any) -> Refusal | None:
    """Refuse an action that says nothing, or an open-ended one that is never looked at again."""
    nothing = refusal_of_nothing(
        text=planned.text, printed=planned.printed, owners=len(planned.owners)
    )
    return nothing or refusal_of_timescale(
        sense=timescale.sense, due_date=timescale.due_date, review_date=timescale.review_date
    )


def refusal_of_words(wording: str) -> Refusal | None:
    """Refuse a recommendation that recommends nothing."""
    if not wording.strip():
        return Refusal("wording-missing", "Write what is recommended.")
    return None


def refusal_of_no_answer(text: str) -> Refusal | None:
    """Refuse an answer without words."""
    if not text.strip():
        return Refusal("nothing-said", "Write the management response.")
    return None


def number_twice(number: str, line: int) -> Refusal:
    """Refuse a number that another line has."""
    return Refusal(
        "number-twice",
        f"Recommendation {number} stands on line {line} already. Leave “Number” empty on the lines "
        "that continue it.",
    )


def refusal_of_reference(number: str, *, own: str, known: bool) -> Refusal | None:
    """Refuse a reference to a recommendation that is not there, or to itself."""
    if number.casefold() == own.casefold():
        return Refusal("refers-to-itself", f"Recommendation {own} refers to itself.")
    if not known:
        return Refusal("unknown-reference", f"There is no recommendation {number} to refer to.")
    return None


def too_long(what: str, length: int, most: int) -> Refusal:
    """Refuse a text that its column does not hold."""
    return Refusal(
        "too-long", f"The {what} has {length:,} characters. It may have {most:,}: shorten it."
    )


def subjects_of(planned: Any) -> set[tuple[str, int]]:
    """Return the keys of whom a part of a plan names."""
    return {(str(one._meta.model_name), one.pk) for one in planned.subjects}


def covered_by(present: Any) -> set[tuple[str, int]]:
    """Return the same of a record as `plan_of` fetched it."""
    return {
        ("partnership", row.partnership_id) if row.partnership_id else ("body", row.body_id)
        for row in present.covered
    }
