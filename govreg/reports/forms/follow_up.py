"""What does a person type to prepare a follow-up report and to issue it?"""

from datetime import date
from typing import Any

from django import forms

from govreg.core import clock
from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import DateField, Fieldset, FormField, LongTextField, TextField
from govreg.reports.models import FollowUpReport
from govreg.reports.rules.follow_up import refusal_of_meeting, refusal_of_period
from govreg.reports.services.follow_up import EDITABLE
from partnerships.models import Partnership
from reviews.models import Review

WHERE = {"since-to-come": "since", "meeting-before-last": "meeting_on"}


class FollowUpFields(forms.Form):
    """For which meeting, since when, and of what."""

    title = TextField(
        label="What is it called?",
        max_length=200,
        help_text="For example: Follow-up of audit recommendations, March 2008",
    )
    committee = TextField(label="For which committee?", max_length=200)
    meeting_on = DateField(
        label="Day of the meeting",
        required=False,
        help_text="Leave it empty where the day is not known yet",
    )
    since = DateField(
        label="Day of the last meeting",
        help_text="Or the day that its report spoke of, so that nothing falls between the two. "
        "What was completed after this day is told as completed since",
    )
    review = forms.ModelChoiceField(
        Review.objects.none(), label="Review", required=False, empty_label="All reviews"
    )
    partnership = forms.ModelChoiceField(
        Partnership.objects.none(),
        label="Partnership",
        required=False,
        empty_label="All partnerships",
    )
    priority = TextField(
        label="Priority, by its mark",
        max_length=10,
        required=False,
        help_text="For example: ***. Leave it empty for all priorities",
    )

    entry_layout = (
        "title",
        "committee",
        "meeting_on",
        "since",
        Fieldset("What it tells of", "review", "partnership", FormField("priority", width=5)),
    )

    def offer(self, user: Any) -> None:
        """Offer what the person may report of."""
        fields: Any = self.fields
        fields["review"].queryset = Review.objects.visible_to(user).issued().order_by("title")
        fields["partnership"].queryset = Partnership.objects.visible_to(user).order_by("name")

    def clean(self) -> dict[str, Any]:
        """Say at the day what is wrong with it."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("since"):
            refusal = refusal_of_meeting(
                since=cleaned["since"], meeting=cleaned.get("meeting_on"), today=clock.today()
            )
            if refusal:
                self.add_error(WHERE[refusal.code], refusal.sentence)
        return cleaned

    def entry(self) -> dict[str, Any]:
        """Return what is prepared."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class PrepareForm(FollowUpFields, OnceForm):
    """A new report."""

    submit_label = "Prepare the report"
    layout = FollowUpFields.entry_layout

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(user)


class ChangeReportForm(FollowUpFields, VersionedForm):
    """A change of what a report is of, with its reason."""

    layout = (*FollowUpFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(user)


class IssueFollowUpForm(OnceForm):
    """The day that the version speaks of, and what is new in it."""

    as_at = DateField(
        label="Day that the report speaks of",
        help_text="It says what was known at the end of this day.",
    )
    what_changed = LongTextField(
        label="What changed since the version before", max_length=2000, rows=4
    )

    def __init__(
        self, *args: Any, report: FollowUpReport, earlier_versions: int, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.report = report
        if not earlier_versions:
            del self.fields["what_changed"]

    def clean_as_at(self) -> date:
        """Say at the day what is wrong with it."""
        day: date = self.cleaned_data["as_at"]
        refusal = refusal_of_period(
            since=self.report.since,
            as_at=day,
            meeting=self.report.meeting_on,
            today=clock.today(),
        )
        if refusal:
            raise forms.ValidationError(refusal.sentence)
        return day


def values_of(report: FollowUpReport) -> dict[str, Any]:
    """Return a report's present values under the form's field names."""
    return {name: getattr(report, name) for name in EDITABLE}
