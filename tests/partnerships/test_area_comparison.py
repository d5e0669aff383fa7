"""Do areas stand beside each other, each figure with its word, and lead to what is behind it?"""

import io
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from partnerships.models import Area, Indicator, IndicatorValue
from partnerships.rules.indicator_values import direction_of, is_off_target, standing_of
from tests.partnerships.indicator import entered, small_indicator
from tests.partnerships.pages import page
from tests.people import signed_in

pytestmark = pytest.mark.django_db
LEEDS = ("partnerships:area-comparison", "leeds-initiative")


def cell(soup, area, indicator):
    """Return the cell of an area and an indicator by their heads."""
    heads = [head.a.text for head in soup.select(".app-quilt thead th") if head.a]
    row = next(r for r in soup.select(".app-quilt tbody tr") if r.th.text == area)
    return row.find_all("td")[heads.index(indicator)]


@pytest.mark.parametrize(
    ("value", "better", "word"),
    [
        ("10", "lower", "Good"),
        ("10.0001", "lower", "Middling"),
        ("20", "lower", "Middling"),
        ("20.0001", "lower", "Poor"),
        ("20", "higher", "Good"),
        ("19.9", "higher", "Middling"),
        ("10", "higher", "Middling"),
        ("9.9", "higher", "Poor"),
    ],
)
def test_the_limits_decide_and_belong_to_the_better_side(value, better, word):
    good, poor = (Decimal(10), Decimal(20)) if better == "lower" else (Decimal(20), Decimal(10))
    assert standing_of(Decimal(value), better=better, good=good, poor=poor).label == word


def test_without_limits_or_figure_nothing_is_judged():
    one = {"better": "lower", "good": None, "poor": None}
    assert standing_of(Decimal(3), **one).label == "No limits"
    assert standing_of(None, **one).label == "No figure"
    assert not is_off_target(None, Decimal(3), better="lower")
    assert is_off_target(Decimal(4), Decimal(3), better="lower")
    assert direction_of(Decimal(3), Decimal(4), better="lower") == "Worse than before"


def test_each_cell_has_figure_word_and_the_way_to_its_trend(cast):
    soup = page(signed_in(cast.scrutiny_member), *LEEDS)
    found = cell(soup, "West", "Streets with litter")
    assert found.text.split() == ["16.8", "Middling"]
    west, litter = Area.objects.get(name="West"), Indicator.objects.get(reference="RP8")
    assert found.a["href"] == f"/indicators/{litter.pk}/?area={west.pk}#figures"
    assert (
        "Figures: West"
        in page(
            signed_in(cast.scrutiny_member), "partnerships:indicator", litter.pk, area=str(west.pk)
        ).text
    )
    region = soup.select_one(".app-quilt-frame")
    assert region["tabindex"] == "0"
    assert region["aria-label"] == "Areas by indicators, Quarter 3 2006/07"


def test_another_period_shows_the_corrected_figure_and_the_year_then_complete(cast):
    soup = page(signed_in(cast.scrutiny_member), *LEEDS, period="2006-07-q2")
    assert cell(soup, "West", "Streets with litter").text.split() == ["20.5", "Poor"]
    soup = page(signed_in(cast.scrutiny_member), *LEEDS, period="2005-06-q3")
    heads = {head.a.text: head.span.text for head in soup.select(".app-quilt thead th") if head.a}
    assert heads["New firms still trading after a year"].endswith("2004/05")
    soup = page(signed_in(cast.scrutiny_member), *LEEDS, period="1999-00-q1")
    assert "No figure of an area was entered for Quarter 1 1999/00" in soup.text


def test_one_area_or_one_indicator_is_a_list(cast):
    client = signed_in(cast.scrutiny_member)
    litter = Indicator.objects.get(reference="RP8")
    soup = page(client, *LEEDS, indicator=str(litter.pk))
    order = [row.th.text for row in soup.select("main table")[0].select("tbody tr")]
    assert order == ["North East", "South", "West", "North West", "East"]
    safe = Indicator.objects.get(reference="RP2")  # higher is better
    soup = page(client, *LEEDS, indicator=str(safe.pk))
    order = [row.th.text for row in soup.select("main table")[0].select("tbody tr")]
    assert (order[0], order[-1]) == ("North East", "East")
    west = Area.objects.get(name="West")
    soup = page(client, *LEEDS, area=str(west.pk))
    assert len(soup.select("main table")[0].select("tbody tr")) == 10
    assert not soup.select(".app-quilt")


def test_a_theme_narrows_it_and_what_is_unknown_is_left_out(cast):
    client = signed_in(cast.scrutiny_member)
    theme = Indicator.objects.get(reference="RP8").theme_id
    soup = page(client, *LEEDS, theme=str(theme))
    heads = [head.a.text for head in soup.select(".app-quilt thead th") if head.a]
    assert heads == ["Streets with litter"]
    soup = page(client, *LEEDS, theme="x", area="9" * 18, indicator="²", period="whenever")
    assert len(soup.select(".app-quilt thead th")) == 11


def test_the_figures_leave_as_a_file(cast):
    client = signed_in(cast.scrutiny_member)
    answer = client.get(reverse(LEEDS[0], args=LEEDS[1:]), {"export": "csv"})
    text = b"".join(answer.streaming_content).decode()
    assert "West,RP8,Streets with litter,Environment,Quarter 3 2006/07,16.8,per cent,Middl" in text
    assert len(text.splitlines()) == 51


def test_the_table_leaves_as_a_workbook_that_runs_nothing(cast):
    officer = cast.partnerships_officer
    leeds = Indicator.objects.get(reference="RP8").partnership
    one = small_indicator(officer, leeds, reference="Z1", name="=1+1", position=99)
    entered(one, {("West", "2006-07-q3"): "12.25"}, by=officer)
    client = signed_in(cast.scrutiny_member)
    answer = client.get(reverse(LEEDS[0], args=LEEDS[1:]), {"export": "xlsx"})
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    rows = [[cell.value for cell in row] for row in book[book.sheetnames[0]].iter_rows()]
    assert rows[0][-1] == "'=1+1"
    assert [rows[-1][0], rows[-1][-1]] == ["West", 12.25]
    assert [row[0] for row in rows[1:4]] == ["Unit", "Period", "East"]
    assert len(list(book[book.sheetnames[1]].iter_rows())) == 12
    assert "area-comparison-2006-07-q3.xlsx" in answer["Content-Disposition"]


def test_the_figures_are_read_by_one_query_however_many(cast):
    client = signed_in(cast.scrutiny_member)
    page(client, *LEEDS)

    def asked():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page(client, *LEEDS)
        table = IndicatorValue._meta.db_table
        figures = [q for q in queries if f'"{table}"."value"' in q["sql"]]
        return len(queries), len(figures)

    before = asked()
    officer = cast.partnerships_officer
    leeds = Indicator.objects.get(reference="RP8").partnership
    for n in range(3):
        one = small_indicator(officer, leeds, reference=f"Y{n}")
        entered(one, {("West", "2006-07-q3"): "1", ("East", "2006-07-q3"): "2"}, by=officer)
    assert asked() == before
    assert before[1] == 1


def test_without_areas_or_indicators_it_says_what_to_do(cast):
    client = signed_in(cast.area_manager_west)
    where = ("partnerships:area-comparison", "dp-west")
    assert "There is no indicator to compare areas by" in page(client, *where).text
    small_indicator(cast.area_manager_west)
    assert "No figure of an area was entered" in page(client, *where).text
    assert (
        signed_in(cast.area_manager_east).get(reverse(where[0], args=where[1:])).status_code == 404
    )
