"""How are a review's sections written, moved and removed?"""

from collections.abc import Mapping
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import Refusal, Refused, enforce
from reviews.models import Review, Section
from reviews.queries.standing import may_write
from reviews.rules.wording import refusal_to_write

from .searching import enter_review

EDITABLE = ("title", "body", "shows")
DEEPEST = 3


def add_section(
    *, review: Review, parent: Section | None, values: Mapping[str, Any], by: Any
) -> Section:
    """Add a section at the end of its parent (or of the report) and number it."""
    with change(verb="Added a section", by=by):
        review = _writable(review, by)
        if parent is not None and parent.number.count(".") + 2 > DEEPEST:
            raise Refused(
                Refusal("too-deep", "Sections go three deep at most. Add it one level higher.")
            )
        siblings = review.sections.filter(parent=parent)
        section = Section(review=review, parent=parent, position=siblings.count() + 1, number="0")
        put(section, values, allowed=EDITABLE)
        section.number = _number(parent, section.position)
        section.save()
        enter_review(review)
    return section


def write_section(*, section: Section, version: int, values: Mapping[str, Any], by: Any) -> Section:
    """Change a section's title, text or what it shows."""
    with change(verb="Wrote a section", by=by):
        review = _writable(section.review, by)
        section = locked(Section, section.pk, version=version)
        put(section, values, allowed=EDITABLE)
        section.save()
        enter_review(review)
    return section


def move_section(*, section: Section, up: bool, by: Any) -> Section:
    """Swap a section with its neighbour before or after it, and number the report again."""
    with change(verb="Moved a section", by=by):
        review = _writable(section.review, by)
        siblings = list(review.sections.filter(parent=section.parent))
        place = next(i for i, sibling in enumerate(siblings) if sibling.pk == section.pk)
        other = place - 1 if up else place + 1
        if not 0 <= other < len(siblings):
            raise Refused(
                Refusal("at-the-edge", "The section is already the first or the last one there.")
            )
        siblings[place], siblings[other] = siblings[other], siblings[place]
        _number_again(review, section.parent, siblings)
    section.refresh_from_db()
    return section


def remove_section(*, section: Section, by: Any, in_use: bool = False) -> Review:
    """Remove a section that has no part of its own and in which no recommendation arises.

    Whether one does is known above this register, so the caller says (`in_use`).
    """
    with change(verb="Removed a section", by=by):
        review = _writable(section.review, by)
        if section.children.exists():
            raise Refused(Refusal("has-parts", "Remove or move the section’s own parts first."))
        if in_use:
            raise Refused(
                Refusal(
                    "recommendation-arises",
                    "A recommendation arises in this section. Move the recommendation first.",
                )
            )
        parent = section.parent
        section.delete()
        _number_again(review, parent, list(review.sections.filter(parent=parent)))
        enter_review(review)
    return review


def _writable(review: Review, by: Any) -> Review:
    """Lock the review, so that two people cannot number its sections at once."""
    review = locked(Review, review.pk)
    enforce(refusal_to_write(status=review.status, may_write=may_write(by, review)))
    return review


def _number(parent: Section | None, position: int) -> str:
    return f"{parent.number}.{position}" if parent else str(position)


def _number_again(review: Review, parent: Section | None, siblings: list[Section]) -> None:
    """Give sections their numbers by their places, and their parts after them."""
    for position, section in enumerate(siblings, start=1):
        number = _number(parent, position)
        if (section.position, section.number) != (position, number):
            section.position, section.number = position, number
            section.save()
            _number_again(review, section, list(review.sections.filter(parent=section)))
