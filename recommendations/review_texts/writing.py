"""How is a review written as a text, so that reading it gives the same review again?"""

from collections.abc import Iterable, Iterator
from typing import Any

from govreg.core import timescales
from govreg.core.timescales import PRECISION_CHOICES, SENSE_CHOICES
from govreg.core.ui.words import long_date
from recommendations.queries.review_texts import recommendations_of
from recommendations.sheets.names import Names, owner_names, subject_names
from reviews.models import Review, Section
from reviews.queries.outline import in_order, outline

from .layout import (
    BY,
    CONTACT_PART,
    CONTACTS,
    DUE,
    HEADER,
    OWNER,
    PLAIN_PART,
    PLAN,
    PLAN_PART,
    POINTS,
    PRECISION,
    REVIEW_ON,
    SECTION_PART,
    SECTIONS_TOLD,
    SENSE,
    STARTS,
    TEXTS,
    apart,
    clean,
    kept,
)


def review_in_words(review: Review) -> str:
    """Return the whole text of a review: particulars, sections, recommendations and answers."""
    subjects = subject_names(None)
    parts = [
        _header(review, subjects),
        *_texts(review, "addressee", "responsibilities"),
        *_contacts(review),
        *_texts(review, "objectives"),
        *_points(review),
        *_texts(review, "way_forward", "acknowledgements"),
        *(_section(section) for section in in_order(outline(review))),
        *_plan(review, subjects),
    ]
    return "\n\n".join(parts) + "\n"


def _header(review: Review, subjects: Names) -> str:
    links = review.concerns.select_related("partnership")
    structure = review.structure_of
    values = {
        "kind": review.get_kind_display(),
        "partnerships": subjects.write_all(link.partnership for link in links),
        "structure_of": subjects.write(structure) if structure else "",
        "report_date": long_date(review.report_date),
        "discussed_on": long_date(review.discussed_on),
        "legend_on_each_page": "Yes" if review.legend_on_each_page else "",
        "priority": "",
    }
    lines = []
    for key, field in HEADER.items():
        value = values[field] if field in values else str(getattr(review, field))
        if value:
            lines.append(f"{key}: {' '.join(clean(value).split())}")
    lines += [f"Priority: {level.mark} = {level.meaning}" for level in review.priorities.all()]
    return "\n".join(lines)


def _texts(review: Review, *fields: str) -> Iterator[str]:
    headings = {field: heading for heading, field in TEXTS.items()}
    for field in fields:
        text = clean(getattr(review, field))
        if text:
            yield f"# {headings[field]}\n\n{_lines(text, PLAIN_PART)}"


def _contacts(review: Review) -> Iterator[str]:
    lines = []
    for contact in review.contacts.all():
        organisation = f" | {apart(contact.organisation_name)}" if contact.organisation_name else ""
        lines.append(f"{contact.step}. {apart(contact.post_title)}{organisation}")
        for key, value in (("Who they are", contact.details), ("What to do", contact.how)):
            if clean(value):
                lines.append(_behind(f"{key}: ", clean(value), CONTACT_PART))
    if lines:
        yield "\n".join([f"# {CONTACTS}", "", *lines])


def _points(review: Review) -> Iterator[str]:
    points = list(review.points.all())
    for heading, kind in POINTS.items():
        lines = []
        for point in points:
            if point.kind != kind:
                continue
            text, references = clean(point.text), clean(point.section_references)
            if references or (text.endswith(")") and SECTIONS_TOLD in text):
                text = f"{text}{SECTIONS_TOLD}{references})"
            first, *more = text.split("\n")
            lines.append("\n".join([f"- {first}", *(f"  {one}" if one else "" for one in more)]))
        if lines:
            yield "\n".join([f"# {heading}", "", *lines])


def _section(section: Section) -> str:
    marks = "#" * (section.number.count(".") + 1)
    lines = [f"{marks} {section.number} {clean(section.title)}"]
    if section.shows != Section.Shows.NARRATIVE:
        lines.append(f"Shows: {section.get_shows_display()}")
    text = clean(section.body)
    if text:
        lines += ["", _lines(text, SECTION_PART)]
    return "\n".join(lines)


def _plan(review: Review, subjects: Names) -> Iterator[str]:
    rows = recommendations_of(review)
    if rows:
        owners = owner_names(None)
        yield f"# {PLAN}"
        for row in rows:
            yield _recommendation(row, subjects)
            for response in row.answers:
                yield _response(response, subjects, owners)


def _recommendation(row: Any, subjects: Names) -> str:
    own = row.review_id
    references = [
        one.to.number if one.to.review_id == own else f"{one.to.review.reference}/{one.to.number}"
        for one in row.references
    ]
    keyed = (
        ("Section", row.section.number),
        ("Addressed to", clean(row.addressee)),
        ("Concerns", subjects.write_all(one.partnership or one.body for one in row.covered)),
        ("See also", "; ".join(references)),
    )
    head = [f"Recommendation {row.number} ({row.priority.mark})"]
    head += [f"{key}: {value}" for key, value in keyed if value]
    return "\n".join([*head, "", _lines(clean(row.wording), PLAN_PART)])


def _response(response: Any, subjects: Names, owners: Names) -> str:
    respect = " ".join(clean(response.in_respect_of).split())
    in_line = f" ({respect})" if respect and "):" not in respect else ""
    lines = [_behind(f"Response{in_line}: ", clean(response.text), PLAN_PART)]
    if respect and not in_line:
        lines.append(f"In respect of: {respect}")
    covered = subjects.write_all(one.partnership or one.body for one in response.covered)
    if covered:
        lines.append(f"Covers: {covered}")
    if response.decision != response.Decision.NOT_STATED:
        lines.append(f"Decision: {response.get_decision_display()}")
    lines += [_action(action, owners) for action in response.steps]
    return "\n".join(lines)


def _action(action: Any, owners: Names) -> str:
    """Write the action as it was agreed: a due date that was extended since stays out."""
    printed = " ".join(clean(action.timescale_printed).split())
    told = [
        (OWNER, owners.write_all(row.party for row in action.named_owners)),
        (BY, printed),
        (REVIEW_ON, long_date(action.review_date)),
    ]
    read = timescales.understand(printed)
    held = (action.sense, action.precision, action.original_due, action.start_date)
    if held != (read.sense, read.precision, read.due_date, read.start_date):
        told += [
            (SENSE, dict(SENSE_CHOICES)[action.sense]),
            (PRECISION, dict(PRECISION_CHOICES)[action.precision]),
            (DUE, long_date(action.original_due)),
            (STARTS, long_date(action.start_date)),
        ]
    said = [f"| {key}: {apart(value)}" for key, value in told if value]
    text = apart(clean(action.text))
    first, *more = text.split("\n")
    lines = [f"Action: {first}", *(kept(one, PLAN_PART) for one in more)]
    return " ".join(["\n".join(lines).rstrip(), *said])


def _behind(start: str, text: str, part: Any) -> str:
    first, *more = text.split("\n")
    return "\n".join([f"{start}{first}", *(kept(one, part) for one in more)])


def _lines(text: str, part: Any) -> str:
    return "\n".join(_each_kept(text.split("\n"), part))


def _each_kept(lines: Iterable[str], part: Any) -> Iterator[str]:
    return (kept(line, part) for line in lines)
