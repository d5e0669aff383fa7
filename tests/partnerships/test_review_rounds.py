"""Are the yearly reviews opened once for all, followed, and summed up for the statement?"""

import csv
import io
from datetime import date, timedelta

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.refusals import Refused
from govreg.core.ui.words import long_date
from partnerships.models import Partnership, ReviewRound
from partnerships.services.checklists import Answer
from partnerships.services.governance_reviews import finish_action
from partnerships.services.lifecycle import go_on
from tests.people import Cast, signed_in

from .pages import day, page, problems, read, send
from .yearly import NEXT_YEAR, YEAR, answered, opened, review_in, signed, words

WEST, TRUST, CES = "dp-west", "children-leeds", "ces"


def table(soup, caption: str) -> list[str]:
    found = next(t for t in soup.find_all("table") if t.caption.text.strip() == caption)
    return [words(row) for row in found.tbody.find_all("tr")]


def test_a_round_makes_a_review_for_each_partnership_at_work(cast: Cast) -> None:
    by = cast.partnerships_officer
    ces = Partnership.objects.get(reference=CES)
    wound = go_on(
        partnership=ces, version=ces.version, to="winding-down", by=by, reason="It was decided."
    )
    go_on(
        partnership=wound,
        version=wound.version,
        to="closed",
        ended_on=clock.today(),
        ended_because="aims-met",
        by=by,
        reason="It was decided.",
    )
    client = signed_in(by)
    tomorrow = clock.today() + timedelta(days=1)
    filled = {"financial_year": "2006-07", "note": "Answer in full."}
    filled |= day("due_by", tomorrow.day, tomorrow.month, tomorrow.year)
    early = filled | day("due_by", 1, 1, 2001)
    refused = send(client, "partnerships:open-round", changes=early)
    assert "give a later day by which they are due" in problems(refused)
    assert send(client, "partnerships:open-round", changes=filled).status_code == 302
    made = ReviewRound.objects.get(financial_year=YEAR)
    references = set(made.reviews.values_list("partnership__reference", flat=True))
    at_work = Partnership.objects.exclude(status__in=["closed", "proposed"])
    assert references == set(at_work.values_list("reference", flat=True))
    assert CES not in references
    again = send(client, "partnerships:open-round", changes=filled)
    assert "The reviews of 2006/07 were opened already" in problems(again)


def test_only_who_keeps_all_partnerships_opens_a_round(cast: Cast) -> None:
    for person in (cast.lead_officer, cast.area_manager_west, cast.auditor):
        with pytest.raises(Refused, match="Only the partnerships officers open"):
            opened(by=person)


def test_the_round_tells_who_answered_and_is_filtered_and_exported(cast: Cast) -> None:
    by = cast.partnerships_officer
    thing = opened(by=by)
    signed(review_in(thing, WEST), "Set a budget", by=by)
    answered(review_in(thing, TRUST), by=by, rating="limited")
    client = signed_in(by)
    soup = page(client, "partnerships:review-round", thing.pk)
    count = Partnership.objects.exclude(status__in=["closed", "proposed"]).count()
    assert f"1 of {count} signed off, 1 answered" in words(soup)
    assert len(soup.find("tbody").find_all("tr")) == count
    done = page(client, "partnerships:review-round", thing.pk, state="signed-off")
    (row,) = done.find("tbody").find_all("tr")
    assert "Moderate No earlier rating 1" in words(row)
    limited = page(client, "partnerships:review-round", thing.pk, rating="limited")
    assert len(limited.find("tbody").find_all("tr")) == 1
    where = reverse("partnerships:review-round", args=[thing.pk])
    sent = client.get(where, {"export": "csv", "state": "signed-off"})
    text = b"".join(sent.streaming_content).decode("utf-8-sig")
    header, line = csv.reader(io.StringIO(text))
    told = dict(zip(header, line, strict=True))
    assert "Financial health: weak" in told["Areas"]
    assert told["Rating"] == "Moderate"
    assert told["Open actions"] == "1"


def test_an_open_review_is_announced_on_the_home_page_of_who_is_to_answer_it(cast: Cast) -> None:
    by, today = cast.partnerships_officer, clock.today()
    thing = opened(by=by)
    trust = Partnership.objects.get(reference=TRUST)
    lead = signed_in(cast.lead_officer)
    told = words(read(lead.get("/")))
    line = f"{trust.name}, {YEAR} , due by {long_date(today)}: to answer"
    assert line in told
    assert "What is to be mended in the governance of your partnerships" in told
    signed(review_in(thing, TRUST), by=by)
    assert line not in words(read(lead.get("/")))
    manager = words(read(signed_in(cast.area_manager_west).get("/")))
    assert f"{Partnership.objects.get(reference=WEST).name}, {YEAR}" in manager
    assert f"{trust.name}, {YEAR}" not in manager
    told = words(read(signed_in(by).get("/")))
    assert "Yearly reviews of governance to answer" in told
    auditor = words(read(signed_in(cast.auditor).get("/")))
    assert "Yearly reviews of governance to answer" not in auditor


def test_an_area_manager_of_west_sees_only_west(cast: Cast) -> None:
    by = cast.partnerships_officer
    thing = opened(by=by)
    signed(review_in(thing, TRUST), "Set the trust’s budget", by=by)
    client = signed_in(cast.area_manager_west)
    (row,) = page(client, "partnerships:review-round", thing.pk).find("tbody").find_all("tr")
    assert "West" in row.text
    (listed,) = page(client, "partnerships:review-rounds").find("tbody").find_all("tr")
    assert [cell.text for cell in listed.find_all("td")][-3:] == ["1", "0", "0"]
    summary = words(page(client, "partnerships:round-statement", thing.pk))
    assert "Set the trust’s budget" not in summary
    assert "You see the partnerships of your own area" in summary
    other = review_in(thing, TRUST)
    where = reverse("partnerships:governance-review", args=[TRUST, other.pk])
    assert client.get(where).status_code == 404
    mixed = reverse("partnerships:governance-review", args=[WEST, other.pk])
    assert client.get(mixed).status_code == 404


def test_the_summary_counts_what_is_signed_off(cast: Cast) -> None:
    by = cast.partnerships_officer
    first = opened(by=by)
    for reference in (WEST, TRUST):
        signed(review_in(first, reference), by=by)
    thing = opened(by=by, year=NEXT_YEAR)
    signed(review_in(thing, WEST), "Set a budget", "Train the chair", by=by, rating="high")
    signed(
        review_in(thing, TRUST),
        by=by,
        rating="limited",
        areas={"finance": Answer("partly", "A budget.")},
    )
    signed(review_in(thing, CES), by=by, rating="limited")
    answered(review_in(thing, "dp-east"), "Not counted yet", by=by, rating="none")
    trained = review_in(thing, WEST).remedial_actions.get(text="Train the chair")
    trained.review = review_in(thing, WEST)
    finish_action(action=trained, version=trained.version, done_on=date(2008, 1, 1), by=by)
    soup = page(signed_in(cast.scrutiny_member), "partnerships:round-statement", thing.pk)
    assert table(soup, "Assurance ratings") == ["High 1", "Moderate 0", "Limited 2", "None 0"]
    moved = table(soup, "Movement against the review before")
    assert moved == ["Up 1", "Same 0", "Down 1", "No earlier rating 1"]
    weak = table(soup, "Areas that were judged weak")
    assert len(weak) == 2
    assert all("Financial health No budget was set." in row for row in weak)
    (still_open,) = table(soup, "Remedial actions that are not done")
    assert "Set a budget" in still_open
    assert "East" in words(soup)
    assert "Not counted yet" not in soup.text
