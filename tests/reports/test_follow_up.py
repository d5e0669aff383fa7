"""Does a follow-up report tell of a day as it was, for good, and only to those it is for?"""

import hashlib
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from govreg.core import clock
from govreg.core.files.handing_out import content_of
from govreg.core.history.change import change
from govreg.core.refusals import Refused
from govreg.reports.documents.follow_up import FollowUp
from govreg.reports.documents.freezing import follow_up_from_json
from govreg.reports.models import FollowUpIssue, FollowUpReport
from govreg.reports.queries.follow_up import document_of
from govreg.reports.rendering.follow_up import preview_pdf
from partnerships.models import Post
from recommendations.models import Recommendation
from recommendations.services.actions import agree_action, understood
from recommendations.services.claims import claim_completion
from recommendations.services.closure import reopen, verify
from recommendations.services.progress import submit_update
from recommendations.services.recommendations import supersede
from recommendations.services.risk_acceptance import accept_risk
from tests import uploads
from tests.people import signed_in
from tests.recommendations.asking import asked, granted, the_march_line
from tests.recommendations.lines import iscb_plan, line

from .preparing import FEBRUARY, issued, of_the_trust, of_west, prepared

pytestmark = pytest.mark.django_db


def counts(document: FollowUp) -> dict[str, int]:
    return {part.letter: len(part.lines) for part in document.parts}


def lines(document: FollowUp, letter: str) -> list[str]:
    (part,) = (one for one in document.parts if one.letter == letter)
    return [f"{one.number} {one.timescale}" for one in part.lines]


def today_of(report: FollowUpReport) -> FollowUp:
    return document_of(report, as_at=clock.today())


def test_with_nothing_recorded_23_lines_are_overdue_in_february_2008(cast):
    document = document_of(prepared(cast, **of_the_trust()), as_at=FEBRUARY)
    assert counts(document) == {"A": 6, "B": 0, "C": 0, "D": 23, "E": 0}
    overdue = document.parts[3].lines
    assert sum(one.standing_code == "past-at-issue" for one in overdue) == 11
    (everything,) = document.figures[-1:]
    assert (everything.live, everything.overdue, everything.total) == (6, 23, 29)
    assert [(row.priority, row.total) for row in document.figures[:3]] == [
        ("***", 10),
        ("**", 18),
        ("*", 1),
    ]


def test_an_extension_is_asked_for_and_once_granted_shown_with_both_dates(cast):
    report = prepared(cast, **of_the_trust())
    asked(cast, iscb_plan())
    granted(cast, the_march_line(), "June 2030")
    document = today_of(report)
    (waiting,) = document.parts[2].lines
    assert waiting.extension.timescale == "June 2030"
    assert waiting.extension.standing == "Not endorsed yet"
    (extended,) = [x for part in document.parts for x in part.lines if x.extensions]
    assert (extended.number, extended.extensions) == ("4", 1)
    assert (extended.original_due, extended.due) == (date(2008, 3, 31), date(2030, 6, 30))
    assert extended.slippage == (date(2030, 6, 30) - date(2008, 3, 31)).days
    before = document_of(report, as_at=FEBRUARY)
    assert not any(x.extensions or x.extension for part in before.parts for x in part.lines)


def test_what_is_verified_ended_or_accepted_stands_in_its_part(cast):
    report = prepared(cast, **of_the_trust())
    today = clock.today()
    done, risky = iscb_plan(), line("leeds-2007", "8", "November 2007")
    submit_update(
        action=done,
        values={"rating": "complete", "reason": "", "narrative": "The plan is in force."},
        on=today,
        by=cast.owner,
    )
    shown = [uploads.pdf()]
    claim_completion(action=done, statement="In force.", on=today, by=cast.owner, uploads=shown)
    assert "9 October 2007" not in lines(today_of(report), "D")
    done.refresh_from_db()
    verify(
        action=done,
        version=done.version,
        result="implemented",
        note="Seen.",
        on=today,
        by=cast.auditor,
    )
    accept_risk(
        action=risky,
        reason="Costs more than it saves.",
        review_date=today + timedelta(days=90),
        on=today,
        by=cast.senior_officer,
    )
    document = today_of(report)
    (completed,) = document.parts[1].lines
    assert completed.verified.startswith("Implemented: verified")
    (accepted,) = document.parts[4].lines
    assert accepted.verified.startswith("Risk accepted")
    done.refresh_from_db()
    reopen(action=done, reason="It lapsed.", on=today, by=cast.auditor)
    assert counts(today_of(report))["B"] == 0


def test_what_ended_before_the_last_meeting_is_counted_and_not_listed(cast):
    today = clock.today()
    successor = Recommendation.objects.get(review__reference="leeds-2007", number="3")
    ended = Recommendation.objects.get(review__reference="leeds-2007", number="2")
    supersede(
        recommendation=ended,
        successor=successor,
        reason="One memorandum does for both.",
        on=today - timedelta(days=2),
        by=cast.auditor,
    )
    (shown,) = today_of(prepared(cast, **of_the_trust())).parts[4].lines
    assert shown.outcome.startswith("Superseded by recommendation 3 on")
    assert "One memorandum does for both." in shown.outcome
    later = today_of(prepared(cast, since=today - timedelta(days=1), **of_the_trust()))
    assert later.parts[4].lines == ()
    assert later.figures[-1].earlier == 1


def test_a_reason_given_for_lateness_stands_beside_the_line(cast):
    action = iscb_plan()
    submit_update(
        action=action,
        values={
            "rating": "late",
            "reason": "The post is vacant.",
            "narrative": "Half done.",
            "percent_complete": 50,
        },
        on=clock.today(),
        by=cast.owner,
    )
    document = today_of(prepared(cast, **of_the_trust()))
    (shown,) = [one for one in document.parts[3].lines if one.said]
    said = shown.said
    assert (shown.computed, shown.percent) == ("Late", 50)
    assert any(sentence.startswith("Late: it is not complete") for sentence in document.method)
    assert (said.rating, said.reason, said.narrative) == (
        "Late",
        "The post is vacant.",
        "Half done.",
    )
    assert said.by == ""  # officers are named only where the council decided so


def test_a_report_can_be_of_one_partnership_or_one_priority(cast):
    everything = today_of(prepared(cast))
    west = today_of(prepared(cast, **of_west()))
    stars = today_of(prepared(cast, priority="***", **of_the_trust()))
    assert everything.line_count == 41
    assert 0 < west.line_count < everything.line_count
    assert {x.reference for part in west.parts for x in part.lines} == {"leeds-2005"}
    assert {x.priority.mark for part in stars.parts for x in part.lines} == {"***"}
    assert west.chosen == ("Partnership: West Leeds District Partnership",)


def test_the_number_of_queries_does_not_depend_on_the_number_of_lines(cast):
    def asked_for(report: FollowUpReport, day: date) -> int:
        with CaptureQueriesContext(connection) as found:
            document_of(report, as_at=day)
        return len(found)

    report = prepared(cast)
    asked_for(report, clock.today())
    before, lines_before = asked_for(report, clock.today()), today_of(report).line_count
    for number in range(8):
        agree_action(
            response=iscb_plan().response,
            text=f"Further {number}",
            timescale=understood("December 2007"),
            owners=list(Post.objects.order_by("pk")[number : number + 2]),
            by=cast.partnerships_officer,
        )
    assert today_of(report).line_count == lines_before + 8
    assert asked_for(report, clock.today()) == before
    assert asked_for(report, FEBRUARY) <= 21


def test_the_same_day_gives_the_same_bytes_whatever_was_recorded_since(cast):
    report = prepared(cast, **of_the_trust())
    before = preview_pdf(document_of(report, as_at=FEBRUARY))
    granted(cast, the_march_line(), "June 2030")
    asked(cast, iscb_plan())
    assert preview_pdf(document_of(report, as_at=FEBRUARY)) == before
    assert preview_pdf(today_of(report)) != before


def test_an_issued_version_keeps_file_digest_and_document(cast):
    report = prepared(cast, **of_the_trust())
    first = issued(cast, report)
    content = content_of(first.file)
    assert first.sha256 == hashlib.sha256(content).hexdigest()
    assert content.startswith(b"%PDF-")
    with change(verb="Issued an erratum", by=cast.auditor):
        wording = Recommendation.objects.get(review__reference="leeds-2007", number="9")
        wording.wording = "Something else should be done."
        wording.save()
    second = issued(cast, report, what_changed="The wording of 9")
    kept = follow_up_from_json(FollowUpIssue.objects.get(pk=first.pk).document)
    assert kept == follow_up_from_json(first.document)
    assert kept != follow_up_from_json(second.document)
    assert (first.number, second.number) == (1, 2)
    with pytest.raises(Refused, match="Say what changed"):
        issued(cast, report)


def test_a_reader_of_one_partnership_reads_its_reports_alone(cast):
    everything, west = prepared(cast), prepared(cast, **of_west())
    issued(cast, everything)
    issued(cast, west)
    browser = signed_in(cast.area_manager_west)
    assert browser.get(f"/follow-up/{west.pk}/").status_code == 200
    assert browser.get(f"/follow-up/{west.pk}/version/1/").status_code == 200
    for path in ("", "pdf/", "version/1/", "version/1/pdf/"):
        assert browser.get(f"/follow-up/{everything.pk}/{path}").status_code == 404
    listed = browser.get("/follow-up/").content.decode()
    assert f"/follow-up/{west.pk}/" in listed
    assert f"/follow-up/{everything.pk}/" not in listed
    assert signed_in(cast.area_manager_east).get(f"/follow-up/{west.pk}/").status_code == 404


def test_the_page_shows_a_past_day_and_says_what_is_wrong_with_another(cast):
    report = prepared(cast, **of_the_trust())
    browser = signed_in(cast.scrutiny_member)
    page = browser.get(f"/follow-up/{report.pk}/?as-at=1+February+2008").content.decode()
    assert "As at <strong>1 February 2008</strong>" in page
    assert "Overdue: 23 lines" in page
    wrong = browser.get(f"/follow-up/{report.pk}/?as-at=yesterweek")
    assert wrong.status_code == 400
    assert "yesterweek" in wrong.content.decode()


def test_the_progress_report_of_the_review_counts_extensions_too(cast):
    granted(cast, the_march_line(), "June 2030")
    page = signed_in(cast.scrutiny_member).get("/reports/leeds-2007/progress/").content.decode()
    assert (
        "Date revised to 30 June 2030; first agreed for 31 March 2008; 1 extension granted" in page
    )
