"""Which fields do the register's forms have, and what do they refuse?

Each refuses in a sentence, whatever is sent: control characters, texts without end and numbers of
thirty digits included.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import (
    MaxLengthValidator,
    MaxValueValidator,
    MinValueValidator,
    ProhibitNullCharactersValidator,
)

from govreg.core.days import EARLIEST_YEAR, LATEST_YEAR, is_known_year

from .keys import choosing_by_key
from .widgets import BOXES, DateBoxes

#: Neither the database nor a spreadsheet can keep these.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
MONTHS = "january february march april may june july august september october november december"
SHORTEST_MONTH_NAME = 3
YEAR_DIGITS = 4
#: The largest number that every database keeps in an ordinary whole-number column.
GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?")
LARGEST_WHOLE_NUMBER = 2_147_483_647

#: A text field adds these itself.
OWN_VALIDATORS = (MaxLengthValidator, ProhibitNullCharactersValidator)

#: What a list of which several can be chosen does not say of itself.
SEVERAL = "Hold Ctrl (Cmd on a Mac) to choose more than one"


class _PlainText(forms.CharField):
    """Text without characters that nothing can keep."""

    def to_python(self, value: Any) -> Any:
        """Refuse what cannot be kept; an empty text stays what the model wants for one."""
        text = super().to_python(value)
        if text and CONTROL_CHARACTERS.search(text):
            raise ValidationError(
                self.error_messages.get(
                    "null_characters_not_allowed", "Delete the character that cannot be kept"
                ),
                code="null_characters_not_allowed",
            )
        return text


class TextField(_PlainText):
    """One line of text."""

    def __init__(self, *, max_length: int = 200, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)

    def to_python(self, value: Any) -> Any:
        """Keep it on one line."""
        text = super().to_python(value)
        return re.sub(r"[\r\n]+", " ", text).strip() or self.empty_value if text else text


class LongTextField(_PlainText):
    """Several lines of text, with a count of the characters that are left."""

    def __init__(
        self, *, max_length: int | None = 4000, rows: int | None = None, **options: Any
    ) -> None:
        options.setdefault("widget", forms.Textarea(attrs={"rows": rows or 5}))
        super().__init__(max_length=max_length, **options)
        if rows:
            self.widget.attrs["rows"] = rows

    def to_python(self, value: Any) -> Any:
        """Count a line's end as one character, as the reader's browser does."""
        text = super().to_python(value)
        return text.replace("\r\n", "\n").replace("\r", "\n") if text else text


class ChoiceField(forms.ChoiceField):
    """One of a few, as radios."""

    widget = forms.RadioSelect


class MultipleChoiceField(forms.MultipleChoiceField):
    """Any of a few, as checkboxes."""

    widget = forms.CheckboxSelectMultiple


class WholeNumberField(forms.IntegerField):
    """A whole number that the database can keep."""

    widget = forms.TextInput

    def __init__(
        self, *, min_value: int = 0, max_value: int = LARGEST_WHOLE_NUMBER, **options: Any
    ) -> None:
        super().__init__(min_value=min_value, max_value=max_value, **options)

    def to_python(self, value: Any) -> int | None:
        """Take the commas away that pages print between thousands."""
        return super().to_python(without_thousands(value) if isinstance(value, str) else value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Ask a telephone for its number keys."""
        return {"inputmode": "numeric", "spellcheck": "false"}


def without_thousands(text: str) -> str:
    """Take away commas that stand before three digits each; others are left, and make no number.

    A comma that was meant as a decimal point must not make a figure ten times as large.

    >>> without_thousands("1,250.5"), without_thousands("12,5")
    ('1250.5', '12,5')
    """
    bare = text.strip().replace(" ", "")[:50]
    return bare.replace(",", "") if GROUPED.fullmatch(bare) else bare


class MoneyField(forms.DecimalField):
    """An amount in pounds; a pound sign and commas may be typed."""

    prefix = "£"
    widget = forms.TextInput

    def __init__(self, *, max_digits: int = 14, decimal_places: int = 2, **options: Any) -> None:
        super().__init__(max_digits=max_digits, decimal_places=decimal_places, **options)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        """Take the sign and the commas away."""
        if isinstance(value, str):
            value = without_thousands(value.replace("£", ""))
        return super().to_python(value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Ask a telephone for its number keys."""
        return {"inputmode": "decimal", "spellcheck": "false"}


class DateField(forms.DateField):
    """A date in three boxes."""

    widget = DateBoxes

    def to_python(self, value: Any) -> date | None:
        """Return the date, or refuse with the sentence for what is wrong with it."""
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return super().to_python(value)
        boxes = DateBoxes().format_value(value)
        missing = [box for box in BOXES if not boxes[box]]
        if missing:
            self._refuse(missing, "must include a " + " and a ".join(missing))
        return self._real_date(boxes)

    def _real_date(self, boxes: dict[str, str]) -> date:
        year = whole_number(boxes["year"])
        if year is None or len(boxes["year"]) != YEAR_DIGITS:
            self._refuse(["year"], "must have a year of 4 numbers")
        if year is not None and not is_known_year(year):
            self._refuse(["year"], f"must have a year from {EARLIEST_YEAR} to {LATEST_YEAR}")
        month, day = month_number(boxes["month"]), whole_number(boxes["day"])
        try:
            return date(year or 0, month or 0, day or 0)
        except (ValueError, OverflowError):
            wrong = ["month"] if month is None or not 1 <= month <= 12 else list(BOXES)
            self._refuse(wrong, None)
            raise

    def _refuse(self, boxes: list[str], what: str | None) -> None:
        name = str(self.label or "The date").rstrip("?:. ")
        sentence = f"{name} {what}" if what else str(self.error_messages["invalid"])
        raise ValidationError(sentence, code="invalid", params={"boxes": boxes})


def whole_number(text: str) -> int | None:
    """Return a short run of digits as a number, anything else as None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= YEAR_DIGITS else None


def month_number(text: str) -> int | None:
    """Return the number of a month that was typed as a number or by (the start of) its name."""
    typed = text.lower().rstrip(".")
    if len(typed) >= SHORTEST_MONTH_NAME and typed.isalpha():
        names = enumerate(MONTHS.split(), start=1)
        return next((number for number, name in names if name.startswith(typed)), None)
    return whole_number(text)


def register_field(field: forms.Field) -> forms.Field:
    """Return our field for one that Django made from a model, or the same when it is fine."""
    if isinstance(field.widget, forms.SelectMultiple) and SEVERAL not in str(field.help_text):
        told = f"{field.help_text}. " if field.help_text else ""
        field.help_text = f"{told}{SEVERAL}"
    if isinstance(field, forms.ModelChoiceField):
        return choosing_by_key(field)
    if type(field) is forms.DateField:
        return DateField(**_common(field))
    if type(field) is forms.CharField and not field.widget.is_hidden:
        if isinstance(field.widget, forms.Textarea):
            return LongTextField(max_length=field.max_length, **_common(field))
        if type(field.widget) is forms.TextInput and field.max_length:
            return TextField(max_length=field.max_length, **_common(field))
    if type(field) is forms.IntegerField and isinstance(field.widget, forms.NumberInput):
        field.widget = forms.TextInput(attrs={"inputmode": "numeric"})
        _limit_to_database(field)
    if type(field) is forms.DecimalField and isinstance(field.widget, forms.NumberInput):
        field.widget = forms.TextInput(attrs={"inputmode": "decimal"})
    if isinstance(field, forms.FileField) and type(field.widget) is forms.ClearableFileInput:
        field.widget = forms.FileInput(attrs=field.widget.attrs)
    return field


def _common(field: forms.Field) -> dict[str, Any]:
    options: dict[str, Any] = {
        "label": field.label,
        "required": field.required,
        "initial": field.initial,
        "help_text": field.help_text,
        "disabled": field.disabled,
    }
    if isinstance(field, forms.CharField):
        options["empty_value"] = field.empty_value
        options["validators"] = [v for v in field.validators if type(v) not in OWN_VALIDATORS]
    own = {
        code: message
        for code, message in field.error_messages.items()
        if message is not type(field).default_error_messages.get(code)
        and message is not forms.Field.default_error_messages.get(code)
    }
    return {**options, "error_messages": own}


def _limit_to_database(field: forms.IntegerField) -> None:
    kinds = {type(validator) for validator in field.validators}
    if MaxValueValidator not in kinds:
        field.max_value = LARGEST_WHOLE_NUMBER
        field.validators.append(MaxValueValidator(LARGEST_WHOLE_NUMBER))
    if MinValueValidator not in kinds:
        field.validators.append(MinValueValidator(-LARGEST_WHOLE_NUMBER))
