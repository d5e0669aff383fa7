"""What does whoever runs a quarter of a plan type, to open, close, publish or reopen it?"""

from datetime import date
from typing import Any

from govreg.core.editing.forms import OnceForm
from govreg.core.quarters import NUMBERS, Quarter, quarter_of, read_quarter, years_offered
from govreg.core.ui.forms import ChoiceField, DateField, LongTextField
from partnerships.models import Plan


class OpenQuarterForm(OnceForm):
    """Which quarter is opened, and by when answers are asked for."""

    submit_label = "Open the quarter"
    layout = ("quarter", "answers_by")

    quarter = ChoiceField(label="Quarter", choices=[])
    answers_by = DateField(label="Answers are asked for by")

    def __init__(self, *args: Any, plan: Plan, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["quarter"]
        field.choices = [(one.slug, str(one)) for one in quarters_offered(plan, on=on)]

    def meant(self) -> Quarter:
        """Return the chosen quarter."""
        found = read_quarter(self.cleaned_data["quarter"])
        assert found is not None  # one of the choices
        return found


def quarters_offered(plan: Plan, *, on: date) -> list[Quarter]:
    """Return the quarters of a plan that have begun and were never opened, the last first."""
    opened = {row.period for row in plan.quarters.all()}
    last = min(on, plan.end)
    every = [Quarter(year, number) for year in years_offered(last) for number in NUMBERS]
    here = quarter_of(last)
    return [
        one
        for one in reversed(every)
        if one <= here and one.last_day >= plan.start and one not in opened
    ]


class ReopenForm(OnceForm):
    """Why a closed quarter is reopened."""

    submit_label = "Reopen the quarter"
    layout = ("reason",)

    reason = LongTextField(label="Why is it reopened?", max_length=2000, rows=3)
