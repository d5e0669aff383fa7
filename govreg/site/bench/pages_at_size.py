"""Which pages of a register of many years are measured, and what may each cost?"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from partnerships.models import Indicator, Partnership
from recommendations.models import AgreedAction, Recommendation
from reviews.models import Review

from .attended import LARGE
from .compared import compared
from .pages import AUDITOR, OFFICER, OWNER, MainPage
from .planned import top

USUAL = 6.0
FIVE = (
    f"{urlencode({'words': 'publish', 'priority': '**', 'state': 'agreed'})}"
    "&standing=overdue&computed=late"
)
YEAR = "after_day=1&after_month=4&after_year=2024&before_day=31&before_month=3&before_year=2025"


@dataclass(frozen=True, slots=True)
class Goal:
    """A page, and how often the floor view's processor time it may take; None for no goal."""

    page: MainPage
    most: float | None = USUAL


def goals() -> list[Goal]:
    """Return the pages, with records from the middle of the register."""
    recommendation = _middle(Recommendation.objects.select_related("review"))
    review, partnership = _middle(Review.objects), _middle(Partnership.objects)
    glance, grouped = reverse("recommendations:at-a-glance"), reverse("recommendations:grouped")
    tracker, actions = reverse("recommendations:tracker"), reverse("recommendations:actions")
    narrowed = f"{tracker}?review={review.pk}&words=publish"
    past = reverse("history:record", args=["recommendations.recommendation", recommendation.pk])
    own = owned_action()
    large = Partnership.objects.get(reference=LARGE).get_absolute_url()
    plan = top()
    quarters = f"{plan.get_absolute_url()}quarters/"
    quilt = reverse("partnerships:area-comparison", args=[compared().reference])
    indicators = Indicator.objects.filter(partnership=compared())
    one_year = f"{reverse('partnerships:attendance')}?{YEAR}"
    return [
        Goal(MainPage("Home", OWNER, reverse("home"))),
        Goal(MainPage("Home", AUDITOR, reverse("home"))),
        Goal(MainPage("Tracker", AUDITOR, tracker), 4),
        Goal(MainPage("Tracker", OFFICER, tracker), 4),
        Goal(MainPage("Tracker, filtered", AUDITOR, narrowed), 4),
        Goal(MainPage("Tracker, page 200", AUDITOR, f"{tracker}?page=200"), 4),
        Goal(MainPage("Agreed actions", AUDITOR, actions), 4),
        Goal(MainPage("Agreed actions, overdue", AUDITOR, f"{actions}?standing=overdue"), 4),
        Goal(MainPage("Agreed actions, five filters", AUDITOR, f"{actions}?{FIVE}"), 5),
        Goal(MainPage("Grouped by owner, five filters", AUDITOR, f"{grouped}?{FIVE}&by=owner"), 5),
        Goal(MainPage("At a glance", AUDITOR, glance), None),
        Goal(MainPage("Grouped by owner", AUDITOR, grouped), None),
        Goal(MainPage("My actions", OWNER, reverse("recommendations:mine"))),
        Goal(MainPage("Search", AUDITOR, f"{reverse('search')}?words=attendance"), 5),
        Goal(MainPage("Recommendation", AUDITOR, recommendation.get_absolute_url()), 4),
        Goal(MainPage("History of a record", AUDITOR, past), 4),
        Goal(MainPage("Agreed action", OWNER, own.get_absolute_url()), 4),
        Goal(MainPage("Update form", OWNER, reverse("recommendations:update", args=[own.pk]))),
        Goal(MainPage("Review", AUDITOR, review.get_absolute_url())),
        Goal(MainPage("Reviews", AUDITOR, reverse("reviews:list"))),
        Goal(MainPage("Partnerships", OFFICER, reverse("partnerships:list"))),
        Goal(MainPage("Partnership", OFFICER, partnership.get_absolute_url())),
        Goal(MainPage("Large partnership", OFFICER, large), 5),
        Goal(MainPage("Large partnership, members", OFFICER, f"{large}members/")),
        Goal(MainPage("Large partnership, structure", OFFICER, f"{large}structure/")),
        Goal(MainPage("Governance overview", OFFICER, reverse("partnerships:overview"))),
        Goal(MainPage("Attendance", OFFICER, reverse("partnerships:attendance"))),
        Goal(MainPage("Attendance, one year", OFFICER, one_year)),
        Goal(MainPage("Plan", OFFICER, plan.get_absolute_url())),
        Goal(MainPage("Quarter, closed", OFFICER, f"{quarters}2024-25-q3/")),
        Goal(MainPage("Quarter, open", OFFICER, f"{quarters}2025-26-q4/")),
        Goal(MainPage("Grid of 100 actions", OFFICER, f"{quarters}2025-26-q4/answer/")),
        Goal(MainPage("42 areas by 33 indicators", OFFICER, quilt)),
        Goal(MainPage("Indicator", OFFICER, _middle(indicators).get_absolute_url())),
        Goal(MainPage("History of the register", AUDITOR, reverse("history:register"))),
    ]


def owned_action() -> AgreedAction:
    """Return an open action that the measured owner is responsible for."""
    return (
        AgreedAction.objects.live()
        .filter(state=AgreedAction.State.AGREED, owners__user__email=f"{OWNER}@leeds.example")
        .order_by("pk")[0]
    )


def _middle(records: Any) -> Any:
    """Return the record in the middle, by key."""
    ordered = records.order_by("pk")
    return ordered[ordered.count() // 2]
