"""What does an officer type about a risk, its assessment, its actions and its register?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import (
    ChoiceField,
    DateField,
    Fieldset,
    FormField,
    LongTextField,
    TextField,
)
from partnerships.models import (
    Body,
    ExemptParagraph,
    Organisation,
    Partnership,
    Post,
    Risk,
    RiskRegisterState,
)
from partnerships.services.risks import ACTION, EDITABLE, STATE

LIKELIHOOD = {1: "Unlikely", 2: "Possible", 3: "Likely", 4: "Very likely", 5: "Almost certain"}
IMPACT = {1: "Minor", 2: "Moderate", 3: "Serious", 4: "Major", 5: "Severe"}


def of_scale(words: dict[int, str], points: int) -> list[tuple[int, str]]:
    """Return the points of the scale that a person chooses from, each with its word."""
    return [(point, f"{point} {words[point]}") for point in range(1, points + 1)]


class RiskFields(forms.Form):
    """What is said of a risk."""

    needed_where = {
        "exempt_paragraph": "Needed where it is exempt",
    }

    title = TextField(label="Risk", max_length=200, help_text="In a few words")
    body = forms.ModelChoiceField(
        Body.objects.none(),
        label="Body",
        required=False,
        empty_label="No single body",
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Partner organisation",
        required=False,
        empty_label="No single partner",
    )
    source = LongTextField(label="Source of the risk", max_length=4000, rows=3, required=False)
    consequence = LongTextField(label="Consequence", max_length=4000, rows=3, required=False)
    controls = LongTextField(label="Existing controls", max_length=4000, rows=3, required=False)
    owner = forms.ModelChoiceField(Post.objects.all(), label="Owner’s post", required=False)
    review_due = DateField(label="Next review due")
    exempt = forms.BooleanField(label="It is exempt from publication", required=False)
    exempt_paragraph = forms.ChoiceField(
        label="Under which paragraph of Schedule 12A, Local Government Act 1972?",
        choices=[("", "Not exempt"), *ExemptParagraph.choices],
        required=False,
    )

    entry_layout: tuple[Any, ...] = (
        "title",
        Fieldset(
            "Whose risk is it?",
            "body",
            "organisation",
            hint="Choose one of the two, or neither where it is the partnership’s as a whole",
        ),
        "source",
        "consequence",
        "controls",
        "owner",
        Fieldset("Publication", "exempt", "exempt_paragraph"),
    )

    def offer(self, partnership: Partnership) -> None:
        """Offer the partnership's bodies, and who is or was a partner in it."""
        fields: Any = self.fields
        members = partnership.memberships.order_by().values("organisation")
        fields["organisation"].queryset = Organisation.objects.filter(pk__in=members)
        fields["body"].queryset = Body.objects.filter(partnership=partnership)

    def entry(self) -> dict[str, Any]:
        """Return what is said of the risk."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class JudgementFields(forms.Form):
    """How likely a risk is and how much it would matter, with the controls there are."""

    day = DateField(label="Assessed on")
    likelihood = ChoiceField(label="Likelihood, with the controls there are", choices=[])
    impact = ChoiceField(label="Impact, with the controls there are", choices=[])
    note = LongTextField(label="Why", max_length=2000, rows=3, required=False)

    judged_layout = ("day", FormField("likelihood"), FormField("impact"), "note")

    def scale(self, points: int) -> None:
        """Offer the points of the council's scale."""
        fields: Any = self.fields
        fields["likelihood"].choices = of_scale(LIKELIHOOD, points)
        fields["impact"].choices = of_scale(IMPACT, points)

    def assessment(self) -> dict[str, Any]:
        """Return the judgement."""
        typed = self.cleaned_data
        return {
            "day": typed["day"],
            "likelihood": int(typed["likelihood"]),
            "impact": int(typed["impact"]),
            "note": typed["note"],
        }


class NewRiskForm(RiskFields, JudgementFields, OnceForm):
    """A new risk with its first assessment."""

    submit_label = "Add risk"
    layout = (
        *RiskFields.entry_layout,
        Fieldset("First assessment", *JudgementFields.judged_layout, "review_due"),
    )

    def __init__(self, *args: Any, partnership: Partnership, points: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(partnership)
        self.scale(points)


class ChangeRiskForm(RiskFields, VersionedForm):
    """A change of what is said of a risk, with its reason."""

    layout = (*RiskFields.entry_layout, "review_due", "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.partnership)


class AssessRiskForm(JudgementFields, OnceForm):
    """A new assessment; the earlier ones stay."""

    submit_label = "Record the assessment"
    layout = (*JudgementFields.judged_layout, "review_due")

    review_due = DateField(label="Next review due")

    def __init__(self, *args: Any, points: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.scale(points)


class CloseRiskForm(VersionedForm):
    """The day on which a risk was closed, and why."""

    submit_label = "Close the risk"

    closed_on = DateField(label="Closed on")
    because = LongTextField(
        label="Why is it no longer a risk?",
        max_length=2000,
        rows=3,
        help_text="For example: the grant was paid; it stands in another register now",
    )


class RiskActionForm(OnceForm):
    """What else is to be done."""

    submit_label = "Add action"

    text = LongTextField(label="What is to be done?", max_length=2000, rows=3)
    owner = forms.ModelChoiceField(Post.objects.all(), label="Owner’s post", required=False)
    due = DateField(label="Due", required=False)

    def entry(self) -> dict[str, Any]:
        """Return the action."""
        return {name: self.cleaned_data[name] for name in ACTION}


class RiskActionDoneForm(VersionedForm):
    """The day on which an action was done."""

    submit_label = "Record that it was done"

    done_on = DateField(label="Done on")


class RegisterStateForm(OnceForm):
    """Whether a risk register is kept, as at a day."""

    submit_label = "Record it"

    body = forms.ModelChoiceField(
        Body.objects.none(),
        label="Whose register?",
        required=False,
        empty_label="The partnership as a whole",
    )
    state = ChoiceField(label="Is a risk register kept?", choices=RiskRegisterState.State.choices)
    day = DateField(label="As at")
    review_due = DateField(label="Next review due", required=False)
    note = LongTextField(label="Note", max_length=2000, rows=3, required=False)

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["body"].queryset = Body.objects.filter(partnership=partnership)

    def entry(self) -> dict[str, Any]:
        """Return what is recorded of the register."""
        return {name: self.cleaned_data[name] for name in STATE}


def values_of(risk: Risk) -> dict[str, Any]:
    """Return a risk's present values under the form's field names."""
    return {name: getattr(risk, name) for name in EDITABLE}
