"""What does one row of the grid look like in which a lead agency answers?

A page has a hundred rows of ten values each. The template engine takes most of the page's time for
that, so a row is put together here; every value is escaped once, as it is put in.
"""

from collections.abc import Iterator

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from partnerships.forms.quarterly_answers import RATINGS, AnswerRow
from partnerships.models import QuarterlyAnswer

_ROW = (
    '<tr class="govuk-table__row{wrong}" data-row="{key}"><th scope="row" '
    'class="govuk-table__header"><a class="govuk-link" href="{url}">{reference}</a> <span '
    'class="app-grid__action">{action}</span> <span class="govuk-hint">{about}</span>{meanwhile}'
    '<span class="app-grid__said" role="status"></span><input type="hidden" name="seen_{key}" '
    'value="{seen}"></th>'
    '<td class="govuk-table__cell" data-label="Answer"><fieldset class="govuk-fieldset '
    'app-grid__ratings"><legend class="govuk-visually-hidden">Answer for {reference}</legend>'
    "{ratings}</fieldset>{rating_error}</td>"
    '<td class="govuk-table__cell" data-label="Why is it not green?">{reason}</td>'
    '<td class="govuk-table__cell" data-label="What was done?">{narrative}</td>'
    '<td class="govuk-table__cell" data-label="Reached">{value}</td></tr>'
)
_RATING = (
    '<label class="app-grid__rating"><input type="radio" name="rating_{key}" '
    'id="rating_{key}_{value}" value="{value}"{checked}{described}> {label}</label>'
)
_TEXT = (
    '<textarea class="govuk-textarea{red}" rows="1" name="{name}_{key}" id="{name}_{key}" '
    'aria-label="{label}"{described}>\n{typed}</textarea>{error}'
)
_NUMBER = (
    '<input class="govuk-input govuk-input--width-4{red}" inputmode="decimal" '
    'name="value_{key}" id="value_{key}" value="{typed}" aria-label="Reached, {reference}"'
    "{described}>{target}{error}"
)
_ERROR = (
    '<p class="govuk-error-message" id="{name}_{key}_error"><span class="govuk-visually-hidden">'
    "Error:</span> {sentence}</p>"
)


def grid_rows(rows: list[AnswerRow], *, shows_plan: bool) -> Iterator[SafeString]:
    """Give the rows of the grid as HTML."""
    for row in rows:
        yield _row(row, shows_plan)


def _row(row: AnswerRow, shows_plan: bool) -> SafeString:
    action, key = row.line.action, row.key
    reference = escape(action.reference)
    html = _ROW.format(
        wrong=" app-grid__wrong" if row.errors else "",
        key=key,
        url=escape(action.get_absolute_url()),
        reference=reference,
        action=escape(action.action),
        about=escape(_about(row, shows_plan)),
        meanwhile=_meanwhile(row.meanwhile),
        seen=row.seen,
        ratings="".join(_rating(row, value, label) for value, label in RATINGS),
        rating_error=_error(row, "rating"),
        reason=_text(row, "reason", f"Why is {reference} not green?"),
        narrative=_text(row, "narrative", f"What was done, {reference}"),
        value=_number(row, reference),
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
    said = answer.get_rating_display() + (f", {answer.reason}" if answer.reason else "")
    return f'<span class="govuk-hint">Answered meanwhile: {escape(said)}</span>'


def _rating(row: AnswerRow, value: str, label: str) -> str:
    return _RATING.format(
        key=row.key,
        value=value,
        label=label,
        checked=" checked" if row.typed["rating"] == value else "",
        described=_described(row, "rating"),
    )


def _text(row: AnswerRow, name: str, label: str) -> str:
    return _TEXT.format(
        red=" govuk-textarea--error" if name in row.errors else "",
        name=name,
        key=row.key,
        label=label,
        described=_described(row, name),
        typed=escape(row.typed[name]),
        error=_error(row, name),
    )


def _number(row: AnswerRow, reference: str) -> str:
    action = row.line.action
    goal = (
        f'<span class="govuk-hint">of {action.target.normalize():f} {escape(action.unit)}</span>'
        if action.target is not None
        else ""
    )
    return _NUMBER.format(
        red=" govuk-input--error" if "value" in row.errors else "",
        key=row.key,
        typed=escape(row.typed["value"]),
        reference=reference,
        described=_described(row, "value"),
        target=goal,
        error=_error(row, "value"),
    )


def _described(row: AnswerRow, name: str) -> str:
    return f' aria-describedby="{name}_{row.key}_error"' if name in row.errors else ""


def _error(row: AnswerRow, name: str) -> str:
    if name not in row.errors:
        return ""
    return _ERROR.format(name=name, key=row.key, sentence=escape(row.errors[name]))
