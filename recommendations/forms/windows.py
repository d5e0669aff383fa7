"""What does an officer type to plan an update window, to change it, or to move its actions?"""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from govreg.core.days import NOT_A_DAY, day_meant
from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import (
    DateField,
    FormField,
    LongTextField,
    TextField,
    WholeNumberField,
)
from partnerships.forms.calendars import NamedBody
from partnerships.models import Body
from recommendations.models import UpdateRequest, UpdateWindow
from recommendations.rules.windows import MOST_AT_ONCE, MOST_DAYS, refusal_of_days


class CommitteeFields(forms.Form):
    """The window's name, and the committee that its updates are for."""

    name = TextField(label="Name", max_length=150, help_text="For example: Update of spring 2027")
    committee = TextField(
        label="Committee",
        max_length=200,
        required=False,
        help_text="As it is called in its papers. Leave it empty where the register’s name will do",
    )
    body = NamedBody(
        Body.objects.none(),
        label="The same committee in the register",
        required=False,
        help_text="Where it is a body of a partnership",
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the committee in one way or the other."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not cleaned["committee"] and not cleaned["body"]:
            self.add_error(
                "committee", "Write the committee’s name, or choose it from the register"
            )
        return cleaned

    def offer(self, user: Any) -> None:
        """Offer the bodies that the officer may see."""
        fields: Any = self.fields
        seen = Body.objects.visible_to(user).select_related("partnership")
        fields["body"].queryset = seen.order_by("name")


class PlanWindowsForm(CommitteeFields, OnceForm):
    """Several windows at once: one for each date on which the committee meets."""

    submit_label = "Plan the windows"
    layout = (
        "name",
        "committee",
        "body",
        "dates",
        FormField("opens_before", width=3),
        FormField("closes_before", width=3),
    )

    dates = LongTextField(
        label="Dates on which the committee meets",
        max_length=2000,
        rows=4,
        help_text="One a line, for example 3 November 2026. Each has a window of its own",
    )
    opens_before = WholeNumberField(
        label="Opens so many days before", initial=30, max_value=MOST_DAYS
    )
    closes_before = WholeNumberField(
        label="Closes so many days before",
        initial=7,
        max_value=MOST_DAYS,
        help_text="The last day still counts",
    )

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(user)

    def clean_dates(self) -> list[date]:
        """Read a date from each line; say which line is none."""
        lines = [line.strip() for line in self.cleaned_data["dates"].splitlines() if line.strip()]
        if len(lines) > MOST_AT_ONCE:
            raise ValidationError(f"Plan at most {MOST_AT_ONCE} windows at once")
        found = []
        for line in lines:
            day = day_meant(line)
            if day is None:
                raise ValidationError(NOT_A_DAY.format(typed=line[:60]))
            if day in found:
                raise ValidationError(f"{day:%-d %B %Y} is given twice: leave one out")
            found.append(day)
        return sorted(found)

    def clean(self) -> dict[str, Any]:
        """Say beside the field that a window would close before it opens."""
        cleaned = super().clean()
        opens, closes = cleaned.get("opens_before"), cleaned.get("closes_before")
        if opens is not None and closes is not None and opens < closes:
            self.add_error(
                "opens_before", "The window must open before it closes: give more days here"
            )
        return cleaned


class ChangeWindowForm(CommitteeFields, VersionedForm):
    """A change of a window that has not opened, with its reason."""

    submit_label = "Save window"
    layout = ("name", "committee", "body", "committee_date", "opens", "closes", "why")

    committee_date = DateField(label="Date of the committee")
    opens = DateField(label="Opens on")
    closes = DateField(label="Last day", help_text="The day still counts")
    why = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    def __init__(self, *args: Any, user: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(user)
        self._on = on

    def clean(self) -> dict[str, Any]:
        """Ask the rule about the days; say beside which field it refuses."""
        cleaned = super().clean()
        days = {name: cleaned.get(name) for name in ("opens", "closes", "committee_date")}
        if all(days.values()):
            refusal = refusal_of_days(**days, on=self._on)  # type: ignore[arg-type]
            if refusal:
                field = "opens" if refusal.code == "opens-after-closing" else "closes"
                self.add_error(field, refusal.sentence)
        return cleaned


class ExtendWindowForm(VersionedForm):
    """A later last day, and why."""

    submit_label = "Extend the window"

    closes = DateField(label="New last day", help_text="The day still counts")
    why = LongTextField(label="Reason", max_length=2000, rows=3)


class RequestChoice(forms.ModelMultipleChoiceField):
    """Names each action with its recommendation."""

    def label_from_instance(self, obj: UpdateRequest) -> str:  # type: ignore[override]
        """Return what the reader chooses."""
        recommendation = obj.action.response.recommendation
        return f"{recommendation.review.reference} {recommendation.number}: {obj.action.title}"


class MoveForm(OnceForm):
    """Which actions go to which other window, and why."""

    submit_label = "Move the actions"

    actions = RequestChoice(
        UpdateRequest.objects.none(),
        label="Which actions?",
        widget=forms.CheckboxSelectMultiple,
        help_text="Those that are not answered yet",
    )
    to = forms.ModelChoiceField(UpdateWindow.objects.none(), label="To which window?")
    reason = LongTextField(label="Reason", max_length=2000, rows=3)

    def __init__(self, *args: Any, requests: Any, targets: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["actions"].queryset = requests
        fields["to"].queryset = targets
