"""How are the demonstration's governance documents entered?"""

from typing import Any

from partnerships.models import Body, DocumentState, Partnership
from partnerships.services.documents import add_document

from .files import read, text
from .partnerships import partnership_rows


def document_rows() -> list[dict[str, Any]]:
    """Return the documents that the reviews name."""
    rows: list[dict[str, Any]] = read("documents")["documents"]
    return rows


def enter_documents(row: dict[str, Any], *, by: Any) -> None:
    """Enter one document, for each partnership and body that has its own."""
    for reference in row["partnerships"]:
        partnership = Partnership.objects.select_related("scope").get(reference=reference)
        for key in row.get("bodies") or [None]:
            add_document(
                partnership=partnership,
                values={
                    "kind": row["kind"],
                    "title": row["title"],
                    "body": _body(partnership, key),
                    "notes": text(row["notes"]),
                },
                first={
                    "label": str(row["version"]),
                    "agreed_by": _body(partnership, row.get("agreed_by")),
                    "agreed_in_words": row["agreed"],
                    "agreed_on": row.get("agreed_on"),
                },
                state=DocumentState.IN_FORCE,
                by=by,
            )


def _body(partnership: Partnership, key: str | None) -> Body | None:
    """Return the body that a key of the partnerships' file means."""
    if key is None:
        return None
    row = next(p for p in partnership_rows() if p["reference"] == partnership.reference)
    name = next(body["name"] for body in row["bodies"] if body["key"] == key)
    return Body.objects.get(partnership=partnership, name=name)
