"""What is the HTML of some changes, the latest first?

It is made in Python and not in a template, as a list's table is: a page of history has some
hundred fields, and a template would spend most of the page's time on them.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from govreg.core.ui.words import long_date_time

from .readable import Entry, FieldChange, RowEntry
from .subjects import Subject

REGISTER_ITSELF = "The register itself"
SUBJECTS_NAMED, ROWS_OPEN = 6, 6
BECAME = '<span aria-hidden="true">→</span><span class="govuk-visually-hidden">became</span>'


def timeline(entries: Iterable[Entry], *, requests: bool = False) -> SafeString:
    """Return the entries as an ordered list, with the ids of the requests that made them if asked.

    Every word in it is escaped where it is written.
    """
    items = "".join(_entry(entry, requests=requests) for entry in entries)
    return mark_safe(f'<ol class="app-timeline">{items}</ol>')  # noqa: S308 - escaped below


def _entry(entry: Entry, *, requests: bool) -> str:
    request = entry.change_set.request_id if requests else ""
    return (
        '<li class="app-timeline__entry">'
        f'<h2 class="app-timeline__what">{escape(entry.change_set.verb)}</h2>'
        f"{_who(entry)}{_about(entry.about)}{_because(entry.change_set.reason)}"
        f"{_request(request)}"
        f"{_rows(entry.rows)}</li>"
    )


def _who(entry: Entry) -> str:
    by, at = entry.change_set.by, entry.change_set.at
    later = (
        f" (entered on {long_date_time(entry.change_set.recorded_at)})"
        if entry.entered_later
        else ""
    )
    return (
        f'<p class="app-timeline__who">{escape(by.name if by else REGISTER_ITSELF)}, '
        f"{_moment(at)}{later}</p>"
    )


def _moment(at: datetime) -> str:
    return f'<time datetime="{at.isoformat()}">{long_date_time(at)}</time>'


def _about(subjects: list[Subject]) -> str:
    if not subjects:
        return ""
    links = "; ".join(
        f'<a class="govuk-link" href="{escape(one.url)}">{escape(one.name)}</a>'
        for one in subjects[:SUBJECTS_NAMED]
    )
    others = " and others" if len(subjects) > SUBJECTS_NAMED else ""
    return f'<p class="app-timeline__about">{links}{others}</p>'


def _because(reason: str) -> str:
    return f'<p class="app-timeline__because">Because: {escape(reason)}</p>' if reason else ""


def _request(request: str) -> str:
    return f'<p class="app-timeline__who">Request {escape(request)}</p>' if request else ""


def _rows(rows: list[RowEntry]) -> str:
    written = "".join(_row(row) for row in rows)
    if len(rows) <= ROWS_OPEN:
        return written
    return (
        '<details class="govuk-details"><summary class="govuk-details__summary">'
        f'<span class="govuk-details__summary-text">{len(rows)} records</span></summary>'
        f'<div class="govuk-details__text">{written}</div></details>'
    )


def _row(row: RowEntry) -> str:
    name: str = escape(row.name)
    if not row.names_itself:
        name = f"{escape(row.what)} “{name}”" if row.name else escape(row.what)
    said = "".join(f"<li>{one}</li>" for one in _fields(row))
    changes = (
        f'<ul class="govuk-list govuk-list--bullet app-timeline__changes">{said}</ul>'
        if said
        else ""
    )
    return f"<p><strong>{row.kind}:</strong> {name}</p>{changes}"


def _fields(row: RowEntry) -> Iterator[str]:
    for field in row.fields:
        label = f"<strong>{escape(field.label)}:</strong>"
        after = f'<q class="app-after">{escape(field.after)}</q>'
        if row.kind == "Added":
            yield f"{label} {after}"
        else:
            yield f"{label} {_before(field)} {BECAME} {_missing(field) or after}"


def _before(field: FieldChange) -> str:
    if field.was_empty:
        return f'<span class="app-missing">{escape(field.before)}</span>'
    return f'<q class="app-before">{escape(field.before)}</q>'


def _missing(field: FieldChange) -> str:
    return f'<span class="app-missing">{escape(field.after)}</span>' if field.is_empty else ""
