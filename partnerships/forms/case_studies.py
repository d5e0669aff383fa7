"""What does an officer type of an example of what a partnership did?"""

from typing import Any

from django import forms

from govreg.core import clock
from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import DateField, Fieldset, FormField, LongTextField, TextField
from partnerships.models import CaseStudy, GoodPractice, Organisation, Partnership, Plan, PlanAction
from partnerships.rules import case_studies as rules
from partnerships.services.case_studies import EDITABLE

MOST_PARTNERS = 4
WHERE = {
    "case-study-to-come": "start",
    "case-study-ends-first": "end",
    "case-study-goes-on": "end",
    "action-without-plan": "plan",
    "action-not-of-plan": "reference",
}


def _partner(number: int) -> forms.ModelChoiceField:
    """Return the field of one of those who took part."""
    return forms.ModelChoiceField(
        Organisation.objects.current(),
        label=f"Partner {number}",
        required=False,
        empty_label="None",
    )


class CaseStudyFields(forms.Form):
    """What was done, by whom, what changed for whom, and how that is known."""

    title = TextField(label="What is it called?", max_length=200)
    plan = forms.ModelChoiceField(
        Plan.objects.none(), label="Plan", required=False, empty_label="None"
    )
    reference = TextField(
        label="Action of the plan, by its reference",
        max_length=20,
        required=False,
        help_text="Such as W12. Leave it empty where it is an example of the plan as a whole",
    )
    start = DateField(label="From")
    end = DateField(label="To", required=False, help_text="Leave it empty while it goes on")
    done = LongTextField(label="What was done?", max_length=6000, rows=6)
    for_whom = TextField(
        label="For whom did something change?",
        max_length=300,
        help_text="Name a group, for example: tenants of two estates. Name no individual",
    )
    changed = LongTextField(label="What changed?", max_length=4000, rows=4)
    evidence = LongTextField(
        label="Evidence",
        max_length=4000,
        rows=3,
        required=False,
        help_text="Figures before and after, a survey, a report: and where it can be read",
    )
    practice = forms.ModelChoiceField(
        GoodPractice.objects.none(),
        label="Good practice that others can take from it",
        required=False,
        empty_label="None noted",
    )
    partner_1 = _partner(1)
    partner_2 = _partner(2)
    partner_3 = _partner(3)
    partner_4 = _partner(4)
    is_demonstration = forms.BooleanField(
        label="It is invented, for a demonstration",
        required=False,
        help_text="It says so wherever it is shown or printed",
    )

    entry_layout = (
        "title",
        Fieldset("What is it an example of?", "plan", FormField("reference", width=5)),
        Fieldset("When?", "start", "end"),
        "done",
        Fieldset("What changed?", "for_whom", "changed", "evidence", "practice"),
        Fieldset("Who took part?", "partner_1", "partner_2", "partner_3", "partner_4"),
        "is_demonstration",
    )

    def offer(self, partnership: Partnership) -> None:
        """Offer the plans and the good practice of the partnership."""
        fields: Any = self.fields
        fields["plan"].queryset = Plan.objects.filter(partnership=partnership)
        noted = GoodPractice.objects.filter(partnership=partnership, withdrawn_because="")
        fields["practice"].queryset = noted

    def clean(self) -> dict[str, Any]:
        """Say at the field what is wrong with the period or the action."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("start"):
            self._say(
                rules.refusal_of_period(
                    start=cleaned["start"], end=cleaned.get("end"), today=clock.today()
                )
            )
        plan, reference = cleaned.get("plan"), cleaned.get("reference") or ""
        own = PlanAction.objects.filter(plan=plan, reference__iexact=reference)
        action = own.first() if plan and reference else None
        if "plan" not in self.errors:
            self._say(
                rules.refusal_of_action(
                    reference=reference, has_plan=plan is not None, found=action is not None
                )
            )
        cleaned["action"] = action
        return cleaned

    def _say(self, refusal: Any) -> None:
        if refusal:
            self.add_error(WHERE[refusal.code], refusal.sentence)

    def entry(self) -> dict[str, Any]:
        """Return what is told."""
        return {name: self.cleaned_data[name] for name in EDITABLE}

    def partners(self) -> list[Organisation]:
        """Return those who took part."""
        chosen = [self.cleaned_data[f"partner_{n}"] for n in range(1, MOST_PARTNERS + 1)]
        return [organisation for organisation in chosen if organisation]


class NewCaseStudyForm(CaseStudyFields, OnceForm):
    """A new case study."""

    submit_label = "Add the case study"
    layout = CaseStudyFields.entry_layout

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(partnership)


class ChangeCaseStudyForm(CaseStudyFields, VersionedForm):
    """A change of a case study, with its reason."""

    layout = (*CaseStudyFields.entry_layout, "reason")

    reason = LongTextField(
        label="Reason for the change",
        max_length=2000,
        rows=3,
        help_text="Reports that were issued keep what it told then",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.partnership)


def values_of(case_study: CaseStudy) -> dict[str, Any]:
    """Return a case study's present values under the form's field names."""
    found = {name: getattr(case_study, name) for name in EDITABLE if name != "action"}
    found["reference"] = case_study.action.reference if case_study.action else ""
    partners = case_study.partners.values_list("organisation_id", flat=True)
    for number, key in enumerate(partners[:MOST_PARTNERS], 1):
        found[f"partner_{number}"] = key
    return found
