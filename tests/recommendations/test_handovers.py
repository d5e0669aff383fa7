"""Does responsibility for many actions pass on at once, shown first, with a history for each?"""

from typing import Any

import pytest

from govreg.core.history.change import change
from partnerships.models import Post
from recommendations.models import ActionOwner, AgreedAction
from recommendations.queries.handovers import Party, plan_of
from recommendations.services.handovers import ChangedSinceShown, hand_over
from tests.partnerships.pages import filled_in, read
from tests.people import Cast, signed_in

pytestmark = pytest.mark.django_db
HAND = "/actions/hand-over/"


@pytest.fixture
def old(leeds: None) -> Post:
    """The post that most agreed actions of the Leeds reviews name."""
    return Post.objects.get(title="Chief Regeneration Officer")


@pytest.fixture
def new(leeds: None) -> Post:
    return Post.objects.get(title="Director of Leeds Initiative")


def owned(post: Post) -> set[int]:
    return set(ActionOwner.objects.filter(post=post).values_list("action", flat=True))


def sent(client: Any, query: str, old: Post, new: Post, **changes: str) -> Any:
    form = filled_in(read(client.get(f"{HAND}?{query}")))
    typed = {"old": f"post:{old.pk}", "new": f"post:{new.pk}", "reason": "The service moved."}
    return client.post(f"{HAND}?{query}", {**form, **typed, **changes})


def test_what_will_change_is_shown_and_then_every_action_changes(cast: Cast, old, new) -> None:
    client = signed_in(cast.partnerships_officer)
    before, already = owned(old), owned(new)
    assert len(before) >= 3
    shown = sent(client, "", old, new)
    page = read(shown)
    assert shown.status_code == 200
    assert f"Hand over {len(before)} actions" in page.get_text()
    assert owned(old) == before
    done = client.post(HAND, filled_in(page))
    assert done.status_code == 302
    assert owned(old) == set()
    assert owned(new) == before | already
    for key in before:
        action = AgreedAction.objects.get(pk=key)
        label = "recommendations.recommendation"
        history = client.get(f"/history/{label}/{action.response.recommendation_id}/")
        assert "Handed responsibility over" in read(history).get_text()


def test_the_filters_of_the_list_say_which_and_a_page_is_no_limit(cast: Cast, old, new) -> None:
    client = signed_in(cast.partnerships_officer)
    page = read(sent(client, "review=&words=exit", old, new)).get_text(" ", strip=True)
    everything = read(sent(client, "page=1", old, new)).get_text(" ", strip=True)
    assert f"Hand over {len(owned(old))} actions" in everything
    assert f"Hand over {len(owned(old))} actions" not in page


def test_what_is_over_stays_and_says_why(cast: Cast, old, new) -> None:
    with_both = AgreedAction.objects.get(pk=min(owned(old)))
    with change(verb="Set the scene", by=cast.partnerships_officer):
        ActionOwner(action=with_both, post=new).save()
    everything = AgreedAction.objects.all()
    plan = plan_of(
        everything, Party("post", old.pk), Party("post", new.pk), by=cast.partnerships_officer
    )
    assert [one.action for one in plan.refused] == [with_both]
    refusal = plan.refused[0].refusal
    assert refusal is not None
    assert refusal.sentence.startswith("Both are responsible already")


def test_a_plan_that_changed_since_it_was_shown_is_not_carried_out(cast: Cast, old, new) -> None:
    parties = {"old": Party("post", old.pk), "new": Party("post", new.pk)}
    everything = AgreedAction.objects.all()
    plan = plan_of(everything, *parties.values(), by=cast.partnerships_officer)
    with change(verb="Set the scene", by=cast.partnerships_officer):
        ActionOwner(action=plan.changed[0], post=new).save()
    before = owned(old)
    with pytest.raises(ChangedSinceShown):
        hand_over(
            actions=everything,
            **parties,
            seen=plan.digest,
            by=cast.partnerships_officer,
            reason="It moved.",
        )
    assert owned(old) == before


def test_a_lead_officer_hands_over_the_actions_of_their_partnership_alone(
    cast: Cast, old, new
) -> None:
    parties = Party("post", old.pk), Party("post", new.pk)
    plan = plan_of(AgreedAction.objects.all(), *parties, by=cast.lead_officer)
    assert plan.changed == []
    assert {one.refusal.code for one in plan.refused if one.refusal} == {"may-not-answer"}
    assert len(plan.refused) == len(owned(old))
    assert signed_in(cast.owner).get(HAND).status_code == 403
