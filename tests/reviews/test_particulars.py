"""Are a review's reference, its partnerships and its complaints route kept from mistakes?"""

from datetime import date

import pytest

from govreg.core.access.models import RoleHolding
from govreg.core.history.change import change
from govreg.core.refusals import Refused
from partnerships.models import Partnership
from partnerships.services.partnerships import add_partnership
from reviews.models import PriorityScale, Review
from reviews.services.reviews import begin_review
from tests.journeys.draft import make
from tests.people import signed_in

pytestmark = pytest.mark.django_db
ADDRESS = "/reviews/west-2008/"
CONTACT = f"{ADDRESS}contacts/1/"


@pytest.fixture
def review(cast) -> Review:
    make()
    return Review.objects.get(reference="west-2008")


@pytest.fixture
def west_auditor(cast):
    """Somebody who writes reviews for the west only."""
    west = Partnership.objects.get(reference="dp-west")
    with change(verb="Granted a role", by=cast.administrator):
        RoleHolding(
            user=cast.area_manager_west, role="auditor", scope=west.scope, start=date(2007, 1, 1)
        ).save()
    return cast.area_manager_west


@pytest.mark.parametrize("reference", ["begin", "Begin"])
def test_a_review_cannot_have_the_address_of_the_page_that_begins_one(cast, reference):
    with pytest.raises(Refused, match="the address of another page"):
        begin_review(
            reference=reference,
            values={},
            partnerships=[],
            scale=PriorityScale.objects.get(),
            by=cast.auditor,
        )


def test_a_partnership_cannot_have_the_address_of_the_page_that_adds_one(cast):
    values = {"name": "Add", "kind": "other", "status": "active"}
    with pytest.raises(Refused, match="the address of another page"):
        add_partnership(reference="add", values=values, by=cast.partnerships_officer)


def particulars(review: Review, partnership: Partnership) -> dict[str, object]:
    return {
        "reference": "another-2008",
        "scale": PriorityScale.objects.get().pk,
        "title": "Another review",
        "running_title": "Another review",
        "kind": "external",
        "auditor": review.auditor_id,
        "client": review.client_id,
        "partnerships": [partnership.pk],
        "version": review.version,
    }


def test_an_auditor_names_only_partnerships_of_their_own_scopes(review, west_auditor):
    client = signed_in(west_auditor)
    trust = Partnership.objects.get(reference="children-leeds")
    assert trust.name not in client.get("/reviews/begin/").content.decode()
    assert trust.name not in client.get(f"{ADDRESS}change/").content.decode()
    given = particulars(review, trust)
    for address in ("/reviews/begin/", f"{ADDRESS}change/"):
        refused = client.post(address, given)
        assert "choose one of those offered" in refused.content.decode()
    structure = given | {"partnerships": [], "structure_of": trust.pk}
    refused = client.post(f"{ADDRESS}change/", structure).content.decode()
    assert "Partnership whose structure is Appendix 2: choose one" in refused
    west = Partnership.objects.get(reference="dp-west")
    assert client.post("/reviews/begin/", given | {"partnerships": [west.pk]}).status_code == 302


def test_a_partnership_that_the_review_names_already_stays(cast, review, west_auditor):
    west, trust = (Partnership.objects.get(reference=r) for r in ("dp-west", "children-leeds"))
    given = particulars(review, west) | {"partnerships": [west.pk, trust.pk]}
    assert signed_in(cast.auditor).post(f"{ADDRESS}change/", given).status_code == 302
    review.refresh_from_db()
    given |= {"version": review.version, "title": "Both of them"}
    assert signed_in(west_auditor).post(f"{ADDRESS}change/", given).status_code == 302
    assert review.concerns.count() == 2


def test_two_writers_of_one_empty_step_meet(cast, review):
    auditor = signed_in(cast.auditor)
    assert auditor.post(CONTACT, {"post_title": "Team leader", "version": 0}).status_code == 302
    late = auditor.post(CONTACT, {"post_title": "Manager", "version": 0})
    assert late.status_code == 409
    assert "Team leader" in late.content.decode()
    assert "Manager" in late.content.decode()
    assert review.contacts.get().post_title == "Team leader"


def test_two_writers_of_one_written_step_meet(cast, review):
    auditor = signed_in(cast.auditor)
    auditor.post(CONTACT, {"post_title": "Team leader", "version": 0})
    assert auditor.post(CONTACT, {"post_title": "Manager", "version": 1}).status_code == 302
    assert auditor.post(CONTACT, {"post_title": "Director", "version": 1}).status_code == 409
    assert review.contacts.get().post_title == "Manager"
