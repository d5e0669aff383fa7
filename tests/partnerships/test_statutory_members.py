"""Are the members that an Act names listed by date, and is it said who of them is missing?"""

import csv
import io
from collections import Counter
from datetime import date

import pytest
from django.test import Client

from govreg.core.refusals import Refused
from partnerships.models import Organisation, Partnership, RequiredMember
from partnerships.queries.health import State, health_of
from partnerships.queries.statutory_members import entry_named, lines_of, merged, shipped
from partnerships.services.memberships import add_member
from partnerships.services.organisations import add_organisation
from partnerships.services.statutory_members import add_required_member, end_required_member
from tests.people import Cast, signed_in

from .pages import day, page, problems, send

TRUST = "children-leeds"
STUDY, REVIEW = date(2009, 4, 1), date(2007, 11, 1)


def trust() -> Partnership:
    return Partnership.objects.get(reference=TRUST)


def listed(kind: str, on: date) -> set[str]:
    return {
        entry.organisation_kind
        for entry in merged(())
        if entry.statutory_kind == kind and entry.is_in_force(on=on)
    }


def missing(on: date) -> set[str]:
    lines = lines_of(trust(), on=on)
    return {line.required.organisation_kind for line in lines if not line.is_met}


def test_the_matrix_of_2009_has_27_kinds_and_the_ticks_of_the_study() -> None:
    studied = {k: listed(k, STUDY) for k in ("lsp", "community-safety", "childrens-trust")}
    assert {kind: len(found) for kind, found in studied.items()} == {
        "lsp": 25,
        "community-safety": 5,
        "childrens-trust": 9,
    }
    assert len(set.union(*studied.values())) == 27
    assert studied["community-safety"] == {
        "council",
        "primary-care-trust",
        "police-authority",
        "police",
        "fire",
    }
    assert studied["childrens-trust"] == {
        "council",
        "primary-care-trust",
        "police-authority",
        "police",
        "learning-skills-council",
        "probation",
        "youth-offending",
        "connexions",
        "strategic-health",
    }
    no_lsp_partners = set.union(*studied.values()) - studied["lsp"]
    assert no_lsp_partners == {"connexions", "strategic-health"}


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(1998, 12, 31), {"council", "police"}),
        (date(2007, 8, 1), {"council", "police", "police-authority", "fire", "primary-care-trust"}),
        (date(2013, 4, 1), {"council", "police", "fire", "clinical-commissioning", "probation"}),
        (date(2023, 12, 20), {"council", "police", "fire", "integrated-care-board", "probation"}),
    ],
)
def test_community_safety_has_four_legal_versions(on: date, expected: set[str]) -> None:
    assert listed("community-safety", on) == expected


def test_the_lists_of_today() -> None:
    today = date(2024, 1, 1)
    board = [e for e in shipped() if e.statutory_kind == "health-wellbeing"]
    told = Counter(e.as_post or e.organisation_kind for e in board if e.is_in_force(on=today))
    assert told == Counter(
        [
            "Councillor",
            "Director of Adult Social Services",
            "Director of Children’s Services",
            "Director of Public Health",
            "healthwatch",
            "integrated-care-board",
        ]
    )
    safeguarding = {"council", "police", "integrated-care-board"}
    assert listed("safeguarding-adults", today) == safeguarding
    assert listed("safeguarding-children", today) == safeguarding


def test_six_of_the_nine_are_missing_from_the_leeds_trust_in_november_2007(cast: Cast) -> None:
    assert missing(REVIEW) == {
        "police-authority",
        "learning-skills-council",
        "probation",
        "youth-offending",
        "connexions",
        "strategic-health",
    }
    assert lines_of(trust(), on=date(2005, 3, 31)) == []
    client = signed_in(cast.lead_officer)
    members = page(client, "partnerships:members", TRUST)
    assert "Without a seat: Connexions service; Probation services" in members.text
    shown = page(client, "partnerships:statutory", TRUST, **{"as-at": "1 November 2007"})
    rows = {row.th.text: row.find_all("td") for row in shown.find("table").find_all("tr")[1:]}
    assert len(rows) == 9
    police = rows["Police force (chief officer of police)"]
    assert [cell.text for cell in police[:2]] == ["Met", "West Yorkshire Police"]
    assert rows["Connexions service"][0].text == "Missing"
    assert "Children Act 2004, section 10" in shown.text


def test_a_member_that_joins_is_missing_no_more_unless_its_seat_is_vacant(cast: Cast) -> None:
    values = {"name": "Connexions West Yorkshire", "kind": "connexions", "sector": "public"}
    joined = add_organisation(values=values, by=cast.administrator)
    seat = {"organisation": joined, "start": date(2006, 9, 1), "end": date(2008, 3, 31)}
    add_member(partnership=trust(), values={**seat, "is_vacant": True}, by=cast.lead_officer)
    assert "connexions" in missing(REVIEW)
    seat["representative"] = "Manager"
    add_member(partnership=trust(), values=seat, by=cast.lead_officer)
    assert "connexions" not in missing(REVIEW)
    assert "connexions" in missing(date(2008, 4, 1))


def test_the_health_of_the_trust_names_the_missing_and_does_not_apply_to_west(cast: Cast) -> None:
    found = list(Partnership.objects.filter(reference__in=[TRUST, "dp-west"]).order_by("reference"))
    health = health_of(found, on=REVIEW)
    assert health[found[0].pk]["statutory"].state == State.MISSING
    assert "Probation services" in health[found[0].pk]["statutory"].reason
    assert health[found[1].pk]["statutory"].state == State.NOT_APPLICABLE


def file_of(client: Client, **query: str) -> list[dict[str, str]]:
    answer = client.get("/statutory-members/", {**query, "export": "csv"})
    text = b"".join(answer.streaming_content).decode().removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_register_wide_page_and_file_say_who_is_missing_on_a_day(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    rows = file_of(client, **day("on", 1, 11, 2007), standing="missing")
    assert [row["Partnership"] for row in rows] == ["Children Leeds"]
    assert rows[0]["Members present"] == "3 of 9"
    assert rows[0]["Missing"].count(";") == 5
    assert file_of(client, **day("on", 1, 11, 2007), standing="met") == []
    shown = page(client, "partnerships:statutory-members")
    assert "Children Leeds" in shown.find("table").text
    assert file_of(signed_in(cast.area_manager_west)) == []


def test_a_post_that_an_act_asks_for_is_looked_for_in_the_seat(cast: Cast) -> None:
    client = signed_in(cast.lead_officer)
    change = {"statutory_kind": "health-wellbeing", "reason": "Became one."}
    assert send(client, "partnerships:change", TRUST, changes=change).status_code == 302
    council = Organisation.objects.get(name="Leeds City Council")
    seat = {"organisation": council, "representative": "The Director of Public Health"}
    add_member(partnership=trust(), values=seat, by=cast.lead_officer)
    met = {x.required.as_post for x in lines_of(trust(), on=date(2014, 1, 1)) if x.is_met}
    assert met == {"Director of Public Health"}


def test_an_administrator_ends_a_shipped_entry_and_adds_another(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    key = "childrens-trust_connexions_20050401"
    end = {**day("end", 31, 3, 2008), "reason": "The order of 2008."}
    sent = send(client, "partnerships:end-required-member", key, changes=end)
    assert sent.status_code == 302
    assert RequiredMember.objects.get().basis == "Children Act 2004, section 10"
    assert "connexions" in missing(date(2008, 3, 31))
    assert "connexions" not in missing(date(2008, 4, 1))
    again = send(client, "partnerships:end-required-member", key, changes=end)
    assert "already ended on 31 March 2008" in problems(again)
    typed = {
        "statutory_kind": "childrens-trust",
        "organisation_kind": "police",
        **day("start", 1, 4, 2008),
        "basis": "An order",
    }
    twice = send(client, "partnerships:add-required-member", changes=typed)
    assert "already has this member for part of that time" in problems(twice)
    typed["organisation_kind"] = "fire"
    assert send(client, "partnerships:add-required-member", changes=typed).status_code == 302
    assert "fire" in missing(date(2008, 4, 1))
    shown = page(client, "partnerships:statutory-lists").text
    assert "An order" in shown
    assert client.get("/statutory-members/lists/no-such/end/").status_code == 404


def test_only_an_administrator_keeps_the_lists(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    assert "Add a statutory member" not in page(client, "partnerships:statutory-lists").text
    assert client.get("/statutory-members/lists/add/").status_code == 403
    entry = entry_named("childrens-trust_connexions_20050401")
    assert entry
    given = {"by": cast.partnerships_officer, "reason": "Mine."}
    with pytest.raises(Refused, match="administrators"):
        end_required_member(entry=entry, end=date(2008, 3, 31), **given)
    values = {"statutory_kind": "lsp", "organisation_kind": "other", "start": REVIEW, "basis": "x"}
    with pytest.raises(Refused, match="administrators"):
        add_required_member(values=values, by=cast.partnerships_officer)
