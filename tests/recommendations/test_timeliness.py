"""Does an action stand to its date as the rule says, whatever the officer thinks?"""

from datetime import date

import pytest

from recommendations.rules.timeliness import timeliness

ON = date(2008, 2, 1)
PLAIN = {
    "state": "agreed",
    "sense": "due",
    "due_date": None,
    "review_date": None,
    "original_due": None,
    "issued_on": date(2007, 11, 1),
    "on": ON,
    "due_soon_days": 30,
}


def due(day: date, **more):
    return {"due_date": day, "original_due": day, **more}


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (due(date(2008, 1, 31)), "Overdue by 1 day"),
        (due(date(2007, 12, 31)), "Overdue by 32 days"),
        (due(date(2006, 2, 1)), "Overdue by 2 years; past at issue"),
        (due(date(2006, 11, 30)), "Overdue by 1 year and 2 months; past at issue"),
        (due(date(2008, 2, 1)), "Due soon"),
        (due(date(2008, 3, 2)), "Due soon"),
        (due(date(2008, 3, 3)), "Not due yet"),
        (due(date(2007, 10, 31)), "Overdue by 93 days; past at issue"),
        (due(date(2007, 11, 1)), "Overdue by 92 days"),
        (due(date(2007, 10, 31), state="claimed"), "Awaiting verification"),
        (due(date(2007, 10, 31), state="closed"), "Ended"),
        (due(date(2007, 10, 31), state="risk-accepted"), "Ended"),
        (due(date(2007, 12, 31), followed_up=False), "Not followed up"),
        ({"sense": "no-date"}, "No date"),
        ({"sense": "ongoing"}, "No due date, under review"),
        ({"sense": "ongoing", "review_date": date(2008, 1, 31)}, "Review due"),
        ({"sense": "start", "review_date": date(2008, 2, 1)}, "No due date, under review"),
    ],
)
def test_the_rule(facts, words):
    assert timeliness(**{**PLAIN, **facts}).words == words


def test_a_date_moved_after_issue_is_not_past_at_issue():
    moved = {"due_date": date(2008, 1, 1), "original_due": date(2008, 1, 1)}
    assert timeliness(**{**PLAIN, **moved}).code == "overdue"
