"""How do the partners' contributions leave as a sheet, and come in again?"""

from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import Any

from govreg.core.financial_years import read_financial_year
from govreg.core.refusals import Refusal, Refused, enforce
from govreg.core.transfer.binding import Reader
from govreg.core.transfer.cells import CellError
from govreg.core.transfer.plan import Draft, Held
from govreg.core.transfer.sheets import Column, Kind, Sheet
from partnerships.models import Contribution, FundingArrangement, FundingYear
from partnerships.rules.amounts import refusal_of_year
from partnerships.services.allowed import enforce_keeping
from partnerships.services.contributions import Given, keep_year

from .binding import GroupsOfPartnership, narrowed, told
from .names import folded

TELLS_WHICH = {"arrangement", "financial_year", "organisation"}
EXPLAINS = {"varied_on", "because"}
SHEET = Sheet(
    "contributions",
    "Contributions",
    ("contribution", "contributions"),
    (
        Column("arrangement", "Funding arrangement", Kind.NAME, required=True),
        Column("financial_year", "Financial year", required=True, help="As 2006/07", most=9),
        Column("organisation", "Partner", Kind.NAME, required=True),
        Column("planned", "Planned", Kind.MONEY),
        Column("paid", "Paid", Kind.MONEY),
        Column("in_kind", "In kind", empty="", most=500),
        Column("in_kind_value", "Value in kind", Kind.MONEY),
        Column(
            "varied_on",
            "Date of the variation",
            Kind.DATE,
            help="To be filled in where what was planned changes",
        ),
        Column(
            "because",
            "Reason for the variation",
            Kind.LONG_TEXT,
            empty="",
            most=2000,
            help="To be filled in where what was planned changes",
        ),
    ),
)


class Contributions(GroupsOfPartnership):
    """What the partners put into the funding arrangements of one partnership."""

    sheet = SHEET
    model = Contribution
    verb = "Imported contributions"
    headings = {
        "no-financial-year": "Financial year",
        "in-kind-without-words": "In kind",
        "variation-without-reason": "Reason for the variation",
        "day-to-come": "Date of the variation",
    }

    def enforce_allowed(self) -> None:
        """Refuse whoever does not keep the partnership's entry."""
        enforce_keeping(self.partnership, by=self.by)

    def start(self) -> None:
        """Read the names, the arrangements and what is recorded already."""
        super().start()
        found = FundingArrangement.objects.filter(partnership=self.partnership)
        self._arrangements = {}
        for arrangement in found:
            arrangement.partnership = self.partnership
            self._arrangements[folded(arrangement.name)] = arrangement
        kept = Contribution.objects.filter(arrangement__partnership=self.partnership)
        keys = kept.order_by().values_list("arrangement", "financial_year", "organisation")
        self._taken: set[Hashable] = set(keys)

    def readers(self) -> dict[str, Reader]:
        """Read arrangements by name, and years however they are written."""
        return {
            **super().readers(),
            "arrangement": self._arrangement,
            "financial_year": _year,
        }

    def _arrangement(self, text: str) -> FundingArrangement:
        found = self._arrangements.get(folded(text))
        if found is None:
            raise CellError(
                f"“{text[:200]}” is no funding arrangement of {self.partnership.name}. Correct the "
                "name, or add the arrangement first."
            )
        return found

    def held(self, *, lock: bool = False, only: Collection[int] | None = None) -> Iterable[Held]:
        """Give every contribution, by year and partner."""
        found: Any = Contribution.objects.filter(arrangement__partnership=self.partnership)
        found = found.select_related("arrangement", "organisation")
        for one in narrowed(found, lock=lock, only=only):
            one.arrangement.partnership = self.partnership
            values = {c.key: getattr(one, c.key) for c in SHEET.own if c.key not in EXPLAINS}
            yield Held(one, one.pk, one.version, {**values, "varied_on": None, "because": ""})

    def address_of(self, record: Any) -> str:
        """Return the page of the arrangement."""
        return str(record.arrangement.get_absolute_url())

    def name_of(self, values: dict[str, Any]) -> str:
        """Name the partner, the year and the arrangement."""
        return told(values["organisation"], values["financial_year"], values["arrangement"])

    def look_at(self, draft: Draft) -> None:
        """Refuse a contribution that would become another's, or take another's place."""
        if draft.held and draft.changed & TELLS_WHICH:
            raise Refused(
                Refusal(
                    "contribution-moved",
                    "A contribution stays with its arrangement, year and partner. Leave these as "
                    "they are, and add a row for another.",
                )
            )
        if draft.held and draft.changed <= EXPLAINS:
            raise Refused(
                Refusal(
                    "nothing-varied",
                    "A variation is explained, and nothing changes. Change the amount, or empty "
                    "the variation’s date and reason.",
                )
            )
        values = draft.values
        key = values["arrangement"].pk, values["financial_year"], values["organisation"].pk
        if draft.held is None and key in self._taken:
            raise Refused(
                Refusal(
                    "contribution-known",
                    f"What {values['organisation']} gives in {values['financial_year']} is "
                    "recorded already, or stands on another line. Download the sheet again and "
                    "change that row.",
                )
            )
        self._taken.add(key)

    def group_of(self, draft: Draft) -> Hashable:
        """Keep the rows of one year together that are explained alike."""
        values = draft.values
        explained = values["varied_on"], values["because"]
        return values["arrangement"].pk, values["financial_year"], *explained

    def save(self, drafts: Sequence[Draft]) -> None:
        """Keep what some partners give in one year; the others' stays."""
        first = drafts[0].values
        arrangement, year = first["arrangement"], first["financial_year"]
        kept = FundingYear.objects.filter(arrangement=arrangement, financial_year=year).first()
        keep_year(
            arrangement=arrangement,
            financial_year=year,
            version=kept.version if kept else 0,
            given={draft.values["organisation"]: _given(draft.values) for draft in drafts},
            stated_total=kept.stated_total if kept else None,
            source=kept.source if kept else "",
            varied_on=first["varied_on"],
            because=first["because"],
            by=self.by,
        )


def _year(text: str) -> str:
    try:
        enforce(refusal_of_year(text))
    except Refused as refused:
        raise CellError(refused.refusal.sentence) from None
    return str(read_financial_year(text))


def _given(values: dict[str, Any]) -> Given:
    given = Given(values["planned"], values["paid"], values["in_kind"], values["in_kind_value"])
    if given.is_empty:
        raise Refused(
            Refusal(
                "contribution-empty",
                "Fill in what the partner gives: planned, paid or in kind. Nought is an amount.",
            )
        )
    return given
