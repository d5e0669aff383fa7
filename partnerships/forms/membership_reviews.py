"""What does an area manager say of a review of the membership?"""

from govreg.core.editing.forms import OnceForm
from govreg.core.ui.forms import DateField, LongTextField, TextField


class MembershipReviewForm(OnceForm):
    """A review that took place, and when the next is due."""

    submit_label = "Record the review"

    reviewed_on = DateField(label="Reviewed on")
    by_whom = TextField(
        label="Reviewed by",
        max_length=200,
        help_text="The meeting or the post, for example: annual general meeting",
    )
    outcome = LongTextField(
        label="What came of it",
        max_length=4000,
        rows=4,
        help_text="For example: two members to be sought from local businesses",
    )
    next_due = DateField(label="Next review due", required=False)
