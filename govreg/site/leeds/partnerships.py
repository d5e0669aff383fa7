"""How are the demonstration's partnerships, bodies and members entered?"""

from typing import Any

from partnerships.models import Body, Membership, Organisation, Partnership, Post
from partnerships.services import bodies, memberships
from partnerships.services.particulars import describe_particulars
from partnerships.services.partnerships import add_alias, add_partnership
from partnerships.services.structure_descriptions import add_description

from .files import read, text

PartnershipKind = Partnership.Kind
PARTNERSHIP_KINDS = {
    "local strategic partnership": PartnershipKind.LSP,
    "area partnership": PartnershipKind.AREA,
    "pooled budget": PartnershipKind.POOLED,
    "children's trust": PartnershipKind.TRUST,
}
Kind = Body.Kind
BODY_KINDS = {
    "board": Kind.BOARD,
    "executive": Kind.EXECUTIVE,
    "support group": Kind.CORE,
    "theme groups": Kind.THEME,
    "component": Kind.COMPONENT,
    "working group": Kind.WORKING_GROUP,
    "area boards": Kind.LOCALITY,
}
DOCUMENTS = {
    "terms of reference": Body.GoverningDocument.TERMS_OF_REFERENCE,
    "constitution": Body.GoverningDocument.CONSTITUTION,
}


def partnership_rows() -> list[dict[str, Any]]:
    """Return the partnerships of the demonstration in the order in which they were entered."""
    rows: list[dict[str, Any]] = read("partnerships")["partnerships"]
    return sorted(rows, key=lambda row: row["entered_on"])


def enter_partnership(row: dict[str, Any], *, by: Any) -> Partnership:
    """Enter one partnership with its other names, bodies, reporting lines and members."""
    partnership = add_partnership(
        reference=row["reference"],
        values={
            "name": row["name"],
            "kind": PARTNERSHIP_KINDS.get(row["kind"], PartnershipKind.OTHER),
            "parent": _partnership(row["parent"]),
            "status": row["status"],
            "area": text(row["area"]),
            "purpose": text(row["purpose"]),
            "legal_basis": text(row["legal_basis"]),
            "statutory_kind": text(row.get("statutory_kind")),
            "accountable_body": _organisation(row["accountable_body"]),
            "lead": _post(row["lead"]),
            "established": text(row["established"]["text"]),
            "established_on": row["established"]["date"],
            "approved_by": text(row["approved_by"]),
        },
        by=by,
    )
    if text(row["directorate"]):
        partnership = describe_particulars(
            partnership=partnership,
            version=partnership.version,
            values={"directorate": text(row["directorate"])},
            by=by,
            reason="",
        )
    for name in row["aliases"] or []:
        add_alias(partnership=partnership, name=name, by=by)
    known = _enter_bodies(partnership, row["bodies"], by=by)
    for member in row["memberships"]:
        _enter_member(partnership, known, member, by=by)
    return partnership


def description_rows() -> list[tuple[str, dict[str, Any]]]:
    """Return what reports said of structures, each with the reference of whose structure it is."""
    return [
        (row["reference"], description)
        for row in partnership_rows()
        for description in row.get("structure_descriptions") or []
    ]


def enter_description(reference: str, row: dict[str, Any], *, by: Any) -> None:
    """Enter what a report said of a partnership's structure."""
    add_description(
        partnership=Partnership.objects.select_related("scope").get(reference=reference),
        values={name: row[name] for name in ("day", "source", "text")},
        by=by,
    )


def _enter_bodies(
    partnership: Partnership, rows: list[dict[str, Any]], *, by: Any
) -> dict[str, Body]:
    known: dict[str, Body] = {}
    for position, row in enumerate(rows, start=1):
        known[row["key"]] = bodies.add_body(
            partnership=partnership,
            values={
                "name": row["name"],
                "local_term": text(row["local_term"]),
                "kind": BODY_KINDS.get(row["kind"], Kind.OTHER),
                "layer": text(row["layer"]),
                "parent": known.get(row["parent"]),
                "composition": text(row["composition"]),
                "function": text(row["function"]),
                "governing_document": DOCUMENTS.get(text(row["governing_document"]).casefold(), ""),
                "meetings": text(row["meetings"]),
                "chair_selection": text(row["chair_selection"]),
                "position": position,
            },
            by=by,
        )
    for row in rows:
        body = known[row["key"]]
        if row["reports_to"]:
            bodies.describe_body(
                body=body,
                version=body.version,
                values={"parent": known.get(row["parent"])},
                reports_to=[known[key] for key in row["reports_to"]],
                by=by,
                reason="",
            )
    return known


def _enter_member(
    partnership: Partnership, known: dict[str, Body], row: dict[str, Any], *, by: Any
) -> Membership:
    title = text(row["representative"])
    post = Post.objects.filter(title=title).first() if title else None
    return memberships.add_member(
        partnership=partnership,
        values={
            "body": known.get(row["body"]),
            "organisation": Organisation.objects.get(name=row["organisation"]),
            "representative": "" if post else title,
            "post": post,
            "role": row["role"],
            "delegated_authority": row["delegated_authority"],
            "start": row["start"],
            "end": row["end"],
        },
        by=by,
        reason=(
            "Placed for the demonstration: the source says only that it sits on some of them."
            if row.get("placed_for_the_demonstration")
            else ""
        ),
    )


def _partnership(reference: str | None) -> Partnership | None:
    return Partnership.objects.get(reference=reference) if reference else None


def _organisation(name: str | None) -> Organisation | None:
    return Organisation.objects.get(name=name) if name else None


def _post(title: str | None) -> Post | None:
    return Post.objects.get(title=title) if title else None
