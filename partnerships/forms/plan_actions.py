"""What does an officer type of an action of a plan, and of what came of it?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import (
    DateField,
    Fieldset,
    FormField,
    LongTextField,
    TextField,
)
from govreg.core.ui.forms.fields import without_thousands
from partnerships.models import Organisation, Plan, PlanAction, PlanPriority, StrategicTheme
from partnerships.services.plan_actions import EDITABLE

#: One action has a handful of partners.
MOST_PARTNERS = 4


class NumberField(forms.DecimalField):
    """A figure such as a target, exact to two decimals."""

    widget = forms.TextInput

    def __init__(self, *, words_belong: str = "“How it is measured”", **options: Any) -> None:
        super().__init__(max_digits=14, decimal_places=2, required=False, **options)
        self.error_messages["invalid"] = (
            f"Write a number, such as 120 or 12.5. Words about it belong in {words_belong}"
        )

    def to_python(self, value: Any) -> Any:
        """Take the commas of thousands away: 1,200 is a number, and 1,2 is none."""
        return super().to_python(without_thousands(value) if isinstance(value, str) else value)


def _partner(number: int) -> forms.ModelChoiceField:
    """Return the field of one of those who act together with the lead."""
    return forms.ModelChoiceField(
        Organisation.objects.current(),
        label=f"Partner {number}",
        required=False,
        empty_label="None",
    )


class ActionFields(forms.Form):
    """What is done, what is to come of it, how that is measured, who leads it, and when."""

    reference = TextField(label="Reference", max_length=20, help_text="Such as E12")
    action = LongTextField(label="Action", max_length=4000, rows=3)
    priority = forms.ModelChoiceField(
        PlanPriority.objects.none(), label="Priority", required=False, empty_label="None"
    )
    theme = forms.ModelChoiceField(
        StrategicTheme.objects.none(),
        label="Theme",
        required=False,
        empty_label="That of the priority",
    )
    output = LongTextField(
        label="Planned output or outcome", max_length=4000, rows=2, required=False
    )
    measure = TextField(label="How it is measured", max_length=300, required=False)
    unit = TextField(label="Unit", max_length=60, required=False)
    baseline = NumberField(
        label="Baseline", help_text="Leave it empty where there is none: nothing is made up"
    )
    target = NumberField(label="Target")
    outcome = LongTextField(
        label="Outcome for people",
        max_length=4000,
        rows=2,
        required=False,
        help_text="What gets better for those who use services, or for citizens",
    )
    lead = forms.ModelChoiceField(
        Organisation.objects.current(),
        label="Lead organisation",
        required=False,
        empty_label="None",
    )
    partner_1 = _partner(1)
    partner_2 = _partner(2)
    partner_3 = _partner(3)
    partner_4 = _partner(4)
    start = DateField(
        label="Start date", help_text="Until then the action counts as white in the quarterly table"
    )
    end = DateField(label="End date", required=False)

    entry_layout = (
        FormField("reference", width=5),
        "action",
        Fieldset("What does it serve?", "priority", "theme", "outcome"),
        Fieldset("What is to come of it?", "output", "measure", "unit", "baseline", "target"),
        Fieldset(
            "Who leads it, and who acts with them?",
            "lead",
            "partner_1",
            "partner_2",
            "partner_3",
            "partner_4",
        ),
        Fieldset("When?", "start", "end"),
    )

    def offer(self, plan: Plan) -> None:
        """Offer the plan's own priorities and the themes of its framework."""
        fields: Any = self.fields
        fields["priority"].queryset = plan.priorities.all()
        themes = StrategicTheme.objects.filter(framework=plan.framework_id)
        fields["theme"].queryset = themes.select_related("framework")

    def entry(self) -> dict[str, Any]:
        """Return what is recorded of the action itself."""
        return {name: self.cleaned_data[name] for name in EDITABLE}

    def partners(self) -> list[Organisation]:
        """Return those who act together with the lead."""
        chosen = [self.cleaned_data[f"partner_{n}"] for n in range(1, MOST_PARTNERS + 1)]
        return [organisation for organisation in chosen if organisation]


class NewActionForm(ActionFields, OnceForm):
    """A new action of a plan."""

    submit_label = "Add the action"
    layout = ActionFields.entry_layout

    def __init__(self, *args: Any, plan: Plan, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(plan)


class ChangeActionForm(ActionFields, VersionedForm):
    """A change of an action, with its reason."""

    layout = (*ActionFields.entry_layout, "reason")

    reason = LongTextField(
        label="Reason for the change",
        max_length=2000,
        rows=3,
        help_text="Quarters that are closed keep what the action was",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.plan)


class WithdrawActionForm(VersionedForm):
    """From which day on an action is not reported any more, and why."""

    submit_label = "Withdraw the action"
    layout = ("day", "reason")

    day = DateField(label="Withdrawn on")
    reason = LongTextField(label="Why is it withdrawn?", max_length=500, rows=3)


class JointOutcomeForm(OnceForm):
    """What changed because partners acted together, with the evidence."""

    submit_label = "Record the outcome"
    layout = ("day", "changed", "because", "evidence")

    day = DateField(label="When was it seen?")
    changed = LongTextField(label="What changed?", max_length=4000, rows=3)
    because = LongTextField(
        label="What did the partners do together that brought it about?", max_length=4000, rows=3
    )
    evidence = LongTextField(
        label="Evidence",
        max_length=4000,
        rows=3,
        help_text="Figures before and after, a survey, a report: and where it can be read",
    )


def values_of(action: PlanAction) -> dict[str, Any]:
    """Return an action's present values under the form's field names."""
    found = {name: getattr(action, name) for name in EDITABLE}
    partners = action.partners.values_list("organisation_id", flat=True)
    for number, key in enumerate(partners[:MOST_PARTNERS], 1):
        found[f"partner_{number}"] = key
    return found
