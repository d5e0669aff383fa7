"""What does an auditor type to verify a claim, and a senior officer to accept a risk?"""

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import ChoiceField, DateField, FormField, LongTextField
from recommendations.models import Verification

HINTS = {
    "implemented": "Closes the action",
    "partly": "Returns it to its owners",
    "not-implemented": "Returns it to its owners",
    "not-tested": "Leaves the claim waiting",
}


class VerificationForm(VersionedForm):
    """What was tested, and what was found."""

    submit_label = "Record verification"
    layout = (
        FormField("result", hints=HINTS),
        "note",
    )

    result = ChoiceField(label="What did you find?", choices=Verification.Result.choices)
    note = LongTextField(label="What was tested, and how?", max_length=10000, rows=6)

    def say_that_a_committee_closes(self) -> None:
        """Say that "implemented" proposes the closure, which a committee agrees to."""
        hints = {**HINTS, "implemented": "Proposes it for closure, which the committee agrees to"}
        self.layout = (FormField("result", hints=hints), "note")


class RiskAcceptanceForm(OnceForm):
    """Why a risk is accepted, and until when."""

    reason = LongTextField(label="Why is the risk accepted?", max_length=5000, rows=5)
    review_date = DateField(label="Review date")
