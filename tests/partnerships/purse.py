"""Which money and which hosting agreements are in the tests' stories?"""

from datetime import date
from decimal import Decimal
from typing import Any

from partnerships.models import (
    FundingArrangement,
    FundingYear,
    HostingAgreement,
    Organisation,
    Partnership,
)
from partnerships.services.contributions import Given, keep_year
from partnerships.services.funding import add_funding
from partnerships.services.hosting import add_hosting, assess_risks, sign_hosting
from tests.people import Cast, signed_in

from .pages import page

WEST, CES, TRUST = "dp-west", "ces", "children-leeds"
YEAR = "2006/07"
POLICE = "West Yorkshire Police"


def organisation(name: str) -> Organisation:
    found: Organisation = Organisation.objects.get(name=name)
    return found


def pool(reference: str = WEST, *, by: Any, **values: Any) -> FundingArrangement:
    given = {
        "kind": "pooled",
        "name": "Small grants pool",
        "start": date(2006, 4, 1),
        "end": date(2007, 3, 31),
        "reports_due": True,
        "report_days": 30,
        **values,
    }
    partnership = Partnership.objects.get(reference=reference)
    return add_funding(partnership=partnership, values=given, by=by)


def pays(
    arrangement: FundingArrangement,
    name: str,
    *,
    by: Any,
    year: str = YEAR,
    planned: str | None = None,
    paid: str | None = None,
    **more: Any,
) -> FundingYear:
    """Keep one partner's contribution to a year; the rest of the year stays as it is."""
    kept = FundingYear.objects.filter(arrangement=arrangement, financial_year=year).first()
    given = Given(
        planned=None if planned is None else Decimal(planned),
        paid=None if paid is None else Decimal(paid),
    )
    return keep_year(
        arrangement=arrangement,
        financial_year=year,
        version=kept.version if kept else 0,
        given={organisation(name): given},
        by=by,
        **more,
    )


def hosted(reference: str = WEST, *, by: Any, priority: str = "Obesity") -> HostingAgreement:
    return add_hosting(
        partnership=Partnership.objects.get(reference=reference),
        values={"priority": priority, "host": organisation("Jobcentre Plus")},
        supporters=[organisation("Education Leeds")],
        by=by,
    )


def assessed(agreement: HostingAgreement, *, by: Any, on: date) -> HostingAgreement:
    current = HostingAgreement.objects.get(pk=agreement.pk)
    return assess_risks(agreement=agreement, version=current.version, on=on, text="Low.", by=by)


def signed(agreement: HostingAgreement, side: str, *, by: Any, on: date) -> HostingAgreement:
    current = HostingAgreement.objects.get(pk=agreement.pk)
    return sign_hosting(
        agreement=agreement,
        version=current.version,
        side=side,
        on=on,
        signed_by="Chief Executive",
        by=by,
    )


def flat(soup: Any) -> str:
    return " ".join(soup.get_text(" ").split())


def shown(cast: Cast, arrangement: FundingArrangement) -> str:
    client = signed_in(cast.auditor)
    reference = arrangement.partnership.reference
    return flat(page(client, "partnerships:funding", reference, arrangement.pk))
