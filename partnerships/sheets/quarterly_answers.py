"""How does a lead agency answer for a quarter on a sheet, away from the register?

One line is one action that had started by the end of the quarter. What stands on the left is there
to be read; what is filled in on the right is answered through the service that the grid uses.
"""

from collections.abc import Collection, Hashable, Iterable, Sequence
from decimal import Decimal
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import StaleVersion
from govreg.core.refusals import Refusal, Refused
from govreg.core.transfer.binding import Together
from govreg.core.transfer.cells import as_returned
from govreg.core.transfer.plan import Draft, Held
from govreg.core.transfer.sheets import REFERENCE, Column, Kind, Sheet
from partnerships.models import PlanAction, QuarterlyAnswer, ReportingQuarter
from partnerships.queries.answering import answer_lines, answerable_actions
from partnerships.services.quarterly_answers import Given, answer_many

LONG = 10_000
MOST = 4_000
LARGEST = Decimal(10) ** 12
READ_ONLY = "To be read only"
QUARTER = Column("quarter", "Quarter", Kind.TEXT, help=READ_ONLY, empty="")
CONTEXT = (
    QUARTER,
    Column("plan", "Plan", Kind.TEXT, help=READ_ONLY, empty=""),
    Column("number", "Number", Kind.TEXT, help=READ_ONLY, empty=""),
    Column("action", "Action", Kind.LONG_TEXT, help=READ_ONLY, empty="", most=LONG),
    Column("output", "Planned output", Kind.LONG_TEXT, help=READ_ONLY, empty="", most=LONG),
    Column("target", "Target", Kind.NUMBER, help=READ_ONLY),
    Column("before", "Quarter before", Kind.TEXT, help=READ_ONLY, empty=""),
)
VALUE = Column("value", "Reached so far", Kind.NUMBER, help="A number; may be left empty")
TO_FILL_IN = (
    Column("rating", "Answer", Kind.CHOICE, choices=dict(QuarterlyAnswer.Rating.choices), empty=""),
    Column(
        "reason",
        "Why is it not green?",
        Kind.LONG_TEXT,
        empty="",
        most=MOST,
        help="Needed for amber and red",
    ),
    Column("narrative", "What was done?", Kind.LONG_TEXT, empty="", most=MOST),
    VALUE,
)
SHEET = Sheet(
    "quarterly-answers",
    "Quarterly answers",
    ("action", "answers"),
    CONTEXT + TO_FILL_IN,
    takes_new_rows=False,
)
FILLED_KEYS = frozenset(column.key for column in TO_FILL_IN)
FILLED_HEADINGS = frozenset(column.heading for column in TO_FILL_IN)
NO_REFERENCE = (
    "“Reference” is empty. An answer is for an action of the plan: download the sheet and fill in "
    "the line of that action."
)
NO_FIGURE = "Write a number with two decimals at most, and no more than twelve digits before them."
MEANWHILE = Refusal(
    "answered-meanwhile",
    "Somebody answered for this action meanwhile. Look through the sheet again.",
)


class QuarterlyAnswers(Together):
    """The actions of one quarter for which a person answers, with their answers."""

    sheet = SHEET
    model = QuarterlyAnswer
    verb = "Answered for a quarter from a sheet"
    conflict = (
        "Somebody answered for this action after the sheet was made: the file has answer {told}, "
        "the register {held}. Download the sheet again and answer in that one."
    )
    no_such = (
        "The reference {reference} is that of no {noun} for which you answer in this quarter: it "
        "is another agency’s, has not started, or was withdrawn. Leave the line out."
    )
    headings = {"reason-missing": "Why is it not green?", "rating-missing": "Answer"}

    def __init__(self, reporting: ReportingQuarter, *, by: Any) -> None:
        super().__init__(by=by)
        self.reporting = reporting
        self.scope = reporting.plan.partnership.scope
        self._actions = answerable_actions(
            reporting.plan, reporting.period, user=by, on=clock.today()
        )

    def enforce_allowed(self) -> None:
        """Let everybody try: whose action it is, the service asks of each line."""

    def held(self, *, lock: bool = False, only: Collection[int] | None = None) -> Iterable[Held]:
        """Give the actions with their answers; the version is the answer's revision."""
        found = self._actions if only is None else self._actions.filter(pk__in=only)
        needs = ("plan__partnership", "plan__parent", "lead")
        rows = list(found.select_related(*needs))
        for line in answer_lines(rows, self.reporting.period):
            values = _values(line, str(self.reporting.period))
            yield Held(line.action, line.action.pk, line.seen, values)

    def address_of(self, record: Any) -> str:
        """Return the action's page."""
        return str(record.get_absolute_url())

    def name_of(self, values: dict[str, Any]) -> str:
        """Name the action by its plan, its number and its wording."""
        return f"{values['plan']} {values['number']}: {values['action'][:120]}".strip(": ")

    def look_over(self, drafts: Sequence[Draft]) -> None:
        """Refuse the sheet of another quarter, and what may only be read."""
        for draft in drafts:
            if draft.held is None:
                if not draft.problems:
                    draft.refuse(NO_REFERENCE, REFERENCE.heading)
                continue
            for change in [one for one in draft.changes if one.heading not in FILLED_HEADINGS]:
                draft.refuse(self._not_read(change.heading, change.after), change.heading)
            value = draft.values.get("value")
            if value is not None and not _may_be_kept(value):
                draft.refuse(NO_FIGURE, VALUE.heading)

    def _not_read(self, heading: str, told: str) -> str:
        if heading == QUARTER.heading:
            return (
                f"This line is of {told or 'no quarter'}, and the sheet is brought in for "
                f"{self.reporting.period}. Choose the sheet of {self.reporting.period}."
            )
        return (
            f"“{heading}” cannot be changed here. Put back what stood there, or download the sheet "
            "again."
        )

    def group_of(self, draft: Draft) -> Hashable:
        """Answer for all together: the file is one act."""
        return self.reporting.pk

    def save(self, drafts: Sequence[Draft]) -> None:
        """Answer for the lines; late where the quarter is closed."""
        given = {_action(draft): _given(draft) for draft in drafts}
        try:
            answer_many(
                root=self.reporting.plan,
                quarter=self.reporting.period,
                given=given,
                on=clock.today(),
                by=self.by,
                late=not self.reporting.is_open,
            )
        except StaleVersion:
            raise Refused(MEANWHILE) from None


def _action(draft: Draft) -> PlanAction:
    assert draft.held is not None  # a line without an action is refused before
    action: PlanAction = draft.held.record
    return action


def _given(draft: Draft) -> Given:
    assert draft.held is not None
    values = draft.values
    return Given(
        rating=values["rating"],
        reason=values["reason"],
        narrative=values["narrative"],
        value=values["value"],
        seen=draft.held.version,
    )


def _may_be_kept(value: Decimal) -> bool:
    return value == round(value, 2) and abs(value) < LARGEST


def _values(line: Any, quarter: str) -> dict[str, Any]:
    action, answer = line.action, line.answer
    return {
        "quarter": quarter,
        "plan": as_returned(action.plan.short_name),
        "number": as_returned(action.reference),
        "action": as_returned(action.action)[:LONG],
        "output": as_returned(action.output)[:LONG],
        "target": action.target,
        "before": line.before.get_rating_display() if line.before else "",
        "rating": answer.rating if answer else "",
        "reason": answer.reason if answer else "",
        "narrative": answer.narrative if answer else "",
        "value": answer.value if answer else None,
    }
