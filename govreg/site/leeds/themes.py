"""How are the demonstration's themes across reviews entered?"""

from collections import defaultdict
from typing import Any

from recommendations.models import Recommendation, Theme
from recommendations.services.themes import add_theme, say_themes

from .files import read, text


def rows() -> dict[str, Any]:
    """Return the themes, and the day on which it was said what each recommendation is about."""
    found: dict[str, Any] = read("themes")
    return found


def enter_list(found: dict[str, Any], *, by: Any) -> None:
    """Enter the list of themes."""
    for row in found["themes"]:
        add_theme(values={"name": row["name"], "meaning": text(row["meaning"])}, by=by)


def enter_themes(found: dict[str, Any], *, by: Any) -> None:
    """Say of each recommendation what it is about."""
    about: defaultdict[tuple[str, str], list[Theme]] = defaultdict(list)
    named = {theme.name: theme for theme in Theme.objects.all()}
    for row in found["themes"]:
        for review, numbers in row["recommendations"].items():
            for number in numbers:
                about[review, number].append(named[row["name"]])
    for (review, number), themes in about.items():
        recommendation = Recommendation.objects.get(review__reference=review, number=number)
        say_themes(recommendation=recommendation, themes=themes, by=by)
