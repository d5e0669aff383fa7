"""Which forms does a page hold, and how is each filled with one text throughout?"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

KEPT = {"csrfmiddlewaretoken", "once", "version"}


@dataclass(frozen=True, slots=True)
class PageForm:
    """One form of a page: where it goes, how, and what can be filled in."""

    method: str
    address: str
    fields: tuple[tuple[str, str, str], ...]

    def filled(self, text: str, *, hidden_too: bool) -> dict[str, Any]:
        """Return what a browser would send with the text in every field.

        What a person cannot see is filled too when asked: a machine can.
        """
        values: dict[str, Any] = {}
        for name, kind, value in self.fields:
            if kind == "file":
                values[name] = SimpleUploadedFile("evil.pdf", text.encode("utf-8", "replace"))
            elif name in KEPT or (kind == "hidden" and not hidden_too):
                values[name] = value
            else:
                values[name] = text
        return values


def forms_of(page: bytes, address: str) -> list[PageForm]:
    """Return the forms of a page that has any field."""
    found = []
    for form in BeautifulSoup(page, "html.parser").find_all("form"):
        fields = tuple(
            (field["name"], _kind(field), str(field.get("value", "")))
            for field in form.find_all(["input", "select", "textarea", "button"])
            if field.get("name")
        )
        if fields:
            path = urljoin(address, form.get("action") or address)
            found.append(PageForm(form.get("method", "get").lower(), path, fields))
    return found


def _kind(field: Any) -> str:
    return str(field.get("type", "text")) if field.name == "input" else str(field.name)
