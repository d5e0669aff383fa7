"""How are a review's sections ordered as a reader goes through them?"""

from dataclasses import dataclass, field

from reviews.models import Review, Section


@dataclass(slots=True)
class OutlineItem:
    """A section with the sections inside it."""

    section: Section
    children: list["OutlineItem"] = field(default_factory=list)


def outline(review: Review) -> list[OutlineItem]:
    """Return the tree of a review's sections, read in one query."""
    rows = list(review.sections.order_by("position", "pk"))
    items = {row.pk: OutlineItem(row) for row in rows}
    top = []
    for row in rows:
        if row.parent_id is None:
            top.append(items[row.pk])
        else:
            items[row.parent_id].children.append(items[row.pk])
    return top


def in_order(items: list[OutlineItem]) -> list[Section]:
    """Return the sections of an outline one after another."""
    found: list[Section] = []
    for item in items:
        found.append(item.section)
        found += in_order(item.children)
    return found
