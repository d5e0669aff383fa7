"""Which rows of money and hosting can a story add one by one, through the services?"""

from decimal import Decimal

from govreg.core import clock
from govreg.core.financial_years import financial_year_of
from partnerships.models import FundingArrangement, Organisation
from partnerships.queries.financial_reports import expected_of
from partnerships.services.financial_reports import record_report
from partnerships.services.hosting import add_hosting
from partnerships.services.resource_maps import add_resource_map
from partnerships.services.spending import add_efficiency, add_expenditure
from tests.partnerships.purse import pays, pool
from tests.people import Cast

from .growing import first_body, organisation, trust


def the_pool(cast: Cast) -> FundingArrangement:
    found = FundingArrangement.objects.filter(partnership=trust(), name="Small grants pool").first()
    return found or pool("children-leeds", by=cast.partnerships_officer, start=None, end=None)


def arrangement(cast: Cast, i: int) -> None:
    host = Organisation.objects.order_by("pk")[i]
    reference = ("children-leeds", "ces")[i % 2]
    by = cast.partnerships_officer
    made = pool(reference, by=by, name=f"Grown {i}", host=host, accountable_body=host)
    pays(made, "Jobcentre Plus", planned="10.00", paid="10.00", by=by)


def line_of_money(cast: Cast, i: int) -> None:
    """One more partner with a variation, one more amount spent and saved, one more report."""
    by, made = cast.partnerships_officer, the_pool(cast)
    partner = organisation(cast, i)
    today = clock.today()
    year = str(financial_year_of(today).after(-(i % 3)))
    pays(made, partner.name, planned="10.00", by=by, year=year)
    varied = {"varied_on": today, "because": f"Grown {i}"}
    pays(made, partner.name, planned="9.00", paid="9.00", by=by, year=year, **varied)
    spent = {"financial_year": year, "spent": Decimal("1.10"), "purpose": f"Grown {i}"}
    add_expenditure(arrangement=made, values=spent, by=by)
    saved = {"financial_year": year, "found": Decimal("1.10"), "how": f"Grown {i}"}
    add_efficiency(arrangement=made, values=saved, by=by)
    still_open = [r for r in expected_of(made, on=today) if r.sent_on is None]
    if i % 2 and still_open:
        report = still_open[0]
        record_report(
            arrangement=made,
            kind=report.kind,
            period_end=report.period_end,
            sent_on=today,
            note=f"Grown {i}",
            by=by,
        )


def agreement(cast: Cast, i: int) -> None:
    add_hosting(
        partnership=trust(),
        values={
            "priority": f"Grown {i}",
            "host": Organisation.objects.order_by("pk")[i],
            "monitored_by": first_body(),
        },
        supporters=list(Organisation.objects.order_by("pk")[: i + 1]),
        by=cast.partnerships_officer,
    )


def resource_map(cast: Cast, i: int) -> None:
    lines = [
        {"kind": "partnership", "holder": f"Grown {n}", "amount": Decimal(1)} for n in range(i + 1)
    ]
    values = {"title": f"Grown {i}", "area": "Leeds", "source": "Its own"}
    add_resource_map(values=values, lines=lines, by=cast.partnerships_officer)
