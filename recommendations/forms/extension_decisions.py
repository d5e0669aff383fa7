"""What is typed to record what a committee decided of one extension, or of several?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from govreg.core import clock
from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.history import once
from govreg.core.refusals import Refusal
from govreg.core.ui.forms import ChoiceField, DateField, Fieldset, LongTextField, TextField
from partnerships.models import Body
from recommendations.models import ExtensionRequest
from recommendations.rules.extensions import refusal_of_early_meeting, refusal_of_meeting
from recommendations.services.extensions import Decision, Sitting

GRANT, REFUSE, LEAVE = "grant", "refuse", ""
DECISIONS = [(GRANT, "Grant"), (REFUSE, "Refuse")]
LATER = (LEAVE, "Leave for later")


class _BodyChoice(forms.ModelChoiceField):
    """A body of the register, told apart from its namesakes by its partnership."""

    def label_from_instance(self, obj: Body) -> str:
        """Return the body’s name and its partnership’s."""
        return f"{obj.name}, {obj.partnership.name}"


class SittingFields(forms.Form):
    """Which committee decided, when, and in which minute."""

    needed_where = {
        "committee": "Needed where it is no body of the register",
        "body": "Needed where no committee is named",
    }

    committee = TextField(
        label="Committee",
        max_length=200,
        required=False,
        help_text="For example: Corporate Governance and Audit Committee",
    )
    body = _BodyChoice(
        Body.objects.none(),
        label="Or a body of the register",
        required=False,
        empty_label="None of these",
    )
    meeting_on = DateField(label="Date of the meeting")
    minute_reference = TextField(
        label="Minute reference", max_length=60, help_text="For example: Minute 94"
    )

    sitting_layout = (
        Fieldset("Who decided?", "committee", "body"),
        "meeting_on",
        "minute_reference",
    )

    def offer(self, bodies: Any) -> None:
        """Offer bodies of the register to choose from; where there are none, do not ask."""
        if bodies.exists():
            self.fields["body"].queryset = bodies  # type: ignore[attr-defined]
        else:
            self.fields["body"].widget = forms.HiddenInput()

    def sitting(self) -> Sitting:
        """Return the meeting as the service takes it."""
        data = self.cleaned_data
        return Sitting(
            meeting_on=data["meeting_on"],
            minute_reference=data["minute_reference"],
            committee=data["committee"],
            body=data["body"],
        )

    def clean(self) -> dict[str, Any]:
        """Ask the rule whether it was one committee, and one that has met."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        day = cleaned.get("meeting_on")
        refusal = refusal_of_meeting(
            committee=cleaned.get("committee") or "",
            has_body=cleaned.get("body") is not None,
            day=day or clock.today(),
            on=clock.today(),
        )
        if refusal and "committee" not in self.errors and "body" not in self.errors:
            self.add_error(
                "meeting_on" if refusal.code == "meeting-to-come" else "committee",
                refusal.sentence,
            )
        return cleaned


class DecisionForm(SittingFields, VersionedForm):
    """What a committee decided of one request."""

    submit_label = "Record the decision"
    layout = ("decision", *SittingFields.sitting_layout, "note")

    decision = ChoiceField(
        label="What did the committee decide?",
        choices=[(GRANT, "It granted the extension"), (REFUSE, "It refused the extension")],
    )
    note = LongTextField(label="Note", max_length=4000, rows=4, required=False)

    def __init__(self, *args: Any, bodies: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(bodies)

    def clean(self) -> dict[str, Any]:
        """Ask the rule also whether the committee met once it had the request before it."""
        cleaned = super().clean()
        refusal = _early(self.record, cleaned.get("meeting_on"))
        if refusal:
            self.add_error("meeting_on", refusal.sentence)
        return cleaned

    def decision_made(self) -> Decision:
        """Return the decision as the service takes it."""
        return Decision(
            self.record,
            self.version,
            granted=self.cleaned_data["decision"] == GRANT,
            note=self.cleaned_data["note"],
        )


@dataclass(frozen=True, slots=True)
class Offered:
    """One endorsed request on the page: why it cannot be decided, or only not be granted.

    `before` is how often its action was extended.
    """

    request: ExtensionRequest
    before: int = 0
    refusal: Refusal | None = None
    not_granted: Refusal | None = None


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One request as the page shows it, with its fields where it can be decided."""

    offered: Offered
    decision: BoundField | None = None
    note: BoundField | None = None


class DecisionsForm(SittingFields, OnceForm):
    """What one meeting decided of several requests, saved at once."""

    submit_label = "Record the decisions"
    layout = SittingFields.sitting_layout

    def __init__(self, *args: Any, offered: Iterable[Offered], bodies: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offered = list(offered)
        self.offer(bodies)
        made: dict[str, forms.Field] = {}
        for line in self._open():
            choices = [*(DECISIONS if line.not_granted is None else DECISIONS[1:]), LATER]
            title = line.request.action.title
            made[f"decision_{line.request.pk}"] = ChoiceField(
                label=f"Decision on {title}", choices=choices, required=False, initial=LEAVE
            )
            made[f"note_{line.request.pk}"] = TextField(
                label=f"Note on {title}", max_length=400, required=False
            )
        self.add(made)
        for line in self._open():
            self.fields[f"version_{line.request.pk}"] = forms.IntegerField(
                initial=line.request.version,
                widget=forms.HiddenInput,
                min_value=0,
                max_value=2**31 - 1,
            )

    def _open(self) -> list[Offered]:
        return [line for line in self.offered if line.refusal is None]

    @property
    def lines(self) -> list[DecisionLine]:
        """The requests in the order of the page."""
        return [
            DecisionLine(line)
            if line.refusal
            else DecisionLine(
                line, self[f"decision_{line.request.pk}"], self[f"note_{line.request.pk}"]
            )
            for line in self.offered
        ]

    def clean(self) -> dict[str, Any]:
        """Ask also of each that was decided whether the committee met once it was endorsed."""
        cleaned = super().clean()
        for line in self._open():
            if cleaned.get(f"decision_{line.request.pk}"):
                refusal = _early(line.request, cleaned.get("meeting_on"))
                if refusal:
                    self.add_error("meeting_on", f"{line.request.action.title}: {refusal.sentence}")
        return cleaned

    def decisions(self) -> list[Decision]:
        """Return what was decided, as the service takes it."""
        data = self.cleaned_data
        return [
            Decision(
                line.request,
                data[f"version_{line.request.pk}"],
                granted=data[f"decision_{line.request.pk}"] == GRANT,
                note=data[f"note_{line.request.pk}"],
            )
            for line in self._open()
            if data[f"decision_{line.request.pk}"] != LEAVE
        ]

    def read_again(self) -> None:
        """Let the page be sent once more, with the requests as they are now in view."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        for line in self._open():
            data[f"version_{line.request.pk}"] = str(line.request.version)
        data[once.FIELD] = once.new_token()
        self.data = data


def _early(request: ExtensionRequest, meeting_on: date | None) -> Refusal | None:
    if meeting_on is None:
        return None
    return refusal_of_early_meeting(
        meeting_on=meeting_on, asked_on=request.asked_on, endorsed_on=request.answered_on
    )


def keys_decided(data: Mapping[str, Any]) -> set[int]:
    """Return the keys of the requests on which a sent page has a decision."""
    keys = {
        name.removeprefix("decision_")
        for name, value in data.items()
        if name.startswith("decision_") and value
    }
    return {int(key) for key in keys if key.isascii() and key.isdigit() and len(key) <= 18}


def values_of(request: ExtensionRequest) -> dict[str, Any]:
    """Return what is recorded of a request's decision, under the form's field names."""
    decided = {ExtensionRequest.State.GRANTED: GRANT, ExtensionRequest.State.REFUSED: REFUSE}
    return {
        "decision": decided.get(ExtensionRequest.State(request.state), ""),
        "committee": request.committee,
        "body": request.body,
        "meeting_on": request.meeting_on,
        "minute_reference": request.minute_reference,
        "note": request.note,
    }
