"""How do a partnership's members leave as a sheet, and come in again?"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from govreg.core.transfer.plan import Draft, Held
from govreg.core.transfer.sheets import Column, Kind, Sheet
from partnerships.models import Membership
from partnerships.services.allowed import enforce_keeping_members
from partnerships.services.members_in_bulk import Seat, foresee_members, keep_members
from partnerships.services.seat_overlaps import SeatOverlaps

from .binding import OfPartnership, narrowed, own, told
from .names import post_in_words

WHOLE = "Empty where it is the partnership as a whole"
UNSTATED = "Yes or No, empty where it is not stated"
SHEET = Sheet(
    "members",
    "Members",
    ("member", "members"),
    (
        Column("organisation", "Organisation", Kind.NAME, required=True),
        Column("body", "Body", Kind.NAME, help=WHOLE),
        Column("representative", "Representative’s post", help="A post, not a name", empty=""),
        Column("post", "Post in the register", Kind.NAME, write=post_in_words),
        Column(
            "role",
            "Role",
            Kind.CHOICE,
            choices=dict(Membership.Role.choices),
            empty=Membership.Role.MEMBER.value,
            help="Member where it is empty",
        ),
        Column("is_vacant", "Vacant", Kind.YES_NO, empty=False, help="No where it is empty"),
        Column("voting", "Votes", Kind.YES_NO, help=UNSTATED),
        Column(
            "delegated_authority", "May decide for the organisation", Kind.YES_NO, help=UNSTATED
        ),
        Column("substitutes_allowed", "May send a substitute", Kind.YES_NO, help=UNSTATED),
        Column("start", "Member from", Kind.DATE, help="Empty where it is not known"),
        Column("end", "Member until", Kind.DATE, help="The last day. It ends the membership"),
    ),
)


class Members(OfPartnership):
    """The members of one partnership and of its bodies."""

    sheet = SHEET
    model = Membership
    verb = "Imported members"
    foresees = True
    headings = {
        "after-the-end": "Member from",
        "after-the-body": "Member from",
        "ends-before-start": "Member until",
        "membership-overlaps": "Organisation",
        "vacant-yet-attended": "Vacant",
        "attendance-outside": "Member until",
    }

    def enforce_allowed(self) -> None:
        """Refuse whoever does not keep the partnership's members."""
        enforce_keeping_members(self.partnership, by=self.by)

    def held(self, *, lock: bool = False, only: Collection[int] | None = None) -> Iterable[Held]:
        """Give every membership, also those that ended."""
        found: Any = Membership.objects.filter(partnership=self.partnership)
        found = found.select_related("organisation", "body", "post__organisation")
        found = narrowed(found, lock=lock, only=only).order_by("organisation__name", "pk")
        for one in own(found, self.partnership):
            values = {column.key: getattr(one, column.key) for column in SHEET.own}
            yield Held(one, one.pk, one.version, values)

    def address_of(self, record: Any) -> str:
        """Return the membership’s page."""
        return str(record.get_absolute_url())

    def name_of(self, values: dict[str, Any]) -> str:
        """Name the organisation, its representative and the body."""
        return told(values["organisation"], values["representative"], values["body"])

    def start(self) -> None:
        """Read the names once, and know of no seat yet."""
        super().start()
        self._overlaps = SeatOverlaps(self.partnership)

    def lock(self) -> None:
        """Lock every membership of the partnership."""
        found = Membership.objects.filter(partnership=self.partnership).order_by("pk")
        for _key in found.select_for_update().values_list("pk", flat=True).iterator():
            pass

    def foresee(self, drafts: Sequence[Draft]) -> None:
        """Note who is to hold which seat, and when."""
        seats = _seats(draft for draft in drafts if draft.is_to_write)
        foresee_members(partnership=self.partnership, seats=seats, overlaps=self._overlaps)

    def apply(self, drafts: Sequence[Draft], *, write: bool) -> None:
        """Judge the rows of a portion together, and write them together."""
        seats = _seats(drafts)
        keep_members(
            partnership=self.partnership,
            seats=seats,
            by=self.by,
            write=write,
            overlaps=self._overlaps,
        )
        for draft, seat in zip(drafts, seats, strict=True):
            for refusal in seat.refusals:
                self.refuse(draft, refusal)


def _seats(drafts: Iterable[Draft]) -> list[Seat]:
    return [
        Seat(draft.line, draft.held.record if draft.held else Membership(), draft.values)
        for draft in drafts
    ]
