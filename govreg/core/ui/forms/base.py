"""What is the same for every form of the register?"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from .fields import register_field
from .layout import PACK, Button
from .sentences import required_sentence, speak_plainly

EMPTY_CHOICE = "---------"


class _RegisterBehaviour:
    """The main button, the layout, our fields and our sentences.

    A mixin, because a model form and a plain form have no common class of their own to extend.
    """

    submit_label: str = "Save"
    submit_kind: str = ""
    secondary_buttons: Sequence[Button] = ()
    layout: Sequence[Any] = ()
    #: Fields that must be filled in when another has a value: `{"reason": ("decision", "partly")}`.
    required_if: ClassVar[Mapping[str, tuple[str, Any]]] = {}
    #: Fields that may be left empty now and are needed for a later step: `{"rating": "sign-off"}`.
    needed_for: Mapping[str, str] = {}
    #: Fields that only one case makes necessary, with the case: `{"reason": "Needed where it is
    #: declined"}`; an empty one where a hint above says it already. Those of a form’s parts are
    #: taken together, and a form adds those of fields that it makes itself.
    needed_where: dict[str, str] = {}
    use_required_attribute = False
    cancel_url: str = ""
    fields: dict[str, forms.Field]

    def __init__(
        self, *args: Any, cancel_url: str = "", submit_label: str = "", **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.cancel_url = cancel_url or self.cancel_url
        self.submit_label = submit_label or self.submit_label
        self.add(dict(self.fields))

    def add(self, made: Mapping[str, forms.Field]) -> None:
        """Add fields that are made for this one form: ours, with our sentences."""
        cases = self.cases
        for name, field in made.items():
            ready = self.fields[name] = register_field(field)
            if cases.get(name):
                ready.help_text = f"{cases[name]}. {ready.help_text}".removesuffix(". ")
            label = self.fields[name].label or forms.utils.pretty_name(name)
            self.fields[name].label = label
            # Where many fields have one label, its full label says which of them is meant.
            said = getattr(field, "full_label", "") or label
            speak_plainly(str(said), self.fields[name])
            _name_the_empty_choice(self.fields[name])

    @property
    def cases(self) -> dict[str, str]:
        """In which case each field is needed that is not needed always."""
        told: dict[str, str] = {}
        for part in (*map(vars, reversed(type(self).__mro__)), vars(self)):
            told |= part.get("needed_where", {})
        return told

    @property
    def helper(self) -> FormHelper:
        """Say how the form is rendered; fields that the layout forgets come last, none is lost."""
        helper = FormHelper()
        helper.template_pack = PACK
        helper.layout = Layout(*(self.get_layout() or self.fields))
        helper.render_unmentioned_fields = True
        helper.include_media = False
        return helper

    def get_layout(self) -> Sequence[Any]:
        """Return the layout; override it where it depends on the thing that is edited."""
        return self.layout

    def clean(self) -> dict[str, Any]:
        """Ask for the fields that another answer makes necessary."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data  # type: ignore[misc, attr-defined]
        for name, (other, value) in self.required_if.items():
            wanted = str(cleaned.get(other)) == str(value)
            if wanted and not cleaned.get(name) and name not in self.errors:  # type: ignore[attr-defined]
                field = self.fields[name]
                self.add_error(name, required_sentence(str(field.label), field))  # type: ignore[attr-defined]
        return cleaned


class RegisterForm(_RegisterBehaviour, forms.Form):
    """A form that is not about one row of a table."""


class RegisterModelForm(_RegisterBehaviour, forms.ModelForm):
    """A form about one row of a table; a service, not the form, saves it."""


def _name_the_empty_choice(field: forms.Field) -> None:
    """Say in words what the empty choice of a select means; radios have none when required."""
    if isinstance(field, forms.ModelChoiceField):
        if field.empty_label == EMPTY_CHOICE:
            field.empty_label = _empty_words(field)
    elif isinstance(field, forms.ChoiceField):
        choices: list[Any] = list(field.choices)  # type: ignore[arg-type]
        if not choices or choices[0] != ("", EMPTY_CHOICE):
            return
        is_radio = isinstance(field.widget, forms.RadioSelect)
        first = [] if is_radio and field.required else [("", _empty_words(field))]
        field.choices = [*first, *choices[1:]]


def _empty_words(field: forms.Field) -> str:
    return "Choose one" if field.required else "Not stated"
