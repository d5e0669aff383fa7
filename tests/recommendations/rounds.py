"""Which update windows do the stories turn on?"""

from datetime import date, datetime, time, timedelta
from typing import Any

from govreg.core import clock
from govreg.core.history.change import change
from recommendations.models import AgreedAction, ProgressUpdate, UpdateRequest, UpdateWindow
from recommendations.queries.windows import figures_of
from recommendations.rules.windows import state_of
from recommendations.services.actions import agree_action, understood
from recommendations.services.progress import submit_update
from recommendations.services.windows import plan_windows
from tests.people import Cast

from .lines import iscb_plan

SAID = {"rating": "on-track", "narrative": "The plan was put to the ISCB.", "reason": ""}
COMMITTEE = "Corporate Governance and Audit Committee"


def planned(cast: Cast, name: str = "Autumn", *, opens_in: int = 1) -> UpdateWindow:
    """Return a window that opens in some days and is open for 20."""
    [window] = plan_windows(
        values={"name": name, "committee": COMMITTEE},
        committee_dates=[clock.today() + timedelta(days=opens_in + 27)],
        opens_before=27,
        closes_before=7,
        on=clock.today(),
        by=cast.partnerships_officer,
    )
    return window


def opened(cast: Cast, name: str = "Autumn") -> UpdateWindow:
    """Return a window that opened today."""
    return planned(cast, name, opens_in=0)


def asked(window: UpdateWindow, action: AgreedAction) -> UpdateRequest:
    """Return what a window asks of an action."""
    found: UpdateRequest = UpdateRequest.objects.get(window=window, action=action)
    return found


def with_lines(cast: Cast, count: int) -> list[AgreedAction]:
    """Agree actions that the owner is responsible for, and return them."""
    return [
        agree_action(
            response=iscb_plan().response,
            text=f"Written line {number}",
            timescale=understood("December 2007"),
            owners=[cast.owner],
            by=cast.partnerships_officer,
        )
        for number in range(1, count + 1)
    ]


def boxes(name: str, day: date) -> dict[str, Any]:
    """Return the three boxes of a date as a browser sends them."""
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def in_days(days: int):
    """Set the register's clock to noon of a later day."""
    day = clock.day_of(clock.true_now()) + timedelta(days=days)
    return clock.set_to(datetime.combine(day, time(12), tzinfo=clock.LONDON))


def submit(by, action=None, **changes) -> ProgressUpdate:
    found = action or iscb_plan()
    values = {**SAID, **changes}
    return submit_update(action=found, values=values, on=clock.today(), by=by)


def figures(window, user):
    is_open = state_of(window, on=clock.today()) == "open"
    return figures_of(window, user=user, is_open=is_open)


def home(window, verb: str = "") -> str:
    return f"/update-windows/{window.pk}/{verb}"


def move_days(window, days: int):
    """Let a planned window's day come, as it does when time goes on."""
    with change(verb="Set back for a test", by=None):
        for name in ("opens", "closes", "committee_date"):
            setattr(window, name, getattr(window, name) + timedelta(days=days))
        window.ends_at = clock.end_of(window.closes)
        window.save()
    return window
