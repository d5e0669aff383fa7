"""What does the first page of a partnership show?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists.cells import link
from govreg.core.ui.words import long_date
from partnerships.models import Partnership, PartnershipAlias

from .health_panel import HealthLine, health_lines
from .members import sectors
from .particulars import ending

CLOSED = Partnership.Status.CLOSED


@dataclass(frozen=True, slots=True)
class PartnershipPage:
    """What a partnership is, and how its governance stands, at a glance."""

    health: list[HealthLine]
    entry: list[SummaryRow]
    aliases: list[PartnershipAlias]
    components: list[Partnership]
    sectors: list[tuple[str, int]]

    @property
    def members(self) -> int:
        """How many organisations are members."""
        return sum(count for _sector, count in self.sectors)


def partnership_page(partnership: Partnership, user: Any, *, on: date) -> PartnershipPage:
    """Return what the first page of a partnership shows to a user on a day."""
    return PartnershipPage(
        health=[] if partnership.status == CLOSED else health_lines(partnership, user, on=on),
        entry=entry_of(partnership, parent=_parent(partnership, user)),
        aliases=list(partnership.aliases.all()),
        components=list(Partnership.objects.visible_to(user).filter(parent=partnership)),
        sectors=sectors(partnership, on=on),
    )


def _parent(partnership: Partnership, user: Any) -> Any:
    """Return the umbrella, with a link where the reader may see it."""
    parent = partnership.parent
    known = parent and Partnership.objects.visible_to(user).filter(pk=parent.pk).exists()
    return _linked(parent) if known else parent


def entry_of(partnership: Partnership, *, parent: Any) -> list[SummaryRow]:
    """Return the rows of a partnership's entry; `parent` is what is said of its umbrella."""
    return [
        SummaryRow("Umbrella partnership", parent),
        SummaryRow("Area covered", partnership.area),
        SummaryRow("Purpose", partnership.purpose),
        SummaryRow("Legal basis", partnership.legal_basis),
        *_statutory(partnership),
        SummaryRow("Accountable body", _linked(partnership.accountable_body)),
        SummaryRow("Lead officer", _linked(partnership.lead)),
        SummaryRow("Established", _when(partnership)),
        SummaryRow("Approved by", partnership.approved_by),
        *([SummaryRow("Ended", ended)] if (ended := ending(partnership)) else []),
    ]


def _statutory(partnership: Partnership) -> list[SummaryRow]:
    """Return a row where an Act names who must be a member; most partnerships have none."""
    kind = partnership.get_statutory_kind_display()
    return [SummaryRow("Statutory kind", kind)] if kind else []


def _when(partnership: Partnership) -> str:
    """Return when it was established: the words it is known in, and the day where it is known."""
    day = long_date(partnership.established_on)
    if partnership.established and day:
        return f"{partnership.established} ({day})"
    return partnership.established or day


def _linked(record: Any) -> Any:
    return link(record.get_absolute_url(), record) if record else None
