"""What does an officer type of all partners' contributions to a financial year, on one page?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Q
from django.forms.boundfield import BoundField

from govreg.core.editing.forms import VersionedForm
from govreg.core.ui.forms import DateField, LongTextField, MoneyField, TextField
from partnerships.models import Contribution, FundingArrangement, FundingYear, Organisation
from partnerships.services.contributions import Given

PARTS = {
    "planned": "Planned",
    "paid": "Paid",
    "in_kind": "In kind",
    "in_kind_value": "Value in kind",
}
ANOTHER = "another"


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """One partner on the page, with the four fields."""

    name: str
    fields: list[BoundField]


class YearForm(VersionedForm):
    """One row for each partner, and the total that a document states."""

    needed_where = {
        "varied_on": "Needed where a planned amount that was saved before is changed",
        "because": "Needed where a planned amount that was saved before is changed",
    }

    submit_label = "Save the year"

    stated_total = MoneyField(
        label="Total of the year as stated",
        required=False,
        help_text="What the agreement or a report says, to compare with the sum of the rows",
    )
    source = TextField(label="Where that total is stated", max_length=300, required=False)
    another = forms.ModelChoiceField(
        Organisation.objects.current(),
        label="A partner that is not listed",
        required=False,
        empty_label="None",
    )
    varied_on = DateField(label="Date of the variation", required=False)
    because = LongTextField(
        label="Reason for the variation", max_length=2000, rows=2, required=False
    )

    def __init__(
        self, *args: Any, record: FundingYear, partners: Sequence[Organisation], **options: Any
    ) -> None:
        self.partners = list(partners)
        super().__init__(*args, record=record, **options)
        for partner in self.partners:
            self.add(_row_fields(str(partner.pk), partner.name))
        self.add(_row_fields(ANOTHER, "the partner that is not listed"))

    @property
    def rows(self) -> list[PartnerRow]:
        """The partners in the order of the page."""
        return [PartnerRow(p.name, self._bound(str(p.pk))) for p in self.partners]

    @property
    def another_row(self) -> list[BoundField]:
        """The four fields of the partner that is not listed."""
        return self._bound(ANOTHER)

    def _bound(self, key: str) -> list[BoundField]:
        return [self[f"{part}_{key}"] for part in PARTS]

    def clean(self) -> dict[str, Any]:
        """Say beside the field what is missing."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for key in [*(str(p.pk) for p in self.partners), ANOTHER]:
            if cleaned.get(f"in_kind_value_{key}") is not None and not cleaned.get(
                f"in_kind_{key}"
            ):
                self.add_error(f"in_kind_{key}", "Say what is given in kind")
        other = cleaned.get("another")
        if other in self.partners:
            self.add_error("another", f"{other} has a row of its own. Enter its amounts there")
        if other is None and not self._given(ANOTHER).is_empty:
            self.add_error("another", "Choose the partner that the last row is of")
        return cleaned

    def _given(self, key: str) -> Given:
        data = self.cleaned_data
        return Given(
            planned=data.get(f"planned_{key}"),
            paid=data.get(f"paid_{key}"),
            in_kind=data.get(f"in_kind_{key}") or "",
            in_kind_value=data.get(f"in_kind_value_{key}"),
        )

    def given(self) -> dict[Organisation, Given]:
        """Return what each partner contributes."""
        found = {partner: self._given(str(partner.pk)) for partner in self.partners}
        other = self.cleaned_data["another"]
        return found | ({other: self._given(ANOTHER)} if other else {})


def _row_fields(key: str, name: str) -> dict[str, forms.Field]:
    made: dict[str, forms.Field] = {}
    for part, words in PARTS.items():
        field: Any = (
            TextField(max_length=500, required=False)
            if part == "in_kind"
            else MoneyField(required=False, min_value=0)
        )
        field.label = f"{words}, {name}"
        field.short_label, field.partner = words, name
        made[f"{part}_{key}"] = field
    return made


def partners_of(arrangement: FundingArrangement, *, on: Any) -> list[Organisation]:
    """Return the organisations that contributed in any year or are members on a day, by name."""
    contributed = Contribution.objects.filter(arrangement=arrangement).order_by()
    members = arrangement.partnership.memberships.in_force(on=on).order_by().values("organisation")
    wanted = Q(pk__in=contributed.values("organisation")) | Q(pk__in=members)
    found = Organisation.objects.filter(wanted)
    return list(found.order_by("name"))


def values_of(year: FundingYear) -> dict[str, Any]:
    """Return what is kept of a year under the form's field names."""
    found: dict[str, Any] = {"stated_total": year.stated_total, "source": year.source}
    rows = Contribution.objects.filter(
        arrangement=year.arrangement_id, financial_year=year.financial_year
    )
    for row in rows:
        for part in PARTS:
            found[f"{part}_{row.organisation_id}"] = getattr(row, part)
    return found
