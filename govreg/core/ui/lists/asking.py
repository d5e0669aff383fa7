"""What is the HTML of the fields above a list?

Boxes for text and drop-down lists are made in Python and not in templates, as the table is: a list
has half a dozen of them, with some hundred options, on every page. Other kinds of field, which few
lists have, are left to the form pack's template.
"""

from collections.abc import Iterator

from django import forms
from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from ..forms.presentation import described_by_ids

GROUP, IN_ERROR = "govuk-form-group", "govuk-form-group--error"


def filter_fields(form: forms.BaseForm) -> SafeString:
    """Return every field of a filter form with its label, hint and error."""
    return mark_safe("".join(_field(field) for field in form))  # noqa: S308 - escaped below


def _field(field: BoundField) -> str:
    widget = field.field.widget
    if type(widget) is forms.TextInput:
        return _group(field, _box(field))
    if isinstance(widget, forms.Select) and not widget.allow_multiple_selected:
        return _group(field, _choice(field))
    return render_to_string("components/filter_field.html", {"field": field})


def _group(field: BoundField, control: str) -> str:
    name = field.id_for_label
    hint = (
        f'<div id="{field.auto_id}-hint" class="govuk-hint">{escape(field.help_text)}</div>'
        if field.help_text
        else ""
    )
    return (
        f'<div class="{GROUP}{f" {IN_ERROR}" if field.errors else ""}">'
        f'<label class="govuk-label" for="{name}">{escape(field.label)}</label>'
        f"{hint}{_error(field)}{control}</div>"
    )


def _error(field: BoundField) -> str:
    if not field.errors:
        return ""
    said = "<br>".join(
        f'<span class="govuk-visually-hidden">Error:</span> {escape(error)}'
        for error in field.errors
    )
    return f'<p id="{field.auto_id}-error" class="govuk-error-message">{said}</p>'


def _attributes(field: BoundField, css: str) -> str:
    described = described_by_ids(field, counted=False)
    wrong = f" {css}--error" if field.errors else ""
    return f'name="{field.html_name}" id="{field.auto_id}" class="{css}{wrong}"' + (
        f' aria-describedby="{described}"' if described else ""
    )


def _box(field: BoundField) -> str:
    value = field.value()
    own = "".join(
        f' {escape(name)}="{escape(said)}"'
        for name, said in field.field.widget.attrs.items()
        if name not in {"maxlength", "minlength", "class"}
    )
    shown = "" if value is None else f' value="{escape(value)}"'
    return f'<input type="text" {_attributes(field, "govuk-input")}{own}{shown}>'


def _choice(field: BoundField) -> str:
    options = "".join(_options(field.field.choices, str(field.value() or "")))  # type: ignore[attr-defined]
    return f"<select {_attributes(field, 'govuk-select')}>{options}</select>"


def _options(choices: object, chosen: str) -> Iterator[str]:
    for value, label in choices:  # type: ignore[attr-defined]
        key = str(value)
        mark = " selected" if key == chosen else ""
        yield f'<option value="{escape(key)}"{mark}>{escape(label)}</option>'
