"""What does a person say when they issue a report?"""

from typing import Any

from django import forms

from govreg.core import clock
from govreg.core.editing.forms import OnceForm
from govreg.core.ui.forms import DateField, LongTextField


class IssueForm(OnceForm):
    """The day the report is made for, and what is new in it."""

    as_at = DateField(
        label="Day that the report speaks of",
        help_text="It says what was known at the end of this day.",
    )
    what_changed = LongTextField(
        label="What changed since the version before", max_length=2000, rows=4
    )
    officer_names = forms.BooleanField(
        label="Name officers beside posts and bodies",
        required=False,
        help_text="Leave this off for a report that will be published.",
    )

    def __init__(self, *args: Any, earlier_versions: int, **options: Any) -> None:
        options.setdefault("initial", {"as_at": clock.today()})
        super().__init__(*args, **options)
        if not earlier_versions:
            del self.fields["what_changed"]
