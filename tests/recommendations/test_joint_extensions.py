"""Is one extension asked for several actions, shown first, each with a request of its own?"""

from typing import Any

import pytest

from govreg.core import clock
from recommendations.models import AgreedAction, ExtensionRequest
from recommendations.queries.joint_extensions import plan_of
from recommendations.services.handovers import ChangedSinceShown
from recommendations.services.joint_extensions import ask_for_extensions
from tests.partnerships.pages import filled_in, read
from tests.people import Cast, signed_in

from .asking import REASON, asked, the_march_line

pytestmark = pytest.mark.django_db
EXTEND = "/actions/extend/"


def sent(client: Any, query: str = "", **changes: str) -> Any:
    form = filled_in(read(client.get(f"{EXTEND}?{query}")))
    typed = {"timescale": "June 2030", "reason": REASON}
    return client.post(f"{EXTEND}?{query}", {**form, **typed, **changes})


def may_be_extended() -> Any:
    actions: Any = AgreedAction.objects
    return actions.live().filter(state="agreed", due_date__isnull=False)


def test_what_will_be_asked_is_shown_and_then_each_action_has_its_request(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    count = may_be_extended().count()
    assert count > 10
    page = read(sent(client, "page=1"))
    assert f"Ask for {count} extensions" in page.get_text()
    assert "The action has no due date that could be extended." in page.get_text()
    assert not ExtensionRequest.objects.exists()
    assert client.post(EXTEND, filled_in(page)).status_code == 302
    assert ExtensionRequest.objects.count() == count
    action = the_march_line()
    request = action.extensions.get()
    assert (request.new_due.isoformat(), request.reason) == ("2030-06-30", REASON)
    assert action.due_date.isoformat() == "2008-03-31"
    where = f"/history/recommendations.recommendation/{action.response.recommendation_id}/"
    assert "Asked for extensions together" in read(client.get(where)).get_text()


def test_the_filters_of_the_list_say_which(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    listed = read(client.get("/actions/?words=exit"))
    link = listed.find("a", string="Ask for one extension for what is listed")["href"]
    assert link == f"{EXTEND}?words=exit"
    page = read(sent(client, "words=exit"))
    client.post(link, filled_in(page))
    found = ExtensionRequest.objects.count()
    assert 0 < found < may_be_extended().count()


def test_what_may_not_be_extended_says_why(cast: Cast) -> None:
    asked(cast, the_march_line())
    client = signed_in(cast.partnerships_officer)
    page = read(sent(client)).get_text()
    assert "An extension is asked for already." in page
    assert "The new date must be later" in read(sent(client, timescale="May 2006")).get_text()
    assert "understands no due date" in read(sent(client, timescale="soon")).get_text()


def test_the_owner_asks_for_their_own_alone(cast: Cast) -> None:
    plan = plan_of(AgreedAction.objects.all(), "June 2030", by=cast.owner, on=clock.today())
    assert plan.changed
    stranger = {line.refusal.code for line in plan.refused if line.refusal}
    assert "not-an-owner" in stranger
    client = signed_in(cast.owner)
    page = read(sent(client, "mine=1"))
    client.post(f"{EXTEND}?mine=1", filled_in(page))
    assert set(ExtensionRequest.objects.values_list("by", flat=True)) == {cast.owner.pk}
    assert ExtensionRequest.objects.count() == len(plan.changed)


def test_a_plan_that_changed_since_it_was_shown_is_not_carried_out(cast: Cast) -> None:
    given: dict[str, Any] = {"by": cast.partnerships_officer, "on": clock.today()}
    everything = AgreedAction.objects.all()
    plan = plan_of(everything, "June 2030", **given)
    asked(cast, the_march_line())
    with pytest.raises(ChangedSinceShown):
        ask_for_extensions(
            actions=everything, printed="June 2030", reason=REASON, seen=plan.digest, **given
        )
    assert ExtensionRequest.objects.count() == 1
