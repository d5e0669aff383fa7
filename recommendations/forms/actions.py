"""What does an officer type to agree an action?"""

from typing import Any

from django import forms

from govreg.core import timescales
from govreg.core.accounts.models import User
from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.timescales import SENSE_CHOICES, Precision, Sense
from govreg.core.ui.forms import (
    ChoiceField,
    DateField,
    Fieldset,
    FormField,
    LongTextField,
    TextField,
)
from partnerships.models import Body, Post, Team
from recommendations.models import AgreedAction
from recommendations.rules.agreement import refusal_of_timescale
from recommendations.services.actions import AgreedTimescale

AS_UNDERSTOOD, CORRECTED = "as-understood", "corrected"


class ActionFields(forms.Form):
    """The fields of an agreed action, for a new one and for one that is changed."""

    needed_where = {
        "review_date": "Needed where there is no due date: ongoing, from a date, begun by a date",
    }

    text = LongTextField(
        label="Agreed action",
        max_length=5000,
        rows=3,
        required=False,
        help_text="Leave it empty where the response stands as a whole",
    )
    timescale = TextField(
        label="Timescale, as agreed or printed",
        max_length=200,
        required=False,
        help_text="For example: by December 2007, Spring 2008, October – December 2007, ongoing",
    )
    reading = ChoiceField(
        label="How is the timescale read?",
        choices=[
            (AS_UNDERSTOOD, "As the register understands it"),
            (CORRECTED, "As I say here"),
        ],
        initial=AS_UNDERSTOOD,
    )
    sense = forms.ChoiceField(label="Kind of date", choices=SENSE_CHOICES, required=False)
    date = DateField(label="Date", required=False)
    review_date = DateField(label="Review date", required=False)
    posts = forms.ModelMultipleChoiceField(
        Post.objects.all(), label="Responsible posts", required=False
    )
    teams = forms.ModelMultipleChoiceField(
        Team.objects.all(), label="Responsible teams", required=False
    )
    bodies = forms.ModelMultipleChoiceField(
        Body.objects.none(), label="Responsible bodies", required=False
    )
    users = forms.ModelMultipleChoiceField(
        User.objects.active(), label="Responsible users", required=False
    )

    action_layout = (
        "text",
        "timescale",
        FormField("reading", reveal={CORRECTED: ["sense", "date"]}),
        "review_date",
        Fieldset(
            "Who is responsible?",
            "posts",
            "teams",
            "bodies",
            "users",
            hint="Nobody is a valid answer: it is then shown that no owner is named",
        ),
    )

    def understood(self) -> timescales.Timescale:
        """Return what the register understands of the timescale that was typed."""
        return timescales.understand(self.cleaned_data.get("timescale", ""))

    def agreed_timescale(self) -> AgreedTimescale:
        """Return the timescale to keep: as understood, or as the officer corrected it."""
        data = self.cleaned_data
        read = self.understood()
        if data["reading"] == AS_UNDERSTOOD:
            return AgreedTimescale(
                printed=data["timescale"],
                sense=read.sense,
                precision=read.precision,
                due_date=read.due_date,
                start_date=read.start_date,
                review_date=data["review_date"],
            )
        sense = Sense(data["sense"] or Sense.NO_DATE)
        starts = sense in {Sense.START, Sense.BEGUN_BY}
        return AgreedTimescale(
            printed=data["timescale"],
            sense=sense,
            precision=Precision.DAY if data["date"] else Precision.NONE,
            due_date=data["date"] if sense == Sense.DUE else None,
            start_date=data["date"] if starts else None,
            review_date=data["review_date"],
        )

    def owners(self) -> list[Any]:
        """Return everybody who is named as responsible."""
        return [
            owner
            for name in ("posts", "teams", "bodies", "users")
            for owner in self.cleaned_data[name]
        ]

    def clean(self) -> dict[str, Any]:
        """Ask the rule whether the timescale is complete; say beside which field it is not."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors:
            timescale = self.agreed_timescale()
            refusal = refusal_of_timescale(
                sense=timescale.sense,
                due_date=timescale.due_date,
                review_date=timescale.review_date,
            )
            if refusal:
                review = refusal.code == "review-date-missing"
                self.add_error("review_date" if review else "date", refusal.sentence)
        return cleaned


class NewActionForm(ActionFields, OnceForm):
    """A new agreed action."""

    submit_label = "Agree action"
    layout = ActionFields.action_layout

    def __init__(self, *args: Any, bodies: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["bodies"].queryset = bodies  # type: ignore[attr-defined]


class ChangeActionForm(ActionFields, VersionedForm):
    """A change of an agreed action, with its reason."""

    submit_label = "Save action"
    layout = (*ActionFields.action_layout, "why")

    why = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    def __init__(self, *args: Any, bodies: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["bodies"].queryset = bodies  # type: ignore[attr-defined]


def values_of(action: AgreedAction) -> dict[str, Any]:
    """Return an action's present values under the form's field names."""
    parties = [row.party for row in action.owners.select_related("user", "post", "team", "body")]
    read = timescales.understand(action.timescale_printed)
    as_read = (read.sense, read.due_date, read.start_date) == (
        action.sense,
        action.due_date,
        action.start_date,
    )
    return {
        "text": action.text,
        "timescale": action.timescale_printed,
        "reading": AS_UNDERSTOOD if as_read else CORRECTED,
        "sense": action.sense,
        "date": action.due_date or action.start_date,
        "review_date": action.review_date,
        "posts": [p for p in parties if isinstance(p, Post)],
        "teams": [p for p in parties if isinstance(p, Team)],
        "bodies": [p for p in parties if isinstance(p, Body)],
        "users": [p for p in parties if isinstance(p, User)],
    }
