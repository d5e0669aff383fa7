"""Do figures of indicators come in from a sheet as the page would take them?"""

from decimal import Decimal

import pytest
from django.test import Client

from partnerships.models import IndicatorValue
from tests.people import Cast, signed_in

from .indicator import entered, small_indicator
from .sheet_files import (
    brought_in,
    confirmed,
    edited,
    file_of,
    previewed,
    rows_of,
    taken_out,
    words,
)

pytestmark = pytest.mark.django_db
WEST = "dp-west"


@pytest.fixture
def client(cast: Cast) -> Client:
    """West's area manager, with two figures of a quarterly indicator."""
    by = cast.area_manager_west
    figures = {("West", "2006-07-q2"): "1200.5", ("", "2006-07-q3"): "12"}
    entered(small_indicator(by), figures, by=by)
    return signed_in(by)


def sent(client, edit):
    return edited(client, WEST, "figures", edit)


def test_figures_are_added_and_corrected_as_revisions(client):
    def edit(rows):
        rows[0].update({"Figure": "1,300.25", "Why it is corrected": "Counted anew."})
        new = {**rows[0], "Reference": "", "Version": "", "Why it is corrected": ""}
        rows.append({**new, "Area": "east", "Period": "Quarter 3 2006/07", "Figure": "7"})
        rows.append({**new, "Area": "", "Period": "2006-07-q1", "Figure": "0"})

    told = client.get(confirmed(client, *sent(client, edit)).url)
    assert "2 rows were added and 1 changed" in told.content.decode()
    kept = IndicatorValue.objects.filter(indicator__reference="X1")
    assert kept.count() == 5
    last = kept.get(area__name="West", revision=2)
    assert (last.value, last.reason) == (Decimal("1300.25"), "Counted anew.")
    assert kept.get(area__name="East").quarter == 3


def test_what_a_rule_refuses_is_told_by_line(client):
    def edit(rows):
        new = {**rows[0], "Reference": "", "Version": "", "Figure": "1"}
        rows.append({**new, "Period": "2098/99 Q1"})
        rows.append({**new, "Period": "2005/06"})
        rows.append({**new, "Period": "soon"})
        rows.append({**new, "Area": "Atlantis"})
        rows.append({**new, "Indicator": "X9"})
        rows.append({**new, "Area": "East", "Figure": "about ten"})
        rows.append({**new, "Area": "South", "Figure": ""})
        rows.append({**new})
        rows[0]["Figure"] = "13"
        rows[1]["Period"] = "2006/07 Q1"

    said = words(sent(client, edit)[1])
    for sentence in (
        "Period: That period has not ended",
        "Period: This indicator has figures for quarters",
        "“soon” is no period",
        "“Atlantis” is no area",
        "“X9” is the reference of no indicator",
        "Write a number, such as 120 or 12.5",
        "Figure: Fill in the figure",
        "That figure is entered already",
        "Why it is corrected: A figure that was entered before is changed",
        "A figure stays with its indicator, area and period",
    ):
        assert sentence in said
    assert IndicatorValue.objects.filter(indicator__reference="X1").count() == 2


def test_a_sheet_from_before_a_correction_is_refused(client, cast):
    rows = rows_of(taken_out(client, WEST, "figures"))
    rows[0].update({"Figure": "1", "Why it is corrected": "x"})
    one = IndicatorValue.objects.get(indicator__reference="X1", area__name="West").indicator
    figures = {("West", "2006-07-q2"): "9"}
    entered(one, figures, by=cast.partnerships_officer, reason="Late return.", seen=1)
    _address, page = previewed(client, WEST, "figures", file_of(rows))
    assert "corrected since" in words(page)


def test_only_keepers_bring_figures_in(client, cast):
    content = taken_out(client, WEST, "figures")
    assert [row["Figure"] for row in rows_of(content)] == ["1200.5", "12"]
    reader = signed_in(cast.scrutiny_member)
    assert brought_in(reader, WEST, "figures", content).status_code == 403
