"""How does a story take a sheet out, edit it and bring it in again?"""

import io
from collections.abc import Callable
from typing import Any

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from govreg.core.transfer.formats import FORMATS, read_file

from .pages import read

Rows = list[dict[str, str]]
Edit = Callable[[Rows], Any]


def taken_out(client: Client, reference: str, kind: str, form: str = "csv") -> bytes:
    """Return the file that comes."""
    answer = client.get(reverse("partnerships:spreadsheet", args=[reference, kind, form]))
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def rows_of(content: bytes, form: str = "csv") -> Rows:
    """Return the rows of a file by their headings, as a spreadsheet program would show them."""
    (_line, headings), *rest = read_file(f"a.{form}", io.BytesIO(content), size=len(content))
    filled = [cells + [""] * (len(headings) - len(cells)) for _line, cells in rest]
    return [dict(zip(headings, cells, strict=True)) for cells in filled]


def file_of(rows: Rows, form: str = "csv", *, headings: list[str] | None = None) -> bytes:
    """Return a file with the rows."""
    head = headings or list(rows[0])
    stream = io.BytesIO()
    table = [head, *([row.get(heading, "") for heading in head] for row in rows)]
    FORMATS[form].write(stream, "Sheet", table, [["Help"]])
    return stream.getvalue()


def brought_in(
    client: Client, reference: str, kind: str, content: bytes, name: str = "edited.csv"
) -> Any:
    """Upload a file, and return where it leads or the page that refuses it."""
    where = reverse("partnerships:import-spreadsheet", args=[reference, kind])
    return client.post(where, {"file": SimpleUploadedFile(name, content)})


def previewed(
    client: Client, reference: str, kind: str, content: bytes, name: str = "edited.csv"
) -> tuple[str, BeautifulSoup]:
    """Upload a file and return the address of its preview, and the page."""
    answer = brought_in(client, reference, kind, content, name)
    assert answer.status_code == 302, read(answer).find(class_="govuk-error-summary")
    return answer.url, read(client.get(answer.url))


def edited(
    client: Client, reference: str, kind: str, edit: Edit, form: str = "csv"
) -> tuple[str, BeautifulSoup]:
    """Take a sheet out, edit it, bring it in and return its preview."""
    rows = rows_of(taken_out(client, reference, kind, form), form)
    headings = list(rows[0])
    edit(rows)
    content = file_of(rows, form, headings=headings)
    return previewed(client, reference, kind, content, f"edited.{form}")


def confirmed(client: Client, where: str, page: BeautifulSoup) -> Any:
    """Press the button of a preview."""
    fields = {field["name"]: field.get("value", "") for field in page.select("main form input")}
    return client.post(where, fields)


def words(page: BeautifulSoup) -> str:
    """Return what a page says, blanks set aside."""
    return " ".join(page.main.get_text(" ").split())


def counts(page: BeautifulSoup) -> dict[str, int]:
    """Return how many rows the preview counts in each state."""
    rows = page.select("dl.govuk-summary-list div")
    return {row.dt.text: int(row.dd.text) for row in rows}
