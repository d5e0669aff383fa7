"""What does an officer say when a record made in error is withdrawn?"""

from govreg.core.editing.forms import VersionedForm
from govreg.core.ui.forms import LongTextField


class WithdrawForm(VersionedForm):
    """Why the record is withdrawn; it stays to be read."""

    submit_label = "Withdraw it"

    reason = LongTextField(
        label="Why is it withdrawn?",
        max_length=500,
        rows=3,
        help_text="It stays to be read, marked as withdrawn, and cannot be changed any more",
    )
