"""Does the first page show each person what was published, what is to come and what they owe?"""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from govreg.core import clock
from govreg.core.history.change import change
from govreg.reports.services.committee_decisions import record_decision
from govreg.reports.services.issues import issue_report
from partnerships.models import Post, PostHolding
from reviews.models import Review
from tests.partnerships.pages import read
from tests.partnerships.quarter import opened, small_action, small_plan
from tests.people import Cast, signed_in

from .preparing import issued, of_the_trust, prepared

pytestmark = pytest.mark.django_db


def home(person: Any) -> dict[str, str]:
    """The sections of a person's first page, by heading."""
    page = read(signed_in(person).get("/"))
    found = {}
    for heading in page.main.find_all("h2"):
        beside = heading.find_next_siblings()
        own = []
        for one in beside:
            if one.name == "h2":
                break
            own.append(one.text)
        found[heading.text] = " ".join(own)
    return found


def called(cast: Cast, number: int, *, post: Post | None = None) -> Any:
    """Issue a report, and record that its committee wants to hear more at a later meeting."""
    issue = issued(cast, prepared(cast, **of_the_trust()))
    record_decision(
        issue=issue,
        values={
            "kind": "further-scrutiny",
            "decided_on": clock.today(),
            "minute_reference": f"7.{number}",
            "words": "To see more.",
        },
        programme={"what": f"Hear {number}", "due_on": date(2030, 6, 4), "post": post},
        by=cast.democratic_services,
    )
    return issue


def test_a_committee_member_is_shown_what_was_published_and_is_to_come(cast: Cast) -> None:
    issue = called(cast, 1)
    shown = home(cast.scrutiny_member)
    assert "What you owe" not in shown
    assert str(issue) in shown["Reports issued lately"]
    assert issue.report.committee in shown["Reports issued lately"]
    assert "Quarter 3 2006/07: the progress table" in shown["Quarters published lately"]
    assert "4 June 2030" in shown["Work programme"]
    assert "Hear 1" in shown["Work programme"]


def test_an_issued_report_of_a_review_leads_to_its_version(cast: Cast) -> None:
    review = Review.objects.get(reference="leeds-2005")
    issue_report(review=review, kind="action-plan", as_at=date(2007, 11, 1), by=cast.auditor)
    client = signed_in(cast.scrutiny_member)
    link = read(client.get("/")).find("a", string="Action plan, version 1")
    assert client.get(link["href"]).status_code == 200


def test_whoever_holds_a_post_is_told_what_a_committee_wants_of_it(cast: Cast) -> None:
    with change(verb="Appointed", by=cast.administrator):
        post = Post(title="Head of Hearings")
        post.save()
        PostHolding(post=post, user=cast.owner).save()
    called(cast, 1, post=post)
    told = home(cast.owner)["What committees want to hear from your posts"]
    assert "Hear 1" in told
    assert "Head of Hearings: for the meeting of 4 June 2030" in told
    assert "What committees want to hear from your posts" not in home(cast.other_owner)


def test_an_open_quarter_stands_there_for_whoever_keeps_the_plan_and_whoever_runs_it(
    cast: Cast,
) -> None:
    plan = small_plan(cast.partnerships_officer)
    small_action(plan, "X1", cast.partnerships_officer)
    opened(plan, cast.partnerships_officer)
    told = home(cast.partnerships_officer)["Open quarters"]
    assert "A small plan, Quarter 1 2007/08: 1 of 1 actions without an answer" in told
    assert "Overdue" in told
    assert "Who has not answered" in told
    assert "A small plan, Quarter 1 2007/08" in home(cast.area_manager_west)["Quarters to answer"]


def test_more_quarters_reports_and_items_cost_no_more_queries(cast: Cast) -> None:
    def asked(person: Any) -> int:
        client = signed_in(person)
        client.get("/")
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get("/")
        return len(seen)

    people = (cast.scrutiny_member, cast.partnerships_officer)
    officer = cast.partnerships_officer
    called(cast, 1)
    plan = small_plan(officer)
    small_action(plan, "X1", officer)
    opened(plan, officer)
    before = [asked(person) for person in people]
    called(cast, 2)
    plan = small_plan(officer, "Another plan")
    small_action(plan, "X1", officer)
    opened(plan, officer)
    assert [asked(person) for person in people] == before
