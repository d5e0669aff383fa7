"""How is a time of day typed?"""

import re
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

#: "14:00", "2.30pm", "2 pm", "1400".
TIME = re.compile(r"^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?$", re.IGNORECASE)
WORDS = {"noon": time(12), "midday": time(12), "midnight": time(0)}


class TimeField(forms.TimeField):
    """A time in one box, in the forms in which people write it."""

    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", "For example, 2pm or 14:30")
        super().__init__(**options)

    def to_python(self, value: Any) -> time | None:
        """Return the time, or refuse with what to type instead."""
        if value in self.empty_values:
            return None
        if isinstance(value, time):
            return value
        found = read_time(str(value))
        if found is None:
            raise ValidationError(
                f"{self.label or 'The time'} must be a time, such as 2pm or 14:30", code="invalid"
            )
        return found

    def prepare_value(self, value: Any) -> Any:
        """Show a time without its seconds."""
        return f"{value:%H:%M}" if isinstance(value, time) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Keep the browser from correcting it."""
        return {"spellcheck": "false"}


def read_time(typed: str) -> time | None:
    """Return the time that a text means, or None.

    >>> read_time("2.30pm")
    datetime.time(14, 30)
    """
    text = typed.strip().lower()[:20]
    if text in WORDS:
        return WORDS[text]
    found = TIME.match(text) if text.isascii() else None
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    half = (found[3] or "").replace(".", "")
    if not half and found[2] is None:
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour <= 23 and minute <= 59 else None
