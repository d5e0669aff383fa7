"""Which update windows and asked actions can a story add one by one, and which pages list them?"""

from collections.abc import Callable
from typing import Any

from govreg.core import clock
from recommendations.models import AgreedAction, UpdateRequest, UpdateWindow
from recommendations.services.progress import submit_update
from recommendations.services.windows import move_to_window
from tests.people import Cast
from tests.recommendations.rounds import opened, planned

from . import growing


def the_window(cast: Cast) -> UpdateWindow:
    found = UpdateWindow.objects.filter(name="The window").first()
    return found or opened(cast, "The window")


def window(cast: Cast, i: int) -> None:
    planned(cast, f"Grown {i}", opens_in=i + 1)


def asked_action(cast: Cast, i: int) -> None:
    """Agree an action, ask it in a window of its own and move it into the one that is read."""
    target = the_window(cast)
    growing.action(cast, i)
    action = AgreedAction.objects.get(text=f"Grown {i}")
    source = opened(cast, f"Source {i}")
    move_to_window(
        window=source,
        requests=[UpdateRequest.objects.get(window=source, action=action)],
        to=target,
        on=clock.today(),
        by=cast.auditor,
        reason="Read there",
    )


def answered_action(cast: Cast, i: int) -> None:
    asked_action(cast, i)
    submit_update(
        action=AgreedAction.objects.get(text=f"Grown {i}"),
        values={
            "rating": ("at-risk", "late")[i % 2],
            "reason": "It rained.",
            "narrative": f"Said {i}",
            "percent_complete": i,
        },
        on=clock.today(),
        by=(cast.owner, cast.partnerships_officer)[i % 2],
    )


WINDOW = "/update-windows/{window}/"
GROWING: list[tuple[Callable[[Cast, int], Any], list[tuple[str, str]]]] = [
    (
        window,
        [
            ("auditor", "/update-windows/"),
            ("auditor", "/update-windows/?words=Grown&export=csv"),
            ("auditor", "/search/?words=grown"),
        ],
    ),
    (
        asked_action,
        [
            ("partnerships_officer", f"{WINDOW}?words=Grown"),
            ("owner", f"{WINDOW}mine/"),
            ("owner", "/actions/mine/"),
            ("owner", "/digest/"),
            ("auditor", f"{WINDOW}move/"),
        ],
    ),
    (
        answered_action,
        [
            ("scrutiny_member", f"{WINDOW}?words=Grown"),
            ("auditor", f"{WINDOW}?words=Grown&export=csv"),
            ("owner", f"{WINDOW}mine/"),
            ("auditor", "/actions/?words=Grown&computed=late"),
        ],
    ),
]
