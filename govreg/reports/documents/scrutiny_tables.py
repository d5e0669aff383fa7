"""How does what the register knows become the tables of a scrutiny report?"""

from urllib.parse import urlencode

from django.urls import reverse

from govreg.core.ui.words import long_date
from govreg.reports.queries.scrutiny_facts import ScrutinyFacts, sectors
from partnerships.models import CaseStudy, GoodPractice
from partnerships.queries.case_studies import partners_in_words
from partnerships.queries.progress_table import TableRow
from partnerships.rules.quarterly_status import QuarterlyStatus

from .scrutiny import (
    ScrutinyCell,
    ScrutinyGroup,
    ScrutinyGroups,
    ScrutinyPractice,
    ScrutinyRow,
    ScrutinyStudy,
    ScrutinyTable,
)

NOT_ENDED = "The quarter is still open: its figures are provisional."


def _number(value: object, url: str = "", meaning: str = "") -> ScrutinyCell:
    return ScrutinyCell(str(value), url, is_number=True, meaning=meaning)


def membership(facts: ScrutinyFacts) -> ScrutinyTable:
    """Return how many organisations of each sector are members of each partnership."""
    found, labels = facts.members(), sectors()
    used = [one for one in labels if any(one[0] in rows for rows in found.values())]
    rows = []
    for plan in facts.areas():
        own = found.get(plan.partnership_id, {})
        counts = [_number(len(own.get(sector, ()))) for sector, _label in used]
        url = reverse("partnerships:members", args=[plan.partnership.reference])
        rows.append(ScrutinyRow((ScrutinyCell(plan.partnership.name, url), *counts)))
    private = sum("private" in found.get(plan.partnership_id, {}) for plan in facts.areas())
    return ScrutinyTable(
        caption=f"Member organisations by sector on {long_date(facts.on)}",
        heads=("Partnership", *(label for _sector, label in used)),
        rows=tuple(rows),
        notes=(f"{private} of {len(rows)} partnerships have private sector representation.",),
    )


def priorities(facts: ScrutinyFacts) -> ScrutinyGroups:
    """Return the priorities of each plan of an area, under the name of the area."""
    found = facts.priorities()
    return ScrutinyGroups(
        tuple(
            ScrutinyGroup(plan.short_name, tuple(found[plan.pk]))
            for plan in facts.areas()
            if found[plan.pk]
        )
    )


def _behind(facts: ScrutinyFacts, row: TableRow, status: str = "") -> str:
    """Return where the actions behind a cell are listed, in the version that the table shows."""
    version = facts.table.version
    asked = {
        **({"row": row.drill} if row.drill else {}),
        **({"status": status} if status else {}),
        **({"version": str(version.number)} if version else {}),
    }
    listed = reverse("partnerships:quarter-actions", args=[facts.root.pk, facts.period.slug])
    return f"{listed}?{urlencode(asked)}" if asked else listed


def progress(facts: ScrutinyFacts) -> ScrutinyTable:
    """Return the summary progress table with its legend."""
    statuses = list(QuarterlyStatus)
    heads = [f"{one.label.upper()}{unit}" for one in statuses for unit in ("", " %")]
    rows = []
    for row in facts.table.rows:
        cells = [
            ScrutinyCell(row.label),
            _number(row.counts.total, _behind(facts, row), f"outputs, {row.label}"),
        ]
        for one in statuses:
            count, percent = row.counts.of(one), row.counts.percent(one)
            url = _behind(facts, row, one.value) if count else ""
            cells += [
                _number(count, url, f"{one.value}, {row.label}"),
                _number("" if percent is None else percent),
            ]
        rows.append(ScrutinyRow(tuple(cells), is_sum=row.is_sum))
    legend = [f"{one.label} = {one.meaning[0].lower()}{one.meaning[1:]}" for one in statuses[3:]]
    reported = "Green, amber and red are as reported by the lead agency"
    notes = (reported, *legend, *((NOT_ENDED,) if facts.is_provisional else ()))
    return ScrutinyTable(
        caption=f"{facts.period} – {facts.root.name} Summary Progress Table",
        heads=("Plan", "No of outputs", *heads),
        rows=tuple(rows),
        notes=notes,
    )


def response_rates(facts: ScrutinyFacts) -> ScrutinyTable:
    """Return what the percentages hide: how many actions were answered for, the fewest first."""
    plans = [row for row in facts.table.rows if not row.is_sum]
    plans.sort(key=lambda row: (row.counts.response_rate or 0, row.label))
    rows = []
    for row in [*plans, facts.table.total]:
        counts, rate = row.counts, row.counts.response_rate
        cells = (
            ScrutinyCell("All plans" if row.is_sum else row.label),
            _number(counts.started),
            _number(counts.answered),
            _number(
                counts.blank,
                _behind(facts, row, "blank") if counts.blank else "",
                f"not answered, {row.label}",
            ),
            _number("None had started" if rate is None else f"{rate}%"),
        )
        rows.append(ScrutinyRow(cells, is_sum=row.is_sum))
    return ScrutinyTable(
        caption=f"Answers of lead agencies for {facts.period}",
        heads=("Plan", "Actions that had started", "Answered", "Not answered", "Response rate"),
        rows=tuple(rows),
        notes=("The response rate is the answers over the actions that had started.",),
    )


def red_actions(facts: ScrutinyFacts) -> ScrutinyTable:
    """Return the actions that are red, with their lead and the reason it gave."""
    rows = [
        ScrutinyRow(
            (
                ScrutinyCell(action.reference, action.get_absolute_url()),
                ScrutinyCell(action.plan.short_name),
                ScrutinyCell(action.action),
                ScrutinyCell(action.lead.name if action.lead else "No lead organisation"),
                ScrutinyCell(reason or "No reason given"),
            )
        )
        for action, reason in facts.red()
    ]
    return ScrutinyTable(
        caption=f"Actions reported as red for {facts.period}",
        heads=("Action", "Plan", "What is done", "Lead agency", "Reason given"),
        rows=tuple(rows),
        empty=f"No action was reported as red for {facts.period}.",
    )


def late_answers(facts: ScrutinyFacts) -> ScrutinyTable:
    """Return the answers for earlier quarters that came after their quarter was closed."""
    rows = [
        ScrutinyRow(
            (
                ScrutinyCell(one.action.reference, one.action.get_absolute_url()),
                ScrutinyCell(str(one.period)),
                ScrutinyCell(one.get_rating_display()),
                ScrutinyCell(one.action.lead.name if one.action.lead else "No lead organisation"),
                ScrutinyCell(long_date(one.answered_at)),
            )
        )
        for one in facts.late()
    ]
    return ScrutinyTable(
        caption="Late answers for earlier quarters",
        heads=("Action", "For", "Answer", "Lead agency", "Came on"),
        rows=tuple(rows),
        notes=("They change no figure of a quarter that was closed.",) if rows else (),
        empty="No late answer has come in since the quarter before was closed.",
    )


def engagement(facts: ScrutinyFacts) -> ScrutinyTable:
    """Return whom the partnerships engaged for their plans."""
    rows = [
        ScrutinyRow(
            (
                ScrutinyCell(one.subject, one.get_absolute_url()),
                ScrutinyCell(one.plan.short_name if one.plan else ""),
                ScrutinyCell(one.when),
                ScrutinyCell(one.audience),
                ScrutinyCell(one.changed or "Not recorded"),
            )
        )
        for one in facts.engagement()
    ]
    return ScrutinyTable(
        caption="Engagement that fed the plans",
        heads=("On what", "Plan", "When", "Who was engaged", "What changed"),
        rows=tuple(rows),
        empty="No engagement is recorded as having fed the plans.",
    )


def study_of(study: CaseStudy) -> ScrutinyStudy:
    """Return a case study as a report tells it."""
    return ScrutinyStudy(
        title=study.title,
        of=study.plan.short_name if study.plan else study.partnership.name,
        period=study.period,
        done=study.done,
        for_whom=study.for_whom,
        changed=study.changed,
        evidence=study.evidence,
        partners=partners_in_words(study),
        is_demonstration=study.is_demonstration,
        url=study.get_absolute_url(),
    )


def practice_of(note: GoodPractice) -> ScrutinyPractice:
    """Return good practice as a report tells it."""
    return ScrutinyPractice(
        title=note.title,
        of=note.plan.short_name if note.plan else note.partnership.name,
        theme=note.get_theme_display(),
        difficulty=note.difficulty,
        done=note.done,
        achieved=note.achieved,
        source=note.source,
        url=note.get_absolute_url(),
    )
