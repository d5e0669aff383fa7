"""What does a body's own page show?"""

from dataclasses import dataclass
from datetime import date

from govreg.core.ui.components import SummaryRow
from partnerships.models import Body, Membership

from .members import FORMER, with_standing


@dataclass(frozen=True, slots=True)
class BodyPage:
    """Everything on the page."""

    arrangements: list[SummaryRow]
    reports_to: list[Body]
    reports_received: list[Body]
    components: list[Body]
    seats: list[Membership]
    former_seats: list[Membership]


def body_page(body: Body, *, on: date) -> BodyPage:
    """Return what a body's page shows on a day."""
    seats = list(with_standing(body.memberships.all(), on=on))
    lines = body.reporting_lines.select_related("to__partnership")
    received = body.reports_received.select_related("body__partnership")
    return BodyPage(
        arrangements=_arrangements(body),
        reports_to=[line.to for line in lines],
        reports_received=[line.body for line in received],
        components=list(body.components.select_related("partnership")),
        seats=[seat for seat in seats if seat.standing != FORMER],
        former_seats=[seat for seat in seats if seat.standing == FORMER],
    )


def _arrangements(body: Body) -> list[SummaryRow]:
    rows = [
        SummaryRow("Called locally", body.local_term),
        SummaryRow("Common kind", body.get_kind_display()),
        SummaryRow("Layer", body.get_layer_display()),
        SummaryRow("Composition", body.composition),
        SummaryRow("Function", body.function),
        SummaryRow("Governing document", body.get_governing_document_display()),
        SummaryRow("Frequency of meetings", body.meetings),
        SummaryRow("In being from", body.start),
    ]
    return [*rows, SummaryRow("In being until", body.end)] if body.end else rows
