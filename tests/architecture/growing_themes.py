"""Which themes can a story add one by one, and which pages list them?"""

from typing import Any

from recommendations.models import Recommendation, Theme
from recommendations.services.themes import add_theme, say_themes
from tests.people import Cast


def theme_grown(cast: Cast, i: int) -> None:
    add_theme(values={"name": f"Grown {i}", "meaning": "It grows."}, by=cast.administrator)
    thing = Recommendation.objects.get(review__reference="leeds-2007", number="9")
    say_themes(
        recommendation=thing,
        themes=Theme.objects.filter(name__startswith="Grown"),
        by=cast.auditor,
    )


def theme_recurs(cast: Cast, i: int) -> None:
    theme = Theme.objects.filter(name="Grown").first()
    theme = theme or add_theme(values={"name": "Grown", "meaning": ""}, by=cast.administrator)
    thing = Recommendation.objects.order_by("pk")[i]
    say_themes(recommendation=thing, themes=[theme], by=cast.auditor)


def grown_theme() -> int:
    return int(Theme.objects.get(name="Grown").pk)


GROWING: list[Any] = [
    (
        theme_grown,
        [
            ("auditor", "/themes/?words=Grown"),
            ("scrutiny_member", "/themes/?words=Grown&export=csv"),
            ("auditor", "/recommendations/leeds-2007/9/"),
        ],
    ),
    (theme_recurs, [("auditor", "/themes/{grown_theme}/")]),
]
