"""Which records of working with others can a story add one by one, and which pages show them?"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from govreg.core import clock
from partnerships.models import Engagement, GoodPractice, Organisation, Partnership, Plan, Post
from partnerships.services.case_studies import tell_case_study
from partnerships.services.communications import plan_communication, record_communication
from partnerships.services.engagement import log_engagement
from partnerships.services.engagement_files import attach_files
from partnerships.services.good_practice import (
    decide_on_good_practice,
    note_good_practice,
)
from partnerships.services.information_sharing import add_obstacle, record_activity
from tests.partnerships.board import held
from tests.people import Cast

from .growing import body_of, partnership, trust

TRUST = "/partnerships/children-leeds/"


def engagement(cast: Cast, i: int) -> Engagement:
    """An engagement of the trust that fed a meeting of its own."""
    by, day = cast.partnerships_officer, clock.today() - timedelta(days=i + 1)
    values = {
        "day": day,
        "audience": f"Grown {i}",
        "method": "survey",
        "subject": f"Grown {i}",
        "meeting": held(body_of(cast, i), by=by, day=day),
    }
    return log_engagement(partnership=trust(), values=values, by=by)


def communication(cast: Cast, i: int) -> None:
    """A line of the trust's plan that is due, with what was said by it."""
    by, today = cast.partnerships_officer, clock.today()
    values = {
        "party": f"Grown {i}",
        "needs": "What was decided",
        "method": "Newsletter",
        "frequency_months": 1,
        "responsible": Post.objects.order_by("pk")[i % 3],
    }
    planned = plan_communication(partnership=trust(), values=values, by=by)
    said = {"day": today - timedelta(days=40), "what": f"Grown {i}"}
    record_communication(planned=planned, values=said, by=by)


def practice(cast: Cast, i: int) -> None:
    """Good practice of the trust that the others have decided about, and one of each of them."""
    by, today = cast.partnerships_officer, clock.today()
    values = {"title": f"Grown {i}", "theme": "risk", "done": "Asked", "is_shared": True}
    note_good_practice(partnership=trust(), values=values, by=by)
    first = GoodPractice.objects.get(pk=first_practice())
    partnership(cast, i)
    other = Partnership.objects.select_related("scope").order_by("-pk")[0]
    decided = {"state": "adopted", "day": today, "decided_by": "Board"}
    decide_on_good_practice(note=first, partnership=other, values=decided, by=by)


def sharing(cast: Cast, i: int) -> None:
    """One more training and one more obstacle of the trust."""
    by, today = cast.partnerships_officer, clock.today()
    told = {"kind": "training", "what": f"Grown {i}", "reached": "All partners"}
    record_activity(partnership=trust(), values=told, by=by)
    stands = {"kind": "other", "description": f"Grown {i}", "since": today}
    posts = Post.objects.order_by("pk")
    add_obstacle(partnership=trust(), values={**stands, "owner": posts[i % 3]}, by=by)


def first_practice() -> int:
    """Return the number of the practice that the others decide about."""
    return GoodPractice.objects.filter(partnership=trust()).order_by("pk")[0].pk


def case_study(cast: Cast, i: int) -> None:
    """A case study and good practice of West's plan, and an engagement that fed the plan."""
    by = cast.partnerships_officer
    plan = Plan.objects.select_related("partnership__scope").get(short_name="West")
    values = {
        "title": f"Grown {i}",
        "plan": plan,
        "action": plan.actions.order_by("pk")[i],
        "start": date(2006, 4, 1),
        "done": "Swept",
        "for_whom": "Residents",
        "changed": "Clean streets",
    }
    partners = list(Organisation.objects.order_by("pk")[i : i + 2])
    tell_case_study(partnership=plan.partnership, values=values, partners=partners, by=by)
    asked = {"when_in_words": "2006", "audience": "Residents", "method": "survey"}
    values = {**asked, "subject": f"Grown {i}", "plan": plan}
    log_engagement(partnership=plan.partnership, values=values, by=by)
    values = {"title": f"Grown {i}", "theme": "engagement", "done": "Asked", "plan": plan}
    note_good_practice(partnership=plan.partnership, values=values, by=by)


def wests_plan() -> int:
    """Return the number of the plan that the case studies tell of."""
    return int(Plan.objects.get(short_name="West").pk)


def engagement_file(cast: Cast, i: int) -> None:
    """One more file of the trust's first engagement, every other one exempt."""
    first = Engagement.objects.select_related("partnership__scope").get(pk=first_engagement())
    name = f"grown-{i}.csv"
    attach_files(
        engagement=first,
        uploads=[SimpleUploadedFile(name, b"a,b\n", content_type="text/csv")],
        exempt=bool(i % 2),
        paragraph="2" if i % 2 else "",
        by=cast.partnerships_officer,
    )


def first_engagement() -> int:
    """Return the number of the entry that the files are of."""
    return int(Engagement.objects.filter(partnership=trust()).order_by("pk")[0].pk)


GROWING: list[tuple[Callable[[Cast, int], Any], list[tuple[str, str]]]] = [
    (sharing, [("lead_officer", f"{TRUST}information-sharing/")]),
    (
        practice,
        [
            ("lead_officer", f"{TRUST}good-practice/"),
            ("auditor", "/good-practice/?words=Grown"),
            ("auditor", "/good-practice/{first_practice}/"),
        ],
    ),
    (
        case_study,
        [
            ("area_manager_west", "/partnerships/dp-west/case-studies/"),
            ("auditor", "/case-studies/?words=Grown"),
            ("auditor", "/case-studies/?words=Grown&export=csv"),
            ("auditor", "/plans/{wests_plan}/"),
        ],
    ),
    (
        communication,
        [
            ("lead_officer", f"{TRUST}communications/"),
            ("auditor", "/communications/?party=Grown"),
        ],
    ),
    (
        engagement,
        [
            ("lead_officer", f"{TRUST}engagement/?words=Grown"),
            ("lead_officer", f"{TRUST}engagement/?export=csv"),
            ("lead_officer", f"{TRUST}engagement/add/"),
            ("auditor", "/search/?words=grown"),
        ],
    ),
    (engagement_file, [("lead_officer", f"{TRUST}engagement/{{first_engagement}}/")]),
]
