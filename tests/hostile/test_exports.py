"""Can a text that was typed into the register run in a spreadsheet that opens an export?"""

import csv
import io
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.db import connection, models
from django.urls import reverse

from govreg.core.history.models import TrackedModel
from govreg.site.keeping import export
from govreg.site.keeping.columns import exported_tables
from tests.architecture import access_world
from tests.architecture.access_rows import expected
from tests.architecture.access_table import ROWS
from tests.architecture.test_access_matrix import NAMES
from tests.people import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.spoils_history]
STARTS = ("=1+1 ", "+1 ", "-1 ", "@A1 ", "\t=1 ", "\r=1 ", "  =1 ", "\n=1 ", "＝1 ")
RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: Codes: by these the register finds its records, and nobody types them freely.
CODES = {
    "reference",
    "path",
    "media_type",
    "sha256",
    "password",
    "token",
    "key",
    "email",
    "value",
    "financial_year",  # chosen, or understood and written anew
}


def fields_to_spoil(model: type[models.Model]) -> list[Any]:
    return [
        field
        for field in model._meta.concrete_fields
        if type(field) in {models.CharField, models.TextField}
        and not (field.choices or field.primary_key)
        and field.name not in CODES
    ]


def spoil(model: type[models.Model]) -> set[str]:
    """Begin every typed text of a table as a formula begins; return the texts."""
    planted = set()
    columns = fields_to_spoil(model)
    with connection.cursor() as cursor:
        for n, row in enumerate(model._base_manager.values("pk", *(f.name for f in columns))):
            for m, field in enumerate(columns):
                text = row[field.name]
                if not text or not isinstance(text, str):
                    continue
                bad = (STARTS[(n + m) % len(STARTS)] + text)[: field.max_length]
                planted.add(bad)
                names = map(connection.ops.quote_name, (model._meta.db_table, field.column))
                cursor.execute(
                    "UPDATE {} SET {} = %s WHERE id = %s".format(*names), [bad, row["pk"]]
                )
    return planted


@pytest.fixture
def planted(cast) -> set[str]:
    found: set[str] = set()
    for model in apps.get_models():
        if issubclass(model, TrackedModel) and model._meta.managed:
            found |= spoil(model)
    assert len(found) > 400
    return found


def cells(text: str) -> list[list[str]]:
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    return rows


def is_number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "", 1).isdigit()


def runs(cell: str) -> bool:
    return cell.lstrip(" ").startswith(RUN) and not is_number(cell)


def came_through(rows: list[list[str]], planted: set[str]) -> int:
    """Count the cells that are a planted text again once the apostrophe is taken away."""
    inside = [cell for row in rows[1:] for cell in row]
    assert [cell for cell in inside if runs(cell)] == []
    return sum(cell.startswith("'") and cell[1:] in planted for cell in inside)


def exports_of(page: bytes, address: str) -> list[str]:
    links = BeautifulSoup(page, "html.parser").select('a[href*="export=csv"]')
    path = address.partition("?")[0]
    return [path + str(link["href"]) for link in links if str(link["href"]).startswith("?")]


def test_no_list_gives_a_spreadsheet_a_formula(cast, request):
    world = access_world.build(cast)
    planted = request.getfixturevalue("planted")
    clients = {who: signed_in(getattr(cast, name)) for who, name in NAMES.items()}
    lists, texts, seen = 0, 0, set()
    for row in ROWS:
        address = reverse(row.name, args=world[row.about])
        allowed = [who for who, status in expected(row.get).items() if status == 200]
        if not allowed or address in seen or allowed == ["-"]:
            continue
        seen.add(address)
        client = clients[next(who for who in allowed if who != "-")]
        answer = client.get(address)
        if answer.streaming or not answer["Content-Type"].startswith("text/html"):
            continue
        for link in exports_of(answer.content, address):
            file = b"".join(client.get(link).streaming_content).decode()
            lists += 1
            texts += came_through(cells(file), planted)
    assert lists >= 12
    assert texts > 200


def test_nothing_in_the_whole_export_is_a_formula(planted, tmp_path):
    tables, texts = exported_tables(), 0
    for table in tables:
        export._write_table(table, tmp_path, using="default")
        text = (tmp_path / table.file).read_bytes().decode()
        texts += came_through(cells(text), planted)
    assert len(tables) > 60
    assert texts > 400
