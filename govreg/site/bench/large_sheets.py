"""Which sheets of ten thousand lines are imported to be measured?"""

from collections.abc import Callable

from govreg.core.history.change import change
from govreg.core.transfer.binding import Binding
from govreg.core.transfer.importing import import_table, preview
from govreg.core.transfer.plan import NEW
from govreg.core.transfer.sheets import Sheet
from govreg.core.transfer.table import Row, read_table
from partnerships.models import Organisation, Partnership
from partnerships.sheets import members
from recommendations.sheets import action_plans
from reviews.models import Review, ReviewPriority, Section

from .generated import review_with_a_long_plan

LINES = 10_000


def members_to_import() -> Callable[[], int]:
    """Return what looks a list of new members through, imports it and counts them."""
    partnership = Partnership.objects.order_by("pk")[0]
    names = list(Organisation.objects.current().order_by("pk").values_list("name", flat=True)[:50])
    cells = [
        ["Organisation", "Representative’s post", "Member from"],
        *([names[n % len(names)], f"Measured {n}", "1/4/2020"] for n in range(LINES)),
    ]
    return _to_import(members.SHEET, cells, lambda: members.Members(partnership, by=None))


def plan_to_bring_in() -> Callable[[], int]:
    """Return what looks an action plan through, brings it into a draft and counts its lines."""
    review = _draft()
    section, mark = review.sections.all()[0].number, review.priorities.all()[0].mark
    headings = ["Number", "Section", "Priority", "Recommendation"]
    answered = ["Decision", "Management response", "Agreed action", "Timescale as printed"]
    cells = [
        [*headings, *answered],
        *(
            [f"M{n}", section, mark, f"Measured {n}", "Accepted", f"Answer {n}", "Step", "2021"]
            for n in range(LINES)
        ),
    ]
    return _to_import(action_plans.SHEET, cells, lambda: action_plans.ActionPlan(review, by=None))


def _draft() -> Review:
    """Return a review that is being written, with one section and the legend of another."""
    issued = review_with_a_long_plan(1)
    with change(verb="Began a review", by=None):
        review = Review(
            reference="measured-draft",
            title="Measured",
            kind=issued.kind,
            auditor=issued.auditor,
            client=issued.client,
        )
        review.save()
        ReviewPriority(review=review, mark="*", meaning="Measured", rank=1).save()
        Section(review=review, position=1, number="1", title="Measured").save()
    return review


def _to_import(
    sheet: Sheet, cells: list[list[str]], bind: Callable[[], Binding]
) -> Callable[[], int]:
    rows: list[Row] = list(enumerate(cells, start=1))

    def work() -> int:
        """Look it through and import it."""
        table = read_table(sheet, rows)
        seen = preview(bind(), table).digest
        return import_table(bind(), table, seen=seen).counts[NEW]

    return work
