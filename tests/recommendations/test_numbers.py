"""Can every recommendation of a review be told apart and found at its own address?"""

import pytest

from recommendations.models import Recommendation
from reviews.models import Review
from tests.journeys.draft import make
from tests.people import signed_in

pytestmark = pytest.mark.django_db
ADDRESS = "/recommendations/west-2008/"


@pytest.fixture
def review(cast) -> Review:
    make()
    return Review.objects.get(reference="west-2008")


def add(cast, review: Review, number: str):
    given = {
        "number": number,
        "wording": "The partnership should do more.",
        "priority": review.priorities.first().pk,
        "section": review.sections.first().pk,
        "addressee": "The partnership",
        "subjects": f"p-{review.concerns.get().partnership_id}",
    }
    return signed_in(cast.auditor).post(f"{ADDRESS}add/", given)


def test_numbers_that_differ_by_case_alone_are_one_number(cast, review):
    assert add(cast, review, "1a").status_code == 302
    refused = add(cast, review, "1A")
    assert "There is already a recommendation 1a." in refused.content.decode()
    assert Recommendation.objects.filter(review=review).count() == 2


@pytest.mark.parametrize("number", ["add", "Add", ".", ".."])
def test_a_number_that_an_address_needs_is_refused(cast, review, number):
    refused = add(cast, review, number).content.decode()
    assert "cannot be a number: the register’s addresses use it." in refused
    assert Recommendation.objects.filter(review=review).count() == 1
