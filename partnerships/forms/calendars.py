"""What does a person say of a calendar that they want to follow?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm
from partnerships.models import Body


class NamedBody(forms.ModelChoiceField):
    """A choice of bodies, each with its partnership: many bear the same name."""

    def label_from_instance(self, body: Any) -> str:
        """Return the body with its partnership."""
        return f"{body.name}, {body.partnership.name}"


class CalendarLinkForm(OnceForm):
    """One body, or everything that the person may see."""

    submit_label = "Make the link"

    body = NamedBody(
        Body.objects.none(),
        label="Meetings of",
        required=False,
        empty_label="All bodies that I may see",
    )

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["body"].queryset = Body.objects.visible_to(user).select_related("partnership")
