"""What does an administrator type of a priority scale?"""

from collections.abc import Mapping
from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import Fieldset, FormField, LongTextField, TextField
from reviews.models import PriorityScale

FEWEST_ROWS = 6
SPARE_ROWS = 2
MOST_ROWS = 60


class ScaleFields(forms.Form):
    """The name of a scale and its levels, the most serious first; empty rows are left out."""

    name = TextField(label="Name of the scale", max_length=120)

    fields: dict[str, forms.Field]
    data: Mapping[str, Any]
    numbers: range

    def add_levels(self, *, present: int = 0) -> None:
        """Add the rows of levels: two to spare, and never fewer than were sent."""
        sent = [n for n in range(1, MOST_ROWS + 1) if f"mark_{n}" in self.data]
        rows = max(FEWEST_ROWS, present + SPARE_ROWS, *sent)
        self.numbers = range(1, rows + 1)
        for number in self.numbers:
            self.fields[f"mark_{number}"] = TextField(
                label="Mark",
                max_length=12,
                required=False,
                help_text="As it is printed, for example *** or High" if number == 1 else "",
            )
            self.fields[f"meaning_{number}"] = TextField(
                label="Meaning", max_length=200, required=False
            )

    def level_layout(self) -> list[Any]:
        """Return one group a level."""
        groups = []
        for number in self.numbers:
            legend = f"Level {number}, the most serious" if number == 1 else f"Level {number}"
            mark = FormField(f"mark_{number}", width=10)
            groups.append(Fieldset(legend, mark, f"meaning_{number}"))
        return groups

    def clean(self) -> dict[str, Any]:
        """Ask for the other half of a level of which one half was typed."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for number in self.numbers:
            mark, meaning = cleaned.get(f"mark_{number}"), cleaned.get(f"meaning_{number}")
            if mark and not meaning:
                self.add_error(f"meaning_{number}", f"Enter the meaning of level {number}")
            if meaning and not mark:
                self.add_error(f"mark_{number}", f"Enter the mark of level {number}")
        return cleaned

    def levels(self) -> list[tuple[str, str]]:
        """Return the levels that were filled in, in their order."""
        data = self.cleaned_data
        rows = [(data[f"mark_{number}"], data[f"meaning_{number}"]) for number in self.numbers]
        return [(mark, meaning) for mark, meaning in rows if mark]


class NewScaleForm(ScaleFields, OnceForm):
    """A new scale."""

    submit_label = "Add scale"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.add_levels()

    def get_layout(self) -> Any:
        """Show the name and the levels."""
        return ["name", *self.level_layout()]


class ChangeScaleForm(ScaleFields, VersionedForm):
    """A change of a scale, with its reason."""

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.add_levels(present=self.record.levels.count())

    def get_layout(self) -> Any:
        """Show the name, the levels and the reason."""
        return ["name", *self.level_layout(), "reason"]


def values_of(scale: PriorityScale) -> dict[str, Any]:
    """Return a scale's present values under the form's field names."""
    values = {"name": scale.name}
    for number, level in enumerate(scale.levels.all(), start=1):
        values |= {f"mark_{number}": level.mark, f"meaning_{number}": level.meaning}
    return values
