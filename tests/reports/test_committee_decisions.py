"""Is it recorded what a committee decided on a report, and does what it wants to see follow?"""

from datetime import date, timedelta
from typing import Any

import pytest

from govreg.core import clock
from govreg.core.refusals import Refused
from govreg.reports.models import CommitteeDecision, WorkProgrammeItem
from govreg.reports.services.committee_decisions import (
    add_to_programme,
    correct_decision,
    finish_item,
    record_decision,
)
from tests.partnerships.pages import day
from tests.people import signed_in

from .preparing import issued, of_the_trust, of_west, prepared

pytestmark = pytest.mark.django_db
ITEM = {"what": "The officer explains the delay", "due_on": date(2030, 6, 4), "post": None}


@pytest.fixture
def issue(cast) -> Any:
    return issued(cast, prepared(cast, **of_the_trust()))


def values(**changes: Any) -> dict[str, Any]:
    given = {
        "kind": "noted",
        "decided_on": clock.today(),
        "minute_reference": "7.1",
        "words": "",
    }
    return given | changes


def test_further_scrutiny_puts_an_item_on_the_work_programme(issue, cast):
    by = cast.democratic_services
    record_decision(issue=issue, values=values(), by=by)
    second = record_decision(
        issue=issue,
        values=values(kind="further-scrutiny", minute_reference="7.2", words="To see more."),
        programme=ITEM,
        by=by,
    )
    page = signed_in(cast.scrutiny_member).get(issue.get_absolute_url()).content.decode()
    for said in ("Noted", "Minute 7.1", "Further scrutiny", "Minute 7.2", ITEM["what"]):
        assert said in page
    assert "Record a decision" not in page
    programme = signed_in(cast.scrutiny_member).get("/work-programme/").content.decode()
    assert ITEM["what"] in programme
    assert "4 June 2030" in programme
    item = second.programme.get()
    finish_item(item=item, version=item.version, done_on=clock.today(), result="Heard.", by=by)
    assert WorkProgrammeItem.objects.open().count() == 0
    browser = signed_in(cast.scrutiny_member)
    assert ITEM["what"] not in browser.get("/work-programme/").content.decode()
    assert "Heard." in browser.get("/work-programme/?standing=done").content.decode()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"decided_on": date(2099, 1, 1)}, "still to come"),
        ({"decided_on": date(2007, 12, 1)}, "cannot have decided before"),
        ({"kind": "officer-called", "words": "He is called."}, "Say what is to come"),
        ({"kind": "extension"}, "in the words of the minutes"),
    ],
)
def test_what_cannot_have_been_decided_is_refused(issue, cast, changes, sentence):
    with pytest.raises(Refused, match=sentence):
        record_decision(issue=issue, values=values(**changes), by=cast.democratic_services)
    assert not CommitteeDecision.objects.exists()


def test_a_decision_is_corrected_with_a_reason_and_both_are_in_the_history(issue, cast):
    decision = record_decision(issue=issue, values=values(), by=cast.democratic_services)
    correct_decision(
        decision=decision,
        version=decision.version,
        values=values(minute_reference="7.3"),
        by=cast.democratic_services,
        reason="The minutes were renumbered.",
    )
    label = "reports.followupreport"
    page = signed_in(cast.democratic_services).get(f"/history/{label}/{issue.report_id}/")
    told = page.content.decode()
    for said in ("7.1", "7.3", "The minutes were renumbered.", "Issued a follow-up report"):
        assert said in told


def test_only_those_who_keep_the_minutes_record_and_finish(issue, cast):
    decision = record_decision(issue=issue, values=values(), by=cast.democratic_services)
    item = add_to_programme(decision=decision, values=ITEM, by=cast.partnerships_officer)
    for person in (cast.auditor, cast.scrutiny_member, cast.senior_officer, cast.owner):
        with pytest.raises(Refused, match="recorded by democratic services"):
            record_decision(issue=issue, values=values(), by=person)
        with pytest.raises(Refused, match="recorded by democratic services"):
            finish_item(
                item=item, version=item.version, done_on=clock.today(), result="So.", by=person
            )


def test_an_item_is_finished_once_on_a_day_that_can_be(issue, cast):
    by = cast.democratic_services
    decision = record_decision(issue=issue, values=values(), by=by)
    with pytest.raises(Refused, match="later than the one that decided"):
        add_to_programme(decision=decision, values=ITEM | {"due_on": clock.today()}, by=by)
    item = add_to_programme(decision=decision, values=ITEM, by=by)
    for done_on, result, sentence in (
        (clock.today() + timedelta(days=1), "So.", "after the decision"),
        (clock.today(), " ", "Say what came of it"),
    ):
        with pytest.raises(Refused, match=sentence):
            finish_item(item=item, version=item.version, done_on=done_on, result=result, by=by)
    done = finish_item(
        item=item, version=item.version, done_on=clock.today(), result="Heard.", by=by
    )
    with pytest.raises(Refused, match="finished already"):
        finish_item(item=done, version=done.version, done_on=clock.today(), result="Again.", by=by)


def test_the_programme_of_one_partnership_is_not_shown_to_another(cast):
    issue = issued(cast, prepared(cast, **of_west()))
    record_decision(
        issue=issue,
        values=values(kind="further-scrutiny", words="More."),
        programme=ITEM,
        by=cast.democratic_services,
    )
    assert (
        ITEM["what"] in signed_in(cast.area_manager_west).get("/work-programme/").content.decode()
    )
    other = signed_in(cast.area_manager_east).get("/work-programme/").content.decode()
    assert ITEM["what"] not in other


def test_the_form_records_a_decision_with_what_follows(issue, cast):
    browser = signed_in(cast.democratic_services)
    url = f"{issue.get_absolute_url()}decide/"
    today = clock.today()
    sent = {
        "kind": "officer-called",
        **day("decided_on", today.day, today.month, today.year),
        "minute_reference": "9",
        "words": "The officer is called.",
        "what": "",
    }
    again = browser.post(url, sent)
    assert again.status_code == 200
    assert "Say what is to come before the committee" in again.content.decode()
    done = browser.post(url, sent | {"what": ITEM["what"]})
    assert done.status_code == 302
    assert WorkProgrammeItem.objects.get().what == ITEM["what"]


def test_an_item_is_corrected_with_a_reason_until_it_came_before_the_committee(issue, cast):
    by = cast.democratic_services
    called = values(kind="officer-called", words="He is called.")
    decision = record_decision(issue=issue, values=called, programme=ITEM, by=by)
    item = decision.programme.get()
    browser = signed_in(by)
    assert "Correct" in browser.get("/work-programme/").content.decode()
    sent = {
        "what": "The director explains the delay",
        **day("due_on", 2, 7, 2030),
        "reason": "The wrong officer.",
        "version": item.version,
    }
    page = f"/work-programme/{item.pk}/correct/"
    assert browser.post(page, sent).status_code == 302
    item.refresh_from_db()
    assert (item.what, item.due_on) == ("The director explains the delay", date(2030, 7, 2))
    finish_item(item=item, version=item.version, done_on=clock.today(), result="Heard.", by=by)
    answer = browser.get(page)
    assert answer.status_code == 403
    assert "so it stays as it was" in answer.content.decode()


def test_a_decision_is_not_moved_behind_the_meeting_that_follows_from_it(issue, cast):
    by, soon = cast.democratic_services, clock.today() + timedelta(days=1)
    called = values(kind="officer-called", words="He is called.")
    decision = record_decision(
        issue=issue, values=called, programme={**ITEM, "due_on": soon}, by=by
    )
    with pytest.raises(Refused, match="Correct the item first"):
        correct_decision(
            decision=decision,
            version=decision.version,
            values=values(decided_on=soon, kind="officer-called", words="He is called."),
            by=by,
            reason="Another day",
        )
