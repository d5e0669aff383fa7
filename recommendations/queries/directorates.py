"""Which directorates answer for partnerships, and for which?"""

from django.db.models import QuerySet

from partnerships.models import Partnership


def directorate_choices() -> list[tuple[str, str]]:
    """Return the directorates that partnerships name, as choices, in order of their names."""
    named = Partnership.objects.exclude(directorate="").order_by("directorate")
    return [(name, name) for name in named.values_list("directorate", flat=True).distinct()]


def led_by(directorate: str) -> QuerySet[Partnership]:
    """Return the partnerships that a directorate answers for."""
    found: QuerySet[Partnership] = Partnership.objects.filter(directorate=directorate).order_by()
    return found
