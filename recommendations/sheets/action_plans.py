"""How does a review's action plan leave as a sheet like its printed appendix, and come in?

A line has one step. The lines under it that leave “Number” empty continue the recommendation;
those that leave “Management response” empty too continue the response.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from govreg.core import timescales
from govreg.core.refusals import enforce
from govreg.core.transfer.binding import Binding, Reader
from govreg.core.transfer.cells import written
from govreg.core.transfer.plan import Draft, Held
from govreg.core.transfer.sheets import Column, Kind, Sheet
from govreg.core.transfer.table import Line
from recommendations.models import Recommendation, Response
from recommendations.queries.action_plans import plan_of
from recommendations.rules.bringing_in import refusal_to_bring_in
from recommendations.services.action_plans import VERB, BringingIn
from reviews.models import Review

from .lines_of_plan import Assembly
from .names import owner_names, subject_names

LONG = 30_000


class PlainSheet(Sheet):
    """A sheet whose lines are known by what they say: the same file fits any register."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """Every column in its order."""
        return self.own


SHEET = PlainSheet(
    "action-plan",
    "Action plan",
    ("line", "action plan"),
    (
        Column("number", "Number", most=LONG, empty="", help="Empty on a line that continues"),
        Column("section", "Section", most=LONG, empty="", help="Its number in the report"),
        Column("priority", "Priority", most=LONG, empty="", help="Its mark in the legend"),
        Column("wording", "Recommendation", Kind.LONG_TEXT, most=LONG, empty=""),
        Column("addressee", "Addressed to", most=LONG, empty="", help="As it is printed"),
        Column(
            "subjects",
            "Concerns",
            most=LONG,
            empty="",
            help="Partnerships and bodies of the register, with semicolons between them",
        ),
        Column("see_also", "See also", most=LONG, empty="", help="Numbers, with semicolons"),
        Column(
            "in_respect_of", "Response of", most=LONG, empty="", help="The body, as it is printed"
        ),
        Column(
            "covers",
            "Response covers",
            most=LONG,
            empty="",
            help="Partnerships and bodies of the register, with semicolons between them",
        ),
        Column(
            "decision",
            "Decision",
            Kind.CHOICE,
            choices=dict(Response.Decision.choices),
            empty="",
            help="Empty where none is stated",
        ),
        Column("response", "Management response", Kind.LONG_TEXT, most=LONG, empty=""),
        Column("action", "Agreed action", Kind.LONG_TEXT, most=LONG, empty=""),
        Column(
            "owners",
            "Responsible",
            most=LONG,
            empty="",
            help="Posts, teams, bodies or users, with semicolons between them",
        ),
        Column("printed", "Timescale as printed", most=LONG, empty=""),
        Column(
            "due_date",
            "Due date",
            Kind.DATE,
            help="Only where it is not what the printed timescale means",
        ),
        Column("review_date", "Review date", Kind.DATE, help="Needed where there is no due date"),
    ),
)


class ActionPlan(Binding):
    """The action plan of one review."""

    sheet = SHEET
    model = Recommendation
    verb = VERB
    foresees = True

    def __init__(self, review: Review, *, by: Any) -> None:
        super().__init__(by=by)
        self.review = review
        self._subjects = subject_names(by)
        self._owners = owner_names(by)
        self._assembly = Assembly(review)

    def enforce_allowed(self) -> None:
        """Refuse whoever may neither write the review nor answer it."""
        enforce(refusal_to_bring_in(self.review, by=self.by))

    def start(self) -> None:
        """Begin anew: a preview and an import may both be asked of one binding."""
        super().start()
        self._bringing_in = BringingIn(self.review, by=self.by)

    def rewind(self) -> None:
        """Know of no line yet."""
        self._assembly = Assembly(self.review)

    def begins(self, line: Line) -> bool:
        """Begin a portion with a recommendation, so that none is in two."""
        return self._assembly.begins(line.texts)

    def foresee(self, drafts: Sequence[Draft]) -> None:
        """Note the numbers that lines of other portions may refer to."""
        self._bringing_in.foresee(self._assembly.put_together(drafts))

    def held(self, *, lock: bool = False, only: Collection[int] | None = None) -> Iterable[Held]:
        """Give nothing: lines are put beside what is there as parts of the plan."""
        return ()

    def readers(self) -> dict[str, Reader]:
        """Read the columns that name records."""
        return {
            "subjects": self._subjects.read_all,
            "covers": self._subjects.read_all,
            "owners": self._owners.read_all,
        }

    def address_of(self, record: Any) -> str:
        """Return the recommendation's page."""
        return str(record.get_absolute_url())

    def name_of(self, values: dict[str, Any]) -> str:
        """Name the recommendation that the line begins or continues."""
        return self._assembly.name_of(values)

    def look_over(self, drafts: Sequence[Draft]) -> None:
        """Put the lines of a portion together into a plan, and judge it."""
        self._bringing_in.judge(self._assembly.put_together(drafts))
        self._assembly.tell(drafts)

    def apply(self, drafts: Sequence[Draft], *, write: bool) -> None:
        """Write the plan that was judged, where no line of it is refused."""
        if write:
            self._bringing_in.write(self._assembly.plan)

    def finish(self) -> None:
        """Write which recommendations refer to which."""
        self._bringing_in.finish()

    def export_rows(self) -> Iterable[list[Any]]:
        """Give the plan as it is printed: one line a step, what continues left empty."""
        yield list(self.sheet.headings())
        for recommendation in plan_of(self.review):
            first = self._of_recommendation(recommendation)
            for answer in recommendation.answers or [None]:
                second = self._of_answer(answer) if answer else {}
                for step in (answer.steps if answer else []) or [None]:
                    third = self._of_step(step) if step else {}
                    yield _cells({**first, **second, **third})
                    first, second = {}, {}

    def _of_recommendation(self, one: Any) -> dict[str, Any]:
        return {
            "number": one.number,
            "section": one.section.number,
            "priority": one.priority.mark,
            "wording": one.wording,
            "addressee": one.addressee,
            "subjects": self._subjects.write_all(
                row.partnership or row.body for row in one.covered
            ),
            "see_also": "; ".join(row.to.number for row in one.references),
        }

    def _of_answer(self, one: Any) -> dict[str, Any]:
        stated = one.decision != Response.Decision.NOT_STATED
        return {
            "in_respect_of": one.in_respect_of,
            "covers": self._subjects.write_all(row.partnership or row.body for row in one.covered),
            "decision": one.decision if stated else "",
            "response": one.text,
        }

    def _of_step(self, one: Any) -> dict[str, Any]:
        return {
            "action": one.text,
            "owners": self._owners.write_all(row.party for row in one.named_owners),
            "printed": one.timescale_printed,
            "due_date": due_beside(one),
            "review_date": one.review_date,
        }


def due_beside(action: Any) -> Any:
    """Return an action's due date where its printed timescale would mean another one."""
    read = timescales.understand(action.timescale_printed)
    return None if action.due_date == read.due_date else action.due_date


def _cells(values: dict[str, Any]) -> list[Any]:
    return [written(column, _kept(values.get(column.key))) for column in SHEET.own]


def _kept(value: Any) -> Any:
    return value.replace("\r\n", "\n") if isinstance(value, str) else value
