"""Is an action agreed with the timescale that the officer meant, and kept as agreed?"""

from datetime import date

import pytest

from partnerships.models import Post
from recommendations.models import AgreedAction
from tests.people import signed_in

from .lines import iscb_plan

pytestmark = pytest.mark.django_db


def agree(client, response_id: int, **changes):
    given = {"text": "Publish the plan", "timescale": "", "reading": "as-understood", **changes}
    return client.post(f"/responses/{response_id}/actions/add/", given, follow=True)


def last() -> AgreedAction:
    return AgreedAction.objects.order_by("pk").last()


@pytest.mark.parametrize(
    ("printed", "sense", "due"),
    [
        ("By December 2007", "due", date(2007, 12, 31)),
        ("Spring 2008", "due", date(2008, 5, 31)),
        ("October – December 2007", "due", date(2007, 12, 31)),
        ("3rd October 2007", "due", date(2007, 10, 3)),
        ("when we can", "no-date", None),
        ("", "no-date", None),
    ],
)
def test_a_timescale_is_kept_as_printed_beside_what_is_understood(cast, printed, sense, due):
    agree(signed_in(cast.partnerships_officer), iscb_plan().response_id, timescale=printed)
    action = last()
    assert (action.timescale_printed, action.sense) == (printed, sense)
    assert (action.due_date, action.original_due) == (due, due)


def test_what_is_ongoing_needs_a_review_date_and_never_goes_overdue(cast):
    officer, response = signed_in(cast.partnerships_officer), iscb_plan().response_id
    count = AgreedAction.objects.count()
    content = agree(officer, response, timescale="Ongoing").content.decode()
    assert "Give a review date" in content
    assert "Ongoing" in content
    assert AgreedAction.objects.count() == count
    day = {"review_date_day": "1", "review_date_month": "4", "review_date_year": "2008"}
    agree(officer, response, timescale="Ongoing", **day)
    action = last()
    assert (action.due_date, action.review_date) == (None, date(2008, 4, 1))
    page = officer.get(action.get_absolute_url()).content.decode()
    assert "Review due" in page
    assert "Overdue" not in page


def test_an_officer_corrects_what_the_register_understood(cast):
    officer = signed_in(cast.partnerships_officer)
    day = {"date_day": "15", "date_month": "12", "date_year": "2007"}
    given = {"timescale": "before Christmas", "reading": "corrected", "sense": "due", **day}
    agree(officer, iscb_plan().response_id, **given)
    assert last().timescale_printed == "before Christmas"
    assert last().due_date == date(2007, 12, 15)


def test_a_year_of_thirty_digits_is_refused_with_a_sentence(cast):
    day = {"date_day": "1", "date_month": "1", "date_year": "9" * 30}
    given = {"timescale": "soon", "reading": "corrected", "sense": "due", **day}
    response = agree(signed_in(cast.partnerships_officer), iscb_plan().response_id, **given)
    assert response.status_code == 200
    assert "Date must" in response.content.decode()


def change(client, action, **changes):
    given = {
        "text": action.text,
        "timescale": action.timescale_printed,
        "reading": "as-understood",
        "version": str(action.version),
        "why": "The post changed hands",
        **changes,
    }
    return client.post(f"/actions/{action.pk}/change/", given)


def test_an_action_is_given_to_another_post_with_a_reason(cast):
    action = iscb_plan()
    post = Post.objects.get(title="Officer D (Children Leeds)")
    assert change(signed_in(cast.partnerships_officer), action, posts=[post.pk]).status_code == 302
    assert [row.party for row in action.owners.all()] == [post]
    mine = signed_in(cast.other_owner).get("/actions/mine/").content.decode()
    assert action.text in mine


def test_the_timescale_of_an_issued_and_approved_action_stands(cast):
    action = iscb_plan()
    response = change(signed_in(cast.partnerships_officer), action, timescale="May 2009")
    assert "its timescale stands as agreed" in response.content.decode()
    action.refresh_from_db()
    assert action.due_date == date(2007, 10, 31)


def test_an_action_that_says_nothing_is_refused(cast):
    count = AgreedAction.objects.count()
    response = agree(signed_in(cast.partnerships_officer), iscb_plan().response_id, text=" ")
    assert "Say what is agreed" in response.content.decode()
    assert AgreedAction.objects.count() == count
