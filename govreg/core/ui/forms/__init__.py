"""What does a person type into the register, and how is it asked for?"""

from .base import RegisterForm, RegisterModelForm
from .fields import (
    ChoiceField,
    DateField,
    LongTextField,
    MoneyField,
    MultipleChoiceField,
    TextField,
    WholeNumberField,
)
from .formsets import RegisterFormSet, RegisterModelFormSet
from .layout import Button, Fieldset, FormField
from .times import TimeField
from .widgets import DateBoxes

__all__ = [
    "Button",
    "ChoiceField",
    "DateBoxes",
    "DateField",
    "Fieldset",
    "FormField",
    "LongTextField",
    "MoneyField",
    "MultipleChoiceField",
    "RegisterForm",
    "RegisterFormSet",
    "RegisterModelForm",
    "RegisterModelFormSet",
    "TextField",
    "TimeField",
    "WholeNumberField",
]
