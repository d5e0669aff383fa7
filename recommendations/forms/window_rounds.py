"""What does an officer type in one line of an update round?"""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.functional import cached_property

from govreg.core import ratings
from govreg.core.ui.forms import LongTextField, RegisterForm, RegisterFormSet
from govreg.core.ui.forms.errors import SummaryLine, summary_lines
from recommendations.queries.window_rounds import RoundLine
from recommendations.services.progress import EDITABLE

from .progress import ask_for_reason, percent_field


class RoundLineForm(RegisterForm):
    """One line of an update round; it may be left empty, kept as a draft or submitted."""

    needed_where = {
        "reason": "Needed when the action is not started, at risk or late",
    }

    rating = forms.ChoiceField(
        label="How does the action stand?", choices=[("", "Choose one"), *ratings.CHOICES]
    )
    percent_complete = percent_field()
    reason = LongTextField(label="Why?", max_length=2000, rows=2, required=False)
    narrative = LongTextField(
        label="What has been done since the last update?", max_length=10000, rows=3
    )
    seen = forms.CharField(max_length=60, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, line: RoundLine, submits: bool = False, **options: Any) -> None:
        begun = {name: getattr(line.draft, name) for name in EDITABLE} if line.draft else {}
        super().__init__(
            *args,
            prefix=prefix_of(line),
            initial={**begun, "seen": line.seen},
            **options,
        )
        self.line = line
        self.submits = submits
        #: What was written meanwhile, where another one was first.
        self.meanwhile: Any = None
        if self.is_bound and not submits:  # half a thought may be kept
            self.fields["rating"].required = self.fields["narrative"].required = False

    @property
    def is_filled_in(self) -> bool:
        """Whether anything was sent in the line."""
        return any(str(self[name].value() or "").strip() for name in EDITABLE)

    @property
    def is_touched(self) -> bool:
        """Whether what was sent differs from the officer's draft."""
        return bool(set(self.changed_data) - {"seen"})

    def clean(self) -> dict[str, Any]:
        """Ask the rule whether the line is enough to be submitted, whatever else is wrong."""
        cleaned = super().clean()
        if self.submits:
            ask_for_reason(self, cleaned)
        return cleaned

    def values(self) -> dict[str, Any]:
        """Return what the officer typed."""
        return {name: self.cleaned_data[name] for name in EDITABLE}

    def meet(self, meanwhile: Any, seen: str) -> None:
        """Keep the officer's text beside what was written meanwhile, to be sent once more."""
        self.add_error(
            None, "This line was written while you were writing. Nothing of yours is lost"
        )
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        data[self.add_prefix("seen")] = seen
        self.data = data
        self.meanwhile = meanwhile


class RoundForms(RegisterFormSet):
    """The lines of a round as one page shows them."""

    def __init__(self, made: list[RoundLineForm]) -> None:
        self._made = made
        self.is_bound = any(form.is_bound for form in made)

    @cached_property
    def forms(self) -> list[RoundLineForm]:
        """The lines' forms."""
        return self._made

    def non_form_errors(self) -> Any:
        """Return nothing: each problem is a line's."""
        return []

    def problems(self) -> Iterator[SummaryLine]:
        """Give every problem with the number of its line, which leads to it."""
        for number, form in enumerate(self._made, start=1):
            for problem in summary_lines(form):
                target = problem.target or f"line-{form.line.action.pk}"
                yield SummaryLine(f"Line {number}: {problem.sentence}", target)


def prefix_of(line: RoundLine) -> str:
    """Return what the names of a line's fields begin with."""
    return f"a{line.action.pk}"
