"""Which directorates answer for partnerships, and for which?"""

from django.db.models import QuerySet

from partnerships.models import Partnership

#: Asked for where a partnership names no directorate; no directorate is called so.
NO_DIRECTORATE = "-"


def directorate_choices() -> list[tuple[str, str]]:
    """Return the directorates that partnerships name, in order of their names, and that of none."""
    named = Partnership.objects.exclude(directorate="").order_by("directorate")
    names = named.values_list("directorate", flat=True).distinct()
    return [*((name, name) for name in names), (NO_DIRECTORATE, "No directorate named")]


def led_by(directorate: str) -> QuerySet[Partnership]:
    """Return the partnerships that a directorate answers for, or that name none."""
    name = "" if directorate == NO_DIRECTORATE else directorate
    found: QuerySet[Partnership] = Partnership.objects.filter(directorate=name).order_by()
    return found
