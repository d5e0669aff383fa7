"""Is a follow-up report refused that tells of no period, or is not for this person to make?"""

from datetime import date, timedelta

import pytest

from govreg.core import clock
from govreg.core.refusals import Refused
from govreg.core.ui.words import long_date
from govreg.reports.queries.follow_up import document_of
from govreg.reports.services.follow_up import ask_for_issue, change_report, issue_follow_up
from tests.partnerships.pages import day, problems, send
from tests.people import signed_in

from .preparing import SINCE, issued, of_the_trust, prepared

pytestmark = pytest.mark.django_db


def test_what_a_report_is_of_stands_once_it_was_issued(cast):
    report = prepared(cast, **of_the_trust())
    issued(cast, report)
    values = {"title": "Another", "committee": "Audit Committee", "since": SINCE}
    with pytest.raises(Refused, match="A version of this report was issued"):
        change_report(
            report=report,
            version=report.version,
            values=values,
            by=cast.democratic_services,
            reason="To see.",
        )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"since": date(2099, 1, 1)}, "The last meeting must be past"),
        ({"meeting_on": SINCE}, "must be later than the one before it"),
    ],
)
def test_a_period_that_cannot_be_is_refused(cast, changes, sentence):
    with pytest.raises(Refused, match=sentence):
        prepared(cast, **changes)


def test_a_day_to_come_and_one_before_the_last_meeting_are_refused(cast):
    report = prepared(cast)
    with pytest.raises(Refused, match="still to come"):
        issued(cast, report, as_at=clock.today() + timedelta(days=1))
    with pytest.raises(Refused, match="must be before the day"):
        document_of(report, as_at=SINCE)


def test_a_report_speaks_of_no_day_after_its_meeting(cast):
    meeting = clock.today() - timedelta(days=3)
    report = prepared(cast, meeting_on=meeting)
    recorder = signed_in(cast.democratic_services)
    late = meeting + timedelta(days=1)
    sentence = f"The committee meets on {long_date(meeting)}"
    with pytest.raises(Refused, match=sentence):
        issued(cast, report, as_at=late)
    with pytest.raises(Refused, match=sentence):
        ask_for_issue(report=report, as_at=late, by=cast.democratic_services)
    typed = day("as_at", late.day, late.month, late.year)
    sent = send(recorder, "follow-up:issue", report.pk, changes=typed)
    assert sentence in problems(sent)
    shown = recorder.get(f"/follow-up/{report.pk}/?as-at={late:%d+%B+%Y}")
    assert shown.status_code == 400
    assert sentence in shown.content.decode()
    typed = day("as_at", meeting.day, meeting.month, meeting.year)
    assert send(recorder, "follow-up:issue", report.pk, changes=typed).status_code == 302


def test_those_who_may_not_issue_are_refused(cast):
    report = prepared(cast)
    for person in (cast.scrutiny_member, cast.lead_officer, cast.owner, cast.administrator):
        with pytest.raises(Refused, match="Follow-up reports are prepared by"):
            issue_follow_up(report=report, as_at=clock.today(), by=person)
