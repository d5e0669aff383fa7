"""What does the error summary at the top of a page say?"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.forms import BaseForm, BaseFormSet

from .presentation import error_target


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One problem, and the id of the control to move to, if there is one to see."""

    sentence: str
    target: str = ""


def has_errors(form: BaseForm | BaseFormSet | None) -> bool:
    """Whether a form, or one of a formset's, was sent and refused."""
    return any(True for _ in summary_lines(form))


def summary_lines(form: BaseForm | BaseFormSet | None) -> Iterator[SummaryLine]:
    """Give every problem in the order of the page."""
    if form is None or not getattr(form, "is_bound", False):
        return
    if isinstance(form, BaseFormSet):
        for sentence in form.non_form_errors():
            yield SummaryLine(str(sentence))
        name = str(getattr(form, "item_name", "item")).capitalize()
        for number, item in enumerate(form, start=1):
            for line in summary_lines(item):
                yield SummaryLine(f"{name} {number}: {line.sentence}", line.target)
        return
    for sentence in form.non_field_errors():
        yield SummaryLine(str(sentence))
    for field in form:
        target = "" if field.is_hidden else error_target(field)
        for sentence in field.errors:
            yield SummaryLine(str(sentence), target)
