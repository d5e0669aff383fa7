"""Which themes can a story add one by one, and which pages list them?"""

from typing import Any

from partnerships.models import Post
from recommendations.models import Recommendation, Theme
from recommendations.services.actions import agree_action, understood
from recommendations.services.saved_filters import save_filter
from recommendations.services.themes import add_theme, say_themes
from tests.people import Cast
from tests.recommendations.lines import iscb_plan


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


def action_agreed(cast: Cast, i: int) -> None:
    agree_action(
        response=iscb_plan().response,
        text=f"Grown {i}",
        timescale=understood("December 2007"),
        owners=[cast.owner, *Post.objects.order_by("pk")[i : i + 1]],
        by=cast.partnerships_officer,
    )


def filter_saved(cast: Cast, i: int) -> None:
    for person in (cast.auditor, cast.owner):
        save_filter(
            place="actions", asked="state=agreed", name=f"Grown {i}", is_shared=True, by=person
        )


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
    (
        action_agreed,
        [
            ("partnerships_officer", "/actions/hand-over/?words=Grown"),
            ("auditor", "/actions/grouped/"),
            ("auditor", "/actions/?column=about&column=due"),
        ],
    ),
    (filter_saved, [("auditor", "/saved-filters/"), ("auditor", "/actions/")]),
]
