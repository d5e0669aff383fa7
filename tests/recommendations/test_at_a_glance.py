"""Do the figures at a glance equal the lists behind them?"""

import itertools
import re
from datetime import date
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from govreg.core import clock
from govreg.core.history.change import change
from partnerships.models import Partnership
from recommendations.models import ActionOwner, AgreedAction, CompletionClaim, Recommendation
from recommendations.queries.at_a_glance import OnTime, at_a_glance
from recommendations.queries.groups import groups_of
from recommendations.queries.worklist import for_lists
from recommendations.rules.ages import AGES
from recommendations.services.actions import agree_action, understood
from recommendations.services.responses import write_response
from recommendations.services.review_issue import issue_review
from reviews.models import Review
from reviews.services.reviews import discuss_review
from tests.journeys.draft import make
from tests.partnerships.pages import read
from tests.people import Cast, signed_in
from tests.recommendations.lines import line

pytestmark = pytest.mark.django_db
GLANCE, GROUPED = "/actions/at-a-glance/", "/actions/grouped/"


def counted(page: object) -> int:
    words = page.find("p", {"role": "status"}).get_text()  # type: ignore[attr-defined]
    found = re.search(r"([\d,]+) agreed actions?$", words)
    assert found, words
    return int(found[1])


@pytest.mark.parametrize(
    "by", ["owner", "review", "partnership", "directorate", "review&standing=no-owner"]
)
def test_every_number_leads_to_as_many_actions(cast: Cast, by: str) -> None:
    led = Partnership.objects.get(reference="children-leeds")
    with change(verb="Named a directorate", by=cast.administrator):
        led.directorate = "Children’s Services"
        led.save()
    client = signed_in(cast.auditor)
    pages = [read(client.get(address)) for address in (GLANCE, f"{GROUPED}?by={by}")]
    checked = 0
    for cell in [row for page in pages for row in page.select("tbody tr")]:
        for link in cell.select("a"):
            number = link.find_parent(["td", "th"])
            if number.name == "th":  # a group: its first number is how many there are
                number = cell.select("td")[0]
            meant = int(re.match(r"\d+", number.get_text(strip=True))[0])  # type: ignore[index]
            assert counted(read(client.get(link["href"]))) == meant, link["href"]
            checked += 1
    assert checked >= 10
    for row in pages[1].select("tbody tr"):
        for cell in row.select("td")[:-1]:
            assert cell.a or cell.get_text(strip=True) == "0", row.th.text


def test_the_leeds_reviews_at_a_glance(cast: Cast) -> None:
    """As DOMAIN’s facts: with nothing recorded, 23 lines of 2007 are overdue on 1 February 2008."""
    on = date(2008, 2, 1)
    rows = for_lists(
        AgreedAction.objects.filter(response__recommendation__review__reference="leeds-2007"), on=on
    )
    found = at_a_glance(rows, on=on)
    assert sum(many for _age, many in found.ages) == 23
    assert {row.mark: row.total for row in found.priorities} == {"***": 10, "**": 18, "*": 1}


def test_the_actions_of_a_draft_count_from_its_issue_on(cast: Cast) -> None:
    make()
    review = Review.objects.get(reference="west-2008")
    discuss_review(review=review, on=clock.today(), by=cast.auditor)
    response = write_response(
        recommendation=Recommendation.objects.get(review=review),
        values={"text": "It will be published."},
        subjects=[],
        by=cast.partnerships_officer,
    )
    agree_action(
        response=response,
        text="Publish the terms",
        timescale=understood("March 2008"),
        owners=[],
        by=cast.partnerships_officer,
    )
    client = signed_in(cast.auditor)
    pages = (GLANCE, f"{GROUPED}?by=review", "/actions/", "/actions/?words=publish+the")

    def told() -> list[int]:
        glance, grouped, every, one = (read(client.get(page)) for page in pages)
        cells = [row.select("td")[0] for row in glance.select("table")[0].select("tbody tr")]
        reviews = [row.th.get_text() for row in grouped.select("tbody tr")]
        return [
            sum(int(re.match(r"\d+", cell.get_text())[0]) for cell in cells),  # type: ignore[index]
            sum("West Leeds follow-up" in review for review in reviews),
            counted(every),
            len(one.select("tbody tr")),
        ]

    before = told()
    assert before[1] == before[3] == 0
    issue_review(review=review, on=clock.today(), by=cast.auditor)
    assert told() == [before[0] + 1, 1, before[2] + 1, 1]


def test_an_action_ages_from_band_to_band() -> None:
    spans = [(age.least, age.most) for age in AGES]
    assert spans[0][0] == 1
    assert all(after[0] == (before[1] or 0) + 1 for before, after in itertools.pairwise(spans))
    assert spans[-1][1] is None


def test_a_claim_in_time_counts_and_one_that_was_sent_back_does_not(cast: Cast) -> None:
    action = line("leeds-2007", "4", "March 2008")
    on = date(2008, 5, 1)
    rows = for_lists(AgreedAction.objects.filter(pk=action.pk), on=on)
    assert at_a_glance(rows, on=on).on_time == OnTime(due=1, met=0)
    with change(verb="Claimed", by=cast.owner):
        action.state = AgreedAction.State.CLAIMED
        action.save()
        claim = CompletionClaim(
            action=action, by=cast.owner, claimed_on=date(2008, 3, 31), statement="Done"
        )
        claim.save()
    assert at_a_glance(rows, on=on).on_time == OnTime(due=1, met=1)
    assert at_a_glance(rows, on=on).on_time.per_cent == 100
    with change(verb="Returned", by=cast.auditor):
        claim.outcome = "returned"
        claim.save()
    assert at_a_glance(rows, on=on).on_time == OnTime(due=1, met=0)


def test_an_action_of_two_owners_is_counted_with_each_and_one_of_nobody_apart(cast: Cast) -> None:
    on = clock.today()
    rows = for_lists(AgreedAction.objects.all(), on=on)
    groups = {group.label: group for group in groups_of(rows, "owner", on=on)}
    assert groups["Officer A (Children Leeds)"].total == 11
    assert sum(group.total for group in groups.values()) == (
        ActionOwner.objects.count() + AgreedAction.objects.filter(owners=None).count()
    )
    assert groups["Nobody named"].asked == {"owner": "nobody"}
    assert groups["Nobody named"].is_rest


def test_an_owner_sees_the_figures_of_their_own_actions_alone(cast: Cast) -> None:
    own = (
        read(signed_in(cast.owner).get(GLANCE))
        .select("table")[0]
        .select("tbody tr td:first-of-type")
    )
    whole = (
        read(signed_in(cast.auditor).get(GLANCE))
        .select("table")[0]
        .select("tbody tr td:first-of-type")
    )
    total = [
        sum(int(re.match(r"\d+", cell.get_text())[0]) for cell in cells) for cells in (own, whole)
    ]  # type: ignore[index]
    assert 0 < total[0] < total[1]


def test_the_groups_leave_as_a_file(cast: Cast) -> None:
    answer = signed_in(cast.auditor).get(f"{GROUPED}?by=review&export=csv")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()  # type: ignore[attr-defined]
    assert (
        lines[0]
        == "Review,Actions,To do,Overdue,Due soon,Awaiting verification or closure,Next due"
    )
    assert len(lines) == 3


def test_a_name_from_a_link_is_shown_as_a_name(cast: Cast) -> None:
    page = read(signed_in(cast.auditor).get(GROUPED))
    link = page.find("a", string="Legal Services")["href"]
    assert "owner=" in urlsplit(link).query
    shown = read(signed_in(cast.auditor).get(link)).find("input", {"name": "owner"})
    assert shown["value"] == "Legal Services"
    nobodys = page.find("a", string="Nobody named")["href"]
    shown = read(signed_in(cast.auditor).get(nobodys)).find("input", {"name": "owner"})
    assert shown["value"] == "Nobody named"


def test_the_figures_of_many_actions_cost_as_many_questions_as_those_of_few(cast: Cast) -> None:
    client = signed_in(cast.auditor)

    def asked(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as found:
            assert client.get(address).status_code == 200
        return len(found)

    found = [counted(read(client.get(f"/actions/?words={words}"))) for words in ("risk", "a")]
    assert found[0] < found[1]
    few = asked(f"{GLANCE}?words=risk")
    assert asked(f"{GLANCE}?words=a") == few


def test_a_file_has_the_wording_in_full_and_so_has_the_actions_page(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    action = next(one for one in AgreedAction.objects.order_by("pk") if len(one.wording) > 120)
    file = b"".join(client.get("/actions/?export=csv").streaming_content).decode()
    assert action.wording in file
    page = read(client.get(action.get_absolute_url()))
    assert action.wording in page.main.get_text()


def test_what_has_no_date_is_not_drawn_as_in_time(cast: Cast) -> None:
    undated = AgreedAction.objects.live().filter(state="agreed", due_date=None).count()
    assert undated
    groups = groups_of(AgreedAction.objects.all(), "review", on=clock.today())
    assert sum(group.undated for group in groups) == undated
    assert all(group.not_due >= 0 for group in groups)
    page = read(signed_in(cast.auditor).get(f"{GROUPED}?by=review"))
    assert "No date" in page.select_one("svg").get_text()
