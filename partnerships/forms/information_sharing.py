"""What does an officer type of a training, a reminder or an obstacle to sharing?"""

from typing import Any

from django import forms

from govreg.core import clock
from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import (
    ChoiceField,
    DateField,
    Fieldset,
    FormField,
    LongTextField,
    TextField,
    WholeNumberField,
)
from partnerships.models import Post, SharingActivity, SharingObstacle
from partnerships.rules import information_sharing as rules
from partnerships.services.information_sharing import OBSTACLE

from .memberships import ANSWERS, STATED

PLACES = {
    "obstacle-to-come": "since",
    "obstacle-resolved-earlier": "resolved_on",
    "obstacle-resolved-by-nothing": "done",
}


class ActivityForm(OnceForm):
    """A training in the protocol, or a reminder of it."""

    submit_label = "Record it"
    layout = (
        "kind",
        "day",
        "what",
        "reached",
        Fieldset(
            "Of a training",
            FormField("trained", width=5),
            "covers_ethics",
            hint="Leave both for a reminder",
        ),
    )

    kind = ChoiceField(label="What was it?", choices=SharingActivity.Kind.choices)
    day = DateField(
        label="Date", required=False, help_text="Leave it empty where the day is not known"
    )
    what = TextField(label="What was done?", max_length=300)
    reached = TextField(
        label="Who was reached?", max_length=300, help_text="Organisations or groups, no individual"
    )
    trained = WholeNumberField(label="How many were trained?", required=False)
    covers_ethics = forms.ChoiceField(
        label="Was its ethical side covered?", choices=STATED, required=False
    )

    def clean(self) -> dict[str, Any]:
        """Say beside the field what is wrong."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        refusal = rules.refusal_of_activity(
            kind=cleaned.get("kind") or "",
            day=cleaned.get("day"),
            trained=cleaned.get("trained"),
            ethics=ANSWERS[cleaned.get("covers_ethics") or ""],
            today=clock.today(),
        )
        if refusal:
            at = "day" if refusal.code == "sharing-to-come" else "trained"
            self.add_error(at, refusal.sentence)
        return cleaned

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        names = ("kind", "day", "what", "reached", "trained")
        ethics = ANSWERS[self.cleaned_data["covers_ethics"]]
        return {**{name: self.cleaned_data[name] for name in names}, "covers_ethics": ethics}


class ObstacleFields(forms.Form):
    """What stands in the way, and what is done about it."""

    kind = ChoiceField(label="What kind of obstacle is it?", choices=SharingObstacle.Kind.choices)
    description = LongTextField(label="What stands in the way?", max_length=4000, rows=3)
    done = LongTextField(label="What is done about it?", max_length=4000, rows=3, required=False)
    owner = forms.ModelChoiceField(
        Post.objects.all(), label="Owner’s post", required=False, empty_label="Not named yet"
    )
    since = DateField(label="Known since")
    resolved_on = DateField(label="Resolved on", required=False)

    entry_layout = OBSTACLE

    def clean(self) -> dict[str, Any]:
        """Say beside the field what is wrong."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("since"):
            refusal = rules.refusal_of_obstacle(
                since=cleaned["since"],
                resolved_on=cleaned.get("resolved_on"),
                done=cleaned.get("done") or "",
                today=clock.today(),
            )
            if refusal:
                self.add_error(PLACES[refusal.code], refusal.sentence)
        return cleaned

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        return {name: self.cleaned_data[name] for name in OBSTACLE}


class NewObstacleForm(ObstacleFields, OnceForm):
    """An obstacle to add."""

    submit_label = "Add the obstacle"
    layout = ObstacleFields.entry_layout


class ChangeObstacleForm(ObstacleFields, VersionedForm):
    """A change of an obstacle, with its reason."""

    layout = (*ObstacleFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)


def values_of(obstacle: SharingObstacle) -> dict[str, Any]:
    """Return an obstacle's present values under the form's field names."""
    return {name: getattr(obstacle, name) for name in OBSTACLE}
