"""Can an auditor write a review, in order, without losing anything?"""

import pytest

from govreg.core import clock
from recommendations.models import Recommendation
from recommendations.services.responses import approve_response, write_response
from reviews.models import PriorityScale, Review, Section
from reviews.rules.markers import passages
from tests.journeys.draft import make
from tests.partnerships.pages import read
from tests.people import signed_in

pytestmark = pytest.mark.django_db
ADDRESS = "/reviews/west-2008/"


@pytest.fixture
def review(cast) -> Review:
    make()
    return Review.objects.get(reference="west-2008")


def section(review: Review, number: str) -> Section:
    return review.sections.get(number=number)


def test_a_review_begins_with_a_copy_of_its_scale(cast, client):
    scale = PriorityScale.objects.get()
    auditor = signed_in(cast.auditor)
    trust = Review.objects.get(reference="leeds-2007")
    given = {
        "reference": "trust-2009",
        "scale": str(scale.pk),
        "title": "The trust again",
        "running_title": "The trust again",
        "kind": "external",
        "auditor": str(trust.auditor_id),
        "client": str(trust.client_id),
        "partnerships": [str(trust.structure_of_id)],
    }
    assert auditor.post("/reviews/begin/", given).status_code == 302
    made = Review.objects.get(reference="trust-2009")
    assert [p.mark for p in made.priorities.all()] == ["***", "**", "*"]
    again = auditor.post("/reviews/begin/", given).content.decode()
    assert "is taken" in again
    assert "The trust again" in again


def test_sections_are_numbered_by_their_places(cast, review):
    auditor = signed_in(cast.auditor)
    first = section(review, "1")
    auditor.post(f"{ADDRESS}sections/add/", {"title": "Detail", "parent": first.pk} | SHOWS)
    assert section(review, "1.1").title == "Detail"
    auditor.post(f"{ADDRESS}sections/{first.pk}/move/", {"direction": "down"})
    assert section(review, "2").pk == first.pk
    assert section(review, "2.1").title == "Detail"
    assert section(review, "1").title == "What comes next"


SHOWS = {"shows": "narrative"}


def test_a_section_with_parts_or_a_recommendation_is_not_removed(cast, review):
    auditor = signed_in(cast.auditor)
    with_recommendation, last = section(review, "1"), section(review, "2")
    address = f"{ADDRESS}sections/{with_recommendation.pk}/remove/"
    assert "Move the recommendation first" in auditor.post(address, {"once": ""}).content.decode()
    auditor.post(f"{ADDRESS}sections/add/", {"title": "Part", "parent": last.pk} | SHOWS)
    address = f"{ADDRESS}sections/{last.pk}/remove/"
    assert "own parts first" in auditor.post(address, {"once": ""}).content.decode()
    assert review.sections.count() == 3


def test_a_preview_shows_the_text_safely_and_saves_nothing(cast, review):
    thing = section(review, "1")
    body = "**Bold** <script>alert(1)</script> [x](javascript:alert(1))\n\n[recommendation 1]"
    given = {"title": thing.title, "body": body, "version": thing.version, "action": "preview"}
    address = f"{ADDRESS}sections/{thing.pk}/write/"
    content = signed_in(cast.auditor).post(address, given | SHOWS).content.decode()
    assert "<strong>Bold</strong>" in content
    assert "<script>alert(1)</script>" not in content
    assert 'href="javascript:' not in content
    assert "Here the box of recommendation 1 is printed" in content
    thing.refresh_from_db()
    assert thing.body == ""


def test_two_writers_of_one_section_meet(cast, review):
    auditor, thing = signed_in(cast.auditor), section(review, "1")
    address = f"{ADDRESS}sections/{thing.pk}/write/"
    given = {"title": thing.title, "version": thing.version} | SHOWS
    assert auditor.post(address, {**given, "body": "One"}).status_code == 302
    late = auditor.post(address, {**given, "body": "Two"})
    assert late.status_code == 409
    assert "One" in late.content.decode()
    assert "Two" in late.content.decode()
    thing.refresh_from_db()
    assert thing.body == "One"


def test_points_are_kept_in_order(cast, review):
    auditor = signed_in(cast.auditor)
    for text in ("First", "Second", "Third"):
        auditor.post(f"{ADDRESS}points/finding/", {"text": text, "section_references": "1"})
    third = review.points.get(text="Third")
    auditor.post(f"{ADDRESS}points/{third.pk}/move/", {"direction": "up"})
    first = review.points.get(text="First")
    auditor.post(f"{ADDRESS}points/{first.pk}/remove/", {"once": ""})
    found = review.points.filter(kind="finding").values_list("position", "text")
    assert list(found) == [(1, "Third"), (2, "Second")]


def test_an_issue_needs_discussion_first(cast, review):
    auditor = signed_in(cast.auditor)
    refused = auditor.get(f"{ADDRESS}issue/")
    assert refused.status_code == 403
    assert "Discuss the draft with officers first" in refused.content.decode()
    auditor.post(f"{ADDRESS}discuss/", {"once": ""})
    auditor.post(f"{ADDRESS}issue/", {"once": ""})
    review.refresh_from_db()
    assert (review.status, review.edition) == ("issued", 1)


def test_before_the_issue_what_is_not_answered_or_approved_is_told_with_links(cast, review):
    auditor = signed_in(cast.auditor)
    first = Recommendation.objects.get(review=review)
    auditor.post(f"{ADDRESS}discuss/", {"once": ""})
    page = read(auditor.get(f"{ADDRESS}issue/"))
    assert "1 recommendation has no response: recommendation 1." in page.text
    assert "not approved" not in page.text
    assert page.find("main").find("a", href=first.get_absolute_url(), string="recommendation 1")
    response = write_response(
        recommendation=first,
        values={"text": "We will.", "decision": "accepted", "in_respect_of": ""},
        subjects=[],
        by=cast.partnerships_officer,
    )
    page = read(auditor.get(f"{ADDRESS}issue/"))
    assert "1 response is not approved: recommendation 1." in page.text
    assert "no response" not in page.text
    assert page.find("main").find("a", href=first.get_absolute_url(), string="recommendation 1")
    approve_response(
        response=response, version=response.version, on=clock.today(), by=cast.senior_officer
    )
    assert "Not settled yet" not in auditor.get(f"{ADDRESS}issue/").content.decode()


def test_a_mark_that_stands_for_nothing_is_mended_before_the_issue(cast, review):
    auditor, thing = signed_in(cast.auditor), section(review, "1")
    body = "[recommendation 7]\n\n[recommendation 1]\n\n[recommendation 1]"
    given = {"title": thing.title, "body": body, "version": thing.version} | SHOWS
    auditor.post(f"{ADDRESS}sections/{thing.pk}/write/", given)
    auditor.post(f"{ADDRESS}discuss/", {"once": ""})
    refused = auditor.get(f"{ADDRESS}issue/").content.decode()
    assert "[recommendation 7] in section 1" in refused
    assert "[recommendation 1] in section 1" in refused


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", [("", "")]),
        ("Text", [("Text", "")]),
        ("Before\n\n[recommendation 3]\n\nAfter", [("Before", "3"), ("After", "")]),
        ("[Recommendation 1]\n[recommendation 2]", [("", "1"), ("", "2")]),
        ("see [recommendation 3] inside", [("see [recommendation 3] inside", "")]),
    ],
)
def test_a_text_is_divided_where_its_recommendations_arise(body, expected):
    assert [(p.text, p.number) for p in passages(body)] == expected
