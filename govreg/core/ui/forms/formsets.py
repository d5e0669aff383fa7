"""How is the same small form filled in several times on one page?"""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.forms.formsets import DELETION_FIELD_NAME

from .layout import PACK


class _RegisterFormSetBehaviour:
    """One form tag, one fieldset for each item, one button."""

    item_name: str = "item"
    submit_label: str = "Save"
    cancel_url: str = ""

    def __init__(self, *args: Any, cancel_url: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.cancel_url = cancel_url or self.cancel_url

    @property
    def helper(self) -> FormHelper:
        """Say how the formset is rendered."""
        helper = FormHelper()
        helper.template_pack = PACK
        helper.include_media = False
        return helper

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """Name the box that removes an item."""
        super().add_fields(form, index)  # type: ignore[misc]
        if DELETION_FIELD_NAME in form.fields:
            form.fields[DELETION_FIELD_NAME].label = f"Remove this {self.item_name}"


class RegisterFormSet(_RegisterFormSetBehaviour, forms.BaseFormSet):  # type: ignore[misc]
    """Several plain forms."""


class RegisterModelFormSet(_RegisterFormSetBehaviour, forms.BaseModelFormSet):  # type: ignore[misc]
    """Several forms about rows of one table."""
