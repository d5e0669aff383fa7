"""Does every kind of file give back what was put into it, and refuse what would harm?"""

import io
import zipfile
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from govreg.core.transfer.cells import CellError, made_inert, plain, understood, written
from govreg.core.transfer.formats import FORMATS, Unreadable, read_file
from govreg.core.transfer.formats.ods_files import HEAD, TAIL
from govreg.core.transfer.sheets import Column, Kind

NAMES = list(FORMATS)
#: What a text of the register may hold: no control characters, and lines end in one way.
TEXTS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff")
    | st.sampled_from("=+-@'\"\t\n,;_x0041 "),
    max_size=30,
)


def through(form: str, rows: list[list]) -> list[list[str]]:
    stream = io.BytesIO()
    FORMATS[form].write(stream, "Sheet", rows, [["Help"]])
    content = stream.getvalue()
    return [cells for _line, cells in read_file(f"a.{form}", io.BytesIO(content), size=1)]


@pytest.mark.parametrize("form", NAMES)
@settings(max_examples=60)
@given(rows=st.lists(st.lists(TEXTS, min_size=3, max_size=3), min_size=1, max_size=4))
def test_texts_come_back_as_they_were(form: str, rows: list[list[str]]):
    head = ["One", "Two", "Three"]
    column = Column("x", "X", Kind.LONG_TEXT, most=100)
    table = [head, *([written(column, text) for text in row] for row in rows)]
    kept = [row for row in rows if any(text.strip() for text in row)]
    back = [[*cells, "", "", ""][:3] for cells in through(form, table)]
    assert [[plain(text) for text in row] for row in back[1:]] == kept


@given(text=TEXTS)
def test_what_is_made_inert_is_taken_back_and_never_runs(text: str):
    inert = made_inert(text)
    assert plain(inert) == text
    assert not inert.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\n"))


@pytest.mark.parametrize("form", NAMES)
def test_dates_amounts_and_answers_come_back(form: str):
    kinds = {
        Kind.DATE: date(2007, 9, 5),
        Kind.TIME: time(19, 30),
        Kind.MONEY: Decimal("999999999999.99"),
        Kind.WHOLE: 12,
        Kind.YES_NO: False,
    }
    columns = [Column(kind.name, kind.name, kind) for kind in kinds]
    row = [written(c, v) for c, v in zip(columns, kinds.values(), strict=True)]
    (_head, back) = through(form, [[c.heading for c in columns], row])
    read = [understood(c, text) for c, text in zip(columns, back, strict=True)]
    assert read == list(kinds.values())


@pytest.mark.parametrize("text", ["2007-09-05", "5/9/2007", "05.09.2007", "5 September 2007"])
def test_a_date_is_understood_however_it_is_written(text: str):
    assert understood(Column("d", "Day", Kind.DATE), text) == date(2007, 9, 5)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.DATE, "31/2/2007"),
        (Kind.DATE, "5/9/07"),
        (Kind.DATE, "²/9/2007"),
        (Kind.TIME, "25:00"),
        (Kind.TIME, "0:30pm"),
        (Kind.MONEY, "NaN"),
        (Kind.MONEY, "1e999999999"),
        (Kind.MONEY, "٣"),
        (Kind.WHOLE, "9" * 400),
        (Kind.WHOLE, "²"),
        (Kind.YES_NO, "perhaps"),
        (Kind.TEXT, "a\x00b"),
        (Kind.TEXT, "x" * 201),
        (Kind.TEXT, "x" * 40_000),
    ],
)
def test_what_cannot_be_understood_is_refused_in_a_sentence(kind: Kind, text: str):
    with pytest.raises(CellError, match=r"[.]$"):
        understood(Column("c", "Column", kind), text)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_is_read_as_other_programs_write_it(separator: str, encoding: str):
    text = f'A{separator}"B; , C"\r\n"two\r\nlines"{separator}Café\r\n\r\nlast{separator}\r\n'
    rows = read_file("a.csv", io.BytesIO(text.encode(encoding)), size=1)
    assert list(rows) == [(1, ["A", "B; , C"]), (2, ["two\r\nlines", "Café"]), (5, ["last"])]


def test_of_a_formula_the_value_is_read():
    content = spreadsheet_xml('<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>')
    assert list(read_file("a.xlsx", io.BytesIO(content), size=1)) == [(2, ["2"])]
    row = '<table:table-row><table:table-cell table:formula="of:=1+1" office:value-type="float" '
    content = ods(f'{row}office:value="2"/></table:table-row>')
    assert list(read_file("a.ods", io.BytesIO(content), size=1)) == [(1, ["2"])]


def spreadsheet_xml(rows: str, *, doctype: str = "") -> bytes:
    """A workbook whose sheet is written by hand."""
    made, changed = io.BytesIO(), io.BytesIO()
    Workbook().save(made)
    name = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'{doctype}<worksheet xmlns="{name}"><sheetData>{rows}</sheetData></worksheet>'
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, sheet if part.endswith("sheet1.xml") else old.read(part))
    return changed.getvalue()


def ods(rows: str, *, doctype: str = "", head: str = HEAD, manifest: str = "") -> bytes:
    stream = io.BytesIO()
    declared, _line, rest = head.partition("\n")
    table = f'<table:table table:name="A">{rows}</table:table>'
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", f"{declared}{doctype}{rest}{table}{TAIL}")
        if manifest:
            archive.writestr("META-INF/manifest.xml", manifest)
    return stream.getvalue()


def zip_bomb(part: str) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(part, "w", force_zip64=True) as bomb,
    ):
        for _megabyte in range(101):
            bomb.write(b" " * 1024 * 1024)
    return stream.getvalue()


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
FETCHES = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
TEXT_CELL = (
    "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
)
XLSX_CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'
MANY = (
    '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
    'table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>'
)
HOSTILE = {
    "a zip bomb as XLSX": ("a.xlsx", zip_bomb("xl/workbook.xml"), "larger than 100 MB"),
    "a zip bomb as ODS": ("a.ods", zip_bomb("content.xml"), "larger than 100 MB"),
    "entities in XLSX": (
        "a.xlsx",
        spreadsheet_xml(XLSX_CELL.format("&c;"), doctype=LAUGHS),
        "cannot be read as XLSX",
    ),
    "a file fetched by XLSX": (
        "a.xlsx",
        spreadsheet_xml(XLSX_CELL.format("&a;"), doctype=FETCHES),
        "cannot be read as XLSX",
    ),
    "entities in ODS": (
        "a.ods",
        ods(TEXT_CELL.format("&c;"), doctype=LAUGHS),
        "cannot be read as ODS",
    ),
    "a file fetched by ODS": (
        "a.ods",
        ods(TEXT_CELL.format("&a;"), doctype=FETCHES),
        "cannot be read as ODS",
    ),
    "a million rows of 16,384 columns": ("a.ods", ods(MANY), "more than 100 columns"),
    "a million rows": ("a.ods", ods(MANY.replace("16384", "2")), "more than 20,000 rows"),
    "a protected ODS": (
        "a.ods",
        ods("", manifest="<manifest:encryption-data/>"),
        "protected by a password",
    ),
    "a protected XLSX": ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "password"),
    "a picture as XLSX": ("a.xlsx", b"\x89PNG\r\n\x1a\n", "not what its name says"),
    "an archive as CSV": ("a.csv", ods(""), "not what its name says"),
    "an ODS as XLSX": ("a.xlsx", ods(""), "no spreadsheet of the kind"),
    "half an archive": ("a.xlsx", spreadsheet_xml("")[:300], "damaged"),
    "broken XML": ("a.ods", ods("<table:table-row>"), "cannot be read as ODS"),
    "nothing": ("a.csv", b"", "is empty"),
    "blank lines": ("a.csv", b"\n \n,,\n", "is empty"),
    "NUL characters": ("a.csv", b"A,B\n\x00,1\n", "no text"),
    "a quotation mark left open": ("a.csv", b'A,B\n1,2\n"x,y\n', "Line 3"),
    "a program": ("a.exe", b"MZ", "Choose a file of these"),
    "no name": ("", b"A,B", "Choose a file of these"),
    "too many rows": ("a.csv", b"a\n" * 20_002, "more than 20,000 rows"),
    "too many columns": ("a.csv", b"a," * 100 + b"b", "more than 100 columns"),
}


@pytest.mark.parametrize("planted", HOSTILE)
def test_what_would_harm_is_refused_in_a_sentence(planted: str):
    name, content, sentence = HOSTILE[planted]
    with pytest.raises(Unreadable, match=sentence):
        list(read_file(name, io.BytesIO(content), size=len(content)))


def test_a_file_that_is_too_large_is_not_even_opened():
    with pytest.raises(Unreadable, match="larger than 10 MB"):
        list(read_file("a.csv", io.BytesIO(b"a"), size=11 * 1024 * 1024))
