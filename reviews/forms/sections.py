"""What does an auditor type in a section, or in a point of a list?"""

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import Button, ChoiceField, LongTextField, TextField
from reviews.models import Section

GUIDE = (
    "Markdown: a blank line between paragraphs, ### before a heading, a dash before each item of a "
    "list, | between the cells of a table. A line [recommendation 3] on its own marks where that "
    "recommendation stands."
)


class SectionFields(forms.Form):
    """The fields of a section."""

    title = TextField(label="Title", max_length=200)
    body = LongTextField(label="Text", max_length=100000, rows=22, required=False, help_text=GUIDE)
    shows = forms.ChoiceField(label="After its own text it shows", choices=Section.Shows.choices)


class WriteSectionForm(SectionFields, VersionedForm):
    """A section that is written, with a preview before it is saved."""

    submit_label = "Save section"
    secondary_buttons = (Button("Preview", name="action", value="preview"),)

    @property
    def is_preview(self) -> bool:
        """Whether the auditor only wants to see how it reads."""
        return bool(self.data.get("action") == "preview")


class NewSectionForm(OnceForm):
    """A new section: where it stands and what it is called."""

    submit_label = "Add section"

    title = TextField(label="Title", max_length=200)
    parent = forms.ModelChoiceField(
        Section.objects.none(), label="Inside", required=False, empty_label="The report itself"
    )
    shows = forms.ChoiceField(
        label="After its own text it shows",
        choices=Section.Shows.choices,
        initial=Section.Shows.NARRATIVE,
    )


class PointFields(forms.Form):
    """The fields of a point."""

    text = LongTextField(label="Text", max_length=5000, rows=4)
    section_references = TextField(
        label="Section references",
        max_length=120,
        required=False,
        help_text="For example 4.3, 4.4. Leave it empty where there is none",
    )


class NewPointForm(PointFields, OnceForm):
    """A new point of a list."""

    submit_label = "Add"


class WritePointForm(PointFields, VersionedForm):
    """A point that is changed."""

    submit_label = "Save"


class MoveForm(OnceForm):
    """Which way a section or point goes."""

    direction = ChoiceField(label="Direction", choices=[("up", "Up"), ("down", "Down")])
