"""Does the home page say of what a person owes the same as the actions themselves do?"""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from govreg.core.access import Permission
from govreg.core.access.models import RoleHolding
from govreg.core.access.roles import AUDITOR
from govreg.core.accounts.models import User
from govreg.core.history.change import change
from partnerships.models import Partnership
from recommendations.models import ActionOwner, AgreedAction
from recommendations.models.actions import FOLLOWED_UP
from recommendations.queries.owed import SHOWN, owed_by
from recommendations.queries.ownership import owned_actions
from recommendations.queries.ratings import due_soon_days
from recommendations.queries.worklist import standing_of, to_verify
from tests.partnerships.pages import filled_in, page
from tests.people import Cast, signed_in

pytestmark = pytest.mark.django_db

DAYS = (date(2007, 11, 30), date(2008, 3, 31), date(2026, 11, 26))


def still_open(user: Any, on: date) -> list[AgreedAction]:
    found = owned_actions(user, on=on).filter(state=AgreedAction.State.AGREED, **FOLLOWED_UP)
    return sorted(found, key=lambda one: (one.due_date is None, one.due_date or on, one.pk))


def own(user: Any, actions: list[AgreedAction]) -> None:
    with change(verb="Named an owner", by=None):
        for action in actions:
            ActionOwner(action=action, user=user).save()


def test_the_first_are_those_due_first_and_all_are_counted(cast: Cast) -> None:
    own(cast.auditor, list(AgreedAction.objects.all()))
    compared = most = 0
    for on in DAYS:
        soon = due_soon_days(on=on)
        for person in User.objects.all():
            owed, plain = owed_by(person, on=on), still_open(person, on)
            assert owed.count == len(plain)
            assert owed.late == sum(bool(one.due_date and one.due_date < on) for one in plain)
            assert [
                (
                    one.pk,
                    one.title,
                    one.recommendation,
                    one.review,
                    one.get_absolute_url(),
                    one.due_date,
                    one.was_returned,
                    one.standing,
                )
                for one in owed.first
            ] == [
                (
                    one.pk,
                    one.title,
                    one.response.recommendation.number,
                    one.response.recommendation.review.title,
                    one.get_absolute_url(),
                    one.due_date,
                    one.claims.filter(outcome="returned").exists(),
                    standing_of(one, on=on, due_soon=soon),
                )
                for one in plain[:SHOWN]
            ]
            compared, most = compared + len(owed.first), max(most, owed.count)
    assert compared > 30
    assert most > SHOWN


def test_one_action_is_not_said_to_be_one_of_them(cast: Cast) -> None:
    late = next(one for one in still_open(cast.owner, DAYS[-1]) if one.due_date)
    assert signed_in(cast.auditor).get("/").status_code == 200
    own(cast.auditor, [late])
    shown = signed_in(cast.auditor).get("/").content.decode()
    assert "1 open action, past its due date." in shown


def test_a_draft_leads_back_to_itself_and_is_nobody_elses(cast: Cast) -> None:
    action = still_open(cast.owner, DAYS[-1])[0]
    path = reverse("recommendations:update", args=[action.pk])
    owner = signed_in(cast.owner)
    form = filled_in(page(owner, "recommendations:update", action.pk))
    sent = {**form, "rating": "on-track", "narrative": "Begun.", "action": "draft"}
    assert owner.post(path, sent).status_code == 302
    (link,) = page(owner, "home").find_all("a", href=path)
    assert link.text == action.title
    assert not page(signed_in(cast.other_owner), "home").find_all("a", href=path)


def test_a_claim_waits_at_home_for_those_who_see_its_review_alone(cast: Cast) -> None:
    """An auditor of one partnership verifies what its reviews led to, and no other's."""
    action = still_open(cast.owner, DAYS[-1])[0]
    with change(verb="Claimed an action", by=None):
        action.state, action.state_since = AgreedAction.State.CLAIMED, DAYS[-1]
        action.save()
    assert list(to_verify(cast.auditor)) == [action]
    verifier = User(email="scoped@leeds.example", name="Scoped")
    ces = Partnership.objects.select_related("scope").get(reference="ces")
    with change(verb="Added an auditor", by=None):
        verifier.save()
        RoleHolding(user=verifier, role=AUDITOR.code, scope=ces.scope).save()
    assert verifier.may_somewhere(Permission.VERIFY)
    assert not list(to_verify(verifier))
