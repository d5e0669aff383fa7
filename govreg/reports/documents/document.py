"""What is a whole report of a review, as at a day?"""

from dataclasses import dataclass
from datetime import date

from .parts import Cover, ReportSection, Statement, Structure
from .plan import ActionPlan

REVIEW = "review"
ACTION_PLAN = "action-plan"
PROGRESS = "progress"
NAMES = {
    REVIEW: "Review report",
    ACTION_PLAN: "Action plan",
    PROGRESS: "Action plan with progress",
}
PLAN_TITLE = "Recommendations and action plan"
PROGRESS_TITLE = "Recommendations, action plan and progress"


@dataclass(frozen=True, slots=True)
class ReviewDocument:
    """One kind of report: frozen when it is issued, and rendered from nothing else."""

    kind: str
    reference: str
    running_title: str
    mark: str
    as_at: date
    edition: int
    errata: tuple[str, ...]
    is_draft: bool
    names_officers: bool
    cover: Cover
    statement: Statement
    sections: tuple[ReportSection, ...]
    plan: ActionPlan
    structure: Structure | None

    @property
    def kind_name(self) -> str:
        """The name of the kind of report."""
        return NAMES[self.kind]

    @property
    def has_body(self) -> bool:
        """Whether the report has sections before its action plan."""
        return self.kind == REVIEW

    @property
    def shows_progress(self) -> bool:
        """Whether the action plan says how far each action is."""
        return self.kind == PROGRESS

    @property
    def plan_title(self) -> str:
        """The heading of the action plan."""
        title = PROGRESS_TITLE if self.shows_progress else PLAN_TITLE
        return f"Appendix 1: {title}" if self.has_body else title

    @property
    def structure_title(self) -> str:
        """The heading of Appendix 2."""
        return f"Appendix 2: Structure of {self.structure.partnership}" if self.structure else ""

    @property
    def title(self) -> str:
        """The title that the file and the page have."""
        return f"{self.cover.title}: {self.kind_name.lower()}"
