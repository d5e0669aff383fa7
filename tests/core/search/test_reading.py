"""Is the text of a file read without harm, and is it said plainly where it is not?"""

import io
import zipfile

import pikepdf
import pytest

from govreg.core.search.reading import outcome as limits
from govreg.core.search.reading.child import words_in
from govreg.core.search.reading.outcome import Reading
from govreg.core.search.reading.process import read
from tests.partnerships.papers import archive, docx, odt

BILLION = (
    "<?xml version='1.0'?><!DOCTYPE w [<!ENTITY a 'lol'>"
    + "".join(
        f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><w:document xmlns:w='w'><w:p><w:t>&i;</w:t></w:p></w:document>"
)
OUTSIDE = (
    "<?xml version='1.0'?><!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
    "<office:text xmlns:office='o'><p>&a;</p></office:text>"
)


def pdf(*pages: str, password: str = "", only_owner: bool = False) -> bytes:
    """Return a PDF of one line a page, protected if asked."""
    made = pikepdf.new()
    for text in pages:
        page = made.add_blank_page()
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.Contents = made.make_stream(f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode())
    out = io.BytesIO()
    protected = pikepdf.Encryption(owner="owner", user="" if only_owner else password)
    made.save(out, encryption=protected if password or only_owner else False)
    return out.getvalue()


def test_the_words_of_each_kind_are_read_in_a_process_of_its_own() -> None:
    word = docx("Quorum of five", "Réserve")
    for name, content in (
        ("terms.docx", word.read()),
        ("terms.odt", odt("Quorum of five, réserve").read()),
        ("terms.PDF", pdf("Quorum of five", "reserve")),
    ):
        found = words_in(name, content)
        assert found.reading == Reading.READ, name
        assert found.words.split() == ["quorum", "of", "five", "reserve"]


def test_a_word_is_kept_once_and_runs_of_a_word_stay_together() -> None:
    xml = (
        "<w:document xmlns:w='w'><w:p><w:r><w:t>part</w:t></w:r><w:r><w:t>ners</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>partners</w:t></w:r><w:del><w:delText>gone</w:delText></w:del></w:p>"
        "</w:document>"
    )
    assert read("docx", archive({"word/document.xml": xml})).words == "partners"


def test_what_was_deleted_in_opendocument_is_not_found() -> None:
    text = (
        "<office:text xmlns:office='o' xmlns:text='t'><text:tracked-changes><text:p>gone</text:p>"
        "</text:tracked-changes><text:p>kept</text:p></office:text>"
    )
    assert read("odt", archive({"content.xml": text})).words == "kept"


@pytest.mark.parametrize(
    ("name", "content", "reading"),
    [
        ("a.pdf", pdf("Secret terms", password="p"), Reading.ENCRYPTED),
        ("a.pdf", pdf("Open terms", only_owner=True), Reading.READ),
        ("a.pdf", pdf(""), Reading.NO_TEXT),
        ("a.pdf", b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n", Reading.DAMAGED),
        ("a.pdf", b"%PDF-1.7\n" + b"\x00\xff" * 500, Reading.DAMAGED),
        ("a.docx", archive({"word/document.xml": BILLION}), Reading.ENTITIES),
        ("a.odt", archive({"content.xml": OUTSIDE}), Reading.ENTITIES),
        ("a.docx", archive({"word/document.xml": "<w:document><w:p>"}), Reading.DAMAGED),
        ("a.docx", b"PK\x03\x04 no archive at all", Reading.DAMAGED),
        ("a.odt", archive({"mimetype": "x"}), Reading.DAMAGED),
        (
            "a.odt",
            archive({"META-INF/manifest.xml": "<m:encryption-data/>", "content.xml": b"\x01\x02"}),
            Reading.ENCRYPTED,
        ),
        ("a.xlsx", b"PK\x03\x04", Reading.OTHER_KIND),
    ],
    ids=[
        "protected",
        "printing restricted",
        "scanned",
        "no pages",
        "no PDF at all",
        "entities that grow",
        "an entity from outside",
        "half a document",
        "no archive",
        "no content",
        "protected OpenDocument",
        "spreadsheet",
    ],
)
def test_a_file_that_is_not_read_says_why(name: str, content: bytes, reading: Reading) -> None:
    found = words_in(name, content)
    assert found.reading == reading
    assert bool(found.reading.sentence) == (reading != Reading.READ)
    assert bool(found.words) == (reading == Reading.READ)


def test_a_bomb_is_unpacked_no_further_than_the_limit() -> None:
    zeros = b" " * (limits.MOST_UNPACKED + 1)
    bomb = archive({"word/document.xml": zeros})
    assert len(bomb) < 200_000
    assert words_in("bomb.docx", bomb).reading == Reading.TOO_MUCH


def test_an_archive_that_lies_about_its_size_is_held_to_what_comes_out() -> None:
    honest = archive({"content.xml": "<a>" + "word " * 1000 + "</a>"})
    size = len("<a>" + "word " * 1000 + "</a>").to_bytes(4, "little")
    lying = honest.replace(size, (5).to_bytes(4, "little"))
    assert read("odt", lying).reading in (Reading.DAMAGED, Reading.READ)


def test_an_archive_of_thousands_of_parts_is_left_alone() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for number in range(limits.MOST_MEMBERS + 1):
            packed.writestr(f"{number}", b"")
    assert read("docx", out.getvalue()).reading == Reading.TOO_MUCH


def test_a_text_without_end_is_read_in_part() -> None:
    words = " ".join(f"w{number:06}" for number in range(80_000))
    found = words_in("long.docx", docx(words).read())
    assert found.reading == Reading.IN_PART
    assert limits.MOST_WORDS_KEPT - 10 < len(found.words) <= limits.MOST_WORDS_KEPT


def test_pages_beyond_the_last_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreg.core.search.reading.paper.MOST_PAGES", 2)
    found = read("pdf", pdf("one", "two", "three"))
    assert (found.reading, found.words) == (Reading.IN_PART, "one two")


def test_nesting_without_end_does_no_harm() -> None:
    deep = "<a>" * 200_000 + "word" + "</a>" * 200_000
    assert words_in("deep.odt", odt(deep).read()).words in ("word", "")


def test_a_reader_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreg.core.search.reading.child.GRACE", 0)
    monkeypatch.setattr("govreg.core.search.reading.child.SECONDS", 0.001)
    assert words_in("slow.pdf", pdf("slow")).reading == Reading.TOO_MUCH
