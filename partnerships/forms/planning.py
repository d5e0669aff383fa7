"""What does an area manager type to plan a year's meetings, and what before they are created?"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from govreg.core.editing.forms import OnceForm
from govreg.core.timescales import Precision, understand
from govreg.core.ui.forms import (
    ChoiceField,
    DateField,
    Fieldset,
    FormField,
    LongTextField,
    RegisterForm,
    TextField,
    TimeField,
    WholeNumberField,
)
from govreg.core.ui.words import long_date
from partnerships.models import Meeting
from partnerships.rules.planning import (
    LAST,
    MOST_MEETINGS,
    Pattern,
    every_months,
    every_weeks,
    planned_days,
)

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
NTHS = [(1, "First"), (2, "Second"), (3, "Third"), (4, "Fourth"), (LAST, "Last")]


class PatternForm(RegisterForm):
    """From when, how many, how often, and which days to leave out."""

    submit_label = "Show the dates"
    required_if = {
        "weeks": ("pattern", Pattern.WEEKS),
        "months": ("pattern", Pattern.MONTHS),
    }
    layout = (
        "start",
        FormField("number", width=3),
        FormField(
            "pattern",
            reveal={
                Pattern.WEEKS: [FormField("weeks", width=3)],
                Pattern.MONTHS: ["nth", "weekday", FormField("months", width=3)],
            },
        ),
        "skip",
        Fieldset("Each meeting", FormField("starts_at", width=5), FormField("ends_at", width=5)),
        "place",
        "kind",
    )

    start = DateField(label="First possible date")
    number = WholeNumberField(
        label="How many meetings?", min_value=1, max_value=MOST_MEETINGS, initial=6
    )
    pattern = ChoiceField(
        label="How often?",
        choices=[
            (Pattern.WEEKS, "Every so many weeks, on the weekday of the first date"),
            (Pattern.MONTHS, "On a weekday of the month, such as the first Wednesday"),
        ],
        initial=Pattern.MONTHS,
    )
    weeks = WholeNumberField(
        label="Every how many weeks?", min_value=1, max_value=52, initial=8, required=False
    )
    nth = forms.TypedChoiceField(label="Which", choices=NTHS, coerce=int, initial=1)
    weekday = forms.TypedChoiceField(
        label="Weekday", choices=list(enumerate(WEEKDAYS)), coerce=int, initial=2
    )
    months = WholeNumberField(
        label="Every how many months?", min_value=1, max_value=12, initial=2, required=False
    )
    skip = LongTextField(
        label="Dates to leave out",
        max_length=2000,
        rows=3,
        required=False,
        help_text="One a line, for example 26 December 2007. A later date takes its place",
    )
    starts_at = TimeField(label="Starts at", required=False)
    ends_at = TimeField(label="Ends at", required=False)
    place = TextField(label="Place", max_length=200, required=False)
    kind = ChoiceField(label="Type", choices=Meeting.Kind.choices, initial=Meeting.Kind.BOARD)

    def clean_skip(self) -> set[date]:
        """Return the days that are written one a line."""
        found = set()
        for line in self.cleaned_data["skip"].splitlines():
            if not line.strip():
                continue
            read = understand(line)
            if read.precision is not Precision.DAY or read.due_date is None:
                raise ValidationError(f"“{line.strip()[:60]}” is no date, such as 26 December 2007")
            found.add(read.due_date)
        return found

    def days(self) -> list[date]:
        """Return the days that are asked for."""
        asked = self.cleaned_data
        if asked["pattern"] == Pattern.WEEKS:
            days = every_weeks(start=asked["start"], weeks=asked["weeks"])
        else:
            pattern = {name: asked[name] for name in ("start", "months", "nth", "weekday")}
            days = every_months(**pattern)
        return planned_days(days, number=asked["number"], skip=asked["skip"])

    def shared(self) -> dict[str, Any]:
        """Return what all the meetings have in common."""
        return {name: self.cleaned_data[name] for name in SHARED}


SHARED = ("starts_at", "ends_at", "place", "kind")


class DatesForm(OnceForm):
    """The dates before the meetings are created: each can be changed or left out."""

    submit_label = "Create these meetings"

    starts_at = TimeField(label="Starts at", required=False)
    ends_at = TimeField(label="Ends at", required=False)
    place = TextField(label="Place", max_length=200, required=False)
    kind = forms.ChoiceField(label="Type", choices=Meeting.Kind.choices)

    def __init__(self, *args: Any, days: Sequence[date | None], **options: Any) -> None:
        super().__init__(*args, **options)
        self.count = min(len(days), MOST_MEETINGS)
        made: dict[str, forms.Field] = {}
        for number, day in enumerate(days[:MOST_MEETINGS]):
            made[f"day_{number}"] = DateField(label=f"Meeting {number + 1}", initial=day)
            made[f"without_{number}"] = forms.BooleanField(
                label=f"Leave out meeting {number + 1}", required=False
            )
        made["count"] = WholeNumberField(
            initial=self.count, widget=forms.HiddenInput, max_value=MOST_MEETINGS
        )
        self.fields = made | self.fields

    @property
    def date_lines(self) -> list[tuple[BoundField, BoundField]]:
        """Each date with the box that leaves it out."""
        return [(self[f"day_{n}"], self[f"without_{n}"]) for n in range(self.count)]

    @property
    def shared_fields(self) -> list[BoundField]:
        """What all of them have in common."""
        return [self[name] for name in SHARED]

    def clean(self) -> dict[str, Any]:
        """Ask for at least one date that is not left out, and for each only once."""
        cleaned = super().clean()
        for number in range(self.count):
            if cleaned.get(f"without_{number}"):
                self.errors.pop(f"day_{number}", None)
        days = self._kept()
        if self.count and not days and not self.errors:
            raise ValidationError("Leave at least one meeting in")
        twice = next((day for day in days if days.count(day) > 1), None)
        if twice:
            raise ValidationError(f"{long_date(twice)} is there twice. Leave one of them out")
        return cleaned

    def _kept(self) -> list[date]:
        data = self.cleaned_data
        kept = [n for n in range(self.count) if not data.get(f"without_{n}")]
        return [data[f"day_{n}"] for n in kept if data.get(f"day_{n}")]

    def several(self) -> list[dict[str, Any]]:
        """Return what is recorded of each meeting."""
        shared = {name: self.cleaned_data[name] for name in SHARED}
        return [{"day": day, **shared} for day in self._kept()]


def count_asked(data: Any) -> int:
    """Return how many dates a sent page had."""
    typed = str(data.get("count", ""))[:4]
    number = int(typed) if typed.isascii() and typed.isdigit() else 0
    return min(number, MOST_MEETINGS)
