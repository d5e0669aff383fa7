"""Does a partnership tell who holds which role, what is delegated, and who briefs whom?"""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.refusals import Refused
from partnerships.models import GovernanceDocument, PartnershipRole, Post, StandingBriefing
from partnerships.services.liaison import add_briefing, hold_briefing
from partnerships.services.roles import add_role, change_role
from tests.people import Cast, signed_in

from .board import WEST, west
from .pages import day, page, problems, read, send

TRUST = "children-leeds"


def posts() -> Any:
    return Post.objects.order_by("pk")


def briefing(cast: Cast, **values: Any) -> StandingBriefing:
    given = {"briefed_by": posts()[0], "briefed": posts()[1], "frequency": "weekly", **values}
    return add_briefing(partnership=west(), values=given, by=cast.partnerships_officer)


def test_the_review_names_roles_delegations_and_the_weekly_briefing(cast: Cast) -> None:
    shown = page(signed_in(cast.auditor), "partnerships:roles", TRUST).find("main").text
    for words in (
        "Children Act 2004, section 18",
        "Executive responsibility for the service, held concurrently",
        "Amendment of the Council's Constitution",
        "No limits stated",
        "Every week",
        "Never held",
    ):
        assert words in shown


def test_a_role_is_added_changed_and_ended_and_read_in_the_history(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    assert "No role is recorded" in page(client, "partnerships:roles", WEST).text
    typed = {"title": "Convener", "holder": str(posts()[0].pk)}
    assert send(client, "partnerships:add-role", WEST, changes=typed).status_code == 302
    role = PartnershipRole.objects.get(partnership=west())
    assert "Nowhere" in page(client, "partnerships:roles", WEST).text
    assert "1 role is explained nowhere" in page(client, "partnerships:accountability", WEST).text
    typed = {
        "delegated": "Grants",
        "limits": "Up to £5,000 each",
        "explained_in": "The members’ handbook",
        "reason": "It was agreed.",
    }
    send(client, "partnerships:change-role", WEST, role.pk, changes=typed)
    shown = page(client, "partnerships:roles", WEST).text
    assert "Up to £5,000 each" in shown
    assert "Nowhere" not in shown
    ended = {"reason": "It was given up.", **day("end", 1, 6, 2007)}
    send(client, "partnerships:change-role", WEST, role.pk, changes=ended)
    assert "Not in force" in page(client, "partnerships:roles", WEST).text
    history = page(client, "history:record", "partnerships.partnership", west().pk).text
    assert "Changed a role" in history
    assert "It was given up." in history


def test_who_saves_a_role_late_is_shown_what_was_saved_meanwhile(cast: Cast) -> None:
    by = cast.partnerships_officer
    role = add_role(partnership=west(), values={"title": "Convener"}, by=by)
    values = {"title": "Chief convener"}
    change_role(role=role, version=role.version, values=values, by=by, reason="Renamed.")
    where = reverse("partnerships:change-role", args=[WEST, role.pk])
    typed = {"version": str(role.version), "title": "Organiser", "reason": "Misheard."}
    shown = read(signed_in(by).post(where, typed)).find("main").text
    assert "Chief convener" in shown
    assert "Organiser" in shown
    role.refresh_from_db()
    assert role.title == "Chief convener"


def test_limits_of_nothing_and_strange_documents_are_refused(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    typed = {"title": "Convener", "limits": "Up to £5,000"}
    sent = send(client, "partnerships:add-role", WEST, changes=typed)
    assert "Say what is delegated" in problems(sent)
    assert "Up to £5,000" in read(sent).find("main").text
    others = GovernanceDocument.objects.filter(partnership__reference=TRUST).first()
    values = {"title": "Convener", "document": others}
    with pytest.raises(Refused, match="document of another partnership"):
        add_role(partnership=west(), values=values, by=cast.partnerships_officer)


def test_the_next_briefing_is_due_a_week_after_the_last(cast: Cast) -> None:
    client, today = signed_in(cast.partnerships_officer), clock.today()
    made = briefing(cast, start=date(2007, 10, 1))
    assert made.next_due == date(2007, 10, 8)
    assert "Overdue" in page(client, "partnerships:roles", WEST).text
    assert "1 briefing is overdue" in page(client, "partnerships:accountability", WEST).text
    typed = day("last_held", today.day, today.month, today.year)
    send(client, "partnerships:briefing-held", WEST, made.pk, changes=typed)
    made.refresh_from_db()
    assert (made.last_held, made.next_due) == (today, today + timedelta(days=7))
    assert "Overdue" not in page(client, "partnerships:roles", WEST).text
    typed = {"reason": "They talk daily.", **day("end", today.day, today.month, today.year)}
    send(client, "partnerships:change-briefing", WEST, made.pk, changes=typed)
    made.refresh_from_db()
    assert made.next_due is None


def test_a_briefing_is_of_two_posts_and_was_held(cast: Cast) -> None:
    by, today = cast.partnerships_officer, clock.today()
    with pytest.raises(Refused, match="cannot brief itself"):
        briefing(cast, briefed=posts()[0])
    made = briefing(cast, last_held=today)
    later = today + timedelta(days=1)
    with pytest.raises(Refused, match="still to come"):
        hold_briefing(briefing=made, version=made.version, held_on=later, by=by)
    earlier = today - timedelta(days=1)
    with pytest.raises(Refused, match="recorded already"):
        hold_briefing(briefing=made, version=made.version, held_on=earlier, by=by)
    sent = send(signed_in(by), "partnerships:add-briefing", WEST, changes={})
    assert problems(sent)
