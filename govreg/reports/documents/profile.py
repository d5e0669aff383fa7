"""What does a council publish of one partnership, as at a day?

Posts and bodies, never a person's name; of documents the title and the version, never a file.
"""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from govreg.core.history.moments import Moment
from govreg.core.ui.words import long_date
from partnerships.models import Body, FundingArrangement, Membership, Partnership
from partnerships.queries.document_matrix import document_matrix
from partnerships.queries.particulars import significance_of

from .parts import Structure
from .structure import structure_of

ATTACHED = ("parent", "accountable_body", "lead", "lead_member")
WHOLE = "The partnership as a whole"


@dataclass(frozen=True, slots=True)
class Profile:
    """The entry of a partnership: frozen, and shown or printed from nothing else."""

    reference: str
    title: str
    kind: str
    council: str
    as_at: date
    is_published: bool
    facts: tuple[tuple[str, str], ...]
    purpose: str
    members: tuple[tuple[str, str, str, str], ...]
    structure: Structure
    documents: tuple[tuple[str, str, str, str], ...]
    money: tuple[tuple[str, str, str, str], ...]
    complaints: str

    @property
    def file_title(self) -> str:
        """The title that the file has."""
        return f"{self.title}: partnership profile"


def build_profile(partnership: Partnership, day: date) -> Profile | None:
    """Return a partnership's profile as at the end of a day; None where nothing was recorded."""
    moment = Moment(day)
    found = moment.rows(Partnership, id=partnership.pk)
    if not found:
        return None
    then = found[0]
    moment.attach(found, *ATTACHED)
    bodies = moment.rows(Body, partnership_id=then.pk)
    bodies.sort(key=lambda body: (body.position, body.name, body.pk))
    return Profile(
        reference=then.reference,
        title=then.name,
        kind=then.get_kind_display(),
        council=settings.COUNCIL_NAME,
        as_at=day,
        is_published=then.is_published,
        facts=_facts(then),
        purpose=then.purpose,
        members=_members(then, moment),
        structure=structure_of(then, bodies, on=day),
        documents=_documents(then, day),
        money=_money(then, moment),
        complaints=then.complaints_route,
    )


def _facts(then: Partnership) -> tuple[tuple[str, str], ...]:
    told = [
        ("Standing", then.get_status_display()),
        ("Umbrella partnership", then.parent.name if then.parent else ""),
        ("Area covered", then.area),
        ("Established", then.established or long_date(then.established_on)),
        ("Approved by", then.approved_by),
        ("Legal form", then.get_legal_form_display()),
        ("Legal basis", then.legal_basis),
        ("Accountable body", then.accountable_body.name if then.accountable_body else ""),
        ("Lead officer", then.lead.title if then.lead else ""),
        ("Lead member", then.lead_member.title if then.lead_member else ""),
        ("Significance for the council", significance_of(then)),
    ]
    return tuple((label, value or "Not stated") for label, value in told)


def _members(then: Partnership, moment: Moment) -> tuple[tuple[str, str, str, str], ...]:
    """Return each seat: organisation, sector, where it sits and as what."""
    recorded = moment.rows(Membership, partnership_id=then.pk)
    seats = [seat for seat in recorded if seat.is_in_force(on=moment.day)]
    moment.attach(seats, "organisation", "body")
    lines = {
        (
            seat.organisation.name,
            seat.organisation.get_sector_display(),
            seat.body.name if seat.body else WHOLE,
            seat.get_role_display(),
        )
        for seat in seats
    }
    return tuple(sorted(lines, key=lambda line: (line[0].casefold(), line)))


def _documents(then: Partnership, day: date) -> tuple[tuple[str, str, str, str], ...]:
    """Return what governs it: kind, title, where it holds and how it stood on the day."""
    matrix = document_matrix(then, on=day)
    places = [WHOLE, *(body.name for body in matrix.bodies)]
    return tuple(
        (row.label, held.document.title, place, held.standing)
        for row in matrix.rows
        for place, cell in zip(places, row.cells, strict=True)
        for held in cell
    )


def _money(then: Partnership, moment: Moment) -> tuple[tuple[str, str, str, str], ...]:
    """Return how money is put together: name, kind, host and for how long."""
    rows = moment.rows(FundingArrangement, partnership_id=then.pk)
    moment.attach(rows, "host")
    return tuple(
        (
            row.name,
            row.get_kind_display(),
            row.host.name if row.host else "Not stated",
            _period(row.start, row.end),
        )
        for row in sorted(rows, key=lambda row: row.name.casefold())
    )


def _period(start: date | None, end: date | None) -> str:
    if start and end:
        return f"{long_date(start)} to {long_date(end)}"
    if start:
        return f"Since {long_date(start)}"
    return f"Until {long_date(end)}" if end else "Not stated"
