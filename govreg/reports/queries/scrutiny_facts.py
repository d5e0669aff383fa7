"""What does the register know of the plans of a scrutiny report, in its quarter?"""

from collections import defaultdict
from datetime import date
from typing import Any

from govreg.reports.documents.scrutiny_text import CASE_STUDY, GOOD_PRACTICE
from govreg.reports.models import ScrutinyReport
from partnerships.models import (
    CaseStudy,
    Engagement,
    GoodPractice,
    Membership,
    Organisation,
    Plan,
    PlanAction,
    PlanPriority,
    QuarterlyAnswer,
    ReportingQuarter,
)
from partnerships.queries.case_studies import with_partners
from partnerships.queries.late_answers import late_answers
from partnerships.queries.progress_lines import plans_reported
from partnerships.queries.progress_table import ProgressTable, lines_of, progress_table
from partnerships.rules.quarterly_status import QuarterlyStatus


class ScrutinyFacts:
    """What a report may show; each is read when it is asked for, and once."""

    def __init__(self, report: ScrutinyReport, *, on: date) -> None:
        self.report = report
        self.root: Plan = report.plan
        self.period = report.period
        self.on = on
        self.reporting = ReportingQuarter.objects.of(self.root, self.period).first()
        if self.reporting is not None:
            self.reporting.plan = self.root
        self.plans = plans_reported(self.root, self.period)
        self.table: ProgressTable = progress_table(
            self.root, self.period, reporting=self.reporting, day=on
        )

    @property
    def is_provisional(self) -> bool:
        """Whether the quarter was still open at the end of the day."""
        return self.table.version is None

    def areas(self) -> list[Plan]:
        """Return the plans of areas, or all where none is."""
        areas = [plan for plan in self.plans if plan.coverage == Plan.Coverage.AREA]
        return areas or self.plans

    def members(self) -> dict[int, dict[str, list[str]]]:
        """Return, by partnership and sector, the organisations that are members on the day."""
        keys = [plan.partnership_id for plan in self.areas()]
        found: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        rows = Membership.objects.filter(partnership__in=keys).held().in_force(on=self.on)
        names = rows.order_by("organisation__name").values_list(
            "partnership_id", "organisation__sector", "organisation__name"
        )
        for partnership, sector, name in names:
            if name not in found[partnership][sector]:
                found[partnership][sector].append(name)
        return found

    def priorities(self) -> dict[int, list[str]]:
        """Return the priorities of each plan, in its order."""
        found: dict[int, list[str]] = defaultdict(list)
        for row in PlanPriority.objects.filter(plan__in=self.plans):
            found[row.plan_id].append(row.text)
        return found

    def red(self) -> list[tuple[PlanAction, str]]:
        """Return the actions that are red, each with the reason its lead agency gave."""
        lines = lines_of(self.root, self.period, reporting=self.reporting, day=self.on)
        found = [line for line in lines if line.status is QuarterlyStatus.RED]
        given = QuarterlyAnswer.objects.filter(pk__in=[line.answer for line in found])
        reasons = dict(given.values_list("action_id", "reason"))
        actions = PlanAction.objects.filter(pk__in=[line.action for line in found])
        ordered = actions.select_related("plan", "lead").order_by("plan__position", "position")
        return [(action, reasons.get(action.pk, "")) for action in ordered]

    def late(self) -> list[QuarterlyAnswer]:
        """Return the late answers that the report of this quarter tells, known by its day."""
        return late_answers(self.reporting, day=self.on) if self.reporting else []

    def engagement(self) -> list[Engagement]:
        """Return the engagements that fed the plans and stand."""
        found = Engagement.objects.standing().filter(plan__in=self.plans)
        ordered = found.select_related("plan", "partnership")
        return list(ordered.order_by("plan__position", "day", "pk"))

    def studies(self) -> dict[int, CaseStudy]:
        """Return the case studies of the plans that stand, by key."""
        return {study.pk: study for study in studies_offered(self.root)}

    def practices(self) -> dict[int, GoodPractice]:
        """Return the good practice found under the plans that stands, by key."""
        return {note.pk: note for note in practices_offered(self.root)}


def studies_offered(root: Plan) -> list[CaseStudy]:
    """Return the case studies that a report on a plan may tell, in the order of its table."""
    plans = Plan.objects.reported_under(root).order_by().values("pk")
    found: Any = CaseStudy.objects.standing().filter(plan__in=plans)
    return list(with_partners(found).order_by("plan__position", "-start", "pk"))


def practices_offered(root: Plan) -> list[GoodPractice]:
    """Return the good practice that a report on a plan may tell, in the order of its table."""
    plans = Plan.objects.reported_under(root).order_by().values("pk")
    found = GoodPractice.objects.standing().filter(plan__in=plans)
    return list(found.select_related("partnership", "plan").order_by("plan__position", "pk"))


def numbers_offered(root: Plan) -> dict[str, dict[int, str]]:
    """Return the titles of what a report may tell by its number, by name and number."""
    return {
        CASE_STUDY: {study.pk: study.title for study in studies_offered(root)},
        GOOD_PRACTICE: {note.pk: note.title for note in practices_offered(root)},
    }


def sectors() -> list[tuple[str, str]]:
    """Return the sectors by which membership is reported."""
    return [(str(value), str(label)) for value, label in Organisation.Sector.choices]
