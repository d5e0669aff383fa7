"""Do the components say everything in words?"""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.template import engines
from django.test import RequestFactory

from govreg.core.refusals import Refusal
from govreg.core.ui import tags, words
from govreg.core.ui.components import SummaryRow


def show(source: str, **context: Any) -> BeautifulSoup:
    request = RequestFactory().get("/x/?a=1&page=3")
    html = engines["django"].from_string(source).render(context, request)
    return BeautifulSoup(html, "html.parser")


def test_dates_times_and_amounts_read_as_people_write_them() -> None:
    assert words.long_date(date(2007, 9, 5)) == "5 September 2007"
    summer = datetime(2026, 7, 1, 23, 5, tzinfo=UTC)
    assert words.long_date_time(summer) == "2 July 2026 at 12:05am"
    assert words.money(Decimal("853000.00")) == "£853,000"
    assert words.money("-12.5") == "-£12.50"
    assert words.long_date(None) == words.money(None) == ""


@pytest.mark.parametrize("value", [None, "", "  ", [], ()])
def test_what_is_missing_is_said_and_escaped(value: Any) -> None:
    page = show("{{ value|or_missing:said }}", value=value, said="No <owner> named")
    assert page.find(class_="app-missing").text == "No <owner> named"


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (False, "No"), ("<b>", "<b>")])
def test_what_is_there_is_shown(value: Any, text: str) -> None:
    assert show("{{ value|or_missing }}", value=value).text == text


def test_a_rating_always_has_its_word() -> None:
    assert "On track" in tags.progress_tag("on-track")
    assert "On track" in tags.progress_tag("ON_TRACK")
    assert "govuk-tag--red" in tags.progress_tag("late")
    assert "Not rated" in tags.progress_tag(None)
    assert "Amber" in tags.quarterly_tag("amber")
    assert "&lt;b&gt;" in tags.progress_tag("<b>")


def test_a_summary_list_names_what_its_links_change() -> None:
    rows = [SummaryRow("Lead officer", None, "/edit/"), ("Status", "Active")]
    page = show("{% summary_list rows %}", rows=rows)
    assert [key.text for key in page.find_all("dt")] == ["Lead officer", "Status"]
    assert page.a.text == "Change lead officer"
    assert page.find(class_="app-missing").text == "Not stated"
    assert len(page.select(".govuk-summary-list__row--no-actions")) == 1


def test_two_texts_stand_side_by_side_as_they_were_typed() -> None:
    page = show('{% compare mine theirs "Yours" "Theirs" %}', mine="<b>mine</b>", theirs="theirs")
    texts = [side.text for side in page.select(".app-compare__text")]
    assert texts == ["<b>mine</b>", "theirs"]
    assert [heading.text for heading in page.find_all("h3")] == ["Yours", "Theirs"]


def test_a_refusal_shows_the_rules_sentence_and_no_refusal_shows_nothing() -> None:
    refused = Refusal("no-evidence", "Add evidence first.")
    assert "Add evidence first." in show("{% refusal refused %}", refused=refused).text
    assert show("{% refusal refused %}", refused=None).text.strip() == ""


def test_an_empty_state_leads_to_the_first_one() -> None:
    page = show('{% empty_state "No meetings yet." "/add/" "Record the first meeting" %}')
    assert page.a["href"] == "/add/"
    assert "No meetings yet." in page.text


def test_a_changed_address_keeps_the_rest() -> None:
    assert show("{% query_with page=2 %}").text == "?a=1&page=2"
    assert show("{% query_with page='' %}").text == "?a=1"


def test_rich_text_and_a_chart_in_its_scroll_region() -> None:
    assert show("{{ text|rich_text:2 }}", text="# Title").h2.text == "Title"
    page = show('{% chart svg "Actions by rating" %}', svg="<svg>")
    region = page.find(role="region")
    assert region["aria-label"] == "Actions by rating"
    assert region["tabindex"] == "0"
    assert not region.find("svg")
