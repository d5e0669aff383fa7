"""How are the demonstration's money, hosting agreements and resource maps entered?"""

from decimal import Decimal
from typing import Any

from partnerships.models import (
    Body,
    FundingArrangement,
    GovernanceDocument,
    Organisation,
    OrganisationAlias,
    Partnership,
)
from partnerships.services.contributions import Given, keep_year
from partnerships.services.funding import add_funding, change_funding
from partnerships.services.hosting import add_hosting
from partnerships.services.resource_maps import OF_A_LINE, STATED, add_resource_map

from .files import read, text
from .partnerships import partnership_rows

WORDS = ("kind", "name", "legal_basis", "agreement", "chosen_because")
EXAMPLE = "An example from another area, as the national study tells it."


def money_rows() -> dict[str, Any]:
    """Return the arrangements, hosting agreements and maps of the demonstration."""
    content: dict[str, Any] = read("money")
    return content


def enter_arrangement(row: dict[str, Any], *, by: Any) -> None:
    """Enter one funding arrangement with its years."""
    values: dict[str, Any] = {name: text(row.get(name)) for name in WORDS}
    values |= {name: row.get(name) for name in ("start", "end")}
    values["reports_due"] = bool(row.get("reports_due"))
    arrangement = add_funding(partnership=_partnership(row), values=values, by=by)
    for year in row.get("years", []):
        given = {
            _organisation(one["partner"]): Given(
                planned=_amount(one.get("planned")), paid=_amount(one.get("paid"))
            )
            for one in year.get("contributions", [])
        }
        keep_year(
            arrangement=arrangement,
            financial_year=year["financial_year"],
            version=0,
            given=given,
            stated_total=_amount(year.get("stated_total")),
            source=text(year.get("source")),
            by=by,
        )


def link_agreement(row: dict[str, Any], *, by: Any) -> None:
    """Link an arrangement with the document that is its agreement."""
    arrangement = FundingArrangement.objects.select_related("partnership__scope").get(
        partnership__reference=row["partnership"], name=row["name"]
    )
    document = GovernanceDocument.objects.get(
        partnership=arrangement.partnership, title=row["document"]
    )
    change_funding(
        arrangement=arrangement,
        version=arrangement.version,
        values={"agreement_document": document},
        by=by,
        reason="The agreement was entered as a governance document.",
    )


def enter_hosting(row: dict[str, Any], *, by: Any) -> None:
    """Enter one hosting agreement as a draft: the review gives no signature's day."""
    partnership = _partnership(row)
    add_hosting(
        partnership=partnership,
        values={
            "priority": row["priority"],
            "host": _organisation(row["host"]),
            "supporters_in_words": text(row.get("supporters_in_words")),
            "monitored_by": _body(partnership, row["monitored_by"]),
        },
        supporters=[],
        by=by,
    )


def enter_maps(content: dict[str, Any], *, by: Any) -> None:
    """Enter the examples of other areas' resources."""
    for row in content["maps"]:
        words = ("title", "area", "source", "note")
        values: dict[str, Any] = {name: text(row.get(name)) for name in words}
        values["financial_year"] = text(row.get("financial_year"))
        values |= {name: _amount(row.get(name)) for name in STATED}
        lines = [
            {name: text(line.get(name)) for name in OF_A_LINE} | {"amount": _amount(line["amount"])}
            for line in row["lines"]
        ]
        add_resource_map(values={**values, "is_example": True}, lines=lines, by=by, reason=EXAMPLE)


def _amount(written: str | None) -> Decimal | None:
    return None if written is None else Decimal(written)


def _partnership(row: dict[str, Any]) -> Partnership:
    found: Partnership = Partnership.objects.get(reference=row["partnership"])
    return found


def _organisation(name: str) -> Organisation:
    found = Organisation.objects.filter(name=name).first()
    return found or OrganisationAlias.objects.get(name=name).organisation


def _body(partnership: Partnership, key: str) -> Body:
    row = next(p for p in partnership_rows() if p["reference"] == partnership.reference)
    name = next(body["name"] for body in row["bodies"] if body["key"] == key)
    found: Body = Body.objects.get(partnership=partnership, name=name)
    return found
