"""Which interests are declared on a partnership, and what of them may a person read?"""

from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, QuerySet, Value, When

from partnerships.models import Interest, Partnership

#: What stands in the place of what a person may not read.
EXEMPT = "Exempt from publication"


def interests_of(partnership: Partnership, user: Any) -> QuerySet[Any]:
    """Return a partnership's interests as a user may know them.

    `is_readable` says whether the text may be read, and `told` and `told_handling` are it, or
    nothing: what a list searches, orders and exports must not be what its reader may not see.
    """
    readable = Interest.objects.visible_to(user).filter(pk=OuterRef("pk"))
    needed = ("membership__organisation", "membership__body", "membership__post")
    found = Interest.objects.known_to(user).filter(membership__partnership=partnership)
    return (
        found.select_related(*needed, "membership__partnership")
        .annotate(is_readable=Exists(readable))
        .annotate(told=_if_readable("text"), told_handling=_if_readable("handling"))
    )


def _if_readable(name: str) -> Case:
    return Case(When(is_readable=True, then=F(name)), default=Value(""), output_field=CharField())
