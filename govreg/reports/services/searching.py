"""Under which words are scrutiny reports found?

Three entries, because three circles read them: who may open a report finds it under its header, who
writes it finds the sections of the draft, and who reads what was issued finds the last version. So
nobody finds a report by words of a draft that is not theirs to read.
"""

from collections.abc import Iterator

from govreg.core.search import index
from govreg.reports.documents.freezing import scrutiny_from_json
from govreg.reports.documents.scrutiny import (
    ScrutinyBlock,
    ScrutinyGroups,
    ScrutinyPractice,
    ScrutinyProse,
    ScrutinyStudy,
    ScrutinyTable,
)
from govreg.reports.models import ScrutinyIssue, ScrutinyReport, ScrutinySection


def enter_scrutiny_report(report: ScrutinyReport) -> None:
    """Enter a report under its header."""
    index.enter(
        report,
        title=f"{report}, {report.committee}",
        words=[report.report_of, report.meeting, report.wards],
    )


def enter_scrutiny_section(section: ScrutinySection) -> None:
    """Enter a section of a draft under its text."""
    index.enter(section, title=f"{section.title}, {section.report}", words=[section.text])


def enter_scrutiny_sections(report: ScrutinyReport) -> None:
    """Enter the sections of a report anew, which is called otherwise than before."""
    for section in report.sections.all():
        section.report = report
        enter_scrutiny_section(section)


def leave_scrutiny_section(section: ScrutinySection) -> None:
    """Take out a section that was taken out of the draft."""
    index.leave(section)


def enter_scrutiny_issue(issue: ScrutinyIssue) -> None:
    """Enter the last version of a report under what it says; the ones before are taken out."""
    for earlier in issue.report.issues.filter(number__lt=issue.number).defer("document"):
        index.leave(earlier)
    if issue.report.issues.filter(number__gt=issue.number).exists():
        index.leave(issue)
        return
    document = scrutiny_from_json(issue.document)
    words = [document.committee, document.report_of, document.plan, document.quarter]
    for part in document.parts:
        words += [part.title, *(text for block in part.blocks for text in _words_of(block))]
    index.enter(issue, title=str(issue), words=words)


def _words_of(block: ScrutinyBlock) -> Iterator[str]:
    if isinstance(block, ScrutinyProse):
        yield block.text
    elif isinstance(block, ScrutinyTable):
        yield block.caption
        yield from (cell.text for row in block.rows for cell in row.cells)
    elif isinstance(block, ScrutinyGroups):
        for group in block.groups:
            yield from (group.title, *group.items)
    elif isinstance(block, ScrutinyPractice):
        yield from (block.title, block.difficulty, block.done, block.achieved)
    elif isinstance(block, ScrutinyStudy):
        yield from (block.title, block.done, block.for_whom, block.changed, block.evidence)
