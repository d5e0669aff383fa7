"""What does an officer type to answer a recommendation?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import ChoiceField, LongTextField, TextField
from recommendations.models import Recommendation, Response

from .subjects import SubjectsField


class ResponseFields(forms.Form):
    """The fields of a management response."""

    in_respect_of = TextField(
        label="In respect of",
        max_length=200,
        required=False,
        help_text="As it should be printed, where a recommendation is answered in parts",
    )
    subjects = SubjectsField(
        label="Which partnerships or bodies does it cover?",
        help_text="Choose none if it covers all that the recommendation concerns",
    )
    decision = ChoiceField(
        label="Decision", choices=Response.Decision.choices, initial=Response.Decision.NOT_STATED
    )
    text = LongTextField(label="Management response", max_length=10000, rows=8)


class NewResponseForm(ResponseFields, OnceForm):
    """A new response."""

    submit_label = "Save response"

    def __init__(self, *args: Any, recommendation: Recommendation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["subjects"].offer(recommendation.review)  # type: ignore[attr-defined]


class ChangeResponseForm(ResponseFields, VersionedForm):
    """A change of a response that is not approved."""

    submit_label = "Save response"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["subjects"].offer(self.record.recommendation.review)  # type: ignore[attr-defined]


class ReplaceResponseForm(NewResponseForm):
    """A later response that takes the place of an approved one."""

    submit_label = "Save the new response"

    reason = LongTextField(label="Why is it given again?", max_length=2000, rows=3)


class ApproveForm(VersionedForm):
    """An approval of the very text that was read, with a remark that may be left out."""

    reason = LongTextField(label="Remark", max_length=2000, rows=3, required=False)
