"""What does an auditor type of a review's particulars?"""

from typing import Any

from django import forms
from django.db.models import Q

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import DateField, Fieldset, FormField, LongTextField, TextField
from partnerships.models import Organisation, Partnership
from reviews.models import PriorityScale, Review, ReviewContact


class ReviewFields(forms.Form):
    """The particulars of a review."""

    title = TextField(label="Title", max_length=200)
    running_title = TextField(
        label="Running title", max_length=120, help_text="Printed at the head of each page"
    )
    mark = TextField(
        label="Mark in the running header",
        max_length=12,
        required=False,
        help_text="Up to 12 letters, for example the firm’s initials",
    )
    kind = forms.ChoiceField(label="Kind of review", choices=Review.Kind.choices)
    auditor = forms.ModelChoiceField(Organisation.objects.current(), label="Auditor")
    client = forms.ModelChoiceField(Organisation.objects.current(), label="Client")
    partnerships = forms.ModelMultipleChoiceField(
        Partnership.objects.none(), label="Partnerships reviewed"
    )
    business_line = TextField(label="Business line", max_length=200, required=False)
    service_line = TextField(label="Service line", max_length=100, required=False)
    audit_plan = TextField(label="Audit plan", max_length=200, required=False)
    report_date = DateField(
        label="Date of the report", required=False, help_text="Leave it empty if it carries none"
    )
    addressee = LongTextField(
        label="Who the report is addressed to", max_length=2000, rows=2, required=False
    )
    responsibilities = LongTextField(
        label="Statement of responsibilities", max_length=20000, rows=6, required=False
    )
    objectives = LongTextField(label="Objectives", max_length=10000, rows=4, required=False)
    acknowledgements = LongTextField(
        label="Acknowledgements", max_length=5000, rows=3, required=False
    )
    way_forward = LongTextField(label="Way forward", max_length=10000, rows=4, required=False)
    legend_on_each_page = forms.BooleanField(
        label="Print the legend on each page of the action plan", required=False
    )
    structure_of = forms.ModelChoiceField(
        Partnership.objects.none(),
        label="Partnership whose structure is Appendix 2",
        required=False,
        empty_label="No second appendix",
    )

    review_layout = (
        Fieldset("The report", "title", "running_title", "mark", "kind", "report_date"),
        Fieldset("Who and what", "auditor", "client", "partnerships", "structure_of"),
        Fieldset("Lines and plan", "business_line", "service_line", "audit_plan"),
        Fieldset(
            "Texts",
            "addressee",
            "responsibilities",
            "objectives",
            "acknowledgements",
            "way_forward",
            hint="In Markdown: a blank line between paragraphs, a dash before each item of a list",
        ),
        "legend_on_each_page",
    )

    def offer(self, user: Any, record: Review | None = None) -> None:
        """Offer the partnerships that the auditor may see, and those that the review names."""
        fields: Any = self.fields
        mine = Partnership.objects.visible_to(user).order_by().values("pk")
        offered = Q(pk__in=mine)
        if record:
            named = record.concerns.order_by().values("partnership")
            offered |= Q(pk__in=named) | Q(pk=record.structure_of_id)
        for name in ("partnerships", "structure_of"):
            fields[name].queryset = Partnership.objects.filter(offered)


class NewReviewForm(ReviewFields, OnceForm):
    """A new review, with the scale its legend starts from."""

    submit_label = "Begin the review"
    layout = ("reference", FormField("scale"), *ReviewFields.review_layout)

    reference = forms.SlugField(
        label="Reference",
        max_length=60,
        help_text="Short, in small letters, figures and hyphens, for example leeds-2007",
    )
    scale = forms.ModelChoiceField(PriorityScale.objects.all(), label="Priority scale")

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(user)


class ChangeReviewForm(ReviewFields, VersionedForm):
    """A change of a review's particulars."""

    submit_label = "Save particulars"
    layout = ReviewFields.review_layout

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(user, self.record)


class ContactForm(VersionedForm):
    """One of the three steps of the complaints route."""

    submit_label = "Save step"

    post_title = TextField(label="Post", max_length=200, help_text="A post, not a person’s name")
    organisation_name = TextField(label="Organisation", max_length=200, required=False)
    details = LongTextField(label="Who they are", max_length=2000, rows=2, required=False)
    how = TextField(label="What to do", max_length=300, required=False)


def contact_values(contact: ReviewContact) -> dict[str, Any]:
    """Return what a step of the complaints route says under the form's field names."""
    return {name: getattr(contact, name) for name in ContactForm.base_fields}


def values_of(review: Review) -> dict[str, Any]:
    """Return a review's present particulars under the form's field names."""
    names = [name for name in ReviewFields.base_fields if name != "partnerships"]
    values: dict[str, Any] = {name: getattr(review, name) for name in names}
    links = review.concerns.select_related("partnership")
    return {**values, "partnerships": [link.partnership for link in links]}
