"""Does the Leeds demonstration data say what the two reviews say?"""

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from govreg.core.timescales import understand

LEEDS = Path(__file__).resolve().parents[1] / "fixtures" / "leeds"
MARKER = re.compile(r"^\[recommendation (\w+)\]$", re.MULTILINE)
REVIEWS = ["2005", "2007"]


@cache
def read(name):
    return yaml.safe_load((LEEDS / f"{name}.yaml").read_text(encoding="utf-8"))


def review(year):
    return read(f"review-{year}")


def sections(branches):
    for section in branches:
        yield section
        yield from sections(section.get("sections", []))


def lines(year):
    """Every line of responsibility and timescale, with the number of its recommendation."""
    return [
        (recommendation["number"], action)
        for recommendation in review(year)["recommendations"]
        for response in recommendation["responses"]
        for action in response["actions"]
    ]


def due_dates(year):
    dates = [understand(action["timescale"]).due_date for _, action in lines(year)]
    return [due for due in dates if due is not None]


def timescales(year, number):
    return [action["timescale"] for found, action in lines(year) if found == number]


@pytest.mark.parametrize(
    ("year", "by_priority"),
    [
        ("2005", {"***": ["7", "8"], "**": ["1", "2", "3", "4", "5", "6", "9"]}),
        (
            "2007",
            {
                "***": ["6", "10", "11"],
                "**": ["1", "2", "3", "4", "5", "7", "9", "12"],
                "*": ["8"],
            },
        ),
    ],
)
def test_recommendations_have_the_priorities_of_the_review(year, by_priority):
    found = {}
    for recommendation in review(year)["recommendations"]:
        found.setdefault(recommendation["priority"], []).append(recommendation["number"])
    assert found == by_priority


def test_there_are_twelve_lines_and_twenty_nine():
    assert [len(lines(year)) for year in REVIEWS] == [12, 29]
    assert Counter(number for number, _ in lines("2005")) == Counter("123445678899")


def test_the_timescales_of_2005_are_as_printed():
    assert [action["timescale"] for _, action in lines("2005")] == [
        "end of January 2006",
        "by June 2006",
        "to have begun by September 2005",
        "by January 2006",
        "by end of March 2006",
        "by April 2006",
        "by June 2006",
        "from September 2005",
        "ongoing (existing information)",
        "from April 2006 (existing and additional measures)",
        "ongoing",
        "end of January 2006",
    ]


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("1", ["October 2007", "By December 2007", "Spring 2008"]),
        ("2", ["November 2007"]),
        ("3", ["October - December 2007", "October 2007"]),
        ("4", ["December 2007", "December 2007", "March 2008"]),
        ("5", ["3rd October 2007"]),
        ("6", ["October 2007", "October 2007", "January 2008"]),
        ("7", ["December 2007", "Ongoing"]),
        ("8", ["November 2007"]),
        ("9", ["October 2007", "September 2007", "5th September 2007", ""]),
        ("10", ["September 2007", "October 2007", "October 2007", "January 2008"]),
        ("11", ["October - December 2007", "By December 2007", "November 2007"]),
        ("12", ["May 2008", "May 2008"]),
    ],
)
def test_the_timescales_of_2007_are_as_printed(number, printed):
    assert timescales("2007", number) == printed


def test_the_dates_of_2007_count_as_the_review_leaves_them():
    dates = due_dates("2007")
    assert len(dates) == 27
    assert sum(due < date(2007, 11, 1) for due in dates) == 11
    assert sum(due < date(2008, 2, 1) for due in dates) == 23
    assert sorted(due for due in dates if due >= date(2008, 2, 1)) == [
        date(2008, 3, 31),
        date(2008, 5, 31),
        date(2008, 5, 31),
        date(2008, 5, 31),
    ]


def test_only_two_recommendations_have_no_owner():
    without = [{n for n, action in lines(year) if not action["owners"]} for year in REVIEWS]
    assert without == [{"3"}, {"12"}]


def test_nine_officers_and_officer_a_on_six_recommendations():
    owned = {(owner, number) for number, action in lines("2007") for owner in action["owners"]}
    assert len({owner for owner, _ in owned}) == 9
    mine = {int(number) for owner, number in owned if owner.startswith("Officer A ")}
    assert mine == {1, 2, 5, 7, 8, 11}


def test_responses_are_split_where_the_reviews_split_them():
    split = {
        year: {
            recommendation["number"]: [r["in_respect_of"] for r in recommendation["responses"]]
            for recommendation in review(year)["recommendations"]
            if len(recommendation["responses"]) > 1
        }
        for year in REVIEWS
    }
    both = ["District Partnerships", "LCES"]
    assert split == {"2005": {"4": both, "9": both}, "2007": {"9": ["ISCB", "CLP", "LSCB"]}}


@pytest.mark.parametrize("year", REVIEWS)
def test_no_response_states_a_decision(year):
    for recommendation in review(year)["recommendations"]:
        assert {r["decision"] for r in recommendation["responses"]} == {"not-stated"}


@pytest.mark.parametrize("year", REVIEWS)
def test_an_open_ended_line_has_a_review_date_and_no_other_has(year):
    for _, action in lines(year):
        needed = understand(action["timescale"]).needs_review_date
        assert needed == (action["review_date"] is not None), action


@pytest.mark.parametrize(("year", "numbers"), [("2005", 9), ("2007", 12)])
def test_each_recommendation_is_marked_once_in_its_own_section_and_in_order(year, numbers):
    data = review(year)
    marked = [
        (number, section["number"])
        for section in sections(data["sections"])
        for number in MARKER.findall(section["body"])
    ]
    assert marked == [(r["number"], r["section"]) for r in data["recommendations"]]
    assert [number for number, _ in marked] == [str(n) for n in range(1, numbers + 1)]


@pytest.mark.parametrize(("year", "findings", "learning"), [("2005", 5, 5), ("2007", 6, 6)])
def test_findings_and_learning_points_are_all_there(year, findings, learning):
    data = review(year)
    assert len(data["findings"]) == findings
    assert len(data["learning_points"]) == learning


def test_the_findings_of_2007_cite_their_sections_and_those_of_2005_cite_none():
    assert [finding["sections"] for finding in review("2007")["findings"]] == [
        ["3.3"],
        ["4.3", "4.4"],
        ["4.5"],
        ["5.3"],
        ["6.4"],
        ["7.3", "7.5"],
    ]
    assert not any(finding["sections"] for finding in review("2005")["findings"])


def test_the_cover_facts():
    first, second = review("2005")["review"], review("2007")["review"]
    assert (first["report_date"], first["business_line"]) == (None, None)
    assert second["report_date"] == date(2007, 11, 1)
    assert (second["legend_on_each_page"], first["legend_on_each_page"]) == (True, False)
    assert second["structure_of"] == "children-leeds"
    assert [contact["step"] for contact in second["contacts"]] == [1, 2, 3]


@pytest.mark.parametrize("path", sorted(LEEDS.glob("*.yaml")), ids=lambda path: path.name)
def test_no_telephone_number_password_or_real_address_is_recorded(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\b0\d{2,4} \d{3,4} \d{3,4}\b", text)
    assert not re.search(r"^\s*password:", text, re.MULTILINE)
    assert all(found == "leeds.example" for found in re.findall(r"[\w.]+@([\w.]+)", text))
