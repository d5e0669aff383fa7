"""How is progress filled in on a sheet away from the register, and brought back as updates?

One line is one agreed action. What stands on the left is there to be read; what is filled in on
the right becomes a progress update through the service that the page uses.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from govreg.core import clock, ratings
from govreg.core.refusals import Refusal, Refused
from govreg.core.transfer.binding import RowByRow
from govreg.core.transfer.cells import as_returned
from govreg.core.transfer.importing import references
from govreg.core.transfer.plan import Draft, Held, Notice
from govreg.core.transfer.sheets import REFERENCE, VERSION, Column, Kind, Sheet
from govreg.core.transfer.table import Table
from recommendations.models import AgreedAction, ProgressUpdate
from recommendations.queries.update_sheets import asking_now, to_update
from recommendations.queries.worklist import with_owners
from recommendations.services.holding import hold_actions
from recommendations.services.progress import submit_update

PLACE = "progress updates"
LONG = 10_000
READ_ONLY = "To be read only"
WINDOW = Column("window", "Update window", Kind.LONG_TEXT, help=READ_ONLY, empty="", most=LONG)
CONTEXT = (
    Column("review", "Review", Kind.LONG_TEXT, help=READ_ONLY, empty="", most=LONG),
    Column("number", "Recommendation", Kind.LONG_TEXT, help=READ_ONLY, empty="", most=LONG),
    Column("action", "Agreed action", Kind.LONG_TEXT, help=READ_ONLY, empty="", most=LONG),
    Column("owner", "Responsible", Kind.LONG_TEXT, help=READ_ONLY, empty="", most=LONG),
    WINDOW,
    Column("due_date", "Due date", Kind.DATE, help=READ_ONLY),
    Column("last_rating", "Last rating", Kind.LONG_TEXT, help=READ_ONLY, empty="", most=LONG),
)
TO_FILL_IN = (
    Column(
        "written_on",
        "Date of update",
        Kind.DATE,
        help="When it was written; empty for the day on which the sheet is imported",
    ),
    Column("rating", "Rating", Kind.CHOICE, choices=dict(ratings.CHOICES), empty=""),
    Column("percent", "Per cent complete", Kind.WHOLE, help="From 0 to 100; may be left empty"),
    Column("narrative", "What has been done", Kind.LONG_TEXT, empty="", most=LONG),
    Column(
        "reason",
        "Reason for the rating",
        Kind.LONG_TEXT,
        empty="",
        most=LONG,
        help="Needed where it is at risk, late or not started",
    ),
)
SHEET = Sheet("updates", "Progress updates", ("agreed action", "updates"), CONTEXT + TO_FILL_IN)
CONTEXT_KEYS = frozenset(column.key for column in CONTEXT)
FILLED_KEYS = frozenset(column.key for column in TO_FILL_IN)
FILLED_HEADINGS = frozenset(column.heading for column in TO_FILL_IN)
NO_REFERENCE = (
    "“Reference” is empty. An update is of an agreed action that is in the register: download the "
    "sheet and fill in the line of that action."
)
UNSENT = Refusal(
    "own-draft",
    "You have a draft of an update of this action in the register. Submit it or throw it away "
    "there, and import the sheet again.",
)


class Updates(RowByRow):
    """The agreed actions of one file, or of one choice, with what is to be filled in."""

    sheet = SHEET
    model = ProgressUpdate
    verb = "Recorded progress from a sheet"
    conflict = (
        "The action was updated since this sheet was made. Read that update on the action’s page, "
        "download the sheet again and fill in the line there."
    )
    no_such = (
        "The reference {reference} is that of no {noun}, or of one that is not for you to read. "
        "Leave the line out."
    )
    headings = {
        "reason-missing": "Reason for the rating",
        "nothing-said": "What has been done",
        "percent-out-of-range": "Per cent complete",
        "day-to-come": "Date of update",
        "before-issue": "Date of update",
    }

    def __init__(
        self,
        *,
        by: Any,
        table: Table | None = None,
        actions: QuerySet[AgreedAction] | None = None,
    ) -> None:
        super().__init__(by=by)
        visible: Any = AgreedAction.objects.visible_to(by)
        self._actions: QuerySet[AgreedAction] = visible.none()
        if table is not None:
            self._actions = visible.filter(pk__in=references(table.lines))
        elif actions is not None:
            self._actions = to_update(actions, user=by, on=clock.today())

    def enforce_allowed(self) -> None:
        """Let everybody try: whose action it is, the service asks of each line."""

    def start(self) -> None:
        """Hold the file's actions, after their reviews, so that nobody updates them meanwhile."""
        super().start()
        hold_actions(self._actions.select_related("response__recommendation"))

    def held(self, *, lock: bool = False, only: Collection[int] | None = None) -> Iterable[Held]:
        """Give the actions with what is told of each; what is to be filled in is empty."""
        found: Any = self._actions
        if only is not None:
            found = found.filter(pk__in=only)
        latest = ProgressUpdate.objects.submitted().filter(action=OuterRef("pk"))
        latest = latest.order_by("-submitted_at", "-pk")
        found = found.select_related("response__recommendation__review").annotate(
            latest_pk=Subquery(latest.values("pk")[:1]),
            latest_rating=Subquery(latest.values("rating")[:1]),
        )
        rows = list(found.order_by("response__recommendation__review", *ORDER))
        with_owners(rows)
        windows = asking_now(rows, on=clock.today())
        for row in rows:
            yield Held(row, row.pk, row.latest_pk or 0, _values(row, windows.get(row.pk, "")))

    def address_of(self, record: Any) -> str:
        """Return the action's page."""
        return str(record.get_absolute_url())

    def name_of(self, values: dict[str, Any]) -> str:
        """Name the action by its recommendation and its wording."""
        number = f"{values['review']} {values['number']}".strip()
        return f"{number}: {values['action'][:120]}" if number else ""

    def look_over(self, drafts: Sequence[Draft]) -> None:
        """Leave lines alone in which nothing is filled in, and refuse those that cannot be one."""
        for draft in drafts:
            faulty = any(one.heading in FILLED_HEADINGS for one in draft.problems)
            if draft.held is None:
                if not draft.problems:
                    draft.refuse(NO_REFERENCE, REFERENCE.heading)
            elif not faulty and not draft.changed & FILLED_KEYS:
                self._leave(draft)
            else:
                self._refuse_context(draft)

    def _leave(self, draft: Draft) -> None:
        if any(one.heading == REFERENCE.heading for one in draft.problems):
            return
        outdated = any(one.heading == VERSION.heading for one in draft.problems)
        if draft.changed and not outdated:
            headings = ", ".join(f"“{change.heading}”" for change in draft.changes)
            self.notices.append(
                Notice(draft.line, f"Nothing is filled in, and {headings} differs: it is not read.")
            )
        draft.changed.clear()
        draft.changes.clear()
        draft.problems.clear()

    def _refuse_context(self, draft: Draft) -> None:
        for change in [one for one in draft.changes if one.heading not in FILLED_HEADINGS]:
            if change.heading == WINDOW.heading:
                self._tell_of_window(draft, now=change.before, told=change.after)
                draft.changes.remove(change)
                continue
            draft.refuse(
                f"The file says “{change.after or 'nothing'}” and the register "
                f"“{change.before or 'nothing'}”. It cannot be changed here: put it back, or "
                "download the sheet again.",
                change.heading,
            )

    def _tell_of_window(self, draft: Draft, *, now: str, told: str) -> None:
        """Refuse a sheet of an earlier window, and say to which one a late update belongs."""
        if now and told:
            draft.refuse(
                f"The sheet was made for “{told}”, and the action is asked for “{now}” now. "
                "Download the sheet again, so that the update says how things stand now.",
                WINDOW.heading,
            )
            return
        sentence = (
            f"The update answers “{now}”, which has opened since the sheet was made."
            if now
            else f"“{told}” takes no answers any more. The update is recorded, and stands in no "
            "window."
        )
        self.notices.append(Notice(draft.line, sentence))

    def save(self, draft: Draft) -> None:
        """Submit the line's update, as the page does."""
        assert draft.held is not None  # a line without an action is refused before
        action, values = draft.held.record, draft.values
        if not values["rating"]:
            raise Refused(Refusal("rating-missing", "“Rating” must be filled in."))
        if action.updates.filter(by=self.by, submitted_on__isnull=True).exists():
            raise Refused(UNSENT)
        submit_update(
            action=action,
            values={
                "rating": values["rating"],
                "reason": values["reason"],
                "narrative": values["narrative"],
                "percent_complete": values["percent"],
            },
            on=clock.today(),
            by=self.by,
            written_on=values["written_on"],
        )


ORDER = ("response__recommendation__position", "response__position", "position", "pk")


def _values(action: Any, window: str) -> dict[str, Any]:
    recommendation = action.response.recommendation
    rating = dict(ratings.CHOICES).get(action.latest_rating, "")
    due: date | None = action.due_date
    return {
        "review": _kept(recommendation.review.reference),
        "number": _kept(recommendation.number),
        "action": _kept(action.text or action.response.text),
        "owner": _kept("; ".join(str(row) for row in action.owners.all())),
        "window": _kept(window),
        "due_date": due,
        "last_rating": rating,
        **{column.key: column.empty for column in TO_FILL_IN},
    }


def _kept(text: str) -> str:
    return as_returned(text)[:LONG]
