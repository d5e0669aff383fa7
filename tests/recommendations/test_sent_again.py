"""Does a form that is sent twice save once, and say so on a page that can be read?"""

import uuid

import pytest

from govreg.core.access.repeated import page_above
from govreg.core.history.models import ChangeSet
from recommendations.models import AgreedAction, CompletionClaim, Verification
from tests import uploads
from tests.people import signed_in

from .lines import iscb_plan

pytestmark = pytest.mark.django_db
SAID = "This was already saved, so it was not saved a second time."


@pytest.fixture
def action(cast) -> AgreedAction:
    """An action of which progress is on record, so that it can be claimed."""
    found = iscb_plan()
    given = {"rating": "on-track", "narrative": "The plan was put to the ISCB.", "reason": ""}
    assert signed_in(cast.owner).post(f"/actions/{found.pk}/update/", given).status_code == 302
    return found


def claim(client, action, once: str):
    given = {"statement": "The plan is adopted.", "files": uploads.pdf(), "once": once}
    return client.post(f"/actions/{action.pk}/claim/", given, follow=True)


def test_a_claim_that_is_sent_twice_ends_at_its_action(cast, action):
    owner, once = signed_in(cast.owner), str(uuid.uuid4())
    assert claim(owner, action, once).status_code == 200
    again = claim(owner, action, once)
    assert (again.status_code, again.request["PATH_INFO"]) == (200, f"/actions/{action.pk}/")
    assert SAID in again.content.decode()
    assert CompletionClaim.objects.filter(action=action).count() == 1


def test_a_verification_that_is_sent_twice_ends_at_its_action(cast, action):
    claim(signed_in(cast.owner), action, str(uuid.uuid4()))
    action.refresh_from_db()
    given = {
        "result": "implemented",
        "note": "Read the minutes.",
        "version": action.version,
        "once": str(uuid.uuid4()),
    }
    auditor = signed_in(cast.auditor)
    for _sent in range(2):
        response = auditor.post(f"/actions/{action.pk}/verify/", given, follow=True)
        assert response.status_code == 200
    assert SAID in response.content.decode()
    assert Verification.objects.count() == 1


def test_the_mark_of_somebody_elses_form_opens_nothing(cast, action):
    once = str(uuid.uuid4())
    claim(signed_in(cast.owner), action, once)
    answer = claim(signed_in(cast.auditor), action, once)
    assert answer.status_code == 403
    assert SAID not in answer.content.decode()
    assert ChangeSet.objects.filter(token=once).count() == 1


@pytest.mark.parametrize(
    ("sent_to", "above"),
    [
        ("/actions/7/claim/", "/actions/7/"),
        ("/recommendations/leeds-2007/9/end/", "/recommendations/leeds-2007/9/"),
        ("/reviews/leeds-2007/contacts/1/", "/reviews/leeds-2007/"),
        ("/reviews/leeds-2007/sections/3/remove/", "/reviews/leeds-2007/"),
        ("/responses/7/approve/", "/"),
    ],
)
def test_the_page_above_is_the_nearest_that_there_is(sent_to, above):
    assert page_above(sent_to) == above
