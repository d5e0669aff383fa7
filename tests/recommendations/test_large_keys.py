"""Is a key that no record can have refused in a sentence, wherever a record is chosen?"""

import pytest

from recommendations.models import AgreedAction
from tests.people import signed_in

from .lines import iscb_plan

pytestmark = pytest.mark.django_db
KEYS = ["9999999999999999999", "-9999999999999999999", "9" * 400]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("name", ["posts", "teams", "bodies", "users"])
def test_a_form_refuses_it_beside_its_field(cast, name, key):
    response = iscb_plan().response_id
    before = AgreedAction.objects.count()
    given = {
        "text": "A plan",
        "timescale": "by December 2008",
        "reading": "as-understood",
        name: [key],
    }
    address = f"/responses/{response}/actions/add/"
    answer = signed_in(cast.lead_officer).post(address, given)
    assert answer.status_code == 200
    assert f"Responsible {name}: choose one of those offered" in answer.content.decode()
    assert AgreedAction.objects.count() == before


@pytest.mark.parametrize("key", [*KEYS, "9999999999999999999999"])
@pytest.mark.parametrize("name", ["review", "partnership"])
@pytest.mark.parametrize("page", ["/recommendations/", "/actions/"])
def test_a_list_says_so_beside_its_filter(cast, page, name, key):
    answer = signed_in(cast.auditor).get(page, {name: key})
    assert answer.status_code == 200
    assert f"{name.capitalize()}: choose one of those offered" in answer.content.decode()


def test_a_form_of_one_record_refuses_it(cast):
    given = {"scale": KEYS[0], "auditor": KEYS[0], "partnerships": [KEYS[0]]}
    answer = signed_in(cast.auditor).post("/reviews/begin/", given)
    assert answer.status_code == 200
    for label in ("Priority scale", "Auditor", "Partnerships reviewed"):
        assert f"{label}: choose one of those offered" in answer.content.decode()
