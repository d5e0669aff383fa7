"""Do the Leeds partnerships stand as described, and does every name lead somewhere?"""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

LEEDS = Path(__file__).resolve().parents[1] / "fixtures" / "leeds"
DISTRICTS = ["dp-west", "dp-south", "dp-east", "dp-north-west", "dp-north-east"]
REVIEWS = ["2005", "2007"]


@cache
def read(name):
    return yaml.safe_load((LEEDS / f"{name}.yaml").read_text(encoding="utf-8"))


def review(year):
    return read(f"review-{year}")


def partnership(reference):
    return next(p for p in read("partnerships")["partnerships"] if p["reference"] == reference)


def sections(branches):
    for section in branches:
        yield section
        yield from sections(section.get("sections", []))


def test_the_trust_has_six_components_and_two_have_a_constitution():
    components = [b for b in partnership("children-leeds")["bodies"] if b["kind"] == "component"]
    documents = {body["local_term"]: body["governing_document"] for body in components}
    assert len(documents) == 6
    constituted = {name for name, document in documents.items() if document == "Constitution"}
    assert constituted == {"ISCB", "LSCB"}
    assert set(documents.values()) == {"Constitution", "Terms of reference"}


TABLE_2 = {
    "dp-west": (
        ("Executive group", "All partners"),
        ("Core Group", "Key officers"),
        ("sub groups", "Key themes"),
        ["Executive group", "Core Group"],
    ),
    "dp-south": (
        ("Partnership Board", "All partners"),
        ("Core Group", "Key officers"),
        ("sub groups", "Key themes"),
        ["Partnership Board", "Core Group"],
    ),
    "dp-east": (
        ("Partnership Board", "All partners"),
        ("Executive Group", "Key officers"),
        ("Partnership Groups (sub groups)", "Key themes"),
        ["Partnership Board", "Executive Group"],
    ),
    "dp-north-west": (
        ("Executive group", "All partners"),
        ("Chief Officers Support Group", "Key officers"),
        ("sub groups", "Key themes"),
        ["Executive group", "Chief Officers Support Group"],
    ),
    "dp-north-east": (
        ("Executive", "All partners"),
        None,
        ("satellite partnerships", "Key themes"),
        [],
    ),
}


@pytest.mark.parametrize("reference", DISTRICTS)
def test_table_2_cell_by_cell(reference):
    bodies = partnership(reference)["bodies"]
    names = {body["key"]: body["name"] for body in bodies}
    top = next(b for b in bodies if b["kind"] in ("executive", "board"))
    support = [b for b in bodies if b["kind"] == "support group"]
    themes = next(b for b in bodies if b["kind"] == "theme groups")
    assert (
        (top["local_term"], top["composition"]),
        (support[0]["local_term"], support[0]["composition"]) if support else None,
        (themes["local_term"], themes["composition"]),
        [names[key] for key in themes["reports_to"]],
    ) == TABLE_2[reference]


def test_every_district_partnership_has_the_seven_members_found_on_all():
    seven = {
        "Primary Care Trusts",
        "Arms Length Management Organisations",
        "Education Leeds",
        "Leeds Initiative",
        "Inner and Outer Area Committees",
        "West Yorkshire Police",
        "Social Services",
    }
    for reference in DISTRICTS:
        stated = {
            membership["organisation"]
            for membership in partnership(reference)["memberships"]
            if not membership.get("placed_for_the_demonstration")
        }
        assert stated == seven | {"Leeds City Council"}


def test_three_of_the_five_have_a_private_sector_member():
    private = {
        o["name"] for o in read("organisations")["organisations"] if o["sector"] == "private"
    }
    having = [
        reference
        for reference in DISTRICTS
        if private & {m["organisation"] for m in partnership(reference)["memberships"]}
    ]
    assert len(having) == 3


def test_the_pooled_budget_answers_to_every_one_of_its_names():
    ces = partnership("ces")
    assert {
        "CES",
        "LCES",
        "CES Pooled Budget",
        "Community and Equipment Services",
        "Leeds Community Equipment Service",
    } <= set(ces["aliases"])
    assert "£853,000" in ces["purpose"]


# --- Every reference leads somewhere ---------------------------------------------------------


def body_references():
    return {
        f"{p['reference']}/{body['key']}"
        for p in read("partnerships")["partnerships"]
        for body in p["bodies"]
    }


def subject_references():
    return {p["reference"] for p in read("partnerships")["partnerships"]} | body_references()


def organisation_names():
    return {organisation["name"] for organisation in read("organisations")["organisations"]}


def post_titles():
    return {post["title"] for post in read("posts")["posts"]}


def team_names():
    return {team["name"] for team in read("posts")["teams"]}


@pytest.mark.parametrize("year", REVIEWS)
def test_a_review_refers_only_to_what_exists(year):
    data = review(year)
    subjects, owners = subject_references(), post_titles() | team_names() | body_references()
    numbers = {section["number"] for section in sections(data["sections"])}
    recommendations = {r["number"] for r in data["recommendations"]}
    marks = {level["mark"] for level in data["review"]["priorities"]}
    assert set(data["review"]["partnerships"]) <= subjects
    assert {data["review"]["client"], data["review"]["auditor"]} <= organisation_names()
    for point in data["scope"] + data["findings"]:
        assert set(point["sections"]) <= numbers | {"Throughout"}
    for recommendation in data["recommendations"]:
        assert recommendation["section"] in numbers
        assert recommendation["priority"] in marks
        assert set(recommendation["cross_references"]) <= recommendations
        assert set(recommendation["subjects"]) <= subjects
        for response in recommendation["responses"]:
            assert set(response["subjects"]) <= subjects
            for action in response["actions"]:
                assert set(action["owners"]) <= owners


def test_partnerships_refer_only_to_what_exists():
    references = {p["reference"] for p in read("partnerships")["partnerships"]}
    for p in read("partnerships")["partnerships"]:
        keys = {body["key"] for body in p["bodies"]}
        assert p["parent"] is None or p["parent"] in references
        assert p["lead"] is None or p["lead"] in post_titles()
        for body in p["bodies"]:
            assert set(body["reports_to"]) <= keys
            assert body["parent"] is None or body["parent"] in keys
        for membership in p["memberships"]:
            assert membership["organisation"] in organisation_names()
            assert membership["body"] is None or membership["body"] in keys


def test_posts_and_accounts_refer_only_to_what_exists():
    posts = read("posts")
    for post in posts["posts"]:
        assert post["organisation"] is None or post["organisation"] in organisation_names()
        assert post["reports_to"] is None or post["reports_to"] in post_titles()
    for team in posts["teams"]:
        assert set(team["posts"]) <= post_titles()
    for account in read("accounts")["accounts"]:
        assert account["email"].endswith("@leeds.example")
        assert account["organisation"] in organisation_names()
        assert {held["title"] for held in account["posts"]} <= post_titles()
        assert set(account["teams"]) <= team_names()
        assert set(account["scope"]) <= subject_references()


def test_there_is_an_account_for_every_role():
    roles = Counter(account["role"] for account in read("accounts")["accounts"])
    assert roles == {
        "administrator": 1,
        "partnerships-officer": 1,
        "partnership-lead-officer": 1,
        "area-manager": 2,
        "action-owner": 3,
        "senior-officer": 1,
        "auditor": 1,
        "democratic-services": 1,
        "scrutiny-member": 1,
    }


def test_names_are_given_once():
    names = [o["name"] for o in read("organisations")["organisations"]]
    aliases = [a for o in read("organisations")["organisations"] for a in o["aliases"]]
    assert len(set(names)) == len(names)
    assert len(set(aliases)) == len(aliases)
    assert not set(names) & set(aliases)
