"""How is a document kept as data, and read again as it was?"""

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, TypeVar

from . import document, follow_up, parts, plan, scrutiny

TYPE = "is"
DATE = "date"
#: Raised when an old document could no longer be read as it stands.
FORMAT = 1
Whole = TypeVar("Whole")

KNOWN: dict[str, type[Any]] = {
    found.__name__: found
    for module in (parts, plan, document, follow_up, scrutiny)
    for found in vars(module).values()
    if isinstance(found, type) and is_dataclass(found)
}


Kept = document.ReviewDocument | follow_up.FollowUp | scrutiny.ScrutinyDocument


def to_json(whole: Kept) -> dict[str, Any]:
    """Return the document as plain data."""
    return {"format": FORMAT, "document": _plain(whole)}


def from_json(data: dict[str, Any]) -> document.ReviewDocument:
    """Return the report of a review that was kept as plain data."""
    return _read(data, document.ReviewDocument)


def follow_up_from_json(data: dict[str, Any]) -> follow_up.FollowUp:
    """Return the follow-up report that was kept as plain data."""
    return _read(data, follow_up.FollowUp)


def scrutiny_from_json(data: dict[str, Any]) -> scrutiny.ScrutinyDocument:
    """Return the scrutiny report that was kept as plain data."""
    return _read(data, scrutiny.ScrutinyDocument)


def _read(data: dict[str, Any], kind: type[Whole]) -> Whole:
    if data.get("format") != FORMAT:
        raise ValueError(f"A document of format {data.get('format')} cannot be read.")
    found = _built(data["document"])
    if not isinstance(found, kind):
        raise ValueError("What was kept is not a whole document.")
    return found


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        inside = {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
        return {TYPE: type(value).__name__, **inside}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return {TYPE: DATE, "on": value.isoformat()}
    return value


def _built(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_built(one) for one in value)
    if not isinstance(value, dict):
        return value
    if value[TYPE] == DATE:
        return date.fromisoformat(value["on"])
    return KNOWN[value[TYPE]](
        **{name: _built(inside) for name, inside in value.items() if name != TYPE}
    )
