"""What does an officer type of a hosting agreement, at each of its steps?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import ChoiceField, DateField, LongTextField, TextField
from partnerships.models import Body, HostingAgreement, Organisation, Partnership
from partnerships.rules.hosting import DUTIES, refusal_of_duty
from partnerships.services.hosting import TERMS

QUESTIONS = {
    "strategy": "Has the host appended the priority to its own strategy?",
    "risk_register": "Does the host’s own risk register reflect it?",
    "action_plan": "Has the host produced an action plan?",
}


class HostingFields(forms.Form):
    """What is hosted, by whom, with whom, and who watches over it."""

    priority = TextField(label="Priority", max_length=200)
    host = forms.ModelChoiceField(Organisation.objects.current(), label="Lead body (host)")
    supporters = forms.ModelMultipleChoiceField(
        Organisation.objects.current(), label="Supporting bodies", required=False
    )
    supporters_in_words = TextField(
        label="Other services that support it", max_length=300, required=False
    )
    monitored_by = forms.ModelChoiceField(
        Body.objects.none(),
        label="Monitored by",
        required=False,
        help_text="The body of the partnership that commissions, such as a commissioning board",
    )
    note = LongTextField(label="Note", max_length=4000, rows=3, required=False)

    entry_layout = (
        "priority",
        "host",
        "supporters",
        "supporters_in_words",
        "monitored_by",
        "note",
    )

    def offer(self, partnership: Partnership) -> None:
        """Offer the partnership's bodies."""
        fields: Any = self.fields
        fields["monitored_by"].queryset = Body.objects.filter(partnership=partnership)

    def entry(self) -> dict[str, Any]:
        """Return the terms, without the supporters."""
        return {name: self.cleaned_data[name] for name in TERMS}


class NewHostingForm(HostingFields, OnceForm):
    """A new agreement, as a draft."""

    submit_label = "Save as a draft"
    layout = HostingFields.entry_layout

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(partnership)


class ChangeHostingForm(HostingFields, VersionedForm):
    """A change of the terms, with its reason."""

    submit_label = "Save changes"
    layout = (*HostingFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.partnership)


class DutiesForm(VersionedForm):
    """The three duties of the host, each with what shows it."""

    submit_label = "Save"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [*HostingAgreement.Done.choices, ("", "Not answered")]
        for duty, question in QUESTIONS.items():
            words = f"Document that shows it: {DUTIES[duty]}"
            evidence = TextField(label=words, max_length=300, required=False)
            done = ChoiceField(label=question, choices=choices, required=False)
            self.add({duty: done, f"{duty}_evidence": evidence})

    def get_layout(self) -> Any:
        """Set each duty beside its evidence."""
        return [name for duty in QUESTIONS for name in (duty, f"{duty}_evidence")]

    def clean(self) -> dict[str, Any]:
        """Say beside the evidence what is missing."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for duty, words in DUTIES.items():
            done, evidence = cleaned.get(duty) or "", cleaned.get(f"{duty}_evidence") or ""
            refusal = refusal_of_duty(duty=words, done=done, evidence=evidence)
            if refusal:
                where = f"{duty}_evidence" if done else duty
                self.add_error(where, refusal.sentence)
        return cleaned

    def entry(self) -> dict[str, str]:
        """Return the answers with their evidence."""
        names = [name for duty in DUTIES for name in (duty, f"{duty}_evidence")]
        return {name: self.cleaned_data[name] or "" for name in names}


class AssessForm(VersionedForm):
    """The risk assessment that the agreement contains."""

    submit_label = "Record the assessment"

    day = DateField(label="Risks assessed on")
    text = LongTextField(label="Risk assessment", max_length=8000, rows=6)


class SignForm(VersionedForm):
    """One signature."""

    submit_label = "Record the signature"

    day = DateField(label="Signed on")
    signed_by = TextField(label="Post that signed", max_length=200, help_text="A post, not a name")


class StartForm(VersionedForm):
    """From when it holds."""

    submit_label = "Bring into force"

    day = DateField(label="In force from")


class EndForm(VersionedForm):
    """When and why it ended."""

    submit_label = "End the agreement"

    day = DateField(label="Ended on")
    text = LongTextField(label="Why it ended", max_length=2000, rows=3)


def values_of(agreement: HostingAgreement) -> dict[str, Any]:
    """Return the present terms under the form's field names."""
    supporters = [row.organisation_id for row in agreement.supporters.all()]
    return {**{name: getattr(agreement, name) for name in TERMS}, "supporters": supporters}


def duties_of(agreement: HostingAgreement) -> dict[str, Any]:
    """Return the present answers under the form's field names."""
    names = [name for duty in DUTIES for name in (duty, f"{duty}_evidence")]
    return {name: getattr(agreement, name) for name in names}


def step_values(agreement: HostingAgreement) -> dict[str, Any]:
    """Return what is recorded of the steps, to set beside what somebody else typed."""
    return {"text": agreement.risk_assessment, "day": agreement.assessed_on}
