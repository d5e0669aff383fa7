"""Does a hosting agreement come into force only assessed and signed by both sides?"""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from govreg.core import clock
from govreg.core.history.change import change
from govreg.core.refusals import Refused
from partnerships.models import HostingAgreement
from partnerships.services.hosting import bring_into_force, end_hosting
from tests.people import Cast, signed_in

from .pages import day, filled_in, page, problems, read, send
from .purse import TRUST, WEST, assessed, hosted, organisation, signed

ASSESSED, FIRST, SECOND = date(2007, 1, 5), date(2007, 1, 10), date(2007, 1, 15)


def now(agreement: HostingAgreement) -> HostingAgreement:
    return HostingAgreement.objects.select_related("partnership__scope").get(pk=agreement.pk)


def into_force(agreement: HostingAgreement, *, by, start: date = SECOND) -> HostingAgreement:
    current = now(agreement)
    return bring_into_force(agreement=current, version=current.version, start=start, by=by)


def step(client, agreement: HostingAgreement, key: str, **typed):
    where = ("partnerships:hosting-step", WEST, agreement.pk, key)
    return send(client, *where, changes=typed)


def test_the_review_names_who_hosts_what(cast: Cast) -> None:
    agreements = HostingAgreement.objects.filter(partnership__reference=TRUST)
    pct = {a.priority for a in agreements if "Leeds PCT" in {x.name for x in a.host.aliases.all()}}
    assert pct == {"Obesity", "Teenage conception", "Infant mortality"}
    bullying = agreements.get(priority="Anti-bullying Strategy")
    assert bullying.host.name == "Education Leeds"
    assert "Early Years and Youth Service" in bullying.supporters_in_words
    assert "Social Services" in bullying.supporters_in_words
    assert {a.monitored_by.local_term for a in agreements} == {"ISCB"}
    assert {a.state for a in agreements} == {"draft"}


@pytest.mark.parametrize("order", [("lead", "director"), ("director", "lead")])
def test_an_agreement_goes_from_draft_to_its_end_whoever_signs_first(
    cast: Cast, order: tuple[str, str]
) -> None:
    agreement = hosted(by=cast.partnerships_officer)
    client = signed_in(cast.partnerships_officer)
    states = [now(agreement).state]
    steps = [
        ("assess", {"text": "Low risk.", **day("day", 5, 1, 2007)}),
        (f"sign-{order[0]}", {"signed_by": "Chief Executive", **day("day", 10, 1, 2007)}),
        (f"sign-{order[1]}", {"signed_by": "Director", **day("day", 15, 1, 2007)}),
        ("start", day("day", 1, 2, 2007)),
        ("end", {"text": "The aim was met.", **day("day", 1, 6, 2007)}),
    ]
    for key, typed in steps:
        links = str(page(client, "partnerships:hosting", WEST, agreement.pk))
        assert f"/next/{key}/" in links
        assert step(client, agreement, key, **typed).status_code == 302
        states.append(now(agreement).state)
    assert states == [
        "draft",
        "assessed",
        "signed-by-one",
        "signed-by-both",
        "in-force",
        "ended",
    ]
    text = page(client, "partnerships:hosting", WEST, agreement.pk).text
    for words in ("Low risk.", "Chief Executive", "1 February 2007", "The aim was met."):
        assert words in text
    history = page(client, "history:record", "partnerships.hostingagreement", agreement.pk).text
    assert "Recorded the signature for the lead body" in history


def test_nothing_is_in_force_without_assessment_and_both_signatures(cast: Cast) -> None:
    by = cast.partnerships_officer
    agreement = hosted(by=by)
    with pytest.raises(Refused, match="without its risk assessment and the signature for the lead"):
        into_force(agreement, by=by)
    assessed(agreement, on=ASSESSED, by=by)
    signed(agreement, "lead", on=FIRST, by=by)
    with pytest.raises(Refused, match="without the signature for the commissioning side"):
        into_force(agreement, by=by)
    client = signed_in(by)
    sent = step(client, agreement, "start", **day("day", 1, 2, 2007))
    assert "cannot come into force without" in problems(sent)
    text = page(client, "partnerships:hosting", WEST, agreement.pk).text
    assert "without the signature for the commissioning side" in text
    signed(agreement, "director", on=SECOND, by=by)
    with pytest.raises(Refused, match="second signature is of 15 January 2007"):
        into_force(agreement, by=by, start=FIRST)
    assert into_force(agreement, by=by).state == "in-force"


def test_the_database_refuses_it_too(cast: Cast) -> None:
    agreement = hosted(by=cast.partnerships_officer)
    agreement.state = "in-force"
    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        change(verb="Test", by=None),
    ):
        agreement.save()


def test_no_step_is_skipped_or_taken_twice(cast: Cast) -> None:
    by = cast.partnerships_officer
    agreement = hosted(by=by)
    with pytest.raises(Refused, match="Nobody signs before the risks are assessed"):
        signed(agreement, "lead", on=FIRST, by=by)
    assessed(agreement, on=ASSESSED, by=by)
    with pytest.raises(Refused, match="nobody signs before that day"):
        signed(agreement, "lead", on=ASSESSED - timedelta(days=1), by=by)
    with pytest.raises(Refused, match="cannot be in the future"):
        signed(agreement, "lead", on=clock.today() + timedelta(days=1), by=by)
    signed(agreement, "lead", on=FIRST, by=by)
    with pytest.raises(Refused, match="signed for the lead body already"):
        signed(agreement, "lead", on=FIRST, by=by)
    with pytest.raises(Refused, match="assessed before anybody signs"):
        assessed(agreement, on=ASSESSED, by=by)
    current = now(agreement)
    with pytest.raises(Refused, match="in force can be ended"):
        end_hosting(agreement=current, version=current.version, on=SECOND, because="Done", by=by)
    client = signed_in(by)
    assert (
        client.get(
            reverse("partnerships:hosting-step", args=[WEST, agreement.pk, "skip"])
        ).status_code
        == 404
    )


def test_the_terms_are_open_until_somebody_signs(cast: Cast) -> None:
    by = cast.partnerships_officer
    agreement = hosted(by=by)
    client = signed_in(by)
    typed = {"supporters": [str(organisation("Leeds Voice").pk)], "reason": "Others support it"}
    sent = send(client, "partnerships:change-hosting", WEST, agreement.pk, changes=typed)
    assert sent.status_code == 302
    text = page(client, "partnerships:hosting", WEST, agreement.pk).text
    assert "Leeds Voice" in text
    assert "Education Leeds" not in text
    assessed(agreement, on=ASSESSED, by=by)
    signed(agreement, "director", on=FIRST, by=by)
    refused = client.get(reverse("partnerships:change-hosting", args=[WEST, agreement.pk]))
    assert refused.status_code == 403
    assert "End it and draw up a new one" in read(refused).text


def test_each_duty_of_the_host_is_answered_with_what_shows_it(cast: Cast) -> None:
    agreement = hosted(by=cast.partnerships_officer)
    client = signed_in(cast.partnerships_officer)
    where = ("partnerships:hosting-duties", WEST, agreement.pk)
    sent = send(client, *where, changes={"strategy": ["yes"], "action_plan_evidence": "A plan"})
    assert "Name the document that shows it: appended to" in problems(sent)
    assert "Choose an answer to go with it: an action plan" in problems(sent)
    assert filled_in(read(sent))["action_plan_evidence"] == "A plan"
    typed = {
        "strategy": ["yes"],
        "strategy_evidence": "Corporate strategy, part 4",
        "risk_register": ["no"],
        "action_plan": ["partly"],
        "action_plan_evidence": "Draft plan",
    }
    assert send(client, *where, changes=typed).status_code == 302
    text = page(client, "partnerships:hosting", WEST, agreement.pk).text
    assert "Corporate strategy, part 4" in text
    listed = page(client, "partnerships:all-hosting", words="obesity west").find("table").text
    assert "1 of 3" in listed


def test_two_people_who_take_a_step_at_once_see_each_other(cast: Cast) -> None:
    agreement = hosted(by=cast.partnerships_officer)
    client = signed_in(cast.partnerships_officer)
    where = ("partnerships:hosting-step", WEST, agreement.pk, "assess")
    opened = filled_in(page(client, *where))
    assessed(agreement, on=ASSESSED, by=cast.partnerships_officer)
    lost = client.post(reverse(where[0], args=where[1:]), {**opened, "text": "Mine"})
    assert lost.status_code == 409
    assert "Low." in read(lost).text
    assert "Mine" in str(read(lost))


def test_a_body_of_another_partnership_does_not_monitor_it(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    stranger = HostingAgreement.objects.filter(partnership__reference=TRUST)[0].monitored_by
    typed = {
        "priority": "Play",
        "host": str(organisation("Leeds Voice").pk),
        "monitored_by": str(stranger.pk),
    }
    sent = send(client, "partnerships:add-hosting", WEST, changes=typed)
    assert sent.status_code == 200
    assert problems(sent)


def test_who_only_reads_takes_no_step(cast: Cast) -> None:
    agreement = hosted(by=cast.partnerships_officer)
    text = page(signed_in(cast.auditor), "partnerships:hosting", WEST, agreement.pk).text
    assert "Record the risk assessment" not in text
    with pytest.raises(Refused, match="not change it"):
        assessed(agreement, on=ASSESSED, by=cast.auditor)
    other = reverse("partnerships:hosting", args=[WEST, agreement.pk])
    assert signed_in(cast.lead_officer).get(other).status_code == 404
