"""What does a person type to prepare a scrutiny report, to write and to issue it?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import Button, DateField, Fieldset, LongTextField, TextField
from govreg.reports.documents.scrutiny_text import NAMES, unknown_in
from govreg.reports.models import ScrutinyReport, ScrutinySection
from govreg.reports.queries.scrutiny_facts import numbers_offered
from govreg.reports.rules.scrutiny import refusal_of_names
from govreg.reports.services.scrutiny import EDITABLE, SECTION
from partnerships.models import Plan, ReportingQuarter

CALLED = "Paragraphs are numbered by the register. A line of its own that says "


class HeaderFields(forms.Form):
    """The header, as a committee's form has it."""

    report_of = TextField(
        label="Report of",
        max_length=200,
        help_text="The post, for example: the Director of Neighbourhoods and Housing",
    )
    committee = TextField(label="To which committee?", max_length=200)
    meeting_on = DateField(label="Day of the meeting", required=False)
    meeting_in_words = TextField(
        label="Meeting, in words",
        max_length=60,
        required=False,
        help_text="Where the day is not known, for example: April 2007. The report then speaks of "
        "the end of that month, or of today where it is to come; other words mean today",
    )
    subject = TextField(label="Subject", max_length=200)
    wards = TextField(label="Electoral wards affected", max_length=300, initial="All")
    equality = forms.BooleanField(label="Equality and diversity", required=False)
    cohesion = forms.BooleanField(label="Community cohesion", required=False)
    narrowing_the_gap = forms.BooleanField(label="Narrowing the gap", required=False)

    entry_layout = (
        "report_of",
        "committee",
        Fieldset("When does it meet?", "meeting_on", "meeting_in_words"),
        "subject",
        "wards",
        Fieldset("Specific implications for", "equality", "cohesion", "narrowing_the_gap"),
    )

    def entry(self) -> dict[str, Any]:
        """Return the header."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class PrepareScrutinyForm(HeaderFields, OnceForm):
    """A new report: its header, and the quarter of which plan it tells."""

    submit_label = "Prepare the report"
    layout = (*HeaderFields.entry_layout, "reporting")

    reporting = forms.ModelChoiceField(
        ReportingQuarter.objects.none(),
        label="Which quarter of which plan does it tell of?",
        empty_label="Choose one",
        help_text="The plans under it are told with it",
    )

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        seen = Plan.objects.visible_to(user).roots().order_by().values("pk")
        opened = ReportingQuarter.objects.filter(plan__in=seen).select_related("plan")
        fields["reporting"].queryset = opened

    def entry(self) -> dict[str, Any]:
        """Return the header, the plan and the quarter."""
        chosen = self.cleaned_data["reporting"]
        return {
            **super().entry(),
            "plan": chosen.plan,
            "financial_year": chosen.financial_year,
            "quarter": chosen.quarter,
        }


class ChangeScrutinyForm(HeaderFields, VersionedForm):
    """A change of the header, with its reason."""

    layout = (*HeaderFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)


class SectionFields(forms.Form):
    """The heading of a section and its text."""

    title = TextField(label="Heading", max_length=200)
    text = LongTextField(label="Text", max_length=40_000, rows=18, required=False)

    def offer(self, report: ScrutinyReport) -> None:
        """Say which tables, case studies and good practice may stand in the text."""
        self.numbered = numbers_offered(report.plan)
        told = [f"[{name}]" for name in NAMES]
        for name, titles in self.numbered.items():
            told += [f"[{name} {pk}] ({title})" for pk, title in titles.items()]
        self.fields["text"].help_text = f"{CALLED}{', '.join(told)} shows what the register knows."

    def clean_text(self) -> str:
        """Refuse a table that there is not."""
        text: str = self.cleaned_data["text"]
        refusal = refusal_of_names(unknown=unknown_in(text, self.numbered))
        if refusal:
            raise forms.ValidationError(refusal.sentence)
        return text

    def entry(self) -> dict[str, Any]:
        """Return what is written."""
        return {name: self.cleaned_data[name] for name in SECTION}


class AddScrutinySectionForm(SectionFields, OnceForm):
    """A further section."""

    submit_label = "Add the section"
    layout = SECTION

    def __init__(self, *args: Any, report: ScrutinyReport, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(report)


class WriteSectionForm(SectionFields, VersionedForm):
    """A section written anew, with a preview before it is saved."""

    layout = SECTION
    secondary_buttons = (Button("Preview", name="action", value="preview"),)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.report)

    @property
    def is_preview(self) -> bool:
        """Whether the author only wants to see how it reads."""
        return bool(self.data.get("action") == "preview")


class RemoveSectionForm(VersionedForm):
    """Nothing is typed: the section that was read is the one that goes."""


class IssueScrutinyForm(OnceForm):
    """What is new in a further version."""

    what_changed = LongTextField(
        label="What changed since the version before", max_length=2000, rows=4
    )

    def __init__(self, *args: Any, earlier_versions: int, **options: Any) -> None:
        super().__init__(*args, **options)
        if not earlier_versions:
            del self.fields["what_changed"]


def header_of(report: ScrutinyReport) -> dict[str, Any]:
    """Return a report's present header under the form's field names."""
    return {name: getattr(report, name) for name in EDITABLE}


def written(section: ScrutinySection) -> dict[str, Any]:
    """Return a section's present values under the form's field names."""
    return {name: getattr(section, name) for name in SECTION}
