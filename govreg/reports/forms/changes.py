"""Which two days, and what of the register, does a person want to compare?"""

from typing import Any

from django import forms

from govreg.core import clock
from govreg.core.ui.forms import DateField, RegisterForm
from partnerships.models import Partnership
from reviews.models import Review


class ChangesForm(RegisterForm):
    """The days, and one review or one partnership where not everything is meant."""

    submit_label = "Show what changed"
    layout = ("since", "until", "review", "partnership")

    since = DateField(label="Since the end of")
    until = DateField(label="Until the end of", required=False, help_text="Empty means today")
    review = forms.ModelChoiceField(
        Review.objects.none(), label="Review", required=False, empty_label="All reviews"
    )
    partnership = forms.ModelChoiceField(
        Partnership.objects.none(),
        label="Partnership",
        required=False,
        empty_label="All partnerships",
    )

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["review"].queryset = Review.objects.visible_to(user).issued().order_by("title")
        fields["partnership"].queryset = Partnership.objects.visible_to(user).order_by("name")

    def clean(self) -> dict[str, Any]:
        """Refuse a day to come, and a time that ends before it begins."""
        cleaned: dict[str, Any] = super().clean()
        today = clock.today()
        since, until = cleaned.get("since"), cleaned.get("until") or today
        if until > today:
            self.add_error("until", "That day is still to come. Choose today or a day before.")
        elif since and since >= until:
            self.add_error("since", "Choose a day before the one until which you compare.")
        cleaned["until"] = until
        return cleaned
