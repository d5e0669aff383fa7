"""How are the indicators of a partnership entered, changed and withdrawn, and targets set?"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.financial_years import read_financial_year
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import Indicator, IndicatorTarget, Partnership
from partnerships.rules import indicators as rules

from .allowed import enforce_keeping_indicators
from .searching import enter_indicator

EDITABLE = (
    "reference",
    "name",
    "group",
    "measures",
    "unit",
    "better",
    "frequency",
    "position",
    "plan",
    "theme",
    "baseline",
    "baseline_period",
    "has_no_baseline",
    "good_from",
    "poor_from",
    "compiler",
    "accountable",
    "delivery_plan",
    "delivery_document",
    "note",
)


def add_indicator(*, partnership: Partnership, values: Mapping[str, Any], by: Any) -> Indicator:
    """Enter an indicator of a partnership."""
    with change(verb="Added an indicator", by=by, scope=partnership.scope):
        enforce_keeping_indicators(partnership, by=by)
        # Held, so that two who add the 35th do not both find 34.
        locked(Partnership, partnership.pk)
        return _put(Indicator(), partnership, values)


def change_indicator(
    *, indicator: Indicator, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> Indicator:
    """Change what is entered of an indicator; its figures stay."""
    partnership = indicator.partnership
    with change(verb="Changed an indicator", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping_indicators(partnership, by=by)
        locked(Partnership, partnership.pk)
        indicator = locked(Indicator, indicator.pk, version=version)
        enforce(rules.refusal_to_change_withdrawn(withdrawn_on=indicator.withdrawn_on))
        return _put(indicator, partnership, values)


def withdraw_indicator(
    *, indicator: Indicator, version: int, day: date, on: date, by: Any, reason: str
) -> Indicator:
    """Withdraw an indicator: no figure is entered any more; what was entered stays."""
    partnership = indicator.partnership
    with change(verb="Withdrew an indicator", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping_indicators(partnership, by=by)
        indicator = locked(Indicator, indicator.pk, version=version)
        withdrawn = indicator.withdrawn_on
        enforce(rules.refusal_to_withdraw(withdrawn_on=withdrawn, day=day, on=on, reason=reason))
        indicator.partnership = partnership
        indicator.withdrawn_on, indicator.withdrawn_because = day, reason.strip()
        indicator.save()
        enter_indicator(indicator)
    return indicator


def set_targets(
    *, indicator: Indicator, version: int, targets: Mapping[str, Decimal], by: Any, reason: str = ""
) -> Indicator:
    """Keep what an indicator is to reach, by the financial year as it is typed.

    A year that is not named is taken out; history keeps what it was.
    """
    partnership = indicator.partnership
    verb = "Set the targets of an indicator"
    with change(verb=verb, by=by, reason=reason, scope=partnership.scope):
        enforce_keeping_indicators(partnership, by=by)
        indicator = locked(Indicator, indicator.pk, version=version)
        indicator.partnership = partnership
        enforce(rules.refusal_to_change_withdrawn(withdrawn_on=indicator.withdrawn_on))
        # Saved itself, so that whoever has the same page open meets its next version.
        indicator.save()
        kept = {row.financial_year: row for row in indicator.targets.all()}
        for typed, value in targets.items():
            year = read_financial_year(typed)
            enforce(rules.refusal_of_year(year=year, typed=typed))
            row = kept.pop(str(year), None) or IndicatorTarget(financial_year=str(year))
            if row.pk is None or row.value != value:
                row.indicator, row.value = indicator, value
                row.save()
        for row in kept.values():
            row.indicator = indicator
            row.delete()
    return indicator


def _put(indicator: Indicator, partnership: Partnership, values: Mapping[str, Any]) -> Indicator:
    indicator.partnership = partnership
    before = indicator.frequency
    put(indicator, values, allowed=EDITABLE)
    if indicator.pk is not None and indicator.frequency != before:
        has_figures = indicator.values.exists()
        enforce(rules.refusal_of_frequency(changes=True, figures=has_figures))
    others = Indicator.objects.filter(partnership=partnership).exclude(pk=indicator.pk)
    taken = others.filter(reference__iexact=indicator.reference).exists()
    enforce(rules.refusal_of_reference(reference=indicator.reference, taken=taken))
    alike = others.filter(group=indicator.group, withdrawn_on=None).count()
    enforce(rules.refusal_of_number(group=indicator.group, others=alike))
    enforce(
        rules.refusal_of_baseline(
            baseline=indicator.baseline,
            period=indicator.baseline_period,
            has_none=indicator.has_no_baseline,
        )
    )
    enforce(
        rules.refusal_of_limits(
            better=indicator.better, good=indicator.good_from, poor=indicator.poor_from
        )
    )
    owned = (indicator.plan, indicator.delivery_plan, indicator.delivery_document)
    is_own = all(one is None or one.partnership_id == partnership.pk for one in owned)
    enforce(rules.refusal_of_plan(is_own=is_own))
    indicator.save()
    enter_indicator(indicator)
    return indicator
