"""What does an administrator type of a post, and of who holds it?"""

from typing import Any

from django import forms

from govreg.core.accounts.models import User
from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import DateField, LongTextField, TextField
from partnerships.models import Organisation, Post
from partnerships.services.posts import EDITABLE


class PostFields(forms.Form):
    """The fields of a post."""

    title = TextField(label="Title", max_length=200)
    organisation = forms.ModelChoiceField(
        Organisation.objects.current(), label="Organisation", required=False
    )
    reports_to = forms.ModelChoiceField(Post.objects.all(), label="Reports to", required=False)

    def entry(self) -> dict[str, Any]:
        """Return what is recorded of the post."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewPostForm(PostFields, OnceForm):
    """A new post."""

    submit_label = "Add post"


class ChangePostForm(PostFields, VersionedForm):
    """A change of a post, with its reason."""

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["reports_to"].queryset = Post.objects.exclude(pk=self.record.pk)


class AppointForm(OnceForm):
    """A user who holds a post, or is in a team, from a day on."""

    user = forms.ModelChoiceField(User.objects.active(), label="Person")
    start = DateField(label="From", required=False, help_text="The first day")
    end = DateField(label="Until", required=False, help_text="The last day, where it is known")


class LastDayForm(OnceForm):
    """The last day on which somebody holds a post or is in a team, and why."""

    end = DateField(label="Last day", help_text="The day still counts")
    reason = LongTextField(label="Reason", max_length=2000, rows=3)


def values_of(post: Post) -> dict[str, Any]:
    """Return a post's present values under the form's field names."""
    return {name: getattr(post, name) for name in EDITABLE}
