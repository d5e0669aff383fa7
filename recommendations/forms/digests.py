"""What does a person choose about being written to?"""

from govreg.core.editing.forms import VersionedForm
from govreg.core.ui.forms import ChoiceField
from recommendations.models import DigestChoice


class DigestChoiceForm(VersionedForm):
    """How often the one message about what waits for a person is sent."""

    submit_label = "Save"

    frequency = ChoiceField(
        label="How often do you want to be written to?",
        choices=DigestChoice.Frequency.choices,
        help_text="When nothing waits for you, nothing is sent",
    )
