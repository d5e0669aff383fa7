"""What is typed to record what a committee decided of closures?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from govreg.core.editing.forms import OnceForm
from govreg.core.history import once
from govreg.core.refusals import Refusal
from govreg.core.ui.forms import ChoiceField, TextField
from recommendations.models import AgreedAction
from recommendations.rules.closure_decisions import refusal_of_disagreement
from recommendations.services.closure_decisions import Closure

from .extension_decisions import SittingFields

AGREE, DISAGREE, LEAVE = "agree", "disagree", ""
DECISIONS = [
    (AGREE, "Agreed to close it"),
    (DISAGREE, "Did not agree"),
    (LEAVE, "Leave for later"),
]


@dataclass(frozen=True, slots=True)
class ClosureLine:
    """One action as the page shows it: with its fields, or with why nothing can be recorded."""

    action: AgreedAction
    refusal: Refusal | None = None
    decision: BoundField | None = None
    note: BoundField | None = None


class ClosuresForm(SittingFields, OnceForm):
    """What one meeting decided of several actions, saved at once."""

    submit_label = "Record the decisions"
    layout = SittingFields.sitting_layout

    def __init__(
        self,
        *args: Any,
        offered: Iterable[tuple[AgreedAction, Refusal | None]],
        bodies: Any,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.offered = list(offered)
        self.offer(bodies)
        made: dict[str, forms.Field] = {}
        for action in self._open():
            made[f"decision_{action.pk}"] = ChoiceField(
                label=f"Decision on {action.title}", choices=DECISIONS, required=False
            )
            made[f"note_{action.pk}"] = TextField(
                label=f"Why not, for {action.title}",
                max_length=400,
                required=False,
            )
        disagreed = "Needed where the committee did not agree"
        self.needed_where = {name: disagreed for name in made if name.startswith("note_")}
        self.add(made)
        for action in self._open():
            self.fields[f"version_{action.pk}"] = forms.IntegerField(
                initial=action.version,
                widget=forms.HiddenInput,
                min_value=0,
                max_value=2**31 - 1,
            )

    def _open(self) -> list[AgreedAction]:
        return [action for action, refusal in self.offered if refusal is None]

    @property
    def lines(self) -> list[ClosureLine]:
        """The actions in the order of the page."""
        return [
            ClosureLine(action, refusal)
            if refusal
            else ClosureLine(action, None, self[f"decision_{action.pk}"], self[f"note_{action.pk}"])
            for action, refusal in self.offered
        ]

    def clean(self) -> dict[str, Any]:
        """Ask of each that was not agreed why."""
        cleaned = super().clean()
        for action in self._open():
            decision = cleaned.get(f"decision_{action.pk}")
            note = cleaned.get(f"note_{action.pk}") or ""
            refusal = refusal_of_disagreement(agreed=decision != DISAGREE, reason=note)
            if refusal and decision != LEAVE:
                self.add_error(f"note_{action.pk}", refusal.sentence)
        return cleaned

    def closures(self) -> list[Closure]:
        """Return what was decided, as the service takes it."""
        data = self.cleaned_data
        return [
            Closure(
                action,
                data[f"version_{action.pk}"],
                agreed=data[f"decision_{action.pk}"] == AGREE,
                reason=data[f"note_{action.pk}"],
            )
            for action in self._open()
            if data[f"decision_{action.pk}"] != LEAVE
        ]

    def read_again(self) -> None:
        """Let the page be sent once more, with the actions as they are now in view."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        for action in self._open():
            data[f"version_{action.pk}"] = str(action.version)
        data[once.FIELD] = once.new_token()
        self.data = data
