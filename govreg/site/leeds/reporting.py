"""How are the demonstration's formal reporting lines entered?"""

from typing import Any

from partnerships.models import Body, Partnership
from partnerships.services.reporting import add_line

from .files import read, text
from .partnerships import partnership_rows


def line_rows() -> list[dict[str, Any]]:
    """Return the reporting lines that the reviews found."""
    rows: list[dict[str, Any]] = read("reporting")["lines"]
    return rows


def enter_lines(row: dict[str, Any], *, by: Any) -> None:
    """Enter one line, for each partnership from which it leads."""
    to = row["to"]
    for reference in row["from"]:
        values = {
            "body": _body(f"{reference}/{row['body']}") if row["body"] else None,
            "to_body": _body(to["body"]) if "body" in to else None,
            "to_partnership": _partnership(to["partnership"]) if "partnership" in to else None,
            "to_words": text(to.get("words")),
            "mechanism": row["mechanism"],
            "frequency_months": row["months"],
        }
        add_line(partnership=_partnership(reference), values=values, by=by)


def _partnership(reference: str) -> Partnership:
    return Partnership.objects.select_related("scope").get(reference=reference)


def _body(written: str) -> Body:
    """Return the body that "<reference>/<key>" means."""
    reference, key = written.split("/")
    row = next(p for p in partnership_rows() if p["reference"] == reference)
    name = next(body["name"] for body in row["bodies"] if body["key"] == key)
    return Body.objects.get(partnership__reference=reference, name=name)
