"""How is an exact figure typed?"""

from typing import Any

from django import forms

from govreg.core.ui.forms.fields import without_thousands


class FigureField(forms.DecimalField):
    """A figure of an indicator, exact to four decimals. Words are no figure."""

    widget = forms.TextInput

    def __init__(self, *, required: bool = False, **options: Any) -> None:
        super().__init__(max_digits=18, decimal_places=4, required=required, **options)
        self.error_messages["invalid"] = (
            "Write a number, such as 120 or 12.5, without words or a per cent sign"
        )
        for name in ("max_digits", "max_whole_digits"):
            self.error_messages[name] = "Write at most fourteen digits before the point"
        self.error_messages["max_decimal_places"] = "Write at most four digits after the point"

    def to_python(self, value: Any) -> Any:
        """Take the commas of thousands away: 1,200 is a number, and 1,2 is none."""
        return super().to_python(without_thousands(value) if isinstance(value, str) else value)
