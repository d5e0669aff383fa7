"""How does a final step ask for its reason?"""

from govreg.core.ui.forms import LongTextField

from .forms import OnceForm


class ReasonForm(OnceForm):
    """A reason, kept with the change for good."""

    reason = LongTextField(label="Reason", max_length=2000, rows=4)


class ConfirmForm(OnceForm):
    """Nothing to type: only that the step is meant, once."""


class OptionalReasonForm(OnceForm):
    """A remark that may be left out."""

    reason = LongTextField(label="Remark", max_length=2000, rows=3, required=False)
