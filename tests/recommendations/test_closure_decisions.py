"""Where a committee agrees to closures, does an action stay open until it has?"""

from typing import Any

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.council.definitions import CLOSURE_COMMITTEE
from govreg.core.council.settings import decide
from govreg.core.ui.words import long_date
from govreg.reports.models import FollowUpReport
from govreg.reports.queries.follow_up import document_of
from recommendations.models import AgreedAction, ClosureDecision, CompletionClaim, UpdateWindow
from recommendations.queries.at_a_glance import at_a_glance
from recommendations.queries.closure_decisions import proposed
from recommendations.queries.page import action_page
from recommendations.queries.ratings import computed_in_list, rated_so, rule_in_words
from recommendations.queries.windows import WindowRatings, requests_for_list
from recommendations.queries.worklist import for_lists
from recommendations.rules.digests import Kind
from recommendations.rules.ratings import ComputedRating
from recommendations.services.claims import claim_completion
from recommendations.services.closure import verify
from recommendations.services.progress import submit_update
from tests import uploads
from tests.partnerships.pages import day, read
from tests.people import Cast, signed_in
from tests.reports.preparing import of_the_trust, prepared

from .digest_people import titles
from .lines import iscb_plan
from .rounds import opened

pytestmark = pytest.mark.django_db
PAGE = "/actions/closures/"
MEETING = {
    "committee": "Corporate Governance and Audit Committee",
    "minute_reference": "Minute 12",
}


def a_committee_closes(cast: Cast) -> None:
    on, by = clock.today(), cast.administrator
    decide(name=CLOSURE_COMMITTEE, value=1, start=on, by=by, reason="Standing orders")


def verified(cast: Cast, result: str = "implemented") -> AgreedAction:
    action, on = iscb_plan(), clock.today()
    values = {"rating": "complete", "narrative": "Adopted.", "reason": "", "percent_complete": 100}
    submit_update(action=action, values=values, on=on, by=cast.owner, uploads=[uploads.pdf()])
    claim_completion(action=action, statement="Adopted.", on=on, by=cast.owner)
    action = iscb_plan()
    given: Any = {"result": result, "note": "Read the minutes.", "on": on, "by": cast.auditor}
    verify(action=action, version=action.version, **given)
    return iscb_plan()


def sent(action: AgreedAction, decision: str, note: str = "") -> dict[str, str]:
    on = clock.today()
    return {
        **MEETING,
        **day("meeting_on", on.day, on.month, on.year),
        f"decision_{action.pk}": decision,
        f"note_{action.pk}": note,
        f"version_{action.pk}": str(action.version),
    }


def test_without_the_setting_the_verification_closes(cast: Cast) -> None:
    assert verified(cast).state == "closed"
    page = read(signed_in(cast.democratic_services).get(PAGE)).get_text()
    assert "No verified action waits" in page


def test_what_is_proposed_is_not_closed_until_the_committee_agrees(cast: Cast) -> None:
    a_committee_closes(cast)
    action = verified(cast)
    assert action.state == "proposed"
    assert AgreedAction.objects.live().filter(pk=action.pk).exists()
    listed = read(signed_in(cast.auditor).get("/actions/?state=proposed")).select("tbody tr")
    assert "Awaiting the committee" in listed[0].get_text()
    assert titles(cast.democratic_services, Kind.CLOSE) == {action.title}
    client = signed_in(cast.democratic_services)
    shown = read(client.get(action.get_absolute_url()))
    assert shown.find("a", string="Record the committee’s decision")["href"] == PAGE
    answer = client.post(PAGE, sent(action, "agree"), follow=True)
    assert "The decisions were recorded: 1 closed, 0 given back." in answer.content.decode()
    action = iscb_plan()
    assert (action.state, action.state_since) == ("closed", clock.today())
    page = read(client.get(action.get_absolute_url())).get_text(" ", strip=True)
    assert (
        "Closure agreed by Corporate Governance and Audit Committee on "
        f"{long_date(clock.today())}, Minute 12" in page
    )
    assert titles(cast.democratic_services, Kind.CLOSE) == set()


def test_what_is_not_agreed_goes_back_with_the_reason_and_can_be_claimed_again(cast: Cast) -> None:
    a_committee_closes(cast)
    action = verified(cast)
    client = signed_in(cast.democratic_services)
    answer = client.post(PAGE, sent(action, "disagree"))
    assert "Say why the closure was not agreed" in answer.content.decode()
    assert iscb_plan().state == "proposed"
    client.post(PAGE, sent(action, "disagree", "Partners have not signed."))
    action = iscb_plan()
    assert (action.state, action.state_since) == ("agreed", clock.today())
    assert CompletionClaim.objects.get(action=action).outcome == "returned"
    assert titles(cast.owner, Kind.RETURNED) == {action.title}
    page = read(signed_in(cast.owner).get(action.get_absolute_url())).get_text(" ", strip=True)
    assert "Partners have not signed." in page
    assert "Claim completion" in page


def computed_everywhere(cast: Cast, window: UpdateWindow, report: FollowUpReport) -> dict[str, str]:
    """Return how the rule rates the action on each page, in each figure and in a report."""
    on, action = clock.today(), iscb_plan()
    rows = for_lists(AgreedAction.objects.filter(pk=action.pk), on=on)
    figures = at_a_glance(rows, on=on).priorities[0].counts
    asked = requests_for_list(window, user=cast.auditor).get(action=action)
    lines = [line for part in document_of(report, as_at=on).parts for line in part.lines]
    told = {one.computed for one in lines if (one.number, one.timescale) == ("9", "October 2007")}
    return {
        "its page": action_page(action, user=cast.auditor, on=on).ratings.computed.label,
        "a list": computed_in_list(rows.get()).label,
        "a filter": " ".join(one.label for one in ComputedRating if rated_so(rows, one, on=on)),
        "at a glance": " ".join(ComputedRating(key).label for key, many in figures.items() if many),
        "a window": WindowRatings(window, on=on).computed(asked).label,
        "a report": " ".join(told),
    }


@pytest.mark.parametrize("whose", ["the auditor", "the committee"])
def test_what_was_given_back_is_complete_for_nobody_until_it_is_claimed_again(
    cast: Cast, whose: str
) -> None:
    a_committee_closes(cast)
    pages = opened(cast), prepared(cast, **of_the_trust())
    action = verified(cast, "implemented" if whose == "the committee" else "partly")
    if whose == "the committee":
        assert set(computed_everywhere(cast, *pages).values()) == {"Complete"}
        signed_in(cast.democratic_services).post(PAGE, sent(action, "disagree", "Not signed."))
    assert set(computed_everywhere(cast, *pages).values()) == {"Late"}
    # That its owner says so once more is not enough.
    values = {"rating": "complete", "narrative": "Still.", "reason": "", "percent_complete": 100}
    submit_update(action=iscb_plan(), values=values, on=clock.today(), by=cast.owner)
    assert set(computed_everywhere(cast, *pages).values()) == {"Late"}
    assert "returned by an auditor or a committee" in " ".join(rule_in_words(on=clock.today()))
    claim_completion(action=iscb_plan(), statement="Signed.", on=clock.today(), by=cast.owner)
    assert set(computed_everywhere(cast, *pages).values()) == {"Complete"}


def test_nothing_is_recorded_progressed_or_extended_while_the_committee_is_waited_for(
    cast: Cast,
) -> None:
    a_committee_closes(cast)
    action = verified(cast)
    owner = signed_in(cast.owner)
    for verb in ("update", "extend"):
        answer = owner.get(f"{action.get_absolute_url()}{verb}/")
        assert answer.status_code == 403
        assert "waits for the committee to agree" in answer.content.decode()


def test_a_partly_implemented_action_is_returned_and_proposed_to_nobody(cast: Cast) -> None:
    a_committee_closes(cast)
    assert verified(cast, "partly").state == "agreed"
    assert not proposed(cast.democratic_services).exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"committee": ""}, "Say which committee decided."),
        ({"minute_reference": ""}, "minute reference"),
        ({"meeting_on_year": "2090"}, "The meeting is still to be held."),
        ({"meeting_on_year": "2008"}, "It was proposed for closure on"),
    ],
)
def test_a_decision_of_nobody_or_of_a_meeting_to_come_is_refused(
    cast: Cast, changes: dict[str, str], sentence: str
) -> None:
    a_committee_closes(cast)
    action = verified(cast)
    answer = signed_in(cast.democratic_services).post(PAGE, {**sent(action, "agree"), **changes})
    told = read(answer).select_one(".govuk-error-summary").get_text()
    assert sentence.lower() in told.lower()
    assert not ClosureDecision.objects.exists()


def test_an_agreement_with_a_reason_why_not_is_asked_about(cast: Cast) -> None:
    a_committee_closes(cast)
    action = verified(cast)
    answer = signed_in(cast.democratic_services).post(PAGE, sent(action, "agree", "Not convinced"))
    told = read(answer).select_one(".govuk-error-summary").get_text()
    assert "You say that it was agreed, and why not." in told
    assert "Not convinced" in answer.content.decode()
    assert not ClosureDecision.objects.exists()


def test_what_changed_meanwhile_is_named_and_nothing_is_recorded(cast: Cast) -> None:
    a_committee_closes(cast)
    action = verified(cast)
    stale = {**sent(action, "agree"), f"version_{action.pk}": str(action.version - 1)}
    answer = signed_in(cast.democratic_services).post(PAGE, stale)
    assert "changed while you were writing" in answer.content.decode()
    assert iscb_plan().state == "proposed"


def test_the_verification_says_that_a_committee_closes(cast: Cast) -> None:
    a_committee_closes(cast)
    action, on = iscb_plan(), clock.today()
    values = {"rating": "complete", "narrative": "Adopted.", "reason": ""}
    submit_update(action=action, values=values, on=on, by=cast.owner, uploads=[uploads.pdf()])
    claim_completion(action=action, statement="Adopted.", on=on, by=cast.owner)
    form = read(signed_in(cast.auditor).get(reverse("recommendations:verify", args=[action.pk])))
    assert "Proposes it for closure" in form.get_text()
