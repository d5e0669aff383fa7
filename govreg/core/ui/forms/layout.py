"""How are a form's fields set out: their legends, hints, groups and what a choice reveals?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crispy_forms.layout import LayoutObject
from crispy_forms.utils import render_field
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

PACK = "govuk"


@dataclass(frozen=True, slots=True)
class Button:
    """A further button beside the main one; the view reads `name` and `value` from the POST."""

    label: str
    name: str = "action"
    value: str = ""
    kind: str = "secondary"


class FormField(LayoutObject):
    """One field with more to say about how it looks.

    `reveal` names the fields that a choice opens: `{"partly": ["reason"]}`; `hints` explains a
    choice. `legend_size` and `label_size` are s, m, l or xl; `width` is 2, 3, 4, 5, 10, 20 or 30.
    """

    def __init__(
        self,
        name: str,
        *,
        reveal: Mapping[str, Sequence[Any]] | None = None,
        hints: Mapping[str, str] | None = None,
        **options: Any,
    ) -> None:
        self.fields = [name]
        self.reveal = {str(value): list(fields) for value, fields in (reveal or {}).items()}
        self.hints = dict(hints or {})
        self.options = options

    def render(
        self, form: Any, context: Any, template_pack: str = PACK, **options: Any
    ) -> SafeString:
        """Render the field, and what its choices reveal inside it."""
        revealed = {
            value: _render_all(fields, form, context, is_revealed=True)
            for value, fields in self.reveal.items()
        }
        extra = {
            **dict.fromkeys(("legend_size", "label_size", "width", "prefix", "suffix", "inline")),
            **self.options,
            "revealed": revealed,
            "choice_hints": self.hints,
        }
        return render_field(self.fields[0], form, context, template_pack=PACK, extra_context=extra)


class Fieldset(LayoutObject):
    """Some fields under one legend, with an optional hint."""

    def __init__(self, legend: str, *fields: Any, hint: str = "") -> None:
        self.legend = legend
        self.hint = hint
        self.fields = list(fields)

    def render(
        self, form: Any, context: Any, template_pack: str = PACK, **options: Any
    ) -> SafeString:
        """Render the group."""
        inside = _render_all(self.fields, form, context)
        return render_to_string(
            "govuk/layout/fieldset.html",
            {"legend": self.legend, "hint": self.hint, "fields": inside},
        )


def _render_all(
    fields: Sequence[Any], form: Any, context: Any, *, is_revealed: bool = False
) -> SafeString:
    extra = {"is_revealed": is_revealed, "revealed": {}, "choice_hints": {}}
    rendered = (
        render_field(field, form, context, template_pack=PACK, extra_context=dict(extra))
        for field in fields
    )
    return mark_safe("".join(rendered))  # noqa: S308 - made of rendered templates only
