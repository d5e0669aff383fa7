"""What does a template need to know about a field to render it?"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from .widgets import BOXES, DateBoxes

KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (DateBoxes, "date"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.FileInput, "file"),
    (forms.Textarea, "textarea"),
    (forms.Select, "select"),
)
CSS_CLASSES = {
    "checkbox": "govuk-checkboxes__input",
    "file": "govuk-file-upload",
    "textarea": "govuk-textarea",
    "select": "govuk-select",
    "input": "govuk-input",
}


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field, ready to be shown."""

    kind: str
    described_by: str
    widget: SafeString
    counted_to: int | None
    says_optional: bool
    needed_for: str
    prefix: str


def kind_of(field: BoundField) -> str:
    """Return which of the design system's components shows the field."""
    widget = field.field.widget
    return next((name for kind, name in KINDS if isinstance(widget, kind)), "input")


def describe(field: BoundField, options: dict[str, Any]) -> FieldView:
    """Return the field's component, its control and what describes it."""
    kind = kind_of(field)
    limit = getattr(field.field, "max_length", None)
    counted_to = limit if kind == "textarea" else None
    described_by = described_by_ids(field, counted=counted_to is not None)
    grouped = kind in {"radios", "checkboxes"}
    return FieldView(
        kind=kind,
        described_by=described_by,
        widget=SafeString("") if grouped else _control(field, kind, described_by, options),
        counted_to=counted_to,
        says_optional=_says_optional(field, kind, options),
        needed_for=_needed_for(field),
        prefix=str(options.get("prefix") or getattr(field.field, "prefix", "")),
    )


def described_by_ids(field: BoundField, *, counted: bool) -> str:
    """Return the ids of the hint, the error and the character count, in reading order."""
    parts = [
        f"{field.auto_id}-info" if counted else "",
        f"{field.auto_id}-hint" if field.help_text else "",
        f"{field.auto_id}-error" if field.errors else "",
    ]
    return " ".join(part for part in parts if part)


def error_target(field: BoundField) -> str:
    """Return the id that a link in the error summary moves to: always something that has focus."""
    kind = kind_of(field)
    if kind in {"radios", "checkboxes"}:
        return f"{field.auto_id}_0"
    if kind == "date":
        return f"{field.auto_id}_{wrong_boxes(field)[0]}"
    return str(field.id_for_label or field.auto_id)


def wrong_boxes(field: BoundField) -> list[str]:
    """Return which boxes of a date are in error: all, unless the field said which."""
    named = [
        box
        for error in field.errors.as_data()
        for box in (getattr(error, "params", None) or {}).get("boxes", [])
    ]
    return [box for box in BOXES if not named or box in named]


def _control(
    field: BoundField, kind: str, described_by: str, options: dict[str, Any]
) -> SafeString:
    if kind == "date":
        wrong = " ".join(wrong_boxes(field)) if field.errors else ""
        return field.as_widget(attrs={"data-wrong": wrong, "aria-describedby": False})
    css = [CSS_CLASSES[kind]]
    if field.errors and kind != "checkbox":
        css.append(f"{CSS_CLASSES[kind]}--error")
    width = options.get("width") or _own_width(field)
    if width and kind == "input":
        css.append(f"govuk-input--width-{width}")
    if kind == "textarea" and getattr(field.field, "max_length", None):
        css.append("govuk-js-character-count")
    css.append(field.field.widget.attrs.get("class", ""))
    # A limit on the control itself would cut a paste without a word; the server refuses it instead.
    attributes = {
        "class": " ".join(css).strip(),
        "aria-describedby": described_by or False,
        "maxlength": False,
        "minlength": False,
    }
    return field.as_widget(attrs=attributes)


def _own_width(field: BoundField) -> int | None:
    return 10 if isinstance(field.field, forms.DecimalField | forms.IntegerField) else None


def _says_optional(field: BoundField, kind: str, options: dict[str, Any]) -> bool:
    if field.field.required or kind == "checkbox" or options.get("is_revealed"):
        return False
    form = field.form
    asked_elsewhere = field.name in {*getattr(form, "required_if", {}), *getattr(form, "cases", {})}
    return not asked_elsewhere and not _needed_for(field)


def _needed_for(field: BoundField) -> str:
    """Return for which later step what may be left empty now is needed, as “sign-off”."""
    return str(getattr(field.form, "needed_for", {}).get(field.name, ""))
