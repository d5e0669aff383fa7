"""What does an officer type of an indicator and of its targets?"""

from decimal import Decimal
from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.financial_years import read_financial_year
from govreg.core.ui.forms import (
    ChoiceField,
    DateField,
    Fieldset,
    FormField,
    LongTextField,
    TextField,
    WholeNumberField,
)
from partnerships.models import (
    GovernanceDocument,
    Indicator,
    Partnership,
    Plan,
    Post,
    StrategicTheme,
)
from partnerships.rules.indicators import (
    MOST_NEGOTIATED,
    refusal_of_baseline,
    refusal_of_limits,
    refusal_of_year,
)
from partnerships.services.indicators import EDITABLE

from .figures import FigureField

#: Room for new targets on one page; saving it gives room for more.
NEW_TARGETS = 4


def _chosen(model: Any, label: str, **options: Any) -> forms.ModelChoiceField:
    """Return the field of a record that may be left out."""
    return forms.ModelChoiceField(
        model.objects.none(), label=label, required=False, empty_label="None", **options
    )


class IndicatorFields(forms.Form):
    """What is measured, from where it starts, what counts as good, and who answers for it."""

    reference = TextField(label="Reference", max_length=20, help_text="Such as NI 16")
    name = TextField(label="Name", max_length=200)
    group = ChoiceField(
        label="Which part of the set does it belong to?",
        choices=Indicator.Group.choices,
        help_text=f"At most {MOST_NEGOTIATED} targets are designated by an agreement",
    )
    measures = LongTextField(label="What does it measure?", max_length=4000, rows=3)
    unit = TextField(label="Unit", max_length=60, help_text="Such as per cent, or per 1,000 homes")
    better = ChoiceField(label="Which way is better?", choices=Indicator.Better.choices)
    frequency = ChoiceField(
        label="For which periods does it have figures?", choices=Indicator.Frequency.choices
    )
    position = WholeNumberField(
        label="Place in tables", required=False, max_value=999, help_text="1 stands first"
    )
    plan = _chosen(
        Plan, "Plan that it belongs to", help_text="None where it is the partnership’s as a whole"
    )
    theme = forms.ModelChoiceField(
        StrategicTheme.objects.select_related("framework"),
        label="Theme or outcome that it serves",
        required=False,
        empty_label="None",
    )
    baseline = FigureField(label="Baseline")
    baseline_period = TextField(
        label="Period of the baseline", max_length=60, required=False, help_text="Such as 2005/06"
    )
    has_no_baseline = forms.BooleanField(
        label="It is new and has no baseline: none is made up", required=False
    )
    good_from = FigureField(
        label="Limit of good",
        help_text="A figure of this or better is good",
    )
    poor_from = FigureField(
        label="Limit of poor",
        help_text="A figure worse than this is poor; between the two it is middling",
    )
    compiler = forms.ModelChoiceField(
        Post.objects.all(), label="Compiling officer’s post", required=False, empty_label="None"
    )
    accountable = forms.ModelChoiceField(
        Post.objects.all(), label="Accountable officer’s post", required=False, empty_label="None"
    )
    delivery_plan = _chosen(Plan, "Delivery plan, where it is a plan in the register")
    delivery_document = _chosen(
        GovernanceDocument, "Delivery plan, where it is one of the partnership’s documents"
    )
    note = LongTextField(label="Note", max_length=4000, rows=2, required=False)

    entry_layout = (
        FormField("reference", width=5),
        "name",
        "group",
        "measures",
        FormField("unit", width=20),
        "better",
        "frequency",
        Fieldset("To what does it belong?", "plan", "theme"),
        Fieldset("From where does it start?", "baseline", "baseline_period", "has_no_baseline"),
        Fieldset(
            "What counts as good?",
            "good_from",
            "poor_from",
            hint="The two limits colour the comparison of areas. Leave both empty where none are "
            "agreed.",
        ),
        Fieldset("Who answers for it?", "compiler", "accountable"),
        Fieldset("How is it brought about?", "delivery_plan", "delivery_document"),
        FormField("position", width=3),
        "note",
    )

    def offer(self, partnership: Partnership) -> None:
        """Offer the plans and documents of the indicator's own partnership."""
        fields: Any = self.fields
        plans = Plan.objects.filter(partnership=partnership)
        fields["plan"].queryset = plans
        fields["delivery_plan"].queryset = plans
        documents = GovernanceDocument.objects.filter(partnership=partnership)
        fields["delivery_document"].queryset = documents

    def clean(self) -> dict[str, Any]:
        """Say at the field what is wrong with the baseline and the limits."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not {"baseline", "baseline_period"} & set(self.errors):
            refusal = refusal_of_baseline(
                baseline=cleaned.get("baseline"),
                period=cleaned.get("baseline_period") or "",
                has_none=bool(cleaned.get("has_no_baseline")),
            )
            if refusal:
                field = "baseline"
                if refusal.code == "baseline-without-period":
                    field = "baseline_period"
                self.add_error(field, refusal.sentence)
        if not {"good_from", "poor_from", "better"} & set(self.errors):
            refusal = refusal_of_limits(
                better=cleaned["better"],
                good=cleaned.get("good_from"),
                poor=cleaned.get("poor_from"),
            )
            if refusal:
                self.add_error("poor_from", refusal.sentence)
        return cleaned

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        entered = {name: self.cleaned_data[name] for name in EDITABLE}
        return {**entered, "position": entered["position"] or 0}


class NewIndicatorForm(IndicatorFields, OnceForm):
    """A new indicator."""

    submit_label = "Add the indicator"
    layout = IndicatorFields.entry_layout

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(partnership)


class ChangeIndicatorForm(IndicatorFields, VersionedForm):
    """A change of an indicator, with its reason."""

    layout = (*IndicatorFields.entry_layout, "reason")

    reason = LongTextField(
        label="Reason for the change",
        max_length=2000,
        rows=3,
        help_text="Figures are not changed here: they are corrected where they are entered",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.partnership)


class WithdrawIndicatorForm(VersionedForm):
    """From which day on no figure is entered any more, and why."""

    submit_label = "Withdraw the indicator"
    layout = ("day", "reason")

    day = DateField(label="Withdrawn on")
    reason = LongTextField(label="Why is it withdrawn?", max_length=500, rows=3)


class TargetsForm(VersionedForm):
    """What the indicator is to reach, year by year; a year that is removed is taken out."""

    submit_label = "Save the targets"

    def __init__(self, *args: Any, record: Indicator, **options: Any) -> None:
        super().__init__(*args, record=record, **options)
        self.rows = record.targets.count() + NEW_TARGETS
        layout = []
        for number in range(1, self.rows + 1):
            year, value = f"year_{number}", f"value_{number}"
            self.add(
                {
                    year: TextField(label="Financial year", max_length=20, required=False),
                    value: FigureField(label=f"Target in {record.unit}"),
                }
            )
            fields = (FormField(year, width=10), FormField(value, width=10))
            layout.append(Fieldset(f"Target {number}", *fields))
        self.add({"reason": LongTextField(label="Reason", max_length=2000, rows=2, required=False)})
        self.layout = (*layout, "reason")

    def clean(self) -> dict[str, Any]:
        """Say at the field which year is none or named twice, and where a half is missing."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        seen = set()
        for number in range(1, self.rows + 1):
            typed = cleaned.get(f"year_{number}") or ""
            value = cleaned.get(f"value_{number}")
            if value is not None and not typed:
                self.add_error(f"year_{number}", "Say for which financial year the target is")
            if not typed:
                continue
            year = read_financial_year(typed)
            refusal = refusal_of_year(year=year, typed=typed)
            if refusal:
                self.add_error(f"year_{number}", refusal.sentence)
            elif str(year) in seen:
                self.add_error(f"year_{number}", f"{year} is entered twice")
            elif value is None and f"value_{number}" not in self.errors:
                self.add_error(f"value_{number}", f"Give the target for {year}, or remove the year")
            seen.add(str(year))
        return cleaned

    def targets(self) -> dict[str, Decimal]:
        """Return the targets by the year as it was typed."""
        data = self.cleaned_data
        numbers = range(1, self.rows + 1)
        return {data[f"year_{n}"]: data[f"value_{n}"] for n in numbers if data[f"year_{n}"]}


def values_of(indicator: Indicator) -> dict[str, Any]:
    """Return an indicator's present values under the form's field names."""
    found = {name: getattr(indicator, name) for name in EDITABLE}
    for name in ("baseline", "good_from", "poor_from"):
        found[name] = plain(found[name])
    return found


def targets_of(indicator: Indicator) -> dict[str, Any]:
    """Return the present targets under the form's field names."""
    found: dict[str, Any] = {}
    for number, row in enumerate(indicator.targets.all(), 1):
        found |= {f"year_{number}": row.financial_year, f"value_{number}": plain(row.value)}
    return found


def plain(value: Decimal | None) -> str:
    """Return a figure as a person types it.

    >>> plain(Decimal("12.5000")), plain(Decimal("1200.0000")), plain(None)
    ('12.5', '1200', '')
    """
    return "" if value is None else f"{value.normalize():f}"
