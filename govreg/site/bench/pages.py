"""Which pages are the main ones, and who opens each?"""

from dataclasses import dataclass

from django.urls import reverse

from partnerships.models import Body
from recommendations.models import AgreedAction
from reviews.models import Section

from .floor import ADDRESS

REVIEW = "leeds-2007"
OWNER, AUDITOR, OFFICER = "officer.c", "auditor", "partnerships.officer"
NOBODY = ""


@dataclass(frozen=True, slots=True)
class MainPage:
    """A page, and the demonstration account that opens it; nobody means signed out."""

    name: str
    role: str
    path: str


def floor_page() -> MainPage:
    """Return the page that all others are compared with."""
    return MainPage("Floor view", OWNER, ADDRESS)


def main_pages() -> list[MainPage]:
    """Return the pages that people work with most, with the Leeds data's own examples."""
    action = _action_with_an_owner()
    recommendation = action.response.recommendation
    section = Section.objects.filter(review__reference=REVIEW).exclude(body="").first()
    body = Body.objects.order_by("pk").first()
    assert section is not None
    assert body is not None
    actions = reverse("recommendations:actions")
    history = reverse("history:record", args=["recommendations.recommendation", recommendation.pk])
    return [
        MainPage("Sign-in page", NOBODY, reverse("accounts:sign-in")),
        MainPage("Home", OWNER, reverse("home")),
        MainPage("Home", AUDITOR, reverse("home")),
        MainPage("Tracker", AUDITOR, reverse("recommendations:tracker")),
        MainPage("Agreed actions", AUDITOR, actions),
        MainPage("Agreed actions, overdue", AUDITOR, f"{actions}?standing=overdue"),
        MainPage("My actions", OWNER, reverse("recommendations:mine")),
        MainPage("Recommendation", AUDITOR, recommendation.get_absolute_url()),
        MainPage("Agreed action", OWNER, action.get_absolute_url()),
        MainPage("Update form", OWNER, reverse("recommendations:update", args=[action.pk])),
        MainPage("Review", AUDITOR, reverse("reviews:review", args=[REVIEW])),
        MainPage("Section", AUDITOR, reverse("reviews:section", args=[REVIEW, section.pk])),
        MainPage("Partnerships", OFFICER, reverse("partnerships:list")),
        MainPage("Partnership", OFFICER, body.partnership.get_absolute_url()),
        MainPage("Body", OFFICER, body.get_absolute_url()),
        MainPage("Search", AUDITOR, f"{reverse('search')}?words=risk"),
        MainPage("History of a record", AUDITOR, history),
        MainPage("History of the register", AUDITOR, reverse("history:register")),
        MainPage("Report, reading view", AUDITOR, reverse("reports:read", args=[REVIEW, "review"])),
    ]


def _action_with_an_owner() -> AgreedAction:
    """Return the action of recommendation 9 that the follow-up begins with."""
    return AgreedAction.objects.select_related("response__recommendation__review").get(
        response__recommendation__review__reference=REVIEW,
        response__recommendation__number="9",
        timescale_printed="October 2007",
    )
