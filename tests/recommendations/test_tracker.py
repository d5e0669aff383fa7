"""Does the list of recommendations tell each reader what the pages tell, and nothing before?"""

import csv
from datetime import date
from io import StringIO

import pytest

from govreg.core import clock
from partnerships.models import Team
from recommendations.models import Recommendation
from recommendations.services.actions import agree_action, understood
from recommendations.services.responses import approve_response, write_response
from recommendations.services.review_issue import issue_review
from reviews.models import Review
from reviews.services.reviews import discuss_review
from tests.journeys.draft import make
from tests.partnerships.pages import read
from tests.people import signed_in

pytestmark = pytest.mark.django_db
ADDRESS = "/recommendations/"


@pytest.fixture
def answered(cast):
    """An action of a response that nobody approved, in a review that was only discussed."""
    make()
    review = Review.objects.get(reference="west-2008")
    review = discuss_review(review=review, on=date(2008, 1, 1), by=cast.auditor)
    response = write_response(
        recommendation=Recommendation.objects.get(review=review),
        values={"text": "We will publish them.", "decision": "accepted", "in_respect_of": ""},
        subjects=[],
        by=cast.partnerships_officer,
    )
    return agree_action(
        response=response,
        text="Publish them",
        timescale=understood("December 2030"),
        owners=[Team.objects.order_by("pk")[0]],
        by=cast.partnerships_officer,
    )


def issue(cast):
    review = Review.objects.get(reference="west-2008")
    issue_review(review=review, on=clock.today(), by=cast.auditor)


def listed(user, **query):
    """Return what the list's file says of the recommendation, or nothing where it is not there."""
    asked = {"words": "terms of reference", "export": "csv", **query}
    answer = signed_in(user).get(ADDRESS, asked)
    sent = b"".join(answer) if answer.streaming else answer.content
    rows = csv.DictReader(StringIO(sent.decode("utf-8-sig")))
    return next((row for row in rows if row["Review"] == "West Leeds follow-up"), None)


def state_on_page(user):
    page = signed_in(user).get(f"{ADDRESS}west-2008/1/").content
    return read(type("Answer", (), {"content": page})).find(class_="govuk-tag").text.strip()


def test_what_waits_for_approval_is_counted_for_those_alone_who_may_read_it(cast, answered):
    issue(cast)
    outside, inside = cast.scrutiny_member, cast.partnerships_officer
    assert signed_in(outside).get(answered.get_absolute_url()).status_code == 404
    told = listed(outside)
    assert (told["State"], told["Actions"], told["Next due"]) == ("Awaiting response", "0", "")
    assert state_on_page(outside) == "Awaiting response"
    assert listed(outside, state="awaiting-response", sort="next-due")
    assert listed(outside, state="in-progress") is None
    told = listed(inside)
    assert (told["State"], told["Actions"]) == ("In progress", "1")
    assert told["Next due"] == "2030-12-31"
    assert state_on_page(inside) == "In progress"
    assert listed(inside, state="in-progress", sort="-actions")

    response = answered.response
    response.refresh_from_db()
    approve_response(
        response=response, version=response.version, on=clock.today(), by=cast.senior_officer
    )
    assert listed(outside) == listed(inside)
    assert state_on_page(outside) == "In progress"


def test_before_issue_nothing_is_counted_and_the_row_says_so(cast, answered):
    officer = cast.partnerships_officer
    told = listed(officer, sort="-next-due")
    assert told["State"] == "Not issued yet"
    assert (told["Actions"], told["Overdue"], told["Next due"]) == ("", "", "")
    assert listed(officer, state="not-issued")
    assert listed(officer, state="in-progress") is None
    assert state_on_page(officer) == "Not issued yet"
    page = read(signed_in(officer).get(ADDRESS, {"words": "terms of reference"}))
    row = next(row for row in page.find_all("tr") if "West Leeds follow-up" in row.text)
    assert row.text.count("Not issued yet") == 4
    assert "No date" not in row.text
    issue(cast)
    assert listed(officer, state="not-issued") is None
