"""What does one row of the grid look like in which a lead agency answers?

A page has a hundred rows of ten values each. The template engine takes most of the page's time for
that, so a row is put together here; every value is escaped once, as it is put in.
"""

from collections.abc import Iterator
from html import escape

from django.utils.safestring import SafeString, mark_safe

from govreg.core.ui.words import figure, long_date_time
from partnerships.forms.quarterly_answers import RATINGS, AnswerRow
from partnerships.models import QuarterlyAnswer

ROW, CELL = "govuk-table__row", '<td class="govuk-table__cell"'
HEAD = '<th scope="row" class="govuk-table__header">'
#: A box holds a reason: it begins with two lines and grows with what is typed, up to eight.
LEAST_LINES, MOST_LINES = 2, 8
#: About how many characters stand on a line of it.
LINE = 28
FIELDSET = (
    '<fieldset class="govuk-fieldset app-grid__ratings"><legend class="govuk-visually-hidden">'
)


def grid_rows(rows: list[AnswerRow], *, shows_plan: bool) -> Iterator[SafeString]:
    """Give the rows of the grid as HTML."""
    for row in rows:
        yield _row(row, shows_plan)


def _row(row: AnswerRow, shows_plan: bool) -> SafeString:
    action, key = row.line.action, row.key
    reference = escape(action.reference)
    ratings = "".join([_rating(row, value, label) for value, label in RATINGS])
    marked = " app-grid__wrong" if row.errors else " app-grid__saved" if row.said else ""
    unsaved = " data-unsaved" if row.is_unsaved else ""
    met = " data-met" if row.meanwhile else ""
    html = (
        f'<tr class="{ROW}{marked}" data-row="{key}"{unsaved}{met}>{HEAD}'
        f'<a class="govuk-link" href="{escape(action.get_absolute_url())}">{reference}</a> '
        f'<span class="app-grid__action">{escape(action.action)}</span> '
        f'<span class="govuk-hint">{escape(_about(row, shows_plan))}</span>'
        f"{_meanwhile(row.meanwhile)}"
        f'<span class="app-grid__said" role="status">{escape(row.said)}</span>'
        f'<input type="hidden" name="seen_{key}" value="{row.seen}"></th>'
        f'{CELL} data-label="Answer">{FIELDSET}Answer for {reference}</legend>{ratings}</fieldset>'
        f"{_error(row, 'rating')}</td>"
        f'{CELL} data-label="Why it is not green">'
        f"{_text(row, 'reason', f'Why is {reference} not green?')}</td>"
        f'{CELL} data-label="What was done">'
        f"{_text(row, 'narrative', f'What was done, {reference}')}</td>"
        f'{CELL} data-label="Reached">{_number(row, reference)}</td></tr>'
    )
    return mark_safe(html)  # noqa: S308 - every value above was escaped


def _about(row: AnswerRow, shows_plan: bool) -> str:
    action, before = row.line.action, row.line.before
    said = [action.plan.short_name] if shows_plan else []
    said += [action.lead.name] if action.lead else []
    said += [f"Last quarter: {before.get_rating_display()}"] if before else []
    return " ".join(f"{one}." for one in said)


def _meanwhile(answer: QuarterlyAnswer | None) -> str:
    if answer is None:
        return ""
    return f'<span class="app-grid__meanwhile">{escape(in_words(answer))}</span>'


def in_words(answer: QuarterlyAnswer) -> str:
    """Return what somebody answered, who and when."""
    who, when = answer.answered_by or "The register", long_date_time(answer.answered_at)
    said = [f"{who} answered on {when}: {answer.get_rating_display()}."]
    said += [f"Why it is not green: {answer.reason}"] if answer.reason else []
    said += [f"What was done: {answer.narrative}"] if answer.narrative else []
    said += [f"Reached: {figure(answer.value)}"] if answer.value is not None else []
    return "\n".join(said)


def _rating(row: AnswerRow, value: str, label: str) -> str:
    key = row.key
    checked = " checked" if row.typed["rating"] == value else ""
    return (
        f'<label class="app-grid__rating"><input type="radio" name="rating_{key}" '
        f'id="rating_{key}_{value}" value="{value}"{checked}{_described(row, "rating")}> '
        f"{label}</label>"
    )


def _text(row: AnswerRow, name: str, label: str) -> str:
    key, wrong = row.key, " govuk-textarea--error" if name in row.errors else ""
    text = row.typed[name]
    rows = min(MOST_LINES, max(LEAST_LINES, text.count("\n") + len(text) // LINE + 1))
    return (
        f'<textarea class="govuk-textarea{wrong}" rows="{rows}" name="{name}_{key}" '
        f'id="{name}_{key}" aria-label="{label}"{_described(row, name)}>\n{escape(text)}</textarea>'
        f"{_error(row, name)}"
    )


def _number(row: AnswerRow, reference: str) -> str:
    action, key = row.line.action, row.key
    wrong = " govuk-input--error" if "value" in row.errors else ""
    goal = (
        f'<span class="govuk-hint">of {action.target.normalize():f} {escape(action.unit)}</span>'
        if action.target is not None
        else ""
    )
    return (
        f'<input class="govuk-input govuk-input--width-4{wrong}" inputmode="decimal" '
        f'name="value_{key}" id="value_{key}" value="{escape(row.typed["value"])}" '
        f'aria-label="Reached, {reference}"{_described(row, "value")}>{goal}{_error(row, "value")}'
    )


def _described(row: AnswerRow, name: str) -> str:
    return f' aria-describedby="{name}_{row.key}_error"' if name in row.errors else ""


def _error(row: AnswerRow, name: str) -> str:
    if name not in row.errors:
        return ""
    return (
        f'<p class="govuk-error-message" id="{name}_{row.key}_error">'
        f'<span class="govuk-visually-hidden">Error:</span> {escape(row.errors[name])}</p>'
    )
