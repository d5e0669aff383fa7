"""Which good practice is there, and which partnerships took it over?"""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from govreg.core.access import Permission
from partnerships.models import GoodPractice, GoodPracticeAdoption, Partnership, Plan


def latest_decisions(user: Any, note: GoodPractice) -> list[GoodPracticeAdoption]:
    """Return the last decision of each partnership that the user may see, by its name."""
    seen = Partnership.objects.visible_to(user).order_by().values("pk")
    found: dict[int, GoodPracticeAdoption] = {}
    for one in note.adoptions.filter(partnership__in=seen).select_related("partnership"):
        found.setdefault(one.partnership_id, one)
    return sorted(found.values(), key=lambda one: (one.partnership.name.casefold(), one.pk))


def good_practice_of(plan: Plan, user: Any) -> list[GoodPractice]:
    """Return the good practice that was found under a plan, stands and may be seen."""
    return list(GoodPractice.objects.visible_to(user).standing().filter(plan=plan))


def with_adoptions(notes: Any) -> Any:
    """Return notes with how many partnerships have adopted each and not thought better of it."""
    later = GoodPracticeAdoption.objects.filter(
        Q(day__gt=OuterRef("day")) | Q(day=OuterRef("day"), pk__gt=OuterRef("pk")),
        note=OuterRef("note"),
        partnership=OuterRef("partnership"),
    )
    current = GoodPracticeAdoption.objects.filter(state="adopted").exclude(Exists(later))
    adopted = Count("adoptions", filter=Q(adoptions__in=current.order_by().values("pk")))
    return notes.select_related("partnership").annotate(adopted=adopted)


def adopters_offered(user: Any, note: GoodPractice) -> QuerySet[Any]:
    """Return the partnerships for which the user may decide about a note of another."""
    kept = user.scope_filter(Permission.KEEP_PARTNERSHIPS, field="scope")
    found: QuerySet[Any] = Partnership.objects.filter(kept).exclude(pk=note.partnership_id)
    return found
