"""What is different between two versions of a report, in the reader's terms?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from govreg.core.ui.words import long_date
from govreg.reports.documents.document import ReviewDocument
from govreg.reports.documents.parts import (
    Component,
    Missing,
    Points,
    Prose,
    RecommendationBox,
    ReportSection,
)
from govreg.reports.documents.plan import Entry, Line, LineProgress


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where two versions differ; an empty text means that the version has no such."""

    where: str
    before: str
    after: str

    @property
    def what(self) -> str:
        """Whether it was added, removed or changed."""
        if not self.before:
            return "Added"
        return "Changed" if self.after else "Removed"


def differences(before: ReviewDocument, after: ReviewDocument) -> list[Difference]:
    """Return what differs, in the order of the newer version; what it lacks comes last."""
    old, new = dict(_texts(before)), dict(_texts(after))
    places = [*new, *(place for place in old if place not in new)]
    return [
        Difference(place, old.get(place, ""), new.get(place, ""))
        for place in places
        if old.get(place, "") != new.get(place, "")
    ]


def _texts(document: ReviewDocument) -> Iterator[tuple[str, str]]:
    """Yield every place of a document with its text."""
    cover = document.cover
    yield "Title", cover.title
    yield "Auditor", cover.auditor
    yield "Client", cover.client
    yield "Date of the report", _day(cover.report_date)
    yield "Edition", str(document.edition)
    yield "Statement of responsibilities", document.statement.text
    for contact in document.statement.contacts:
        where = f"Contacts, step {contact.step}"
        yield where, f"{contact.post}, {contact.organisation}. {contact.details}. {contact.how}"
    for section in document.sections:
        yield from _section_texts(section)
    for level in document.plan.legend:
        yield f"Legend, {level.mark}", level.meaning
    for entry in document.plan.entries:
        yield from _entry_texts(entry)
    if document.structure:
        yield from _component_texts(document.structure.components)


def _section_texts(section: ReportSection) -> Iterator[tuple[str, str]]:
    parts: list[str] = [section.title]
    for block in section.blocks:
        if isinstance(block, Prose):
            parts.append(block.text)
        elif isinstance(block, Points):
            parts += [f"- {item.text} {item.sections_in_words}".strip() for item in block.items]
        elif isinstance(block, RecommendationBox):
            parts.append(f"[Recommendation {block.number}]")
        elif isinstance(block, Missing):
            parts.append(block.sentence)
    yield f"Section {section.number}", "\n\n".join(parts)
    for inner in section.sections:
        yield from _section_texts(inner)


def _entry_texts(entry: Entry) -> Iterator[tuple[str, str]]:
    name = f"Recommendation {entry.number}"
    yield name, entry.wording
    yield f"{name}, priority", f"{entry.priority.mark} {entry.priority.meaning}"
    yield f"{name}, state", " ".join(filter(None, (entry.state, entry.ended)))
    yield f"{name}, not answered for", ", ".join(entry.unanswered)
    for position, line in enumerate(entry.lines, start=1):
        where = f"{name}, line {position}"
        yield where, _line_words(line)
        if line.progress:
            yield f"{where}, progress", _progress_words(line.progress)


def _line_words(line: Line) -> str:
    response = line.response if line.begins_response else ""
    respect = f"In respect of {line.in_respect_of}" if line.in_respect_of else ""
    plan = [line.owners_in_words, line.timescale_in_words] if line.has_action else []
    return "\n".join(filter(None, [respect, response, line.action, *plan]))


def _progress_words(progress: LineProgress) -> str:
    words = [progress.state, progress.standing, progress.verified]
    if progress.due:
        words.append(f"Due {long_date(progress.due)}")
    if progress.said:
        said = progress.said
        words.append(f"{said.rating}, {long_date(said.on)}: {said.narrative} {said.reason}".strip())
    return "\n".join(filter(None, words))


def _component_texts(components: tuple[Component, ...]) -> Iterator[tuple[str, str]]:
    for one in components:
        facts = (one.local_term, one.layer, one.composition, one.function, one.governing_document)
        yield f"Structure, {one.name}", "\n".join(filter(None, facts))
        yield from _component_texts(one.components)


def _day(day: date | None) -> str:
    return long_date(day) or "The report carries no date"
