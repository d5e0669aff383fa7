"""What does a person scan to find good practice?"""

from typing import Any

import django_filters
from django.db.models import Q

from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import GoodPractice


class GoodPracticeFilter(RegisterFilterSet):
    """Words and theme."""

    words = django_filters.CharFilter(label="Words", method="having_words")
    theme = django_filters.ChoiceFilter(label="Theme", choices=GoodPractice.Theme.choices)

    class Meta:
        model = GoodPractice
        fields: list[str] = []

    def having_words(self, queryset: Any, name: str, value: str) -> Any:
        """Find the words in the title, the difficulty, what was done and what it achieved."""
        found = Q()
        for column in ("title", "difficulty", "done", "achieved"):
            found |= Q(**{f"{column}__icontains": value})
        return queryset.filter(found)


def _standing(note: Any) -> tuple[str, str]:
    if note.is_withdrawn:
        return "Withdrawn", "grey"
    return ("Shared", "green") if note.is_shared else ("Not shared", "yellow")


TITLE = Column(
    "Good practice", "title", sort="title", cell=lambda n: link(n.get_absolute_url(), n.title)
)
THEME = Column("Theme", lambda n: n.get_theme_display(), sort="theme")
WHAT = [
    Column("What was done", "done"),
    Column("What it achieved", "achieved", missing="Not recorded"),
    Column("Adopted by", "adopted", sort="adopted", numeric=True),
]


class SharedPracticeList(RegisterList):
    """What partnerships share with all others."""

    columns = [
        TITLE,
        THEME,
        Column("Partnership", "partnership.name", sort="partnership__name"),
        *WHAT,
    ]
    filterset = GoodPracticeFilter
    order = "good-practice"
    noun = ("note", "notes")
    caption = "Good practice"
    empty = (
        "What worked in one partnership and could help others stands here. It is noted on the "
        "partnership’s own page and shared from there."
    )


class OwnPracticeList(RegisterList):
    """What one partnership noted, shared or not."""

    columns = [
        TITLE,
        THEME,
        *WHAT,
        Column("Standing", lambda n: _standing(n)[0], cell=lambda n: tag(*_standing(n))),
    ]
    order = "good-practice"
    noun = ("note", "notes")
    caption = "Good practice of this partnership"
    empty = "What worked in this partnership stands here. Nothing has been noted yet."
