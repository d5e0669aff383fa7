"""Is a meeting that was logged by mistake told apart from a cancelled one, also an earlier one?"""

from importlib import import_module
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.urls import reverse

from govreg.core.history.change import change
from partnerships.services.meetings import cancel_meeting, withdraw_meeting
from tests.people import Cast, signed_in

from .board import WEST, board, held, planned, record
from .pages import page
from .purse import flat
from .test_meetings import in_days


def migration() -> Any:
    names = [name for _app, name in MigrationLoader(None).disk_migrations]
    (name,) = [name for name in names if name.endswith("governance_completed")]
    return import_module(f"partnerships.migrations.{name}")


def test_a_reason_does_not_make_a_cancelled_meeting_one_that_never_was(cast: Cast) -> None:
    by = cast.area_manager_west
    meeting = planned(board(), day=in_days(5), place="Town Hall", by=by)
    cancel_meeting(meeting=meeting, because="Logged by mistake: the wrong day.", by=by)
    listed = page(signed_in(by), "partnerships:meetings", WEST).find("main").text
    assert "Town Hall" in listed


def test_the_page_of_a_withdrawn_meeting_says_so(cast: Cast) -> None:
    by = cast.area_manager_west
    meeting = held(board(), by=by)
    withdraw_meeting(meeting=meeting, because="It was another board.", by=by)
    shown = flat(page(signed_in(by), "partnerships:meeting", WEST, meeting.pk))
    assert "Logged by mistake" in shown
    assert "Withdrawn because It was another board." in shown


def test_a_meeting_on_which_a_decision_rests_says_why_it_is_not_withdrawn(cast: Cast) -> None:
    by, client = cast.area_manager_west, signed_in(cast.area_manager_west)
    meeting = held(board(), by=by)
    offered = page(client, "partnerships:meeting", WEST, meeting.pk)
    address = reverse("partnerships:cancel-meeting", args=[WEST, meeting.pk])
    assert offered.find("a", href=address)
    record(meeting, {}, decisions=[{"text": "Ring the bell.", "reference": ""}], by=by)
    shown = page(client, "partnerships:meeting", WEST, meeting.pk)
    assert not shown.find("a", href=address)
    assert "cannot be withdrawn, for it is the basis of its decisions" in flat(shown)


def test_meetings_withdrawn_before_are_marked_with_their_history(cast: Cast) -> None:
    by, said = cast.area_manager_west, "Logged by mistake: It was another board."
    meeting = held(board(), by=by)
    with change(verb="Withdrew a meeting", by=by, scope=board().partnership.scope):
        meeting.state, meeting.cancelled_because = "cancelled", said
        meeting.save()
    editor = type("Editor", (), {"connection": connection})
    migration().say_by_the_field(apps, editor)
    meeting.refresh_from_db()
    assert (meeting.logged_by_mistake, meeting.cancelled_because) == (True, "It was another board.")
    history = page(signed_in(by), "history:record", "partnerships.meeting", meeting.pk).text
    assert "Marked meetings that were logged by mistake" in history
    migration().say_by_the_reason(apps, editor)
    meeting.refresh_from_db()
    assert (meeting.logged_by_mistake, meeting.cancelled_because) == (False, said)
