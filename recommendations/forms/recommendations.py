"""What does an auditor type to make, end or correct a recommendation?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import ChoiceField, LongTextField, TextField
from recommendations.models import Recommendation
from reviews.models import Review, ReviewPriority, Section

from .subjects import SubjectsField


class PriorityChoice(forms.ModelChoiceField):
    """Names a priority by its mark and meaning."""

    def label_from_instance(self, obj: ReviewPriority) -> str:  # type: ignore[override]
        """Return what the reader chooses."""
        return f"{obj.mark} {obj.meaning}"


class RecommendationFields(forms.Form):
    """The fields of a recommendation."""

    number = TextField(label="Number", max_length=20, help_text="As it is printed")
    wording = LongTextField(label="Recommendation", max_length=10000, rows=6)
    priority = PriorityChoice(ReviewPriority.objects.none(), label="Priority")
    section = forms.ModelChoiceField(Section.objects.none(), label="Section in which it arises")
    addressee = TextField(label="Addressed to", max_length=300, required=False)
    subjects = SubjectsField(label="Which partnerships or bodies does it concern?")
    cross_references = forms.ModelMultipleChoiceField(
        Recommendation.objects.none(), label="See also", required=False
    )

    def offer(self, review: Review, besides: Any = None) -> None:
        """Offer the review's own priorities, sections, partnerships and recommendations."""
        fields: Any = self.fields
        fields["priority"].queryset = review.priorities.all()
        fields["section"].queryset = review.sections.order_by("number")
        fields["subjects"].offer(review)
        others = Recommendation.objects.filter(review=review).exclude(pk=besides)
        fields["cross_references"].queryset = others.select_related("review")


class NewRecommendationForm(RecommendationFields, OnceForm):
    """A new recommendation."""

    submit_label = "Add recommendation"

    def __init__(self, *args: Any, review: Review, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(review)


class ChangeRecommendationForm(RecommendationFields, VersionedForm):
    """A change of a recommendation whose review is not issued."""

    submit_label = "Save recommendation"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.review, besides=self.record.pk)  # type: ignore[attr-defined]


class EndingForm(OnceForm):
    """Why a recommendation ends, and what takes its place if anything does."""

    needed_where = {
        "successor": "Needed when it is superseded",
    }

    ending = ChoiceField(label="How does it end?", choices=Recommendation.Ending.choices)
    successor = forms.ModelChoiceField(
        Recommendation.objects.none(),
        label="Which recommendation takes its place?",
        required=False,
    )
    reason = LongTextField(label="Reason", max_length=5000, rows=4)

    def __init__(self, *args: Any, offered: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["successor"].queryset = offered  # type: ignore[attr-defined]


class ErratumForm(VersionedForm):
    """A corrected text, and what changed."""

    submit_label = "Go on"

    text = LongTextField(label="Corrected text", max_length=100000, rows=12)
    what_changed = LongTextField(
        label="What changed?", max_length=2000, rows=3, help_text="Printed in the new edition"
    )
