"""Does a partnership's performance open at the newest quarter that is known?"""

import pytest

from partnerships.models import Partnership
from partnerships.queries.performance import last_reported
from partnerships.services.quarters import close_quarter
from tests.partnerships.pages import read
from tests.partnerships.quarter import of_plan, quarter
from tests.people import Cast, signed_in

pytestmark = pytest.mark.django_db


def test_a_quarter_that_was_closed_is_where_performance_opens(cast: Cast) -> None:
    initiative = Partnership.objects.get(reference="leeds-initiative")
    day = quarter("2007-08-q1").first_day
    assert last_reported(initiative, on=day) == quarter("2006-07-q3")
    close_quarter(reporting=of_plan("2006-07-q4"), on=day, by=cast.partnerships_officer)
    assert last_reported(initiative, on=day) == quarter("2006-07-q4")
    page = read(signed_in(cast.scrutiny_member).get("/partnerships/leeds-initiative/performance/"))
    assert page.select_one("select[name=period] option[selected]").get_text() == "Quarter 4 2006/07"


def test_figures_of_the_years_of_the_data_can_be_corrected(cast: Cast) -> None:
    initiative = Partnership.objects.get(reference="leeds-initiative")
    first = initiative.indicators.order_by("pk").first()
    page = read(signed_in(cast.partnerships_officer).get(f"/indicators/{first.pk}/figures/"))
    years = [one.get_text(strip=True) for one in page.select("select[name=year] option")]
    assert {"2005/06", "2006/07"} <= set(years)
    assert page.select_one("select[name=year] option[selected]").get_text(strip=True) == "2006/07"
