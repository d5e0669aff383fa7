"""Does every list and every page ask the database as often with 12 rows as with 3?"""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import include, path

from govreg.core import clock
from govreg.core.access import access
from partnerships.models import Meeting, Organisation, Partnership
from tests.people import Cast, signed_in
from tests.recommendations.lines import iscb_plan

from . import (
    growing,
    growing_alignment,
    growing_checklists,
    growing_meetings,
    growing_reporting,
    growing_risks,
)

pytestmark = pytest.mark.django_db
FEW, MANY = 3, 12
NINE = "/recommendations/leeds-2007/9/"
TRUST = "/partnerships/children-leeds/"
DRAFT = "/reviews/west-2008/"
ACTION = "/actions/{action}/"
BODY = f"{TRUST}bodies/{{body}}/"
AGENCY = "/organisations/{agency}/"

#: Rows that grow, and the pages that show them: who opens each, and at which address.
GROWING: list[tuple[Callable[[Cast, int], Any], list[tuple[str, str]]]] = [
    (
        growing.action,
        [
            ("auditor", "/actions/?words=Grown"),
            ("scrutiny_member", "/actions/?words=Grown"),
            ("owner", "/actions/?words=Grown"),
            ("owner", "/actions/mine/"),
            ("owner", NINE),
            ("auditor", NINE),
            ("lead_officer", NINE),
            ("partnerships_officer", "/reports/leeds-2007/action-plan/"),
            ("senior_officer", "/reports/leeds-2007/progress/"),
            ("auditor", "/history/recommendations.recommendation/{nine}/"),
            ("auditor", "/history/?words=Agreed"),
        ],
    ),
    (
        growing.update,
        [
            ("owner", ACTION),
            ("auditor", ACTION),
            ("lead_officer", ACTION),
            ("auditor", "/history/recommendations.recommendation/{nine}/"),
            ("auditor", "/history/?words=Recorded"),
        ],
    ),
    (growing.claim, [("owner", ACTION), ("auditor", ACTION)]),
    (
        growing.recommendation,
        [
            ("auditor", "/recommendations/?words=Grown"),
            ("auditor", DRAFT),
            ("auditor", f"{DRAFT}sections/{{section}}/"),
            ("auditor", "/reports/west-2008/review/"),
            ("auditor", "/search/?words=grown"),
        ],
    ),
    (
        growing.response,
        [
            ("auditor", NINE),
            ("senior_officer", NINE),
            ("lead_officer", NINE),
            ("senior_officer", "/"),
        ],
    ),
    (
        growing.section,
        [
            ("auditor", DRAFT),
            ("auditor", f"{DRAFT}sections/{{section}}/"),
            ("auditor", "/reports/west-2008/review/"),
        ],
    ),
    (growing.point, [("auditor", f"{DRAFT}points/finding/"), ("auditor", DRAFT)]),
    (growing.erratum, [("auditor", "/reports/leeds-2007/review/")]),
    (
        growing.organisation,
        [
            ("administrator", "/organisations/?words=Grown"),
            ("scrutiny_member", "/organisations/?words=Grown"),
            ("auditor", "/search/?words=grown"),
        ],
    ),
    (growing.alias, [("administrator", AGENCY)]),
    (
        growing.member,
        [
            ("partnerships_officer", TRUST),
            ("lead_officer", f"{TRUST}members/?words=Grown"),
            ("partnerships_officer", BODY),
        ],
    ),
    (
        growing.seat,
        [
            ("partnerships_officer", f"{TRUST}structure/"),
            ("partnerships_officer", f"{TRUST}as-at/?as-at={{today}}"),
            ("administrator", AGENCY),
            ("partnerships_officer", BODY),
        ],
    ),
    (
        growing.partnership,
        [
            ("partnerships_officer", "/partnerships/?words=Grown"),
            ("partnerships_officer", "/partnerships/overview/?name=Grown"),
            ("partnerships_officer", "/partnerships/overview/?point=exit"),
            ("partnerships_officer", TRUST),
            ("auditor", "/search/?words=grown"),
        ],
    ),
    (
        growing_checklists.checklist,
        [
            ("partnerships_officer", f"{TRUST}checklists/"),
            ("administrator", "/administration/question-sets/"),
        ],
    ),
    (
        growing_checklists.membership_review,
        [("lead_officer", f"{TRUST}members/")],
    ),
    (
        growing_meetings.meeting,
        [
            ("partnerships_officer", TRUST),
            ("partnerships_officer", f"{TRUST}meetings/"),
            ("partnerships_officer", f"{TRUST}meetings/?sort=body&export=csv"),
            ("lead_officer", BODY),
            ("lead_officer", "/"),
            ("auditor", "/attendance/"),
            ("auditor", "/attendance/?lines=organisation&low=yes"),
            ("auditor", "/meeting-bands/?shown=all"),
        ],
    ),
    (
        growing_meetings.line_of_meeting,
        [
            ("lead_officer", f"{TRUST}meetings/{{meeting}}/"),
            ("lead_officer", f"{TRUST}meetings/{{meeting}}/record/"),
            ("auditor", "/history/partnerships.meeting/{meeting}/"),
            ("auditor", "/search/?words=grown"),
        ],
    ),
    (growing_meetings.intervention, [("auditor", "/attendance/")]),
    (growing_meetings.arrangement, [("lead_officer", BODY)]),
    (growing_meetings.calendar_link, [("auditor", "/calendars/")]),
    *growing_risks.GROWING,
    *growing_alignment.GROWING,
    *growing_reporting.GROWING,
    (growing.post, [("administrator", "/posts/?title=Grown"), ("administrator", "/posts/{post}/")]),
    (growing.holder, [("administrator", "/posts/{post}/")]),
    (growing.team, [("administrator", "/teams/?name=Grown")]),
    (growing.team_member, [("administrator", "/teams/{team}/")]),
    (
        growing.user,
        [
            ("administrator", "/administration/people/?words=Grown"),
            ("administrator", "/history/?words=Added+a+user"),
        ],
    ),
    (growing.role, [("administrator", "/administration/people/{other_owner}/")]),
    (growing.scale, [("administrator", "/administration/priorities/")]),
    (growing.setting, [("administrator", "/administration/settings/")]),
    (growing.export, [("administrator", "/administration/access-log/?words=Grown")]),
    (growing.redaction, [("administrator", "/administration/redactions/")]),
    (growing.message, [("administrator", "/administration/mail/?words=Grown")]),
    (
        growing.work,
        [("administrator", "/administration/mail/long-work/?words=Grown"), ("auditor", "/")],
    ),
    (
        growing.report,
        [
            ("auditor", "/reports/leeds-2007/"),
            ("scrutiny_member", "/"),
            ("scrutiny_member", "/reviews/leeds-2007/"),
        ],
    ),
]
CASES = [
    pytest.param(grow, who, where, id=f"{grow.__name__}: {who} {where}")
    for grow, pages in GROWING
    for who, where in pages
]


def address(template: str, cast: Cast) -> str:
    action = iscb_plan()
    section = growing.draft().sections.get(number="1") if "{section}" in template else None
    return template.format(
        action=action.pk,
        today=clock.today().isoformat(),
        nine=action.response.recommendation_id,
        body=growing.first_body().pk,
        meeting=Meeting.objects.filter(body=growing.first_body()).latest("day").pk,
        section=section and section.pk,
        line=growing_reporting.first_line() if "{line}" in template else None,
        vision=growing_alignment.vision(),
        risk=growing_risks.first_risk() if "{risk}" in template else None,
        agency=Organisation.objects.get(name="Jobcentre Plus").pk,
        post=growing.Post.objects.get(title="Area Manager (West)").pk,
        team=growing.Team.objects.get(name="Area Managers").pk,
        other_owner=cast.other_owner.pk,
    )


def asked(client: Any, where: str) -> tuple[int, int]:
    """Return how many queries a page asks once it is warm, and how long it is."""
    length(client.get(where))
    with CaptureQueriesContext(connection) as captured:
        response = client.get(where)
        sent = length(response)
    assert response.status_code == 200, (where, response.status_code)
    return len(captured), sent


def length(response: Any) -> int:
    """Read an answer to its end, also one that is sent in pieces."""
    pieces = response.streaming_content if response.streaming else [response.content]
    return sum(len(piece) for piece in pieces)


def with_few_and_many(
    cast: Cast, grow: Callable[[Cast, int], Any], who: str, template: str
) -> tuple[int, int]:
    client = signed_in(getattr(cast, who))
    for number in range(FEW):
        grow(cast, number)
    where = address(template, cast)
    few, short = asked(client, where)
    for number in range(FEW, MANY):
        grow(cast, number)
    many, long = asked(client, where)
    assert long > short, "the page does not show what was added"
    return few, many


@pytest.mark.parametrize(("grow", "who", "where"), CASES)
def test_a_page_asks_the_same_with_few_rows_and_with_many(cast, grow, who, where):
    few, many = with_few_and_many(cast, grow, who, where)
    assert few == many


def test_enough_pages_are_inspected():
    assert len(CASES) > 45
    assert len({grow for grow, _pages in GROWING}) > 18


@access.public
def greedy(request: HttpRequest) -> HttpResponse:
    """Look every row's accountable body up by itself."""
    rows = Partnership.objects.filter(name__startswith="Grown")
    return HttpResponse("; ".join(f"{row}: {row.accountable_body}" for row in rows))


urlpatterns = [path("greedy/", greedy), path("", include("govreg.urls"))]


def test_a_page_that_asks_for_each_row_is_caught(cast, settings):
    settings.ROOT_URLCONF = __name__
    few, many = with_few_and_many(cast, growing.partnership, "auditor", "/greedy/")
    assert many - few == MANY - FEW
