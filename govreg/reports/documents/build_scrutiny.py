"""How is a scrutiny report made of its author's text and of what the register knows on a day?"""

from collections.abc import Callable, Iterable
from datetime import date

from django.conf import settings

from govreg.reports.models import ScrutinyReport, ScrutinySection
from govreg.reports.queries.scrutiny_facts import ScrutinyFacts

from . import scrutiny_text as names
from .scrutiny import (
    ScrutinyBlock,
    ScrutinyDocument,
    ScrutinyMissing,
    ScrutinyPart,
    ScrutinyProse,
)
from .scrutiny_tables import (
    engagement,
    late_answers,
    membership,
    practice_of,
    priorities,
    progress,
    red_actions,
    response_rates,
    study_of,
)

MADE: dict[str, Callable[[ScrutinyFacts], ScrutinyBlock]] = {
    names.MEMBERSHIP: membership,
    names.PRIORITIES: priorities,
    names.PROGRESS: progress,
    names.RESPONSE: response_rates,
    names.RED: red_actions,
    names.LATE: late_answers,
    names.ENGAGEMENT: engagement,
}
#: What is said in the place of what may not be told any more.
GONE = {
    names.CASE_STUDY: "A case study that stood here was withdrawn.",
    names.GOOD_PRACTICE: "Good practice that stood here was withdrawn, or names none of the plans "
    "any more.",
}
IMPLICATIONS = (
    ("equality", "Equality and Diversity"),
    ("cohesion", "Community Cohesion"),
    ("narrowing_the_gap", "Narrowing the Gap"),
)


def build_scrutiny(
    report: ScrutinyReport, sections: Iterable[ScrutinySection], *, on: date
) -> ScrutinyDocument:
    """Return the report as at the end of a day: what is known later is not in it."""
    facts = ScrutinyFacts(report, on=on)
    blocks = _Blocks(facts)
    return ScrutinyDocument(
        council=settings.COUNCIL_NAME,
        report_of=report.report_of,
        committee=report.committee,
        meeting=report.meeting,
        subject=report.subject,
        wards=report.wards,
        implications=tuple(label for name, label in IMPLICATIONS if getattr(report, name)),
        quarter=str(report.period),
        plan=report.plan.name,
        as_at=on,
        is_provisional=facts.is_provisional,
        parts=tuple(
            blocks.part(section.title, section.text, number)
            for number, section in enumerate(sections, 1)
        ),
    )


def build_part(
    report: ScrutinyReport, *, title: str, text: str, number: int, on: date
) -> ScrutinyPart:
    """Return one section as it would read with this heading and text, as at the end of a day."""
    return _Blocks(ScrutinyFacts(report, on=on)).part(title, text, number)


class _Blocks:
    """Makes the blocks of each section; what several call for is read once."""

    def __init__(self, facts: ScrutinyFacts) -> None:
        self.facts = facts
        self.made: dict[str, ScrutinyBlock] = {}
        self.numbered: dict[str, dict[int, ScrutinyBlock]] = {}

    def part(self, title: str, text: str, number: int) -> ScrutinyPart:
        """Return a section with its number and its blocks."""
        return ScrutinyPart(f"{number}.0", title, tuple(self.of(text, number)))

    def of(self, text: str, section: int) -> Iterable[ScrutinyBlock]:
        """Give the blocks of one section, its paragraphs numbered from 1."""
        paragraph = 0
        for piece in names.pieces(text):
            if not isinstance(piece, str):
                yield self._named(*piece)
            elif names.begins_paragraph(piece):
                paragraph += 1
                yield ScrutinyProse(f"{section}.{paragraph}", piece)
            else:
                yield ScrutinyProse("", piece)

    def _named(self, name: str, key: int | None) -> ScrutinyBlock:
        if name in GONE and key is not None:
            if name not in self.numbered:
                self.numbered[name] = self._told(name)
            return self.numbered[name].get(key, ScrutinyMissing(GONE[name]))
        if name not in MADE:
            return ScrutinyMissing(f"The register knows no table called “{name}”.")
        if name not in self.made:
            self.made[name] = MADE[name](self.facts)
        return self.made[name]

    def _told(self, name: str) -> dict[int, ScrutinyBlock]:
        """Return what may stand behind a name with a number, by its number."""
        if name == names.CASE_STUDY:
            return {pk: study_of(study) for pk, study in self.facts.studies().items()}
        return {pk: practice_of(note) for pk, note in self.facts.practices().items()}
