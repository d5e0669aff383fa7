"""What does an officer type of a plan, of its themes and of its priorities?"""

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
    WholeNumberField,
)
from partnerships.models import Plan, PlanPriority, StrategicFramework, StrategicTheme
from partnerships.rules.plans import refusal_of_period
from partnerships.services.plans import EDITABLE

#: Room for new priorities on one page; saving it gives room for more.
NEW_PRIORITIES = 5


class PlanFields(forms.Form):
    """What a plan is called, how far it reaches, when it runs, and to what it belongs."""

    name = TextField(label="Name", max_length=200)
    short_name = TextField(
        label="Name in tables", max_length=40, help_text="Such as the district: North East"
    )
    coverage = ChoiceField(label="How far does it reach?", choices=Plan.Coverage.choices)
    parent = forms.ModelChoiceField(
        Plan.objects.none(),
        label="Plan that it belongs to",
        required=False,
        empty_label="None: it is reported by itself",
        help_text="The plans that belong to one are reported together in one table",
    )
    position = WholeNumberField(
        label="Place in tables", required=False, max_value=999, help_text="1 stands first"
    )
    areas_together = TextField(
        label="What the plans of areas under it are called together",
        max_length=60,
        required=False,
        help_text="The name of their sum in the table",
    )
    start = DateField(label="Start date")
    end = DateField(label="End date")
    framework = forms.ModelChoiceField(
        StrategicFramework.objects.all(),
        label="Strategic framework",
        required=False,
        empty_label="None",
        help_text="The strategy whose themes the plan is structured under",
    )
    is_multi_agency = forms.BooleanField(
        label="A multi-agency plan: it says which partners act together", required=False
    )
    note = LongTextField(label="Note", max_length=4000, rows=3, required=False)

    entry_layout = (
        "name",
        FormField("short_name", width=20),
        "coverage",
        Fieldset("When does it run?", "start", "end"),
        Fieldset("To what does it belong?", "framework", "parent"),
        FormField("position", width=3),
        "areas_together",
        "is_multi_agency",
        "note",
    )

    def offer(self, user: Any, plan: Plan | None) -> None:
        """Offer the plans at the top that the reader may see."""
        fields: Any = self.fields
        tops = Plan.objects.visible_to(user).roots().select_related("partnership")
        fields["parent"].queryset = tops.exclude(pk=plan.pk if plan else None)

    def clean(self) -> dict[str, Any]:
        """Say at the end what is wrong with the period."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        start, end = cleaned.get("start"), cleaned.get("end")
        refusal = refusal_of_period(start=start, end=end) if start and end else None
        if refusal:
            self.add_error("end", refusal.sentence)
        return cleaned

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        entered = {name: self.cleaned_data[name] for name in EDITABLE}
        return {**entered, "position": entered["position"] or 0}


class NewPlanForm(PlanFields, OnceForm):
    """A new plan."""

    submit_label = "Add the plan"
    layout = PlanFields.entry_layout

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(user, None)


class ChangePlanForm(PlanFields, VersionedForm):
    """A change of a plan, with its reason."""

    layout = (*PlanFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(user, self.record)


def values_of(plan: Plan) -> dict[str, Any]:
    """Return a plan's present values under the form's field names."""
    return {name: getattr(plan, name) for name in EDITABLE}


def themes_offered(plan: Plan) -> list[StrategicTheme]:
    """Return the themes of the plan's framework, in its order."""
    if plan.framework_id is None:
        return []
    return list(StrategicTheme.objects.filter(framework=plan.framework_id))


class VisionsForm(OnceForm):
    """For each theme of the framework, whether the plan has it, and its vision."""

    submit_label = "Save the themes"

    def __init__(self, *args: Any, plan: Plan, **options: Any) -> None:
        self.themes = themes_offered(plan)
        super().__init__(*args, **options)
        for theme in self.themes:
            self.fields[f"has_{theme.pk}"] = forms.BooleanField(
                label=f"The plan has the theme {theme.name}", required=False
            )
            self.add(
                {
                    f"vision_{theme.pk}": LongTextField(
                        label=f"Vision for {theme.name}", max_length=4000, rows=2, required=False
                    )
                }
            )

    def visions(self) -> dict[StrategicTheme, str]:
        """Return the themes that the plan has, or for which a vision was written."""
        data = self.cleaned_data
        return {
            theme: data[f"vision_{theme.pk}"] or ""
            for theme in self.themes
            if data[f"has_{theme.pk}"] or data[f"vision_{theme.pk}"]
        }


def visions_of(plan: Plan) -> dict[str, Any]:
    """Return the present themes and visions under the form's field names."""
    found: dict[str, Any] = {}
    for row in plan.themes.all():
        found |= {f"has_{row.theme_id}": True, f"vision_{row.theme_id}": row.vision}
    return found


class PrioritiesForm(OnceForm):
    """The priorities of a plan in their order; one whose text is removed is taken out."""

    submit_label = "Save the priorities"

    def __init__(self, *args: Any, plan: Plan, **options: Any) -> None:
        self.keys: list[int | None] = [*plan.priorities.values_list("pk", flat=True)]
        self.keys += [None] * NEW_PRIORITIES
        super().__init__(*args, **options)
        self.themes = {str(theme.pk): theme for theme in themes_offered(plan)}
        named = [(key, theme.name) for key, theme in self.themes.items()]
        for number in range(1, len(self.keys) + 1):
            self.add(
                {
                    f"text_{number}": TextField(
                        label=f"Priority {number}", max_length=300, required=False
                    ),
                    f"theme_{number}": forms.ChoiceField(
                        choices=[("", "None"), *named],
                        label=f"Theme of priority {number}",
                        required=False,
                    ),
                }
            )

    def priorities(self) -> list[tuple[int | None, str, StrategicTheme | None]]:
        """Return the priorities that have a text, each with the key it had."""
        data = self.cleaned_data
        return [
            (key, data[f"text_{number}"], self.themes.get(data[f"theme_{number}"]))
            for number, key in enumerate(self.keys, 1)
            if data[f"text_{number}"]
        ]


def priorities_of(plan: Plan) -> dict[str, Any]:
    """Return the present priorities under the form's field names."""
    found: dict[str, Any] = {}
    rows: Any = PlanPriority.objects.filter(plan=plan)
    for number, row in enumerate(rows, 1):
        found |= {f"text_{number}": row.text, f"theme_{number}": row.theme_id}
    return found
