"""Does every list and every page ask the database as often with 12 rows as with 3?"""

from collections.abc import Callable, Iterable
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
    growing_documents,
    growing_extensions,
    growing_follow_up,
    growing_indicators,
    growing_joint_working,
    growing_money,
    growing_plans,
    growing_reporting,
    growing_reviews,
    growing_risks,
    growing_scrutiny,
    growing_spreadsheets,
    growing_themes,
    growing_windows,
)
from .growing_pages import GROWING

pytestmark = pytest.mark.django_db
FEW, MANY = 3, 12
PAGES: dict[Callable[[Cast, int], Any], set[tuple[str, str]]] = {}
for grows, lists_it in GROWING:
    PAGES.setdefault(grows, set()).update(lists_it)
CASES = [pytest.param(grow, sorted(pages), id=grow.__name__) for grow, pages in PAGES.items()]


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
        pool=growing_money.the_pool(cast).pk if "{pool}" in template else None,
        line=growing_reporting.first_line() if "{line}" in template else None,
        vision=growing_alignment.vision(),
        first_practice=growing_joint_working.first_practice()
        if "{first_practice}" in template
        else None,
        first_engagement=growing_joint_working.first_engagement()
        if "{first_engagement}" in template
        else None,
        scrutiny=growing_scrutiny.the_report() if "{scrutiny}" in template else None,
        wests_plan=growing_joint_working.wests_plan() if "{wests_plan}" in template else None,
        risk=growing_risks.first_risk() if "{risk}" in template else None,
        window=growing_windows.the_window(cast).pk if "{window}" in template else None,
        upload=growing_spreadsheets.first_upload(),
        round=growing_reviews.the_round(cast).pk if "{round}" in template else None,
        review=growing_reviews.the_review(cast).pk if "{review}" in template else None,
        agency=Organisation.objects.get(name="Jobcentre Plus").pk,
        post=growing.Post.objects.get(title="Area Manager (West)").pk,
        team=growing.Team.objects.get(name="Area Managers").pk,
        other_owner=cast.other_owner.pk,
        extended=growing_extensions.extended() if "{extended}" in template else None,
        grown_report=growing_follow_up.grown_report() if "{grown_report}" in template else None,
        grown_theme=growing_themes.grown_theme() if "{grown_theme}" in template else None,
        document=growing_documents.protocol().pk,
        **growing_plans.keys(),
        **growing_indicators.keys(),
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
    cast: Cast, grow: Callable[[Cast, int], Any], pages: Iterable[tuple[str, str]]
) -> dict[str, tuple[int, int]]:
    """Return how many queries each page asks with few rows and with many, which are grown once."""
    for number in range(FEW):
        grow(cast, number)
    opened = [(who, signed_in(getattr(cast, who)), address(where, cast)) for who, where in pages]
    few = [asked(client, where) for _who, client, where in opened]
    for number in range(FEW, MANY):
        grow(cast, number)
    found = {}
    for (who, client, where), (before, short) in zip(opened, few, strict=True):
        after, long = asked(client, where)
        assert long > short, f"{where} does not show {who} what was added"
        found[f"{who} {where}"] = (before, after)
    return found


@pytest.mark.parametrize(("grow", "pages"), CASES)
def test_pages_ask_the_same_with_few_rows_and_with_many(cast, grow, pages):
    found = with_few_and_many(cast, grow, pages)
    assert len(found) == len(pages) > 0
    assert {page: counts for page, counts in found.items() if counts[0] != counts[1]} == {}


def test_enough_pages_are_inspected():
    assert sum(len(pages) for pages in PAGES.values()) > 45
    assert len(PAGES) > 18


@access.public
def greedy(request: HttpRequest) -> HttpResponse:
    """Look every row's accountable body up by itself."""
    rows = Partnership.objects.filter(name__startswith="Grown")
    return HttpResponse("; ".join(f"{row}: {row.accountable_body}" for row in rows))


urlpatterns = [path("greedy/", greedy), path("", include("govreg.urls"))]


def test_a_page_that_asks_for_each_row_is_caught(cast, settings):
    settings.ROOT_URLCONF = __name__
    pages = [("auditor", "/greedy/"), ("auditor", "/partnerships/")]
    found = with_few_and_many(cast, growing.partnership, pages)
    few, many = found["auditor /greedy/"]
    assert many - few == MANY - FEW
    few, many = found["auditor /partnerships/"]
    assert few == many
