"""What does an officer type of an area's resources?"""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from govreg.core.editing.forms import VersionedForm
from govreg.core.ui.forms import LongTextField, MoneyField, TextField
from partnerships.models import ResourceLine, ResourceMap
from partnerships.services.resource_maps import EDITABLE, OF_A_LINE

from .spending import FinancialYearField

EMPTY_ROWS, MOST_ROWS = 6, 60


class ResourceMapForm(VersionedForm):
    """What is mapped, and one row for each amount; rows without an amount are left out."""

    submit_label = "Save the map"

    title = TextField(label="Title", max_length=200)
    area = TextField(label="Area", max_length=200)
    financial_year = FinancialYearField(label="Financial year", required=False)
    source = TextField(label="Source", max_length=300)
    is_example = forms.BooleanField(label="It is an example from elsewhere", required=False)
    stated_partnership = MoneyField(
        label="Total of partnership resources as stated", min_value=0, required=False
    )
    stated_mainstream = MoneyField(
        label="Total of mainstream spending as stated", min_value=0, required=False
    )
    note = LongTextField(label="Note", max_length=4000, rows=3, required=False)
    reason = LongTextField(label="Reason for the change", max_length=2000, rows=2, required=False)

    def __init__(self, *args: Any, record: ResourceMap, **options: Any) -> None:
        held = record.lines.count() if record.pk else 0
        self.count = min(held + EMPTY_ROWS, MOST_ROWS + EMPTY_ROWS)
        super().__init__(*args, record=record, **options)
        for number in range(self.count):
            self.add(_row_fields(number))
        if record.pk is None:
            del self.fields["reason"]
        else:
            self.fields["reason"].required = True

    @property
    def before(self) -> list[BoundField]:
        """The fields above the rows."""
        return [self[name] for name in ("title", "area", "financial_year", "source", "is_example")]

    @property
    def after(self) -> list[BoundField]:
        """The fields below the rows."""
        names = ["stated_partnership", "stated_mainstream", "note", "reason"]
        return [self[name] for name in names if name in self.fields]

    @property
    def rows(self) -> list[list[BoundField]]:
        """The rows, each with its four fields."""
        return [[self[f"{part}_{n}"] for part in OF_A_LINE] for n in range(self.count)]

    def clean(self) -> dict[str, Any]:
        """Ask whose an amount is, and for the amount of a holder."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for n in range(self.count):
            holder, amount = cleaned.get(f"holder_{n}"), cleaned.get(f"amount_{n}")
            if holder and amount is None and f"amount_{n}" not in self.errors:
                self.add_error(f"amount_{n}", f"Enter the amount of {holder}")
            if amount is not None and not holder:
                self.add_error(f"holder_{n}", f"Say whose the amount of row {n + 1} is")
        return cleaned

    def entry(self) -> dict[str, Any]:
        """Return what is recorded of the map."""
        return {name: self.cleaned_data[name] for name in EDITABLE}

    def lines(self) -> list[dict[str, Any]]:
        """Return the rows with an amount, in their order."""
        rows = [
            {part: self.cleaned_data[f"{part}_{n}"] for part in OF_A_LINE}
            for n in range(self.count)
        ]
        return [row for row in rows if row["amount"] is not None]


def _row_fields(number: int) -> dict[str, forms.Field]:
    kinds = forms.ChoiceField(choices=ResourceLine.Kind.choices)
    made: dict[str, Any] = {
        "kind": kinds,
        "holder": TextField(max_length=200, required=False),
        "amount": MoneyField(min_value=0, required=False),
        "note": TextField(max_length=300, required=False),
    }
    labels = {"kind": "Kind", "holder": "Whose", "amount": "Amount", "note": "Note"}
    for part, field in made.items():
        field.label = f"{labels[part]}, row {number + 1}"
        field.short_label, field.partner = labels[part], f"row {number + 1}"
    return {f"{part}_{number}": field for part, field in made.items()}


def values_of(thing: ResourceMap) -> dict[str, Any]:
    """Return a map's present values under the form's field names."""
    found = {name: getattr(thing, name) for name in EDITABLE}
    for number, line in enumerate(thing.lines.all() if thing.pk else []):
        for part in OF_A_LINE:
            found[f"{part}_{number}"] = getattr(line, part)
    return found
