"""How are the contributions of all partners to a financial year kept?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.refusals import enforce
from partnerships.models import (
    Contribution,
    ContributionVariation,
    FundingArrangement,
    FundingYear,
    Organisation,
)
from partnerships.rules.amounts import (
    refusal_of_amount,
    refusal_of_day_to_come,
    refusal_of_year,
)
from partnerships.rules.contributions import refusal_of_in_kind, refusal_of_unexplained_variation

from .allowed import enforce_keeping


@dataclass(frozen=True, slots=True)
class Given:
    """What one partner puts in: amounts in pounds, exact to the penny, or None."""

    planned: Decimal | None = None
    paid: Decimal | None = None
    in_kind: str = ""
    in_kind_value: Decimal | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered."""
        return self == Given()


def keep_year(
    *,
    arrangement: FundingArrangement,
    financial_year: str,
    version: int,
    given: Mapping[Organisation, Given],
    stated_total: Decimal | None = None,
    source: str = "",
    varied_on: date | None = None,
    because: str = "",
    by: Any,
) -> FundingYear:
    """Keep what every partner contributes to a year: all of it, or nothing where one is refused.

    `version` is that of the year that the writer saw, 0 where nothing was kept. What was planned
    already is changed as a variation, with its day and reason. Raises StaleVersion when somebody
    kept the year meanwhile.
    """
    partnership = arrangement.partnership
    verb = f"Kept the contributions of {financial_year}"
    with change(verb=verb, by=by, reason=because, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        enforce(refusal_of_year(financial_year))
        enforce(refusal_of_amount(stated_total, what="The stated total"))
        if varied_on:
            what = "The date of the variation"
            enforce(refusal_of_day_to_come(day=varied_on, on=clock.today(), what=what))
        # The arrangement is locked first, so that two first entries do not make two years.
        locked(FundingArrangement, arrangement.pk)
        year = _year(arrangement, financial_year, version)
        year.stated_total, year.source = stated_total, source.strip()
        year.save()
        kept = {
            row.organisation_id: row
            for row in Contribution.objects.filter(
                arrangement=arrangement, financial_year=financial_year
            )
        }
        varied = [
            organisation.name
            for organisation, row in given.items()
            if _varies(kept.get(organisation.pk), row)
        ]
        enforce(
            refusal_of_unexplained_variation(varied=varied, day=varied_on, reason=because.strip())
        )
        for organisation, row in given.items():
            _check(organisation, row)
            present = kept.get(organisation.pk)
            if present is None and row.is_empty:
                continue
            contribution = present or Contribution(
                arrangement=arrangement, organisation=organisation, financial_year=financial_year
            )
            contribution.arrangement = arrangement
            _put(contribution, row, varied_on, because.strip())
    return year


def _year(arrangement: FundingArrangement, financial_year: str, version: int) -> FundingYear:
    present = FundingYear.objects.filter(
        arrangement=arrangement, financial_year=financial_year
    ).first()
    year = (
        locked(FundingYear, present.pk, version=version)
        if present
        else FundingYear(financial_year=financial_year)
    )
    year.arrangement = arrangement
    return year


def _varies(present: Contribution | None, given: Given) -> bool:
    return present is not None and present.planned is not None and present.planned != given.planned


def _check(organisation: Organisation, given: Given) -> None:
    who = organisation.name
    for words, amount in (
        (f"What {who} plans to pay", given.planned),
        (f"What {who} paid", given.paid),
        (f"The value of what {who} gives in kind", given.in_kind_value),
    ):
        enforce(refusal_of_amount(amount, what=words))
    enforce(refusal_of_in_kind(who=who, in_kind=given.in_kind, value=given.in_kind_value))


def _put(row: Contribution, given: Given, day: date | None, because: str) -> None:
    before = Given(row.planned, row.paid, row.in_kind, row.in_kind_value)
    if row.pk is not None and before == given:
        return
    varies = _varies(row if row.pk else None, given)
    row.planned, row.paid = given.planned, given.paid
    row.in_kind, row.in_kind_value = given.in_kind.strip(), given.in_kind_value
    row.save()
    if varies and day:
        ContributionVariation(
            contribution=row, day=day, before=before.planned, after=given.planned, reason=because
        ).save()
